"""What goes on around practice: the roster, who serves and learns, classes and times away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from openblock.clock import at
from openblock.features.shadowing.commands import (
    RemoveClass,
    RemoveUnavailability,
    SaveClasses,
    SaveCourse,
    SaveTrainee,
    SaveUnavailability,
    remove_class,
    remove_unavailability,
    save_classes,
    save_course,
    save_trainee,
    save_unavailability,
)
from openblock.features.shadowing.queries import courses, trainees
from openblock.features.shadowing.rules.content import ClassContent, UnavailabilityContent
from tests.features.shadowing.travelling import PracticeTraveller
from tests.travels.practice import PracticePlans, answers
from tests.travels.roster import leaving, offsets, which

people = st.none() | which


class Living(PracticeTraveller, PracticePlans):
    """Everything but practice itself."""

    # what else there is in the trainees' time

    @rule(
        number=people,
        of=which,
        offset=offsets,
        hour=st.integers(7, 20),
        length=st.integers(1, 8),
        group=st.sampled_from(["", "", "A", "B"]),
        reason=answers,
    )
    def lesson(
        self,
        *,
        number: int | None,
        of: int,
        offset: int,
        hour: int,
        length: int,
        group: str,
        reason: str,
    ) -> None:
        begins = at(self.day(offset), hour * 60)
        ends = begins + timedelta(hours=length)
        content = ClassContent(self.any_of("courses", of), begins, ends, "Likumi", group)
        old = self.editing("classes", number)
        self.attempt(save_classes, SaveClasses((content,), *old, reason))

    @rule(number=which)
    def no_lesson(self, number: int) -> None:
        found = self.one("classes", number)
        if found is not None:
            self.attempt(remove_class, RemoveClass(found[0], self.version("classes", found[0])))

    @rule(
        number=people,
        who=which,
        offset=offsets,
        hour=st.integers(0, 23),
        length=st.sampled_from([1, 5, 12, 24, 60]),
        reason=answers,
    )
    def away(
        self, *, number: int | None, who: int, offset: int, hour: int, length: int, reason: str
    ) -> None:
        begins = at(self.day(offset), hour * 60)
        times = (begins, begins + timedelta(hours=length))
        content = UnavailabilityContent(self.any_of("trainees", who), *times, "eksāmeni")
        old = self.editing("unavailabilities", number)
        self.attempt(save_unavailability, SaveUnavailability(*old, content, reason))

    @rule(number=which)
    def comes_after_all(self, number: int) -> None:
        found = self.one("unavailabilities", number)
        if found is not None:
            version = self.version("unavailabilities", found[0])
            self.attempt(remove_unavailability, RemoveUnavailability(found[0], version))

    # who learns

    @rule(who=which, of=which, last=leaving, group=st.sampled_from(["", "A", "B"]), reason=answers)
    def a_trainee_changes(
        self, who: int, of: int, last: int | None, group: str, reason: str
    ) -> None:
        """Another course or group, gives up, or comes back."""
        rows = self.store.read(trainees)
        row = rows[who % len(rows)]
        course = self.any_of("courses", of)
        left_on = None if last is None else self.day(last)
        content = replace(row.content, course_id=course, group=group, left_on=left_on)
        request = SaveTrainee(row.trainee_id, row.version, content, reason)
        self.attempt(save_trainee, request)

    @rule(of=which, first=st.integers(-12, -2), last=st.integers(2, 20), nights=st.booleans())
    def a_course_changes(self, of: int, first: int, last: int, nights: bool) -> None:
        rows = self.store.read(courses)
        row = rows[of % len(rows)]
        days = {"first_day": self.day(first), "last_day": self.day(last)}
        content = replace(row.content, **days, night_allowed=nights)
        self.attempt(save_course, SaveCourse(row.course_id, row.version, content))
