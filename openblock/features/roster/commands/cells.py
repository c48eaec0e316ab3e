"""Setting, clearing and pasting cells of the roster, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.roster.commands.content import (
    EMPTY,
    Cell,
    Cells,
    Content,
    RestoreCells,
)
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.commands.meanwhile import changed_meanwhile
from openblock.features.roster.commands.recording import recording
from openblock.features.roster.commands.spells import Spells, duties_left
from openblock.features.roster.commands.writing import plan_cells, put_cells_back
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.queries.settings import limits, template_row
from openblock.features.roster.rules import KEEP_FREE, length_problems
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.tables import ShiftTemplate
from openblock.features.staff.queries import row_of
from openblock.features.staff.tables import Officer
from openblock.storage.store import Done, Step, Work

TYPED = "typed"
MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell an officer set: a template's code, an absence's letter, "B", or None to clear it.

    "B" keeps the day free. ``seen`` is the code or letter the editor saw there; another one stored
    meanwhile refuses the edit.
    """

    officer_id: int
    day: date
    code: str | None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeCells:
    """The cells of one keystroke, one paste or one sweep of the brush, undone as one too."""

    edits: tuple[CellEdit, ...]
    #: Why a published month changes (RO-10).
    reason: str = ""


Edits = Mapping[Cell, CellEdit]


def change_cells(work: Work, request: ChangeCells) -> Done:
    """Set the cells; the value is how many changed.

    The letter of an absence makes the day part of a spell, with the days beside it that are of
    its kind; any other code shortens, splits or ends the spell. Duties in its way fall away, and
    one that runs when it begins is cut there.

    Raises RuleBroken for an unknown code, a day the officer does not serve, overlaps (RO-03), a
    shift too short or long (RO-01), too little rest where the settings make that an error
    (RO-04), what must stay (RO-12), and a published month's change without a reason (RO-10);
    KnownError ``cell-changed-meanwhile`` where ``seen`` is out of date, ``month-closed``.
    """
    edits = {(each.officer_id, each.day): each for each in request.edits}
    if not edits:
        return Done(0)
    if len(edits) > MOST_CELLS:
        raise RuleBroken(Problem("cells-too-many", facts={"most": MOST_CELLS}, field="cells"))
    cells, spells = Cells(work, edits), Spells(work, edits)
    _demand_seen(work, edits, cells, spells)
    typed = _Typed(work, edits, cells)
    contents = typed.contents()
    absent = spells.turn({cell: typed.kinds.get(cell) for cell in edits})
    contents |= duties_left(cells, contents, spells.taking(), typed.limits)
    changed = {cell: new for cell, new in contents.items() if new != cells.content(cell)}
    if not changed and not absent:
        return Done(0)
    with recording(work, {*edits, *changed}, request.reason):
        ledger = Ledger(work, request.reason, field="cells")
        spells.write(ledger)
        ledger.free()
        back = plan_cells(work, cells, changed, request.reason)
        done = ledger.done(len({*absent, *changed}), back)
    if back is not None and not absent:
        return Done(done.value, Step(restore_cells, back))
    return done


def restore_cells(work: Work, request: RestoreCells) -> Done:
    """Put cells back to exactly what they held, origin and times included.

    Raises KnownError ``cell-changed-meanwhile`` where somebody has changed one of them since,
    ``month-closed``; RuleBroken as :func:`change_cells`.
    """
    with recording(work, [cell for cell, _content in request.before], request.reason):
        back = put_cells_back(work, request)
    return Done(len(request.before), None if back is None else Step(restore_cells, back))


def _demand_seen(work: Work, edits: Edits, cells: Cells, spells: Spells) -> None:
    """A cell may hold a duty that an absence cuts: its editor saw the letter or the code."""
    if all(edit.seen is None for edit in edits.values()):
        return
    letters = absence_letters(work.session)
    for cell, edit in edits.items():
        shown = [letters[kind].code for kind in spells.on(cell)]
        if not shown or cells.content(cell).code:
            shown.append(cells.content(cell).shown)
        if edit.seen is not None and edit.seen not in shown:
            raise changed_meanwhile(work, cell, edit.code or "", shown[0])


class _Typed:
    """What the codes of some edits mean: the contents of their cells, and kinds of absence."""

    def __init__(self, work: Work, edits: Edits, cells: Cells) -> None:
        self.limits = limits(work.session)
        self.kinds: dict[Cell, AbsenceKind] = {}
        self._edits = edits
        self._cells = cells
        self._templates = {
            row.code: row for row in work.session.scalars(select(ShiftTemplate)) if row.active
        }
        letters = absence_letters(work.session)
        self._letters = {each.code: kind for kind, each in letters.items()}
        ids = {officer_id for officer_id, _day in edits}
        self._people = {
            row.id: row for row in work.session.scalars(select(Officer).where(Officer.id.in_(ids)))
        }

    def contents(self) -> dict[Cell, Content]:
        """The content of every cell; RuleBroken with everything that cannot be one."""
        found: list[Problem] = []
        contents: dict[Cell, Content] = {}
        for cell, edit in self._edits.items():
            officer = self._people.get(edit.officer_id)
            if officer is None:
                raise KnownError("officer-unknown")
            wanted = self._content(cell, (edit.code or "").strip().upper(), officer)
            if isinstance(wanted, Content):
                contents[cell] = wanted
            else:
                found += wanted
        if found:
            raise RuleBroken(*found)
        return contents

    def _content(self, cell: Cell, code: str, officer: Officer) -> Content | tuple[Problem, ...]:
        current = self._cells.content(cell)
        if not code:
            # A duty of the cycle cleared by hand stays cleared when it is laid again (RO-08).
            return Content(free=False) if current.origin == "cycle" else EMPTY
        if code == KEEP_FREE:
            return Content(free=True)
        row = row_of(officer)
        facts: dict[str, object] = {"code": code, "name": row.name, "day": cell[1]}
        if code not in self._templates and code not in self._letters:
            return (Problem("unknown-code", facts=facts, field="cells"),)
        if not row.serves_on(cell[1]):
            facts |= {"first_day": row.active_from, "last_day": row.last_day}
            return (Problem("officer-not-active", facts=facts, field="cells"),)
        if code in self._templates:
            return self._duty(cell, self._templates[code], row.post)
        self.kinds[cell] = self._letters[code]
        return current if current.free is False else EMPTY

    def _duty(
        self, cell: Cell, template: ShiftTemplate, own_post: str
    ) -> Content | tuple[Problem, ...]:
        current, code = self._cells.content(cell), template.code
        shift = template_row(template).shape.on(cell[1], template.post or own_post)
        times = (shift.start, shift.end)
        if current.code == code and (current.starts_at, current.ends_at) == times:
            # Typed over the cycle's own duty: the person means it, so the cycle leaves it alone.
            return Content(current.template_id, code, *times, current.post, TYPED)
        wanted = Content(template.id, code, *times, shift.post, TYPED)
        return length_problems(shift, self.limits) or wanted
