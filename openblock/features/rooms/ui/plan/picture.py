"""What the plan shows of each room and bed, in words and marks, taken from the occupancy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from openblock.clock import FOREVER, day_of
from openblock.errors import Problem, Severity
from openblock.features.rooms.queries import (
    BedNow,
    BedRow,
    BedState,
    ClosureRow,
    FloorRow,
    HoldRow,
    Occupancy,
    RoomRow,
)
from openblock.features.rooms.rules.content import RoomKind, Scope
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.features.rooms.words import closure_reason
from openblock.i18n import _, format_moment, format_short_day
from openblock.ui.messages import words

#: Marks of a bed: nothing wrong, kept apart or for the wrong sex, a need that is not met.
NONE, RED, AMBER = "", "red", "amber"


@dataclass(frozen=True, slots=True)
class BedPicture:
    """One bed as drawn: ``text`` fits a line, ``spoken`` is the whole of it in a sentence."""

    bed_id: int
    room_id: int
    named: str
    label: str
    state: BedState
    text: str
    spoken: str
    detail: str = ""
    mark: str = NONE
    now: BedNow | None = None

    @property
    def resident_id(self) -> int | None:
        """Who is in it."""
        assignment = self.now.assignment if self.now else None
        return assignment.content.resident_id if assignment else None


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """One room as drawn; ``closure`` is set where the whole of it is out of service."""

    room: RoomRow
    count: str
    beds: tuple[BedPicture, ...]
    closure: ClosureRow | None = None
    late: bool = False

    @property
    def living(self) -> bool:
        """Whether people live in it."""
        return self.room.content.kind == RoomKind.LIVING


def pictures_of(occupancy: Occupancy, floor: FloorRow) -> tuple[RoomPicture, ...]:
    """Every room of ``floor``, as it is at the instant of ``occupancy``."""
    now = {bed.bed_id: bed for bed in occupancy.beds}
    return tuple(_room(room, now, occupancy.at) for room in floor.rooms)


def _room(room: RoomRow, now: Mapping[int, BedNow], at: datetime) -> RoomPicture:
    beds = tuple(_bed(room, bed, now.get(bed.bed_id), at) for bed in room.beds)
    occupied = sum(bed.state == BedState.OCCUPIED for bed in beds)
    usable = sum(bed.state != BedState.CLOSED for bed in beds)
    closure = _whole_closure(beds)
    late = closure is not None and closure.late_on(day_of(at))
    return RoomPicture(room, f"{occupied}/{usable}", beds, closure, late)


def _whole_closure(beds: Iterable[BedPicture]) -> ClosureRow | None:
    """The closure that takes the room as a whole, if every bed lies under one."""
    found = None
    for bed in beds:
        closure = bed.now.closure if bed.now else None
        if closure is None or closure.content.scope == Scope.BED:
            return None
        found = closure
    return found


def _bed(room: RoomRow, bed: BedRow, now: BedNow | None, at: datetime) -> BedPicture:
    state = now.state if now else BedState.FREE
    return BedPicture(
        bed.bed_id,
        room.room_id,
        bed_name(room, bed),
        bed.label,
        state,
        _text(now, state),
        f"{bed_name(room, bed)}: {state_sentence(now, at)}",
        _detail(now),
        mark_of(now.problems) if now else NONE,
        now,
    )


def bed_name(room: RoomRow, bed: BedRow) -> str:
    """105 A."""
    return f"{room.code} {bed.label}"


def mark_of(problems: Iterable[Problem]) -> str:
    """Red for what must not be, amber for what needs a reason."""
    severities = {problem.severity for problem in problems}
    if Severity.ERROR in severities:
        return RED
    return AMBER if severities else NONE


def _text(now: BedNow | None, state: BedState) -> str:
    if now is None:
        return bed_state(BedState.FREE)
    if now.assignment is not None:
        return now.assignment.initialled
    if state == BedState.CLOSED and now.closure is not None:
        reason = closure_reason(now.closure.content.reason).lower()
        return f"{bed_letter(BedState.CLOSED)} {reason}"
    if state == BedState.HELD and now.hold is not None:
        return f"{bed_letter(BedState.HELD)} {held_for(now.hold)}"
    return bed_state(BedState.FREE)


def _detail(now: BedNow | None) -> str:
    """What comes: who has the bed next, or until when it is as it is; for a second line."""
    if now is None:
        return ""
    if now.next is not None:
        day = format_short_day(day_of(now.next.content.starts_at))
        return _("{day} {name}").format(day=day, name=now.next.initialled)
    row = now.assignment or (now.hold if now.state == BedState.HELD else None)
    if row is None or row.content.ends_at == FOREVER:
        return ""
    return _("until {moment}").format(moment=format_short_day(day_of(row.content.ends_at)))


def held_for(hold: HoldRow) -> str:
    """Whom or what a bed is held for."""
    return hold.name or hold.content.remark


def state_sentence(now: BedNow | None, at: datetime) -> str:
    """What a bed is, who is in it since when, what comes, what is wrong: for a reader's voice."""
    if now is None:
        return bed_state(BedState.FREE)
    parts = [_state_words(now)]
    if now.next is not None:
        parts.append(
            _("next {name} from {moment}").format(
                name=now.next.name, moment=format_moment(now.next.content.starts_at)
            )
        )
    parts += [words(problem) for problem in now.problems]
    if now.closure is not None and now.closure.late_on(day_of(at)):
        parts.append(_("should be in service again by now"))
    return ". ".join(part.rstrip(".") for part in parts)


def _state_words(now: BedNow) -> str:
    if now.assignment is not None:
        said = _("{name}, since {moment}").format(
            name=now.assignment.name, moment=format_moment(now.assignment.content.starts_at)
        )
        if now.assignment.content.ends_at != FOREVER:
            end = format_moment(now.assignment.content.ends_at)
            said = _("{sentence}, until {moment}").format(sentence=said, moment=end)
        return said
    if now.state == BedState.CLOSED and now.closure is not None:
        return closure_words(now.closure)
    if now.state == BedState.HELD and now.hold is not None:
        return _("reserved for {whom} until {moment}").format(
            whom=held_for(now.hold), moment=format_moment(now.hold.content.ends_at)
        )
    return bed_state(BedState.FREE)


def closure_lines(closure: ClosureRow) -> tuple[str, ...]:
    """A closure in short lines, for the plate on a closed room."""
    content = closure.content
    lines = [closure_reason(content.reason), content.remark]
    lines.append(_("since {day}").format(day=format_short_day(day_of(content.starts_at))))
    if content.expected_on is not None:
        expected = format_short_day(content.expected_on)
        lines.append(_("back {day}").format(day=expected))
    return tuple(filter(None, lines))


def closure_words(closure: ClosureRow) -> str:
    """Shut: repair since 9 Nov, expected back 30 Nov."""
    content = closure.content
    reason = closure_reason(content.reason).lower()
    if content.remark:
        reason = f"{reason} ({content.remark})"
    since = format_short_day(day_of(content.starts_at))
    if content.expected_on is None:
        return _("out of service: {reason} since {day}").format(reason=reason, day=since)
    return _("out of service: {reason} since {day}, expected back {expected}").format(
        reason=reason, day=since, expected=format_short_day(content.expected_on)
    )
