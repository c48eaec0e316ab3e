"""What the calendar shows: columns, blocks and closures of a week or a day, in minutes; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openblock.clock import MINUTES_OF_DAY, day_of
from openblock.features.grounds.queries.rows import (
    AreaNow,
    BookingRow,
    ClosureRow,
    DayFrame,
    Week,
)
from openblock.features.grounds.rules.content import (
    LIVE,
    OPEN,
    AreaKind,
    GroundsLimits,
    Span,
    State,
)
from openblock.features.grounds.ui.calendar.axis import relative
from openblock.features.grounds.ui.calendar.lanes import lanes_of

#: So much is shown before the first and after the last hour anybody could need.
PAD = 15
USUAL = (7 * 60, 21 * 60)


@dataclass(frozen=True, slots=True)
class Column:
    """One area on one day; ``open`` are its opening hours in minutes of that day."""

    area: AreaNow
    frame: DayFrame
    open: tuple[tuple[int, int], ...]

    @property
    def day(self) -> date:
        """The day of the column."""
        return self.frame.day

    @property
    def area_id(self) -> int:
        """The number of its area."""
        return self.area.area.area_id

    @property
    def needs_light(self) -> bool:
        """Whether the sun decides over its hours."""
        return self.area.area.content.needs_light


@dataclass(frozen=True, slots=True)
class Block:
    """A booking in a column from ``top`` to ``bottom``, minutes of the column's day, uncut."""

    row: BookingRow
    column: int
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1

    @property
    def movable(self) -> bool:
        """Whether it may still be taken elsewhere."""
        return self.row.state in OPEN

    @property
    def stretchable(self) -> bool:
        """Whether its end may still be another: of a group that is out, too."""
        return self.row.state in OPEN or self.row.state == State.IN_USE


@dataclass(frozen=True, slots=True)
class Shut:
    """A closure in a column, minutes of the column's day, uncut."""

    row: ClosureRow
    column: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """Everything that is drawn; ``by_area`` where the columns are the areas of one day.

    ``first`` and ``last`` are the minutes the time axis shows, ``now`` the minute of ``today``,
    the day that is marked.
    """

    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    shuts: tuple[Shut, ...]
    first: int
    last: int
    today: date
    now: int
    limits: GroundsLimits
    by_area: bool = False

    def block_of(self, booking_id: int | None) -> Block | None:
        """Where a booking is shown, in its first column."""
        return next((b for b in self.blocks if b.row.booking_id == booking_id), None)

    def at(self, column: int, minute: int) -> Block | None:
        """The block at a minute of a column, the leftmost of those side by side."""
        there = [b for b in self.blocks if b.column == column and b.top <= minute < b.bottom]
        return min(there, key=lambda block: block.lane, default=None)

    def within(self, column: int) -> tuple[Block, ...]:
        """The blocks of a column."""
        return tuple(block for block in self.blocks if block.column == column)


def picture_of(week: Week, *, by_area: bool) -> CalendarPicture:
    """The area of ``week`` day by day, or with ``by_area`` all areas of its first day."""
    columns = _columns(week, by_area=by_area)
    blocks = tuple(_blocks(columns, week.bookings))
    shuts = tuple(_shuts(columns, week.closures))
    first, last = _extent(columns, blocks)
    today = day_of(week.at)
    now = relative(today, week.at)
    return CalendarPicture(
        columns, blocks, shuts, first, last, today, now, week.limits, by_area=by_area
    )


def _columns(week: Week, *, by_area: bool) -> tuple[Column, ...]:
    if by_area:
        places = [each for each in week.areas if _shown(each)]
        return tuple(_column(week, each, week.days[0]) for each in places) if week.days else ()
    chosen = [each for each in week.areas if each.area.area_id == week.area_id]
    return tuple(_column(week, each, frame) for each in chosen for frame in week.days)


def _shown(area: AreaNow) -> bool:
    return area.area.content.kind == AreaKind.PLACE and area.area.content.active


def _column(week: Week, area: AreaNow, frame: DayFrame) -> Column:
    spans = week.open.get((area.area.area_id, frame.day), ())
    return Column(area, frame, tuple(minutes(frame.day, span) for span in spans))


def minutes(day: date, span: Span) -> tuple[int, int]:
    """A time as minutes of ``day``."""
    return relative(day, span.start), relative(day, span.end)


def _cut(extent: tuple[int, int]) -> tuple[int, int] | None:
    """The part of an extent that lies in the day itself; None where none does."""
    top, bottom = max(extent[0], 0), min(extent[1], MINUTES_OF_DAY)
    return (top, bottom) if top < bottom else None


def _blocks(columns: tuple[Column, ...], bookings: Iterable[BookingRow]) -> Iterable[Block]:
    # What takes places stands to the left of what was cancelled.
    ordered = sorted(bookings, key=lambda b: (b.span.start, b.state not in LIVE, b.booking_id))
    for number, column in enumerate(columns):
        there = [
            (row, extent)
            for row in ordered
            if row.area_id == column.area_id
            and _cut(extent := minutes(column.day, row.span)) is not None
        ]
        lanes = lanes_of([extent for _row, extent in there])
        for (row, (top, bottom)), (lane, of) in zip(there, lanes, strict=True):
            yield Block(row, number, top, bottom, lane, of)


def _shuts(columns: tuple[Column, ...], closures: Iterable[ClosureRow]) -> Iterable[Shut]:
    rows = tuple(closures)
    for number, column in enumerate(columns):
        for row in rows:
            if row.content.area_id == column.area_id:
                top, bottom = minutes(column.day, row.span)
                if _cut((top, bottom)) is not None:
                    yield Shut(row, number, top, bottom)


def _extent(columns: tuple[Column, ...], blocks: Iterable[Block]) -> tuple[int, int]:
    """The hours somebody could need: opening hours and bookings, and a little around them."""
    needed = [each for column in columns for each in column.open]
    needed += [(block.top, block.bottom) for block in blocks]
    first = min((start for start, _end in needed), default=USUAL[0])
    last = max((end for _start, end in needed), default=USUAL[1])
    return max(first - PAD, 0), min(max(last + PAD, first + 120), MINUTES_OF_DAY)
