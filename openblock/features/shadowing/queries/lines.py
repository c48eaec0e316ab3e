"""A trainee's line: hours, what has been learnt, what is wrong, and whether the rest can be had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement

from openblock.clock import MINUTES_OF_DAY, at, day_of
from openblock.errors import Problem, Severity
from openblock.features.shadowing.queries.courses import class_rows
from openblock.features.shadowing.queries.entries import (
    ClassRow,
    CourseRow,
    Hours,
    TraineeRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.queries.learning import EXPECTED, Lessons, free_days_of
from openblock.features.shadowing.queries.practice import Practice, PracticeShift
from openblock.features.shadowing.queries.reach import Lack, Reach, own_time
from openblock.features.shadowing.queries.rows import TraineeLine
from openblock.features.shadowing.queries.trainees import away_between, trainee_rows
from openblock.features.shadowing.rules.attending import attends
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.rules.hours import Tally, hours_of, progress_problems
from openblock.features.shadowing.words import item_name

#: A shadowing shift that holds the trainee's time.
HOLDING = EXPECTED | {Standing.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Timetables:
    """The classes of some courses and the times their trainees cannot come."""

    classes: tuple[ClassRow, ...]
    away: Mapping[int, tuple[UnavailabilityRow, ...]]

    def classes_of(self, trainee: TraineeRow) -> tuple[ClassRow, ...]:
        """The classes the trainee goes to: the course's own, of the group or of everybody."""
        own = trainee.content
        return tuple(
            each
            for each in self.classes
            if each.content.course_id == own.course_id
            and attends(each.content.group, own.group, own.left_on, _span(each))
        )

    def away_of(self, trainee: TraineeRow) -> tuple[UnavailabilityRow, ...]:
        """When the trainee cannot come."""
        return self.away.get(trainee.trainee_id, ())


class Trainees:
    """Some trainees with everything of theirs, read in one go for all of them."""

    def __init__(self, practice: Practice, *wanted: ColumnElement[bool]) -> None:
        self.practice = practice
        self._wanted = wanted
        self.rows = trainee_rows(practice.session, *wanted)
        self.shifts = practice.shifts(*wanted)
        self._shifts_of: dict[int, list[PracticeShift]] = defaultdict(list)
        for each in self.shifts:
            self._shifts_of[each.row.trainee_id].append(each)
        expected = (each.row.span for each in self.shifts if each.row.standing in EXPECTED)
        self.lessons = Lessons(practice.limits, free_days_of(practice.session, expected))
        self._reach = Reach(practice)

    def timetables(self, first: date, last: date) -> Timetables:
        """Classes and absences from ``first`` to ``last``, and on to the end of the courses."""
        ends = [self.course_of(each).content.last_day for each in self.rows]
        since = min(first, day_of(self.practice.at))
        until = max(last, *ends) if ends else last
        session = self.practice.session
        course_ids = {each.content.course_id for each in self.rows}
        return Timetables(
            class_rows(session, course_ids, since, until),
            away_between(session, Span(at(since), at(until, MINUTES_OF_DAY)), *self._wanted),
        )

    def course_of(self, trainee: TraineeRow) -> CourseRow:
        """The trainee's course."""
        return self.practice.courses[trainee.content.course_id]

    def shifts_of(self, trainee: TraineeRow) -> Sequence[PracticeShift]:
        """The trainee's shadowing shifts, by start."""
        return self._shifts_of[trainee.trainee_id]

    def line(self, trainee: TraineeRow, timetables: Timetables) -> TraineeLine:
        """The trainee's line of the grid, and the head of the card."""
        course, shifts = self.course_of(trainee), self.shifts_of(trainee)
        tally = hours_of(
            ((each.row.standing, each.row.minutes) for each in shifts),
            course.content.required_minutes,
            self.practice.limits,
        )
        return TraineeLine(
            trainee=trainee,
            hours=_hours(tally),
            learning=self.lessons.learning(course, (each.row for each in shifts)),
            warnings=tuple(self._warnings(trainee, course, tally)),
            within_reach=self._within_reach(trainee, tally, timetables) if tally.short else None,
        )

    def _warnings(self, trainee: TraineeRow, course: CourseRow, tally: Tally) -> Iterable[Problem]:
        """TR-02 and TR-14; nothing of who has left, nor of clearance once the course is over."""
        today = day_of(self.practice.at)
        left = trainee.content.left_on
        if left is not None and left < today:
            return
        if trainee.lacking and today <= course.content.last_day:
            names = {
                each.item_id: item_name(each.code, each.name)
                for each in self.practice.clearance_items
            }
            items = tuple(names[number] for number in trainee.lacking)
            facts = {"trainee": trainee.name, "items": items, "day": today}
            yield Problem("practice-not-cleared", Severity.WARNING, facts)
        yield from progress_problems(tally, course.content, today, self.practice.limits)

    def _within_reach(self, trainee: TraineeRow, tally: Tally, timetables: Timetables) -> bool:
        course, left = self.course_of(trainee).content, trainee.content.left_on
        busy = own_time(
            (_span(each) for each in timetables.classes_of(trainee)),
            (_held(each) for each in self.shifts_of(trainee) if each.row.standing in HOLDING),
            (_span(each) for each in timetables.away_of(trainee)),
        )
        last_day = course.last_day if left is None else min(course.last_day, left)
        return self._reach.holds(Lack(tally.short, course, last_day, busy))


def _held(shift: PracticeShift) -> Span:
    settled = shift.row.settled
    return settled.span if settled is not None and settled.span is not None else shift.row.span


def _span(row: ClassRow | UnavailabilityRow) -> Span:
    return Span(row.content.starts_at, row.content.ends_at)


def _hours(tally: Tally) -> Hours:
    return Hours(tally.required, tally.confirmed, tally.planned, tally.done, tally.missed)
