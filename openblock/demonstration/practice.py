"""The demonstration's practice: two courses whose trainees stand in every state there is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from openblock import clock
from openblock.demonstration.schedule import Schedule
from openblock.demonstration.trainees import FIRST_COURSE, FIRST_ENDS, SECOND_COURSE, Learner
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import (
    AddAddendum,
    ChangePractice,
    ConfirmShadowing,
    MissShadowing,
    SaveClasses,
    SaveCourse,
    SaveTrainee,
    SaveUnavailability,
    StartPractice,
    add_addendum,
    change_practice,
    confirm_shadowing,
    miss_shadowing,
    save_classes,
    save_course,
    save_trainee,
    save_unavailability,
    start_practice,
)
from openblock.features.shadowing.queries import (
    ShadowingRow,
    ToConfirm,
    items,
    to_confirm,
    trainee_card,
)
from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    ClassContent,
    Confirmation,
    CourseContent,
    ItemKind,
    Mark,
    SituationKind,
    Standing,
    TraineeContent,
    UnavailabilityContent,
)
from openblock.storage.store import Store

BEGINS, ENDS = 9 * 60, 16 * 60
_DAY = timedelta(days=1)
_MARKS = (Mark.WATCHED, Mark.HELPED, Mark.ALONE)


class Practice:
    """Does what a coordinator and the mentors would have done, the clock standing at each time."""

    def __init__(self, store: Store, day: date) -> None:
        self._store = store
        self._day = day
        self._names: dict[str, int] = {}
        self._competences: tuple[int, ...] = ()

    def happen(self) -> None:
        """Everything up to the day, what is planned after it, and what has come in between."""
        with clock.standing_at(self._ago(50)):
            self._store.run(start_practice, StartPractice())
            first = self._course(f"{self._day.year}/2", 48, FIRST_ENDS, hours=90, night=False)
            second = self._course(f"{self._day.year}/3", 13, 76, hours=120, night=True)
            competences = self._store.read(items, ItemKind.COMPETENCE)
            self._competences = tuple(each.item_id for each in competences)
        self._enter(first, FIRST_COURSE)
        self._enter(second, SECOND_COURSE)
        self._timetable(first, second)
        self._plan()
        self._settle()
        with clock.standing_at(self._ago(1)):
            self._roster_moves_on()
            self._falls_ill("Pērkone")

    def number_of(self, surname: str) -> int:
        """The number of one of the trainees."""
        return self._names[surname]

    def _course(self, name: str, ago: int, ahead: int, *, hours: int, night: bool) -> int:
        content = CourseContent(
            name,
            self._day - ago * _DAY,
            self._day + ahead * _DAY,
            hours * 60,
            night_allowed=night,
            # Nobody is asked to see what the course does not allow.
            situations=tuple(
                each for each in USUAL_SITUATIONS if night or each.kind is not SituationKind.NIGHT
            ),
        )
        return int(self._store.run(save_course, SaveCourse(None, 0, content)).value)

    def _enter(self, course_id: int, learners: tuple[Learner, ...]) -> None:
        with clock.standing_at(self._ago(49)):
            had = {each.code: each.item_id for each in self._store.read(items, ItemKind.CLEARANCE)}
        for learner in learners:
            with clock.standing_at(self._ago(max(learner.since, 12) + 1)):
                content = TraineeContent(
                    course_id,
                    learner.surname,
                    learner.given_name,
                    learner.group,
                    clearances={
                        number: clock.today()
                        for code, number in had.items()
                        if code not in learner.lacks
                    },
                    left_on=None if learner.left is None else self._day - learner.left * _DAY,
                )
                done = self._store.run(save_trainee, SaveTrainee(None, 0, content))
            self._names[learner.surname] = int(done.value)

    def _timetable(self, first: int, second: int) -> None:
        """Tuesdays for the first course; three mornings of the week for the second."""
        days = [self._day + number * _DAY for number in range(-13, FIRST_ENDS + 1)]
        with clock.standing_at(self._ago(15)):
            for course_id, weekdays, title in (
                (first, (1,), "Tiesību pamati"),
                (second, (0, 2), "Dienesta organizācija"),
            ):
                contents = tuple(
                    ClassContent(course_id, clock.at(day, BEGINS), clock.at(day, ENDS), title)
                    for day in days
                    if day.weekday() in weekdays
                )
                self._store.run(save_classes, SaveClasses(contents))

    # The shifts, all planned at once as a coordinator does before a course begins

    def _plan(self) -> None:
        with clock.standing_at(self._ago(49)):
            edits = tuple(Schedule(self._store, self._day, self._names).edits())
            self._store.run(change_practice, ChangePractice(edits, "pirms kursa"))

    def _settle(self) -> None:
        """What lies behind is confirmed or missed, but what still waits."""
        learners = {self._names[each.surname]: each for each in (*FIRST_COURSE, *SECOND_COURSE)}
        turns = dict.fromkeys(learners, 0)
        for waiting in self._store.read(to_confirm, self._ago(0)):
            learner = learners[waiting.row.trainee_id]
            turn = turns[waiting.row.trainee_id]
            turns[waiting.row.trainee_id] = turn + 1
            with clock.standing_at(min(waiting.row.span.end + timedelta(hours=1), self._ago(0))):
                if turn < learner.behind:
                    self._confirm(waiting, turn)
                elif turn < learner.behind + learner.missed:
                    words = "nokavēja vilcienu, nepieteica"
                    request = MissShadowing(waiting.row.shadowing_id, waiting.row.version, words)
                    self._store.run(miss_shadowing, request)

    def _confirm(self, waiting: ToConfirm, turn: int) -> None:
        row = waiting.row
        marks = {
            number: _MARKS[min((turn + place) // 2, 2)]
            for place, number in enumerate(self._competences[:3])
        }
        words = "Seko norādījumiem, jautā." if turn % 3 == 0 else ""
        seen = (*waiting.offered, *_met_by_chance(waiting, turn))
        confirmation = Confirmation(row.span.start, row.span.end, seen, marks, words)
        request = ConfirmShadowing(row.shadowing_id, row.version, confirmation)
        self._store.run(confirm_shadowing, request)
        if turn == 4:
            more = AddAddendum(row.shadowing_id, "Piedalījās arī pēkšņā telpu pārbaudē.")
            self._store.run(add_addendum, more)

    # What came in between

    def _roster_moves_on(self) -> None:
        """One mentor's day becomes a short one, another's falls away: shifts hang in the air."""
        touched: dict[int, date] = {}
        for surname in ("Gaigals", "Siliņkalns"):
            planned = self._ahead_of(surname)
            each = next((row for row in planned if row.officer_id not in touched), None)
            if each is not None:
                touched[each.officer_id] = each.day
        codes = ("8", None)
        edits = tuple(
            CellEdit(officer_id, day, code)
            for (officer_id, day), code in zip(touched.items(), codes, strict=False)
        )
        self._store.run(change_cells, ChangeCells(edits, reason="pārcelts uz dienas maiņu"))

    def _falls_ill(self, surname: str) -> None:
        day = next((row.day for row in self._ahead_of(surname)), self._day + 3 * _DAY)
        content = UnavailabilityContent(
            self._names[surname], clock.at(day), clock.at(day + 2 * _DAY), "slimo"
        )
        request = SaveUnavailability(None, 0, content, reason="pieteica pa tālruni")
        self._store.run(save_unavailability, request)

    def _ahead_of(self, surname: str) -> tuple[ShadowingRow, ...]:
        card = self._store.read(trainee_card, self._names[surname], clock.now())
        ahead = () if card is None else card.shadowings
        planned = (each for each in ahead if each.standing is Standing.PLANNED)
        return tuple(sorted(planned, key=lambda each: each.span))

    def _ago(self, days: int) -> datetime:
        return clock.at(self._day - days * _DAY, BEGINS)


def _met_by_chance(waiting: ToConfirm, turn: int) -> tuple[int, ...]:
    """What no roster promises: a leave on the second shift, an admission on the third."""
    kinds = (SituationKind.POST, SituationKind.CHANCE)
    chances = [each for each in waiting.course.situations if each.content.kind in kinds]
    return tuple(each.situation_id for each in chances[turn - 1 : turn] if turn)
