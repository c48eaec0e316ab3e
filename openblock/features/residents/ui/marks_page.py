"""Alert marks and keep-apart pairs of a person, as two tables on the card."""

from __future__ import annotations

from collections.abc import Callable

from openblock.clock import FOREVER
from openblock.features.residents.queries import AlertRow, PairRow
from openblock.features.residents.words import alert_kinds, levels, said
from openblock.i18n import _, format_day, format_moment
from openblock.ui.table_model import Column


def alert_columns() -> tuple[Column, ...]:
    """What it warns of, in words, from when to when."""
    return (
        Column(_("Warns of"), lambda alert: said(alert_kinds(), alert.content.kind), strong=True),
        Column(_("In words"), lambda alert: alert.content.text),
        Column(_("From"), lambda alert: format_day(alert.content.first_day)),
        Column(_("Last day"), _last_day),
    )


def _last_day(alert: AlertRow) -> str:
    return format_day(alert.content.last_day) if alert.content.last_day else ""


def pair_columns(
    seen_from: Callable[[], int | None] = lambda: None,
) -> tuple[Column, ...]:
    """Who, how far, since when and why; seen from one of the two where ``seen_from`` names one."""
    return (
        Column(_("Kept apart"), lambda pair: pair_names(pair, seen_from()), strong=True),
        Column(_("How far"), lambda pair: said(levels(), pair.level)),
        Column(_("State"), pair_state, tone=lambda pair: "text" if pair.is_open else "text3"),
        Column(_("Reason"), lambda pair: pair.reason),
        Column(_("Opened"), lambda pair: _when(format_moment(pair.opened_at), pair.opened_by)),
        Column(_("Closed"), _closed),
    )


def pair_names(pair: PairRow, resident_id: int | None) -> str:
    """The other's name, or both."""
    if resident_id is None:
        return f"{pair.first_name} \N{EN DASH} {pair.second_name}"
    return pair.other(resident_id)[1]


def pair_state(pair: PairRow) -> str:
    """Whether the two are kept apart now."""
    return _("holds") if pair.is_open else _("closed")


def _closed(pair: PairRow) -> str:
    if pair.closed_at == FOREVER:
        return ""
    when = _when(format_moment(pair.closed_at), pair.closed_by)
    return f"{when}: {pair.close_reason}" if pair.close_reason else when


def _when(moment: str, who: str) -> str:
    return f"{moment}, {who}" if who else moment
