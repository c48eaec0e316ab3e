"""The bookings of an area as appointments, with nobody's name but the supervisor's."""

from __future__ import annotations

from openblock.calendars import Appointment
from openblock.features.grounds.queries.rows import BookingRow, Week
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.words import state_words
from openblock.i18n import _, n_

# The number is the block's own, and stays when a booking is moved.
_OF_BOOKING = "booking-{number}@openblock"
_NOT_TAKING_PLACE = frozenset({State.CANCELLED, State.NO_SHOW})


def appointments(week: Week, area_id: int) -> tuple[Appointment, ...]:
    """Every booking of the area in the days that were read, cancelled ones too, marked as such."""
    return tuple(_booking(row) for row in week.bookings if row.area_id == area_id)


def _booking(row: BookingRow) -> Appointment:
    off = row.state in _NOT_TAKING_PLACE
    title = f"{row.area}: {row.purpose}" if row.purpose else row.area
    if off:
        # Not every telephone strikes out what is cancelled.
        title = _("{state}: {title}").format(state=state_words(row.state), title=title)
    return Appointment(
        uid=_OF_BOOKING.format(number=row.booking_id),
        starts_at=row.started_at or row.span.start,
        ends_at=row.ended_at or row.span.end,
        title=title,
        details="\n".join(_details(row)),
        revision=row.version,
        is_open=row.state is State.REQUESTED or row.lost is not None,
        is_cancelled=off,
    )


def _details(row: BookingRow) -> list[str]:
    """How many take part, who supervises, what is needed.

    Not why it does not stand: what an officer wrote of that is about somebody, and a telephone
    keeps it when the block has erased it.
    """
    words = [n_("{number} participant", "{number} participants", row.heads)]
    if row.officer:
        words.append(_("Supervisor: {name}").format(name=row.officer))
    elif row.lost is not None:
        words.append(_("no supervisor"))
    return [*words, row.equipment] if row.equipment else words
