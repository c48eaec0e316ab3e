"""Exchanges as entries of a list: whose duty, for whose, and who did which step and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from openblock.features.roster.queries.rows import ExchangeRow
from openblock.features.roster.rules import ExchangeState
from openblock.features.roster.ui.offer_lines import hours_words
from openblock.features.roster.words import exchange_state_name
from openblock.i18n import _, format_moment, format_short_day
from openblock.ui.entries import EntryLine

_SIGNS = {
    ExchangeState.ASKED: "?",
    ExchangeState.AGREED: "\N{RIGHTWARDS ARROW}",
    ExchangeState.DONE: "\N{CHECK MARK}",
    ExchangeState.DECLINED: "\N{MULTIPLICATION X}",
    ExchangeState.WITHDRAWN: "\N{EN DASH}",
}


def ordered(rows: Iterable[ExchangeRow]) -> list[ExchangeRow]:
    """What waits for whoever looks first, then what waits for others, then what is settled."""
    return sorted(rows, key=lambda row: (not waits(row), not is_open(row), _age(row)))


def waits(row: ExchangeRow) -> bool:
    """Whether whoever looks may take it on: agree, or approve."""
    return row.may_agree or row.may_decide


def is_open(row: ExchangeRow) -> bool:
    """Whether nothing has become of it yet."""
    return row.state in {ExchangeState.ASKED, ExchangeState.AGREED}


def _age(row: ExchangeRow) -> tuple[float, int]:
    # What is open: the next duty first. What is settled: the last one first.
    when = row.starts_at.timestamp()
    return (when if is_open(row) else -when, row.exchange_id)


def exchange_lines(rows: Iterable[ExchangeRow]) -> tuple[EntryLine, ...]:
    """The entries; ``what`` is the exchange's number."""
    return tuple(_line(row) for row in rows)


def _line(row: ExchangeRow) -> EntryLine:
    return EntryLine(
        what=row.exchange_id,
        number=0,
        title=title_of(row),
        aside=f"{_SIGNS[ExchangeState(row.state)]} {exchange_state_name(row.state)}",
        reasons="\n".join((duties_of(row), *steps_of(row))),
        warning=_warning(row),
    )


def title_of(row: ExchangeRow) -> str:
    """Bērziņš Jānis ⇄ Kalns Pēteris; an arrow where one takes a duty over."""
    sign = "\N{LEFT RIGHT ARROW}" if row.other_day is not None else "\N{RIGHTWARDS ARROW}"
    return f"{row.name} {sign} {row.other_name}"


def duties_of(row: ExchangeRow) -> str:
    """The duty that is given, and the one that is had for it."""
    given = duty_words(row.code, row.day, row.starts_at, row.ends_at)
    if row.other_day is None or row.other_starts_at is None or row.other_ends_at is None:
        return given
    taken = duty_words(row.other_code, row.other_day, row.other_starts_at, row.other_ends_at)
    return _("{given}, for {taken}").format(given=given, taken=taken)


def duty_words(code: str, day: date, start: datetime, end: datetime) -> str:
    """24, 22 Nov 09:00–09:00."""
    return f"{code}, {format_short_day(day)} {hours_words(start, end)}"


def steps_of(row: ExchangeRow) -> Iterator[str]:
    """Who asked, who agreed, who decided, each with the time, and what was said of it."""
    yield _("Asked: {who}, {moment}.").format(who=row.asked_by, moment=format_moment(row.asked_at))
    if row.agreed_at is not None:
        yield _("Agreed: {who}, {moment}.").format(
            who=row.agreed_by, moment=format_moment(row.agreed_at)
        )
    elif row.state == ExchangeState.DONE:
        yield _("The other officer was told.")
    if row.decided_at is not None:
        yield _decided(row, format_moment(row.decided_at))
    if row.reason:
        yield _("Reason: {reason}").format(reason=row.reason)
    if row.refusal:
        yield _("Why not: {reason}").format(reason=row.refusal)


def _decided(row: ExchangeRow, moment: str) -> str:
    said = {
        ExchangeState.DONE: _("Approved: {who}, {moment}."),
        ExchangeState.DECLINED: _("Declined: {who}, {moment}."),
        ExchangeState.WITHDRAWN: _("Withdrawn: {who}, {moment}."),
    }.get(ExchangeState(row.state), "")
    return said.format(who=row.decided_by, moment=moment)


def _warning(row: ExchangeRow) -> str:
    if not is_open(row):
        return ""
    if not row.stands:
        return _("The duties are others by now: it can only be declined or withdrawn.")
    if row.may_decide and row.state == ExchangeState.AGREED:
        return _("Waits to be approved.")
    return _("Waits for your answer.") if row.may_agree else ""
