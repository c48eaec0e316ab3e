"""What lies on the board's lines: bars, holds, closures, the free stretches between, the moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Severity
from openblock.features.rooms.queries import AssignmentRow, Bar, Board, ClosureRow, HoldRow
from openblock.features.rooms.rules.content import Scope
from openblock.features.rooms.ui.board import wording
from openblock.features.rooms.ui.board.lines import Line, lines_of


class Kind(StrEnum):
    """How a piece is drawn: solid, grey, dashed with an arrow, dotted R, hatched S; or not at all.

    ``FREE`` is a stretch of days in which nobody has the bed: the keyboard stops there too.
    """

    PRESENT = "present"
    PAST = "past"
    PLANNED = "planned"
    HELD = "held"
    CLOSED = "closed"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on one line during ``[start, end)``, with its words.

    ``name`` stands first and bold, ``remark`` after it; ``spoken`` says all. ``problem`` is
    ``error``, ``warning`` or empty. ``doubtful`` is when a closure may end, FOREVER if not said.
    """

    kind: Kind
    key: tuple[str, int]
    line: int
    start: datetime
    end: datetime
    name: str
    remark: str
    spoken: str
    problem: str = ""
    doubtful: datetime = FOREVER
    assignment: AssignmentRow | None = None
    #: Whose bar or whose hold it is.
    resident_id: int | None = None

    @property
    def is_bar(self) -> bool:
        """Whether it is somebody's stay in the bed, which can be moved and stretched."""
        return self.assignment is not None


@dataclass(frozen=True, slots=True)
class Link:
    """One move of one person between two lines of the board, at an instant."""

    at: datetime
    source: int
    target: int
    planned: bool


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """All that a board shows: its lines, the pieces of each by time, and the moves between them."""

    start: datetime
    end: datetime
    now: datetime
    lines: tuple[Line, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    links: tuple[Link, ...]

    def line_of(self, bed_id: int) -> int:
        """The line of a bed, or -1 where it is not shown."""
        return next((place for place, line in enumerate(self.lines) if line.bed_id == bed_id), -1)

    def stops(self, line: int) -> tuple[Piece, ...]:
        """The pieces of a line and the free stretches between them, in order of time."""
        found: list[Piece] = []
        reached = self.start
        for piece in self.pieces[line]:
            if piece.start > reached:
                found.append(self._free(line, reached, piece.start))
            found.append(piece)
            reached = max(reached, piece.end)
        if reached < self.end:
            found.append(self._free(line, reached, FOREVER))
        return tuple(found)

    def stop_at(self, line: int, moment: datetime) -> Piece:
        """The piece or free stretch of a line at an instant; of several the one begun last."""
        stops = self.stops(line)
        held = [each for each in stops if each.start <= moment < each.end]
        return max(held, key=lambda each: each.start) if held else stops[0]

    def _free(self, line: int, start: datetime, end: datetime) -> Piece:
        bed = self.lines[line]
        spoken = wording.spoken_gap(bed.name, start, end, self.end)
        key = (f"free {start.isoformat()}", bed.bed_id)
        return Piece(Kind.FREE, key, line, start, end, "", "", spoken)


NOTHING = BoardPicture(FOREVER, FOREVER, FOREVER, (), (), ())


def picture_of(board: Board, floor_id: int | None, now: datetime) -> BoardPicture:
    """What a board read from the store shows of one floor, or of all, at ``now``."""
    lines = lines_of(board.buildings, floor_id)
    places = {line.bed_id: place for place, line in enumerate(lines)}
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    for bar in board.bars:
        if (place := places.get(bar.assignment.content.bed_id)) is not None:
            found[place].append(_bar(bar, place, now))
    for hold in board.holds:
        if (place := places.get(hold.content.bed_id)) is not None:
            found[place].append(_hold(hold, lines[place], place))
    for closure in board.closures:
        for place in _closed_lines(board, closure, lines, places):
            found[place].append(_closure(closure, lines[place], place))
    pieces = tuple(
        tuple(sorted(found[place], key=lambda each: (each.start, each.end)))
        for place in range(len(lines))
    )
    return BoardPicture(board.start, board.end, now, lines, pieces, _links(board, places, now))


def _bar(bar: Bar, place: int, now: datetime) -> Piece:
    row = bar.assignment
    kind = Kind.PRESENT
    if row.content.starts_at > now:
        kind = Kind.PLANNED
    elif row.content.ends_at <= now:
        kind = Kind.PAST
    severities = {each.severity for each in bar.problems}
    return Piece(
        kind,
        ("assignment", row.assignment_id),
        place,
        row.content.starts_at,
        row.content.ends_at,
        row.name,
        wording.remark_of(bar, now),
        wording.spoken_bar(bar, now),
        problem=next(
            (str(each) for each in (Severity.ERROR, Severity.WARNING) if each in severities), ""
        ),
        assignment=row,
        resident_id=row.content.resident_id,
    )


def _hold(row: HoldRow, line: Line, place: int) -> Piece:
    return Piece(
        Kind.HELD,
        ("hold", row.hold_id),
        place,
        row.content.starts_at,
        row.content.ends_at,
        wording.hold_text(row),
        "",
        wording.spoken_hold(line.name, row),
        resident_id=row.content.resident_id,
    )


def _closure(row: ClosureRow, line: Line, place: int) -> Piece:
    made = Piece(
        Kind.CLOSED,
        ("closure", row.closure_id),
        place,
        row.content.starts_at,
        row.content.ends_at,
        wording.closure_text(row),
        "",
        wording.spoken_closure(line.name, row),
    )
    if row.content.ends_at == FOREVER and row.content.expected_on:
        return replace(made, doubtful=clock.at(row.content.expected_on + timedelta(days=1)))
    return made


def _closed_lines(
    board: Board, closure: ClosureRow, lines: Sequence[Line], places: Mapping[int, int]
) -> list[int]:
    """The lines a closure of a bed, room, section or building takes out of service."""
    subject = closure.content.subject_id
    if closure.content.scope == Scope.BED:
        return [places[subject]] if subject in places else []
    if closure.content.scope == Scope.ROOM:
        rooms = {subject}
    else:
        rooms = _rooms_of(board, closure.content.scope, subject)
    return [place for place, line in enumerate(lines) if line.room.room_id in rooms]


def _rooms_of(board: Board, scope: str, subject_id: int) -> set[int]:
    return {
        room.room_id
        for building in board.buildings
        for floor in building.floors
        for section in floor.sections
        for room in section.rooms
        if subject_id == (section.section_id if scope == Scope.SECTION else building.building_id)
    }


def _links(board: Board, places: Mapping[int, int], now: datetime) -> tuple[Link, ...]:
    """A person who leaves one bed at the instant of coming into another has moved."""
    ended = {
        (row.content.resident_id, row.content.ends_at): row.content.bed_id
        for row in (bar.assignment for bar in board.bars)
    }
    found = []
    for bar in board.bars:
        content = bar.assignment.content
        source = places.get(ended.get((content.resident_id, content.starts_at), -1))
        target = places.get(content.bed_id)
        if source is not None and target is not None and source != target:
            at = content.starts_at
            found.append(Link(at, source, target, planned=at > now))
    return tuple(found)
