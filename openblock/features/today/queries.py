"""Who is on one shift: officers by time and post, the trainees beside them, minimums, the roll."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from openblock import clock
from openblock.errors import Problem
from openblock.features.accounts.queries import settings
from openblock.features.grounds.queries.areas import areas
from openblock.features.grounds.queries.limits import lights, read_figures
from openblock.features.grounds.queries.live import live, meets
from openblock.features.grounds.queries.standing import Standing as OnGrounds
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.rules.content import AreaKind, Light, State
from openblock.features.grounds.rules.content import Span as Hours
from openblock.features.rooms.queries.house import bed_places, house
from openblock.features.rooms.queries.now import placed_at, roll_at
from openblock.features.rooms.rules.roll import Roll
from openblock.features.roster.queries.duties import RosterDuty, duties_between
from openblock.features.roster.queries.settings import MinimumRow, minimums
from openblock.features.roster.rules import Shift, gaps, lowest_present
from openblock.features.roster.rules.staffing import Gap
from openblock.features.shadowing.queries.live import held_in
from openblock.features.shadowing.queries.practice import Practice
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.staff.queries import OfficerRow, block_order, officers

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ShiftTrainee:
    """A trainee beside an officer, and from when until when; confirmed hours where they are."""

    trainee_id: int
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class ShiftOfficer:
    """An officer on the shift, the duty's hours, and the trainees of those hours."""

    officer_id: int
    name: str
    rank: str
    post: str
    phone: str
    team: int | None
    span: Span
    trainees: tuple[ShiftTrainee, ...]


@dataclass(frozen=True, slots=True)
class StaffingOfShift:
    """A minimum within the shift, the fewest on duty in its hours, and when they are too few.

    Officers are counted and nobody else: a trainee never makes up a minimum (TR-10).
    """

    name: str
    from_minute: int
    to_minute: int
    needed: int
    present: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class BedsInUse:
    """A section, and how many of its beds somebody has."""

    section: str
    beds: int


@dataclass(frozen=True, slots=True)
class ShiftBooking:
    """A use of the grounds in the shift's hours; ``supervisor`` is empty where nobody is named.

    ``lost`` is set where somebody has to watch and nobody who is on duty throughout does (GR-06).
    """

    booking_id: int
    area: str
    span: Span
    heads: int
    purpose: str
    state: State
    officer_id: int | None
    supervisor: str
    lost: Problem | None = None


@dataclass(frozen=True, slots=True)
class ShiftList:
    """One shift as it is handed out; ``team`` where most of those who begin it are of one.

    ``upset`` are trainees' shifts of these hours that need planning anew: they count for nobody.
    ``roll`` is counted at ``counted_at``; it is None in a block without beds. ``bookings`` are
    the uses of the grounds in its hours, by time; ``lights`` those of its day and of the next
    morning, and there are none in a block without grounds.
    """

    day: date
    span: Span
    team: int | None
    officers: tuple[ShiftOfficer, ...]
    staffing: tuple[StaffingOfShift, ...]
    upset: tuple[ShadowingRow, ...]
    counted_at: datetime
    roll: Roll | None
    sections: tuple[BedsInUse, ...]
    bookings: tuple[ShiftBooking, ...] = ()
    lights: tuple[Light, ...] = ()


def shift_list(session: Session, day: date, at: datetime) -> ShiftList:
    """The shift that begins on ``day`` when the block's shifts begin, as it stands at ``at``.

    Whoever is on duty for most of their time in its hours is on it: those of twelve hours and of
    the working day too, each duty on one list.
    """
    start = int(settings(session)["shift_start"])
    span = Span(clock.at(day, start), clock.at(day, start + clock.MINUTES_OF_DAY))
    # A duty of yesterday may reach into the shift, and one of tomorrow begin before it ends.
    around = duties_between(session, day - 2 * _DAY, day + 2 * _DAY)
    here = [each for each in around if lies_in(Span(each.starts_at, each.ends_at), span)]
    people = {row.officer_id: row for row in officers(session)}
    shifts = Practice(session, at).shifts(held_in(span))
    beside, upset = _beside([each.row for each in shifts], around, span)
    counted_at = at if clock.day_of(at) == day or span.start <= at < span.end else span.start
    roll = roll_at(session, counted_at)
    return ShiftList(
        day=day,
        span=span,
        team=_team([each for each in here if each.starts_at == span.start], people),
        officers=_on_it(here, people, beside),
        staffing=_staffing(minimums(session), span, day, [each.shift for each in around]),
        upset=upset,
        counted_at=counted_at,
        roll=roll if roll.beds else None,
        sections=_sections(session, counted_at),
        bookings=_bookings(session, span, at),
        lights=_lights(session, day),
    )


Beside = Mapping[tuple[int, datetime], tuple[ShiftTrainee, ...]]


def _beside(
    rows: Iterable[ShadowingRow], around: Sequence[RosterDuty], shift: Span
) -> tuple[Beside, tuple[ShadowingRow, ...]]:
    """Trainees by officer and start of the duty; and those nobody stands beside any more."""
    found: dict[tuple[int, datetime], list[ShiftTrainee]] = defaultdict(list)
    upset = []
    for row in rows:
        if row.standing is Standing.MISSED:
            continue
        span = row.settled.span if row.settled is not None and row.settled.span else row.span
        duty = next((each for each in around if _holds(each, row.officer_id, span)), None)
        if duty is None or row.standing is Standing.REPLAN:
            if lies_in(span, shift):
                upset.append(row)
        elif lies_in(Span(duty.starts_at, duty.ends_at), shift):
            trainee = ShiftTrainee(row.trainee_id, row.trainee, span)
            found[duty.officer_id, duty.starts_at].append(trainee)
    sorted_found = {
        key: tuple(sorted(each, key=lambda one: (one.span, one.name)))
        for key, each in found.items()
    }
    return sorted_found, tuple(upset)


def lies_in(part: Span, shift: Span) -> bool:
    """Whether most of it does; of two equal halves the first counts.

    A working day begins an hour before the shift it belongs to, and is not on the one before.
    """
    if not part.meets(shift):
        return False
    inside = 2 * Span(max(part.start, shift.start), min(part.end, shift.end)).minutes
    return inside > part.minutes or (inside == part.minutes and part.start >= shift.start)


def _holds(duty: RosterDuty, officer_id: int, span: Span) -> bool:
    return duty.officer_id == officer_id and Span(duty.starts_at, duty.ends_at).holds(span)


def _on_it(
    here: Sequence[RosterDuty], people: Mapping[int, OfficerRow], beside: Beside
) -> tuple[ShiftOfficer, ...]:
    """By time, then by post, the post of the most senior first."""
    duties = sorted(here, key=lambda each: (each.starts_at, block_order(people[each.officer_id])))
    first: dict[tuple[datetime, str], int] = {}
    for place, each in enumerate(duties):
        first.setdefault((each.starts_at, _post(each, people)), place)
    duties.sort(key=lambda each: (each.starts_at, first[each.starts_at, _post(each, people)]))
    return tuple(
        ShiftOfficer(
            officer_id=each.officer_id,
            name=people[each.officer_id].name,
            rank=people[each.officer_id].rank,
            post=_post(each, people),
            phone=people[each.officer_id].phone,
            team=people[each.officer_id].team,
            span=Span(each.starts_at, each.ends_at),
            trainees=beside.get((each.officer_id, each.starts_at), ()),
        )
        for each in duties
    )


def _post(duty: RosterDuty, people: Mapping[int, OfficerRow]) -> str:
    officer = people[duty.officer_id]
    return duty.post or officer.post or officer.position


def _team(begun: Sequence[RosterDuty], people: Mapping[int, OfficerRow]) -> int | None:
    """The team of most of them; day posts, who have none, aside."""
    found = (people[each.officer_id].team for each in begun)
    teams = Counter(team for team in found if team is not None)
    if not teams:
        return None
    team, count = teams.most_common(1)[0]
    return team if count * 2 > teams.total() else None


def _staffing(
    rows: Iterable[MinimumRow], span: Span, day: date, shifts: Sequence[Shift]
) -> tuple[StaffingOfShift, ...]:
    """Each minimum on the day on which its hours begin within the shift."""
    found = []
    for row in rows:
        wanted = row.minimum
        begins = day if clock.at(day, wanted.from_minute) >= span.start else day + _DAY
        present = lowest_present(wanted, begins, shifts)
        if present is None:
            continue
        found.append(
            StaffingOfShift(
                wanted.name,
                wanted.from_minute,
                wanted.to_minute,
                wanted.needed,
                present,
                gaps(wanted, begins, shifts),
            )
        )
    return tuple(found)


def _sections(session: Session, at: datetime) -> tuple[BedsInUse, ...]:
    places = bed_places(session)
    used = Counter(places[row.content.bed_id].section_id for row in placed_at(session, at).values())
    return tuple(
        BedsInUse(section.content.name, used[section.section_id])
        for building in house(session)
        for floor in building.floors
        for section in floor.sections
        if used[section.section_id]
    )


def _bookings(session: Session, shift: Span, at: datetime) -> tuple[ShiftBooking, ...]:
    """Who is out when the shift begins stands on its list too: somebody has to let them in."""
    near = stored_bookings(session, live(), meets(Hours(shift.start, shift.end)), people=False)
    outside = OnGrounds(session, read_figures(session), at, near, whole=True)
    return tuple(
        ShiftBooking(
            booking_id=each.booking_id,
            area=each.area,
            span=Span(each.span.start, each.span.end),
            heads=each.heads,
            purpose=each.purpose,
            state=each.state,
            officer_id=each.officer_id,
            supervisor=each.officer,
            lost=each.lost,
        )
        for each in outside.rows()
    )


def _lights(session: Session, day: date) -> tuple[Light, ...]:
    if all(each.content.kind is not AreaKind.PLACE for each in areas(session)):
        return ()
    return lights(session, day, day + _DAY)
