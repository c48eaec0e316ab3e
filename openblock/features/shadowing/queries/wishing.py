"""What a wished shadowing shift could clash with, read for exactly that, and what is wrong with it.

The commands write what is judged here; the screens show its problems before anybody confirms.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import KnownError, Problem
from openblock.features.diary.queries import commitments
from openblock.features.diary.rules import CommitmentKind
from openblock.features.diary.rules import trainee as in_diary
from openblock.features.roster.rules import Limits, Shift, night_minutes
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.learners import Learner, read_learner, words_of
from openblock.features.shadowing.queries.limits import practice_limits
from openblock.features.shadowing.queries.live import held_from, held_in, held_to, live
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.planning import plan_problems
from openblock.features.shadowing.rules.wish import Busy, Mentor, Neighbour, Wish
from openblock.features.shadowing.tables import Shadowing, Trainee
from openblock.features.staff.tables import Officer

#: How far around a wish the trainee's own time is read: a week each way, and the rest beside it.
AROUND = timedelta(days=10)
#: How far the nearest duty of a mentor is looked for: a cycle of four days has one in it.
NEAR = timedelta(days=4)


class WishedShift(Protocol):
    """What is asked for: a trainee beside an officer; ``shadowing_id`` where that shift is moved.

    The command's request is one; queries do not know the commands.
    """

    @property
    def trainee_id(self) -> int: ...
    @property
    def officer_id(self) -> int: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def shadowing_id(self) -> int | None: ...


def plan_risks(session: Session, request: WishedShift) -> tuple[Problem, ...]:
    """Every problem that planning so would meet; KnownError as :meth:`Planner.wish`."""
    return Planner(session).problems(request)


@dataclass(frozen=True, slots=True)
class Beside:
    """A live shadowing shift that takes one of the places beside ``officer_id``."""

    officer_id: int
    neighbour: Neighbour


class Planner:
    """Judges wishes within one transaction; reads only what can clash, and that by an index.

    Limits, trainees and mentors are read once, for planning changes none of them; the rest anew
    for each wish: a command that plans several asks again after each.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._learners: dict[int, Learner] = {}
        self._mentors: dict[tuple[int, date, date], Mentor] = {}

    @cached_property
    def limits(self) -> PracticeLimits:
        """The limits in force."""
        return practice_limits(self._session)

    def wish(self, request: WishedShift) -> Wish:
        """The wish with everything around it; KnownError ``trainee-unknown``, ``officer-unknown``.

        Where a shift is moved (``request.shadowing_id``), the shift itself is not in its own way.
        """
        span = Span(request.starts_at, request.ends_at)
        around = self.around(request.trainee_id, span, request.shadowing_id)
        people = self.mentors((request.officer_id,), span)
        if request.officer_id not in people:
            raise KnownError("officer-unknown")
        return around.wish(people[request.officer_id], span)

    def problems(self, request: WishedShift) -> tuple[Problem, ...]:
        """Every problem of the wish, warnings too."""
        return plan_problems(self.wish(request), self.limits)

    def around(self, trainee_id: int, span: Span, instead_of: int | None = None) -> Around:
        """What can clash with anything the trainee is wished to be at within ``span``."""
        learner = self.learner(trainee_id)
        return Around(
            learner,
            busy=self._busy(trainee_id, span, instead_of),
            beside=self.beside(span, instead_of),
            on_duty=self._on_duty(span),
        )

    def learner(self, trainee_id: int) -> Learner:
        """The trainee, the course and the clearance; KnownError ``trainee-unknown``."""
        if trainee_id not in self._learners:
            self._learners[trainee_id] = read_learner(self._session, trainee_id)
        return self._learners[trainee_id]

    def mentors(self, officer_ids: Collection[int], span: Span) -> Mapping[int, Mentor]:
        """These officers with their duties near ``span``, by number."""
        first, last = day_of(span.start) - NEAR, day_of(span.end) + NEAR
        wanted = sorted(set(officer_ids))
        missing = [number for number in wanted if (number, first, last) not in self._mentors]
        if missing:
            for number, mentor in self._read_mentors(missing, first, last).items():
                self._mentors[number, first, last] = mentor
        return {
            number: self._mentors[number, first, last]
            for number in wanted
            if (number, first, last) in self._mentors
        }

    def _read_mentors(self, wanted: Sequence[int], first: date, last: date) -> Mapping[int, Mentor]:
        duties: dict[int, list[Shift]] = {}
        asked = select(Duty.officer_id, Duty.starts_at, Duty.ends_at, Duty.day, Duty.post).where(
            Duty.officer_id.in_(wanted), Duty.day.between(first, last)
        )
        for officer_id, start, end, day, post in self._session.execute(
            asked.order_by(Duty.starts_at)
        ):
            duties.setdefault(officer_id, []).append(Shift(start, end, day, post))
        known = select(
            Officer.id,
            Officer.surname,
            Officer.given_name,
            Officer.is_mentor,
            Officer.mentor_certified_until,
            Officer.active_from,
            Officer.last_day,
        ).where(Officer.id.in_(wanted))
        return {
            number: Mentor(
                officer_id=number,
                name=f"{surname} {given_name}",
                is_mentor=is_mentor,
                certified_until=until,
                active_from=active_from,
                last_day=last_day,
                duties=tuple(duties.get(number, ())),
            )
            for number, surname, given_name, is_mentor, until, active_from, last_day in (
                self._session.execute(known)
            )
        }

    def beside(self, span: Span, instead_of: int | None = None) -> tuple[Beside, ...]:
        """The live shadowing shifts of everybody that meet ``span`` (TR-06), by start."""
        asked = (
            select(
                Shadowing.officer_id,
                held_from,
                held_to,
                Trainee.surname,
                Trainee.given_name,
                Shadowing.planned_by,
                Shadowing.planned_at,
            )
            .join(Trainee, Trainee.id == Shadowing.trainee_id)
            .where(held_in(span), live())
            .order_by(held_from, Shadowing.id)
        )
        if instead_of is not None:
            asked = asked.where(Shadowing.id != instead_of)
        return tuple(
            Beside(officer_id, Neighbour(Span(start, end), f"{surname} {given_name}", by, when))
            for officer_id, start, end, surname, given_name, by, when in self._session.execute(
                asked
            )
        )

    def _busy(self, trainee_id: int, span: Span, instead_of: int | None) -> tuple[Busy, ...]:
        """The trainee's other commitments around ``span``, by start."""
        held = [
            each
            for each in commitments(
                self._session, (in_diary(trainee_id),), span.start - AROUND, span.end + AROUND
            )
            if (each.kind, each.source_id) != (CommitmentKind.SHADOWING, instead_of)
        ]
        words = words_of(self._session, held)
        return tuple(
            Busy(
                Span(each.start, each.end),
                str(each.kind),
                each.source_id,
                words.get((each.kind, each.source_id), ""),
            )
            for each in held
        )

    def _on_duty(self, span: Span) -> tuple[Span, ...]:
        """Everybody's duties that meet ``span``; they are asked about only at night (TR-09)."""
        night = Limits(night_from=self.limits.night_from, night_to=self.limits.night_to)
        first = day_of(span.start)
        if not night_minutes(Shift(span.start, span.end, first), night):
            return ()
        asked = select(Duty.starts_at, Duty.ends_at).where(
            Duty.day.between(first - timedelta(days=2), day_of(span.end)),
            Duty.starts_at < span.end,
            Duty.ends_at > span.start,
        )
        return tuple(sorted(Span(*row) for row in self._session.execute(asked)))


@dataclass(frozen=True, slots=True)
class Around:
    """Everything around a trainee's time, for judging one mentor after another without reading."""

    learner: Learner
    busy: tuple[Busy, ...]
    beside: tuple[Beside, ...]
    on_duty: tuple[Span, ...]

    def wish(self, mentor: Mentor, span: Span) -> Wish:
        """The trainee beside ``mentor`` in ``span``, which lies within what was read."""
        near = [each for each in self.beside if each.neighbour.span.meets(span)]
        return Wish(
            span=span,
            course=self.learner.course,
            trainee=self.learner.name,
            left_on=self.learner.left_on,
            clearances=self.learner.clearances,
            mentor=mentor,
            with_mentor=tuple(
                each.neighbour for each in near if each.officer_id == mentor.officer_id
            ),
            in_block=tuple(each.neighbour for each in near),
            busy=self.busy,
            on_duty=tuple(each for each in self.on_duty if each.meets(span)),
        )
