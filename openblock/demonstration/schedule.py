"""Which trainee of the demonstration shadows whom on which day: far apart, and beside many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from openblock import clock
from openblock.demonstration.trainees import FIRST_COURSE, FIRST_ENDS, SECOND_COURSE, Learner
from openblock.features.shadowing.commands import PracticeEdit
from openblock.features.shadowing.queries import practice_grid
from openblock.storage.store import Store

_DAY = timedelta(days=1)
_PLACES = 2
_FAR = 33
# Who finds nobody free on a day is looked after on those that follow, so many at most.
_LOOKED = 7


class Schedule:
    """Lays the trainees over the mentors' duties without asking any rule: the command does that."""

    def __init__(self, store: Store, day: date, names: Mapping[str, int]) -> None:
        shown = store.read(practice_grid, day - 50 * _DAY, day + _FAR * _DAY, clock.now())
        self._day = day
        self._names = names
        self._on_duty: dict[date, list[int]] = {}
        for line in shown.mentors:
            for duty in line.duties:
                long_enough = line.certified_until is not None and line.certified_until >= duty.day
                if long_enough and duty.code in {"24", "8"}:
                    self._on_duty.setdefault(duty.day, []).append(line.officer_id)
        self._busy = {
            (trainee_id, clock.day_of(span.start))
            for trainee_id, spans in shown.classes.items()
            for span in spans
        }
        self._taken: Counter[tuple[int, date]] = Counter()
        self._in_block: Counter[date] = Counter()
        self._met: Counter[tuple[int, int]] = Counter()

    def edits(self) -> Iterator[PracticeEdit]:
        """Everybody's shifts, those behind and those ahead."""
        for learner in (*FIRST_COURSE, *SECOND_COURSE):
            behind = learner.behind + learner.missed + learner.waits
            last = -1 if learner.left is None else -learner.left - 1
            yield from self._laid(learner, -learner.since, last, behind)
            ends = FIRST_ENDS if learner in FIRST_COURSE else _FAR
            yield from self._laid(learner, 2, ends, learner.ahead)

    def _laid(self, learner: Learner, first: int, last: int, wanted: int) -> Iterator[PracticeEdit]:
        offset, found = first, 0
        while found < wanted and offset <= last:
            free = next(
                (near for near in range(offset, offset + _LOOKED) if self._free(learner, near)),
                None,
            )
            if free is not None and free <= last:
                found += 1
                offset = free
                yield self._edit(learner, self._day + free * _DAY)
            offset += min(learner.every, max(1, (last - first) // max(wanted, 1)))

    def _free(self, learner: Learner, offset: int) -> bool:
        day = self._day + offset * _DAY
        busy = (self._names[learner.surname], day) in self._busy
        return not busy and self._in_block[day] < 2 * _PLACES and bool(self._open(day))

    def _open(self, day: date) -> list[int]:
        return [each for each in self._on_duty.get(day, ()) if self._taken[each, day] < _PLACES]

    def _edit(self, learner: Learner, day: date) -> PracticeEdit:
        trainee_id = self._names[learner.surname]
        mentor = min(
            self._open(day),
            key=lambda each: (self._met[trainee_id, each], self._taken[each, day], each),
        )
        self._met[trainee_id, mentor] += 1
        self._taken[mentor, day] += 1
        self._in_block[day] += 1
        return PracticeEdit(trainee_id, day, mentor)
