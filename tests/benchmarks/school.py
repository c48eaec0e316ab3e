"""A demonstration grown to a school: so many trainees on many courses, beside so many officers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, insert, select

from openblock import clock
from openblock.features.accounts.tables import SettingRow
from openblock.features.diary.tables import Commitment
from openblock.features.roster.commands import (
    LayCycle,
    RefreshCalendar,
    lay_cycle,
    refresh_calendar,
)
from openblock.features.roster.queries import team_cycles
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.commands import SaveClasses, SaveCourse, save_classes, save_course
from openblock.features.shadowing.queries import items, trainees
from openblock.features.shadowing.rules.content import ClassContent, CourseContent, ItemKind
from openblock.features.shadowing.tables import ClassSession, Clearance, Shadowing, Trainee
from openblock.features.staff.queries import officers
from openblock.features.staff.tables import Officer
from openblock.storage.store import Store
from tests.benchmarks.country import GIVEN, SURNAMES

FIRST, LAST = date(2026, 7, 1), date(2026, 12, 31)
ON_A_COURSE = 14
APART = 12
HALF_A_DAY = timedelta(hours=12)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Beside:
    """A duty of one of the officers who came in addition."""

    officer_id: int
    code: str
    starts_at: datetime
    ends_at: datetime


def grow(store: Store, people: int, staff: int) -> None:
    """Half a year of roster for ``staff`` officers, and practice in it for ``people`` trainees.

    Those who are there already are counted; who comes in addition is on courses of fourteen, each
    with a shadowing shift every twelve days, settled as far as it is past.
    """
    known = store.read(officers)
    with store.engine.begin() as connection:
        connection.execute(
            insert(SettingRow), [{"key": "shadow_most_per_block", "value": 99, "version": 1}]
        )
        more = [
            _officer(number, known[number % len(known)]) for number in range(staff - len(known))
        ]
        if more:
            connection.execute(insert(Officer), more)
    store.run(refresh_calendar, RefreshCalendar(FIRST.year, LAST.year))
    store.run(lay_cycle, LayCycle(FIRST, LAST, store.read(team_cycles)))
    count = people - len(store.read(trainees))
    courses = [_course(store, number) for number in range((count + ON_A_COURSE - 1) // ON_A_COURSE)]
    if courses:
        cleared = [each.item_id for each in store.read(items, ItemKind.CLEARANCE)]
        with store.engine.begin() as connection:
            _fill(connection, [courses[number % len(courses)] for number in range(count)], cleared)


def _officer(number: int, like: object) -> dict[str, object]:
    """As one of those who are there already, under another name."""
    content = like.content  # type: ignore[attr-defined]
    values = {name: getattr(content, name) for name in content.__slots__}
    name = {
        "badge": f"X{number}",
        "surname": f"{SURNAMES[number % len(SURNAMES)]}-{SURNAMES[number // len(SURNAMES)]}",
        "given_name": GIVEN[number % len(GIVEN)],
    }
    return {**values, **name, "version": 1}


def _course(store: Store, number: int) -> int:
    """A course of the whole half year with a class each Tuesday."""
    content = CourseContent(f"X{number}", FIRST, LAST, 160 * 60, night_allowed=True)
    course = int(store.run(save_course, SaveCourse(None, 0, content)).value)
    tuesday = FIRST + timedelta(days=(1 - FIRST.weekday()) % 7)
    classes = []
    while tuesday <= LAST:
        span = (clock.at(tuesday, 9 * 60), clock.at(tuesday, 15 * 60))
        classes.append(ClassContent(course, *span, "Likumi"))
        tuesday += WEEK
    store.run(save_classes, SaveClasses(tuple(classes)))
    return course


def _fill(connection: Connection, courses: list[int], cleared: list[int]) -> None:
    """Trainees past the commands, but not past the database; one for each of ``courses``."""
    last = max(connection.scalars(select(Trainee.id)))
    numbers = [last + 1 + place for place in range(len(courses))]
    rows = zip(numbers, courses, strict=True)
    connection.execute(insert(Trainee), [_trainee(number, course) for number, course in rows])
    ticks = [
        {"trainee_id": number, "item_id": item, "day": FIRST, "noted_by": "Anna", "version": 1}
        for number in numbers
        for item in cleared
    ]
    connection.execute(insert(Clearance), ticks)
    shifts = list(_shifts(numbers, _duties(connection)))
    first = max(connection.scalars(select(Shadowing.id)), default=0) + 1
    for place, row in enumerate(shifts, start=first):
        row["id"] = place
    connection.execute(insert(Shadowing), shifts)
    connection.execute(insert(Commitment), list(_diary(connection, numbers, shifts)))


def _trainee(number: int, course: int) -> dict[str, object]:
    return {
        "id": number,
        "course_id": course,
        "surname": f"{SURNAMES[number % len(SURNAMES)]}a{number}",
        "given_name": GIVEN[number % len(GIVEN)],
        "group": "",
        "phone": "",
        "left_on": None,
        "account_id": None,
        "version": 1,
    }


def _duties(connection: Connection) -> dict[date, list[Beside]]:
    """The duties of mentors who came in addition, by day."""
    asked = (
        select(Duty.day, Duty.officer_id, Duty.code, Duty.starts_at, Duty.ends_at)
        .join(Officer, Officer.id == Duty.officer_id)
        .where(Officer.badge.like("X%"), Officer.is_mentor, Duty.day.between(FIRST, LAST))
        .order_by(Duty.day, Duty.officer_id)
    )
    found: dict[date, list[Beside]] = {}
    for day, *duty in connection.execute(asked):
        found.setdefault(day, []).append(Beside(*duty))
    return found


def _shifts(
    numbers: Iterable[int], duties: dict[date, list[Beside]]
) -> Iterator[dict[str, object]]:
    """Two beside one mentor at most; on no Tuesday, for that is a day of class."""
    beside: Counter[tuple[int, date]] = Counter()
    for number in numbers:
        day = FIRST + timedelta(days=number % APART)
        while day < LAST:
            free = [each for each in duties.get(day, ()) if beside[each.officer_id, day] < 2]
            if free and day.weekday() != 1:
                duty = free[number % len(free)]
                beside[duty.officer_id, day] += 1
                yield _shift(number, duty)
            day += timedelta(days=APART)


def _shift(number: int, duty: Beside) -> dict[str, object]:
    ends = min(duty.starts_at + HALF_A_DAY, duty.ends_at)
    settled = ends < clock.now() - timedelta(days=3)
    return {
        "trainee_id": number,
        "officer_id": duty.officer_id,
        "starts_at": duty.starts_at,
        "ends_at": ends,
        "state": "confirmed" if settled else "planned",
        "cause": "",
        "override": "",
        "duty_code": duty.code,
        "duty_starts_at": duty.starts_at,
        "duty_ends_at": duty.ends_at,
        "planned_by": "Anna",
        "planned_at": clock.at(FIRST),
        "actual_starts_at": duty.starts_at if settled else None,
        "actual_ends_at": ends if settled else None,
        "situations": [],
        "evaluation": {},
        "remark": "",
        "settled_by": "Anna" if settled else "",
        "settled_at": ends if settled else None,
        "version": 1,
    }


def _diary(
    connection: Connection, numbers: list[int], shifts: list[dict[str, object]]
) -> Iterator[dict[str, object]]:
    """What the commands would have put into the diary: shifts, and the classes of the courses."""
    for row in shifts:
        yield _held(row["trainee_id"], "shadowing", row)
    asked = (
        select(Trainee.id, ClassSession.id, ClassSession.starts_at, ClassSession.ends_at)
        .join(ClassSession, ClassSession.course_id == Trainee.course_id)
        .where(Trainee.id >= numbers[0])
    )
    for trainee_id, number, starts, ends in connection.execute(asked):
        yield _held(trainee_id, "class", {"id": number, "starts_at": starts, "ends_at": ends})


def _held(trainee_id: object, kind: str, row: dict[str, object]) -> dict[str, object]:
    times = {name: row[name] for name in ("starts_at", "ends_at")}
    return {"person": f"trainee:{trainee_id}", "kind": kind, "source_id": row["id"], **times}
