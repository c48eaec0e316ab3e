"""Absences typed day by day: neighbours of one kind are one spell, and a spell can be cut apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import select

from openblock.clock import at
from openblock.errors import RuleBroken
from openblock.features.roster.commands.content import EMPTY, Cell, Cells, Content
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.absence import (
    AbsenceContent,
    AbsenceKind,
    absence_problems,
    effect_on,
)
from openblock.features.roster.tables import Absence
from openblock.storage.store import Work

_DAY = timedelta(days=1)

Kinds = Mapping[Cell, AbsenceKind | None]
#: Whose time, from when until when.
Taking = tuple[int, datetime, datetime]


@dataclass(frozen=True, slots=True)
class Spell:
    """One absence as it is to be, the stored ones it is made of, and whether a day was typed."""

    kind: AbsenceKind
    first: date
    last: date
    start: datetime
    end: datetime
    remark: str = ""
    rows: tuple[Absence, ...] = ()
    is_typed: bool = False

    def without(self, day: date) -> Iterator[Spell]:
        """What is left of it when the day is another's."""
        if not self.first <= day <= self.last:
            yield self
            return
        if self.first < day:
            yield replace(self, last=day - _DAY, end=at(day))
        if day < self.last:
            yield replace(self, first=day + _DAY, start=at(day + _DAY))

    def meets(self, later: Spell) -> bool:
        """Whether the two are one: nothing between them, one kind, and no two remarks."""
        remarks = {self.remark, later.remark} - {""}
        touching = self.end == later.start and self.last + _DAY == later.first
        return touching and self.kind == later.kind and len(remarks) < 2

    def with_next(self, later: Spell) -> Spell:
        """The two as one."""
        return replace(
            self,
            last=later.last,
            end=later.end,
            remark=self.remark or later.remark,
            rows=self.rows + later.rows,
            is_typed=True,
        )


class Spells:
    """The stored absences of some officers around some cells, and what is typed into those."""

    def __init__(self, work: Work, cells: Iterable[Cell]) -> None:
        wanted = list(cells)
        days = [day for _officer_id, day in wanted]
        self._work = work
        self._now: dict[int, list[Spell]] = {officer_id: [] for officer_id, _day in wanted}
        asked = select(Absence).where(
            Absence.officer_id.in_(self._now),
            Absence.last_day >= min(days) - _DAY,
            Absence.first_day <= max(days) + _DAY,
        )
        for row in work.session.scalars(asked.order_by(Absence.starts_at, Absence.id)):
            self._now[row.officer_id].append(_stored(row))
        self._then = {officer_id: list(spells) for officer_id, spells in self._now.items()}

    def on(self, cell: Cell) -> tuple[AbsenceKind, ...]:
        """The kinds that stand in the cell now, the earlier first."""
        return tuple(each.kind for each in _on(self._now[cell[0]], cell[1]))

    def turn(self, kinds: Kinds) -> frozenset[Cell]:
        """Have these kinds stand in their cells, None for no absence; the cells that change."""
        for officer_id, line in groupby(sorted(kinds), key=lambda cell: cell[0]):
            spells = self._now[officer_id]
            for _officer_id, day in line:
                spells = _turned(spells, day, kinds[officer_id, day])
            self._then[officer_id] = _joined(spells)
        self._refuse()
        return frozenset(cell for cell in kinds if self.on(cell) != _wanted(kinds[cell]))

    def taking(self) -> tuple[Taking, ...]:
        """The absences that a typed day is part of: what stands in their way gives way."""
        return tuple(
            (officer_id, each.start, each.end)
            for officer_id, spells in self._then.items()
            for each in spells
            if each.is_typed
        )

    def write(self, ledger: Ledger) -> None:
        """Store them; what gives way before what takes its place, for the database looks on."""
        for officer_id, spells in self._then.items():
            _Writing(ledger, officer_id, spells).write(self._now[officer_id])

    def _refuse(self) -> None:
        found = []
        for officer_id, spells in self._then.items():
            for each in filter(lambda spell: spell.is_typed, spells):
                wanted = AbsenceContent(officer_id, each.kind, each.first, each.last)
                found += [replace(problem, field="cells") for problem in absence_problems(wanted)]
        if found:
            raise RuleBroken(*found)


class _Writing:
    """One officer's spells on their way into the table."""

    def __init__(self, ledger: Ledger, officer_id: int, spells: list[Spell]) -> None:
        self._ledger = ledger
        self._officer_id = officer_id
        self._changed: dict[Absence, Spell] = {}
        self._new: list[Spell] = []
        for each in spells:
            row = next((row for row in each.rows if row not in self._changed), None)
            if row is None:
                self._new.append(each)
            else:
                self._changed[row] = each

    def write(self, before: list[Spell]) -> None:
        for each in before:
            if each.rows[0] not in self._changed:
                self._ledger.remove(each.rows[0])
        for row, spell in self._changed.items():
            shrunk = _shared(_stored(row), spell)
            self._ledger.change(row, **_values(shrunk))
        for row, spell in self._changed.items():
            self._ledger.change(row, **_values(spell))
        for spell in self._new:
            self._add(spell)

    def _add(self, spell: Spell) -> None:
        work = self._ledger.work
        self._ledger.add(
            Absence(
                officer_id=self._officer_id,
                kind=spell.kind.value,
                entered_by=work.actor.name,
                entered_at=work.now,
                **_values(spell),
            )
        )


def duties_left(
    cells: Cells, contents: Mapping[Cell, Content], taking: Iterable[Taking], in_force: Limits
) -> dict[Cell, Content]:
    """RO-03: what absences leave of the duties around them, of those they change.

    ``contents`` are cells about to be written; a duty among them gives way too.
    """
    final = {cell: cells.content(cell) for cell in cells.duties} | dict(contents)
    found: dict[Cell, Content] = {}
    for officer_id, start, end in taking:
        for cell in [each for each in final if each[0] == officer_id]:
            shift = final[cell].shift(cell[1])
            left = shift and effect_on(shift, start, end, in_force)
            if left != shift:
                final[cell] = replace(final[cell], ends_at=left.end) if left else EMPTY
                found[cell] = final[cell]
    return found


def _stored(row: Absence) -> Spell:
    return Spell(
        AbsenceKind(row.kind),
        row.first_day,
        row.last_day,
        row.starts_at,
        row.ends_at,
        row.remark,
        (row,),
    )


def _on(spells: Iterable[Spell], day: date) -> Iterator[Spell]:
    return (each for each in spells if each.first <= day <= each.last)


def _wanted(kind: AbsenceKind | None) -> tuple[AbsenceKind, ...]:
    return () if kind is None else (kind,)


def _turned(spells: list[Spell], day: date, kind: AbsenceKind | None) -> list[Spell]:
    """The spells with another kind on a day; a day that has this one and no other stays."""
    if tuple(each.kind for each in _on(spells, day)) == _wanted(kind):
        return spells
    left = [part for each in spells for part in each.without(day)]
    if kind is not None:
        left.append(Spell(kind, day, day, at(day), at(day + _DAY), is_typed=True))
    return left


def _joined(spells: list[Spell]) -> list[Spell]:
    """Typed days with the neighbours of their kind; what stood side by side before stays so."""
    found: list[Spell] = []
    for each in sorted(spells, key=lambda spell: spell.start):
        if found and (found[-1].is_typed or each.is_typed) and found[-1].meets(each):
            found[-1] = found[-1].with_next(each)
        else:
            found.append(each)
    return found


def _shared(one: Spell, other: Spell) -> Spell:
    """The part of a stored spell that is also part of what becomes of it."""
    return replace(
        one,
        first=max(one.first, other.first),
        last=min(one.last, other.last),
        start=max(one.start, other.start),
        end=min(one.end, other.end),
    )


def _values(spell: Spell) -> dict[str, object]:
    return {
        "first_day": spell.first,
        "last_day": spell.last,
        "starts_at": spell.start,
        "ends_at": spell.end,
        "remark": spell.remark,
    }
