"""Where the keyboard stands on the calendar, and the time it has selected."""

from __future__ import annotations

from dataclasses import dataclass, replace

from openblock.features.grounds.rules.content import SLOT
from openblock.features.grounds.ui.calendar.daylight import sun_marks
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture


@dataclass(frozen=True, slots=True)
class Cursor:
    """A quarter of an hour of a column; with ``anchor`` elsewhere the time between is selected."""

    column: int
    minute: int
    anchor: int

    @property
    def start(self) -> int:
        """Where the selection begins."""
        return min(self.minute, self.anchor)

    @property
    def end(self) -> int:
        """Where the selection ends."""
        return max(self.minute, self.anchor) + SLOT

    @property
    def selects(self) -> bool:
        """Whether more than the one slot is selected."""
        return self.minute != self.anchor


def at(picture: CalendarPicture, column: int, minute: int) -> Cursor:
    """Stand on the slot that holds ``minute``, or on the nearest one that is shown."""
    last = (picture.last - 1) // SLOT * SLOT
    slot = min(max(minute // SLOT * SLOT, -(-picture.first // SLOT) * SLOT), last)
    return Cursor(min(max(column, 0), max(len(picture.columns) - 1, 0)), slot, slot)


def first(picture: CalendarPicture) -> Cursor:
    """Where work starts: now, where now is shown; else where today's column can be booked."""
    today = next((n for n, c in enumerate(picture.columns) if c.day == picture.today), None)
    if today is not None and picture.first <= picture.now < picture.last:
        return at(picture, today, picture.now)
    number = today or 0
    if not picture.columns:
        return at(picture, number, picture.first)
    column = picture.columns[number]
    opens = column.open[0][0] if column.open else picture.first
    sun = sun_marks(column.frame.light) if column.needs_light else ()
    # The first quarter of an hour that is light from its beginning.
    light = -(-sun[0] // SLOT) * SLOT if sun else 0
    return at(picture, number, max(opens, light))


def walked(picture: CalendarPicture, cursor: Cursor, minutes: int, chosen: Block | None) -> Cursor:
    """Up or down: out of a booking in one step, from slot to slot on empty ground."""
    minute = cursor.minute + minutes
    if chosen is not None and chosen.column == cursor.column:
        past = chosen.bottom if minutes > 0 else chosen.top - SLOT
        minute = max(minute, past) if minutes > 0 else min(minute, past)
    return at(picture, cursor.column, minute)


def extended(picture: CalendarPicture, cursor: Cursor, minutes: int) -> Cursor:
    """The selection with its moving end a little later or earlier."""
    moved = at(picture, cursor.column, cursor.minute + minutes)
    return replace(moved, anchor=cursor.anchor)


def next_block(
    picture: CalendarPicture, cursor: Cursor, chosen: Block | None, by: int
) -> Block | None:
    """The booking after (1) or before (-1) the one chosen, or the cursor; None past the ends."""
    order = sorted(picture.blocks, key=_reading_order)
    if chosen is not None:
        places = [n for n, block in enumerate(order) if _same(block, chosen)]
        place = places[0] + by if places else -1
    else:
        here = (cursor.column, cursor.minute, 0)
        later = [n for n, block in enumerate(order) if _reading_order(block) >= here]
        past = later[0] if later else len(order)
        place = past if by > 0 else past - 1
    return order[place] if 0 <= place < len(order) else None


def _reading_order(block: Block) -> tuple[int, int, int]:
    return block.column, block.top, block.lane


def _same(one: Block, other: Block) -> bool:
    return (one.row.booking_id, one.column) == (other.row.booking_id, other.column)


def to_block(picture: CalendarPicture, block: Block) -> Cursor:
    """Stand at the beginning of a booking."""
    return at(picture, block.column, max(block.top, 0))


def again(picture: CalendarPicture, cursor: Cursor | None, was: CalendarPicture) -> Cursor:
    """The same day or area and minute in another picture, as near as there is one."""
    if cursor is None or cursor.column >= len(was.columns):
        return first(picture)
    old = was.columns[cursor.column]
    same = [
        number
        for number, column in enumerate(picture.columns)
        if (column.area_id == old.area_id if picture.by_area else column.day == old.day)
    ]
    moved = at(picture, same[0] if same else cursor.column, cursor.minute)
    return replace(moved, anchor=cursor.anchor) if same and cursor.selects else moved
