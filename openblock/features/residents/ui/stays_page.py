"""A person's stays, the latest first, as a table on the card."""

from __future__ import annotations

from openblock.clock import FOREVER
from openblock.features.residents.queries import StayRow
from openblock.features.residents.words import admission_kinds, discharge_kinds, said
from openblock.i18n import _, format_day, format_moment
from openblock.ui.table_model import Column


def stay_columns() -> tuple[Column, ...]:
    """From when to when, where from, where to, and for which sentence."""
    return (
        Column(_("Admitted"), lambda stay: format_moment(stay.content.admitted), strong=True),
        Column(_("From"), _origin),
        Column(_("Departed"), _left),
        Column(_("How"), _ending),
        Column(_("Sentence"), _sentence),
    )


def _origin(stay: StayRow) -> str:
    return stay.admitted_from or said(admission_kinds(), stay.content.admission_kind)


def _left(stay: StayRow) -> str:
    return "" if stay.content.discharged == FOREVER else format_moment(stay.content.discharged)


def _ending(stay: StayRow) -> str:
    words = said(discharge_kinds(), stay.content.discharge_kind)
    return ", ".join(part for part in (words, stay.transferred_to) if part)


def _sentence(stay: StayRow) -> str:
    start, end = stay.content.sentence_start, stay.content.sentence_end
    if start is None and end is None:
        return ""
    shown = (format_day(day) if day else "" for day in (start, end))
    return " \N{EN DASH} ".join(shown)
