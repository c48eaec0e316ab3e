"""The room finder: every bed for one person, best first, and why; and the risks of a move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Problem, Severity
from openblock.features.rooms.queries.facts import Around, facts_around, people_facts
from openblock.features.rooms.queries.house import bed_places
from openblock.features.rooms.queries.planning import (
    Moment,
    Plan,
    held_at,
    next_start,
    plan_placing,
    plan_swapping,
)
from openblock.features.rooms.queries.rows import Suggestion
from openblock.features.rooms.rules.content import (
    AssignmentContent,
    PlaceResident,
    SwapResidents,
)
from openblock.features.rooms.rules.facts import BedFacts, Facts, PersonFacts, Sleep
from openblock.features.rooms.rules.house import code_order
from openblock.features.rooms.rules.placing import placement_problems
from openblock.features.rooms.rules.ranking import reasons_for, score_of


def find_beds(
    session: Session, resident_id: int, at: datetime, until: datetime = FOREVER
) -> tuple[Suggestion, ...]:
    """Every bed of the house for the person during ``[at, until)``; what is ruled out comes last.

    A bed that somebody else needs later is offered until then.
    """
    held = held_at(session, resident_id, at)
    until = min(until, next_start(session, resident_id, at))
    places = bed_places(session)
    around = Around(frozenset({resident_id}), frozenset(places), at, until)
    facts = facts_around(session, around, clock.now(), clock.day_of(at))
    person = facts.people.get(resident_id)
    if person is None or until <= at:
        return ()
    finding = _Finding(facts, person, at, until)
    present = held.bed_id if held is not None else None
    found = [finding.suggestion(facts.beds[number]) for number in places if number != present]
    return tuple(sorted(found, key=lambda each: (each.stops, -each.score, code_order(each.bed))))


class _Finding:
    """One person, one time, and for each bed only what can clash there.

    The person's own bed is left for the new one. Whoever sleeps in another room matters only
    where the two must be kept apart.
    """

    def __init__(self, facts: Facts, person: PersonFacts, at: datetime, until: datetime) -> None:
        self._facts = facts
        self._person = person
        self._at = at
        self._until = until
        apart = {pair.other(person.resident_id) for pair in facts.pairs}
        self._inside: dict[int, list[Sleep]] = defaultdict(list)
        self._apart: list[Sleep] = []
        for sleep in facts.sleeps:
            if sleep.content.resident_id in apart:
                self._apart.append(sleep)
            elif sleep.content.resident_id != person.resident_id:
                self._inside[facts.beds[sleep.content.bed_id].room_id].append(sleep)

    def suggestion(self, bed: BedFacts) -> Suggestion:
        """What speaks for and against one bed."""
        others = (*self._inside.get(bed.room_id, ()), *self._apart)
        taken = [each.content for each in others if each.content.bed_id == bed.bed_id]
        later = [each.starts_at for each in taken if each.starts_at > self._at]
        shut = [each.span.start for each in bed.shut if each.span.start > self._at]
        until = min((self._until, *later, *shut))
        content = AssignmentContent(self._person.resident_id, bed.bed_id, self._at, until)
        sleep = Sleep(None, content)
        facts = replace(self._facts, sleeps=(*others, sleep))
        problems = placement_problems(facts, (sleep,))
        stops = any(each.severity is Severity.ERROR for each in problems)
        reasons = () if stops else reasons_for(facts, self._person, bed, content)
        score = score_of(reasons, problems, until < self._until)
        return Suggestion(bed.bed_id, bed.bed, bed.room_id, score, reasons, problems, stops, until)


def risks_of_placing(session: Session, request: PlaceResident) -> tuple[Problem, ...]:
    """Everything to be considered before the placement is confirmed.

    What the command would refuse or warn of, then the alert marks of the person and of who else
    sleeps in the room.
    """
    moment = Moment(clock.now(), clock.today())
    plan = plan_placing(session, request, moment)
    return (*plan.problems, *_company(session, plan, moment))


def risks_of_swapping(session: Session, request: SwapResidents) -> tuple[Problem, ...]:
    """As :func:`risks_of_placing`, for both people on the final state."""
    moment = Moment(clock.now(), clock.today())
    plan = plan_swapping(session, request, moment)
    return (*plan.problems, *_company(session, plan, moment))


def _company(session: Session, plan: Plan, moment: Moment) -> Iterator[Problem]:
    """Alert marks of whoever comes into a room and of whoever they would share it with."""
    places = bed_places(session)
    coming = {content.resident_id for content in plan.new}
    leaving = {number for number, _content in plan.changes}
    told: set[int] = set()
    for content in plan.new:
        room_id = places[content.bed_id].room_id
        beds = frozenset(number for number, each in places.items() if each.room_id == room_id)
        around = Around(frozenset(coming), beds, content.starts_at, content.ends_at)
        facts = facts_around(session, around, moment.now, moment.today)
        mates = {
            each.content.resident_id
            for each in facts.sleeps
            if each.content.bed_id in beds and each.assignment_id not in leaving
        }
        people = people_facts(session, (mates | {content.resident_id}) - told, moment.today)
        told |= set(people)
        for person in sorted(people.values(), key=lambda each: each.name):
            if person.alerts:
                code = "own-alert" if person.resident_id in coming else "roommate-alert"
                known = {"name": person.name, "alerts": person.alerts}
                yield Problem(code, Severity.INFORMATION, known)
