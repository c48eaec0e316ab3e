"""The columns of the table of bookings: what the calendar draws, in words."""

from __future__ import annotations

from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.calendar.wording import (
    heads_words,
    last_line,
    sign_of,
    times,
)
from openblock.features.grounds.ui.fault_words import faults
from openblock.features.grounds.words import state_words
from openblock.i18n import _, format_short_day, p_, sort_key, weekday_letters
from openblock.ui.table_model import Column

_TONES = {
    State.REQUESTED: "accent",
    State.IN_USE: "accent",
    State.FINISHED: "text2",
    State.CANCELLED: "text2",
    State.NO_SHOW: "text2",
}


def booking_columns() -> tuple[Column, ...]:
    """Day and hours first, as the calendar has them."""
    return (
        Column(_("Day"), _day, sort=lambda row: (row.span.start, row.booking_id)),
        Column(
            _("Time"),
            lambda row: times(row.span),
            sort=lambda row: (times(row.span), row.span.start),
        ),
        Column(p_("grounds", "Area"), lambda row: row.area, sort=_by_area),
        Column(_("Purpose"), lambda row: row.purpose, strong=True, tone=_tone),
        Column(_("People"), lambda row: f"{row.heads}/{row.capacity}", sort=lambda row: row.heads),
        Column(_("Supervisor"), _supervisor, sort=lambda row: sort_key(row.officer), tone=_lost),
        Column(_("State"), _state, sort=lambda row: list(State).index(row.state), tone=_tone),
        Column(_("Remark"), _remark, tone=_remark_tone),
    )


def found_by(row: BookingRow) -> str:
    """What the search in the table looks at."""
    said = (row.area, row.purpose, row.officer, state_words(row.state), row.equipment, _day(row))
    return " ".join(said)


def _day(row: BookingRow) -> str:
    return f"{weekday_letters(row.day)} {format_short_day(row.day)}"


def _by_area(row: BookingRow) -> tuple[object, ...]:
    return (sort_key(row.area), row.span.start)


def _supervisor(row: BookingRow) -> str:
    if row.lost is None:
        return row.officer
    said = f"{sign_of(row)} {last_line(row)}"
    return f"{said} ({row.officer})" if row.officer else said


def _state(row: BookingRow) -> str:
    sign = heads_words(row).partition(" ")[2] if row.lost is None and not row.warnings else ""
    return f"{sign} {state_words(row.state)}".strip()


def _remark(row: BookingRow) -> str:
    """What is wrong first, then why it was cancelled, then what is to be brought."""
    parts = [*faults(row)]
    parts += [each for each in (row.cause, row.equipment) if each]
    return " · ".join(parts)


def _tone(row: BookingRow) -> str:
    return _TONES.get(row.state, "text")


def _lost(row: BookingRow) -> str:
    return "bad" if row.lost is not None else "text"


def _remark_tone(row: BookingRow) -> str:
    if row.lost is not None:
        return "bad"
    return "warn" if row.warnings else "text2"
