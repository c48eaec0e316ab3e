"""A list of residents comes in: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.accounts.queries import settings
from openblock.features.residents.commands.admission import (
    change_resident,
    folded_name,
    values_of,
)
from openblock.features.residents.commands.requests import ChangeResident, ChangeStay
from openblock.features.residents.commands.restore import RestoreRows, RowChange, restore_rows
from openblock.features.residents.commands.stays import change_stay
from openblock.features.residents.commands.stored import prison_problems
from openblock.features.residents.queries.lists import RESIDENTS_LIST
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.residents.rules.listed import ListRules, entry_problems
from openblock.features.residents.rules.people import Known, cleaned, others_problems
from openblock.features.residents.tables import Prison, Resident, Stay
from openblock.features.staff.tables import RememberedHeadings
from openblock.storage.acts import plain_values
from openblock.storage.store import Command, Done, Step, Work


@dataclass(frozen=True, slots=True)
class ListedArrival:
    """A row about somebody the block does not know."""

    content: ResidentContent
    stay: StayContent


@dataclass(frozen=True, slots=True)
class ListedChange:
    """A row about somebody known, with the versions the preview showed.

    ``content`` and ``stay`` are nothing where the row leaves them alone.
    """

    resident_id: int
    version: int
    content: ResidentContent | None
    stay_id: int | None = None
    stay_version: int = 0
    stay: StayContent | None = None


@dataclass(frozen=True, slots=True)
class ImportResidents:
    """The confirmed rows of a list; ``headings`` are kept for the next one."""

    arrivals: tuple[ListedArrival, ...]
    changes: tuple[ListedChange, ...] = ()
    file_name: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)


def import_residents(work: Work, request: ImportResidents) -> Done:
    """Writes a whole list or nothing; ``Done.value`` is how many rows were written.

    Each row is judged as if entered by hand without a reason: RuleBroken with every problem of
    every row, warnings too (facts hold ``resident``); KnownError ``changed-meanwhile`` when
    somebody is no longer as the preview showed.
    """
    writing = _Writing(work)
    for change in request.changes:
        writing.change(change)
    writing.admit([replace(each, content=cleaned(each.content)) for each in request.arrivals])
    writing.refuse()
    _remember(work, request.headings)
    for subject_type, subject in sorted(work.subjects):
        work.about(subject_type, subject, reason=request.file_name)
    return Done(len(request.changes) + len(request.arrivals), writing.undo())


class _Writing:
    """What one list writes: its refusals, and the way back."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._problems: list[Problem] = []
        self._back: list[RowChange] = []

    def change(self, change: ListedChange) -> None:
        """What a row changes about somebody known: the person, the stay, or both."""
        person, stay = change.content, change.stay
        name = "" if person is None else person.name
        if person is not None:
            request = ChangeResident(change.resident_id, change.version, person)
            self._run(change_resident, request, name)
        if stay is not None and change.stay_id is not None:
            self._run(change_stay, ChangeStay(change.stay_id, change.stay_version, stay), name)

    def _run(self, command: Command, request: object, name: str) -> None:
        """Run one command; it refuses before it writes, so the others can be judged still."""
        try:
            undo = command(self._work, request).undo
        except RuleBroken as refused:
            self._refused(name, refused.problems)
            return
        if undo is not None:
            self._back[:0] = _rows_of(undo)

    def admit(self, arrivals: Sequence[ListedArrival]) -> None:
        """Everybody new, judged one by one and written at once: a list may bring hundreds."""
        judge = _Judge(self._work, arrivals)
        for each in arrivals:
            self._refused(each.content.name, judge.problems(each))
        if self._problems:
            return
        people = [
            Resident(**values_of(each.content), accepted={}, erased_at=None) for each in arrivals
        ]
        self._add(people)
        for person in people:
            self._work.about("resident", person.id)
        self._add(
            [
                Stay(resident_id=person.id, **asdict(each.stay))
                for person, each in zip(people, arrivals, strict=True)
            ]
        )

    def _add(self, rows: Sequence[Any]) -> None:
        self._work.session.add_all(rows)
        self._work.session.flush()
        self._back[:0] = [
            RowChange(row.__tablename__, row.id, plain_values(row), None) for row in reversed(rows)
        ]

    def _refused(self, name: str, problems: Sequence[Problem]) -> None:
        self._problems.extend(
            replace(each, facts={**each.facts, "resident": name}) for each in problems
        )

    def refuse(self) -> None:
        """RuleBroken with every problem of every row, if there is one."""
        if self._problems:
            raise RuleBroken(*self._problems)

    def undo(self) -> Step | None:
        """One step that takes back all of it, the last row first."""
        return Step(restore_rows, RestoreRows(tuple(self._back))) if self._back else None


def _rows_of(undo: Step) -> tuple[RowChange, ...]:
    request = undo.request
    if not isinstance(request, RestoreRows) or request.first or request.then:
        raise TypeError(undo)  # a correction touches nothing of other features
    return request.changes


class _Judge:
    """The rules for new people of a list, against the block and one another, read once."""

    def __init__(self, work: Work, arrivals: Sequence[ListedArrival]) -> None:
        chosen = settings(work.session)
        self._work = work
        self._rules = ListRules(
            work.today, str(chosen["personal_code_check"]), int(chosen["minimum_age"])
        )
        # Held while the rows are judged: the session forgets what nobody else remembers.
        self._prisons = list(work.session.scalars(select(Prison)))
        columns = (Resident.id, Resident.surname, Resident.given_name, Resident.folded)
        asked = select(*columns, Resident.birth_date, Resident.personal_code)
        stored = work.session.execute(asked.where(Resident.erased_at.is_(None)))
        self._by_name: dict[str, list[_Person]] = {}
        self._by_code: dict[str, list[_Person]] = {}
        for number, surname, given_name, folded, born, code in stored:
            self._note(_Person(number, f"{surname} {given_name}", folded, born, code or ""))
        self._own = {id(each): _person_of(each) for each in arrivals}
        for person in self._own.values():
            self._note(person)

    def _note(self, person: _Person) -> None:
        self._by_name.setdefault(person.folded, []).append(person)
        if person.code:
            self._by_code.setdefault(person.code, []).append(person)

    def problems(self, arrival: ListedArrival) -> tuple[Problem, ...]:
        """All that keeps one new person out; a warning does too, for a list gives no reason."""
        content, stay, own = arrival.content, arrival.stay, self._own[id(arrival)]
        alike = {
            id(each): each
            for each in (*self._by_name[own.folded], *self._by_code.get(own.code, ()))
            if each is not own
        }
        others = [each.known(own.folded) for each in alike.values()]
        found = (
            *entry_problems(content, stay, self._rules),
            *others_problems(content, others),
            *prison_problems(self._work, "admitted_from_id", stay.admitted_from_id, stay.admitted),
        )
        return tuple(each for each in found if each.severity is not Severity.INFORMATION)


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody another may be taken for; the number is 0 while only the list knows of them."""

    resident_id: int
    name: str
    folded: str
    birth_date: date | None
    code: str

    def known(self, folded: str) -> Known:
        """This person beside one with the name ``folded``."""
        same = self.folded == folded
        return Known(self.resident_id, self.name, same, self.birth_date, self.code or None)


def _person_of(arrival: ListedArrival) -> _Person:
    content = arrival.content
    return _Person(0, content.name, folded_name(content), content.birth_date, content.personal_code)


def _remember(work: Work, headings: Mapping[str, str]) -> None:
    if headings:
        kept = work.session.get(RememberedHeadings, RESIDENTS_LIST)
        if kept is None:
            kept = RememberedHeadings(list_name=RESIDENTS_LIST, headings={})
            work.session.add(kept)
        kept.headings = {**kept.headings, **headings}
