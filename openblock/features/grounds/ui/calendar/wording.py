"""How a booking, a closure and a time in hand read: on the block, on hover, and read out."""

from __future__ import annotations

from openblock.clock import MINUTES_OF_DAY, day_of
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import AreaState, Span, State
from openblock.features.grounds.ui.calendar.picture import Block, Shut
from openblock.features.grounds.ui.fault_words import faults
from openblock.features.grounds.words import (
    area_letter,
    area_state_words,
    closure_words,
    minutes_words,
    state_words,
)
from openblock.i18n import _, format_long_day, format_short_day, format_time, n_

#: The sign of each state: said by shape where a colour would say it alone.
SIGNS = {
    State.REQUESTED: "?",
    State.APPROVED: "",
    State.IN_USE: "\N{BLACK RIGHT-POINTING TRIANGLE}",
    State.FINISHED: "\N{CHECK MARK}",
    State.CANCELLED: "",
    State.NO_SHOW: "\N{MULTIPLICATION X}",
}
LOST = "\N{BLACK UP-POINTING TRIANGLE}"
WARNED = "\N{BLACK CIRCLE}"


def times(span: Span) -> str:
    """09:00–10:30."""
    return f"{format_time(span.start)}–{format_time(span.end)}"


def length_words(minutes: int) -> str:
    """1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(_("{hours} h").format(hours=hours))
    if rest or not hours:
        parts.append(_("{minutes} min").format(minutes=rest))
    return " ".join(parts)


def title_of(row: BookingRow) -> str:
    """What a booking is for; the area where nobody said."""
    return row.purpose or row.area


def sign_of(row: BookingRow) -> str:
    """The sign beside the number of heads."""
    if row.lost is not None:
        return LOST
    return WARNED if row.warnings else SIGNS[row.state]


def heads_words(row: BookingRow) -> str:
    """9/12 and the sign of its state."""
    return f"{row.heads}/{row.capacity} {sign_of(row)}".rstrip()


def last_line(row: BookingRow) -> str:
    """Who watches, or why nobody does or nothing is."""
    if row.state == State.CANCELLED:
        return row.cause or state_words(row.state)
    if row.state == State.NO_SHOW:
        return state_words(row.state)
    if row.lost is not None:
        return _("no supervisor")
    return row.officer


def closure_lines(shut: Shut) -> tuple[str, ...]:
    """The letter and word, the hours, the reason and the remark of a closure."""
    content = shut.row.content
    return (
        f"{area_letter(AreaState.CLOSED)} {area_state_words(AreaState.CLOSED)}",
        shut_times(shut),
        content.remark or closure_words(content.reason),
    )


def shut_times(shut: Shut) -> str:
    """The hours of a closure in its column; of one that goes on, until when."""
    end = shut.row.content.ends_at
    if shut.bottom <= MINUTES_OF_DAY:
        return minutes_words(max(shut.top, 0), shut.bottom)
    return _("until {day}").format(day=format_short_day(day_of(end)))


def spoken_booking(block: Block) -> str:
    """A booking in a sentence, with everything that is wrong with it."""
    row = block.row
    people = n_("{number} person", "{number} people", row.heads)
    said = _("{purpose}, {area}, {day} {times}, {people} of {capacity}, {state}").format(
        purpose=title_of(row),
        area=row.area,
        day=format_long_day(row.day),
        times=times(row.span),
        people=people,
        capacity=row.capacity,
        state=state_words(row.state),
    )
    parts = [said]
    if row.officer:
        parts.append(_("supervisor {name}").format(name=row.officer))
    if row.cause:
        parts.append(row.cause)
    # A name that is cut to its initial has its full stop already.
    whole = ", ".join(parts).rstrip(".")
    return " ".join([f"{whole}.", *faults(row)])


def spoken_shut(shut: Shut) -> str:
    """A closure in a sentence."""
    content = shut.row.content
    return _("Closed {times}: {reason}").format(
        times=shut_times(shut), reason=closure_words(content.reason, content.remark)
    )
