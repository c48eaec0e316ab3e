"""What a cell of the roster holds, and the one way it is put into the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.diary.commands import Book
from openblock.features.roster.commands.commitments import (
    DUTY,
    commitments_of,
    refuse_other_clashes,
    refuse_taking_away,
    said_in_words,
)
from openblock.features.roster.rules import KEEP_FREE, Shift
from openblock.features.roster.tables import Duty, KeptFree
from openblock.features.staff.tables import Officer
from openblock.storage.store import Work

Cell = tuple[int, date]


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in one cell: a duty ``[starts_at, ends_at)``, a day kept free, or nothing.

    ``free`` is None for no mark, True for a B that is shown, False for a duty cleared by hand.
    """

    template_id: int | None = None
    code: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    post: str = ""
    origin: str = ""
    free: bool | None = None

    def shift(self, day: date) -> Shift | None:
        """The duty as the rules see it, if it is one."""
        if self.starts_at is None or self.ends_at is None:
            return None
        return Shift(self.starts_at, self.ends_at, day, self.post)

    @property
    def shown(self) -> str:
        """The code an officer sees in the cell."""
        return KEEP_FREE if self.free else self.code


EMPTY = Content()


@dataclass(frozen=True, slots=True)
class RestoreCells:
    """Cells as they were, and as the change that is taken back had left them.

    ``reason`` is why a published month changes by it (RO-10).
    """

    before: tuple[tuple[Cell, Content], ...]
    after: tuple[tuple[Cell, Content], ...]
    reason: str = ""


def name_of(work: Work, officer_id: int) -> str:
    """The officer as a refusal names whom it is about, surname first."""
    officer = work.session.get_one(Officer, officer_id)
    return f"{officer.surname} {officer.given_name}"


class Cells:
    """The stored cells of some officers around some days; writes only the cells it is told to."""

    def __init__(self, work: Work, cells: Iterable[Cell]) -> None:
        wanted = list(cells)
        self._work = work
        ids = {officer_id for officer_id, _day in wanted}
        days = [day for _officer_id, day in wanted]
        near = timedelta(days=2)
        first, last = min(days) - near, max(days) + near
        self.duties: dict[Cell, Duty] = {
            (row.officer_id, row.day): row
            for row in work.session.scalars(
                select(Duty).where(Duty.officer_id.in_(ids), Duty.day.between(first, last))
            )
        }
        self.free: dict[Cell, KeptFree] = {
            (row.officer_id, row.day): row
            for row in work.session.scalars(
                select(KeptFree).where(
                    KeptFree.officer_id.in_(ids), KeptFree.day.between(first, last)
                )
            )
        }

    def content(self, cell: Cell) -> Content:
        """What the cell holds now."""
        duty = self.duties.get(cell)
        if duty is not None:
            return Content(
                duty.template_id, duty.code, duty.starts_at, duty.ends_at, duty.post, duty.origin
            )
        kept = self.free.get(cell)
        return EMPTY if kept is None else Content(free=kept.shown)

    def write(self, contents: Mapping[Cell, Content]) -> None:
        """Put the contents into their cells; RO-03 is judged on how it all ends.

        Raises RuleBroken where an officer's duties would overlap, or something else the officer
        is meant to be at, or where what must stay hangs on a duty that goes (RO-12). Duties that
        have to give way are removed before others move in, or the database's own guard would see
        them overlap for a moment; the diary is kept likewise.
        """
        self._refuse(contents)
        book = Book(self._work)
        book.free(DUTY, [self.duties[cell].id for cell in contents if cell in self.duties])
        with said_in_words():
            for cell in self._giving_way(contents):
                self._work.session.delete(self.duties.pop(cell))
            for cell, content in contents.items():
                self._write_free(cell, content)
            self._work.session.flush()
            for cell, content in contents.items():
                if content.template_id is not None:
                    self._write_duty(cell, content)
            self._work.session.flush()
        book.put(commitments_of(self.duties[cell] for cell in contents if cell in self.duties))

    def _giving_way(self, contents: Mapping[Cell, Content]) -> list[Cell]:
        """The duties that go for good, and those that others want the time of before they move."""
        had = [cell for cell in contents if cell in self.duties]
        gone = {cell for cell in had if contents[cell].starts_at is None}
        staying = {cell: duty for cell, duty in self.duties.items() if cell not in gone}
        return [cell for cell in had if cell in gone or _is_taken(cell, contents[cell], staying)]

    def _write_free(self, cell: Cell, content: Content) -> None:
        kept = self.free.get(cell)
        if kept is not None and content.free is None:
            self._work.session.delete(self.free.pop(cell))
        elif kept is not None and content.free is not None:
            kept.shown = content.free
        elif content.free is not None:
            self.free[cell] = KeptFree(officer_id=cell[0], day=cell[1], shown=content.free)
            self._work.session.add(self.free[cell])

    def _write_duty(self, cell: Cell, content: Content) -> None:
        duty = self.duties.get(cell)
        if duty is None:
            duty = self.duties[cell] = Duty(officer_id=cell[0], day=cell[1])
            self._work.session.add(duty)
        elif self.content(cell) == content:
            return
        for name in ("template_id", "code", "starts_at", "ends_at", "post", "origin"):
            setattr(duty, name, getattr(content, name))
        duty.changed_by = self._work.actor.name
        duty.changed_at = self._work.now

    def _refuse(self, contents: Mapping[Cell, Content]) -> None:
        stored = {cell: self.content(cell) for cell in self.duties}
        final = _shifts(stored | dict(contents))
        self._refuse_overlaps(contents, final)
        wanted = {cell: shift for cell, shift in final.items() if cell in contents}
        refuse_other_clashes(self._work, wanted, self._name)
        before = {cell: content for cell, content in stored.items() if cell in contents}
        refuse_taking_away(self._work, _shifts(before), final, self._name)

    def _refuse_overlaps(
        self, contents: Mapping[Cell, Content], final: Mapping[Cell, Shift]
    ) -> None:
        lines: dict[int, list[Shift]] = {}
        for (officer_id, _day), shift in final.items():
            lines.setdefault(officer_id, []).append(shift)
        found = []
        for officer_id, line in lines.items():
            for earlier, later in pairwise(sorted(line)):
                touched = {(officer_id, earlier.day), (officer_id, later.day)} & contents.keys()
                if later.start < earlier.end and touched:
                    facts = {
                        "name": self._name(officer_id),
                        "start": later.start,
                        "other_start": earlier.start,
                        "other_end": earlier.end,
                    }
                    found.append(Problem("duty-overlaps", facts=facts, field="cells"))
        if found:
            raise RuleBroken(*found)

    def _name(self, officer_id: int) -> str:
        return name_of(self._work, officer_id)


def _is_taken(cell: Cell, content: Content, duties: Mapping[Cell, Duty]) -> bool:
    """Whether another duty of the same officer stands where ``content`` is to stand."""
    wanted = content.shift(cell[1])
    return wanted is not None and any(
        other.starts_at < wanted.end and wanted.start < other.ends_at
        for key, other in duties.items()
        if key[0] == cell[0] and key != cell
    )


def _shifts(contents: Mapping[Cell, Content]) -> dict[Cell, Shift]:
    """The cells that hold a duty, as the rules see them."""
    found = {cell: content.shift(cell[1]) for cell, content in contents.items()}
    return {cell: shift for cell, shift in found.items() if shift is not None}
