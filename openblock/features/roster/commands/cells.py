"""Setting, clearing and pasting cells of the roster, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.roster.commands.content import EMPTY, Cell, Cells, Content
from openblock.features.roster.queries.duties import duties_between
from openblock.features.roster.queries.settings import limits, template_row
from openblock.features.roster.rules import KEEP_FREE, Limits, length_problems, rest_problems
from openblock.features.roster.tables import Duty, ShiftTemplate
from openblock.features.staff.queries import row_of
from openblock.features.staff.tables import Officer
from openblock.storage.store import Done, Step, Work

TYPED = "typed"
MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell an officer set: a template's code, "B" to keep the day free, None to clear it.

    ``seen`` is the code the editor saw there; another one stored meanwhile refuses the edit.
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


@dataclass(frozen=True, slots=True)
class RestoreCells:
    """Cells as they were, and as the change that is taken back had left them."""

    before: tuple[tuple[Cell, Content], ...]
    after: tuple[tuple[Cell, Content], ...]
    reason: str = ""


def change_cells(work: Work, request: ChangeCells) -> Done:
    """Set the cells; the value is how many changed.

    Raises RuleBroken for an unknown code, a day the officer does not serve, overlapping duties
    (RO-03), a shift too short or long (RO-01), and for too little rest where the settings make
    that an error (RO-04); KnownError ``cell-changed-meanwhile`` where ``seen`` is out of date.
    """
    edits = {(each.officer_id, each.day): each for each in request.edits}
    if not edits:
        return Done(0)
    if len(edits) > MOST_CELLS:
        raise RuleBroken(Problem("cells-too-many", facts={"most": MOST_CELLS}, field="cells"))
    cells = Cells(work, edits)
    for cell, edit in edits.items():
        if edit.seen is not None and edit.seen != cells.content(cell).shown:
            raise _changed_meanwhile(work, cell, edit.code or "", cells)
    contents = _contents(work, edits, cells)
    changed = {cell: new for cell, new in contents.items() if new != cells.content(cell)}
    return plan_cells(work, cells, changed)


def plan_cells(work: Work, cells: Cells, changed: dict[Cell, Content]) -> Done:
    """As :func:`write_cells`; RuleBroken where the settings forbid the short rest it makes (RO-04).

    Only what the change itself brings is refused: a short rest that stood there before stays a
    marked one, or nothing near it could be mended.
    """
    in_force = limits(work.session)
    if not changed or in_force.rest_severity is not Severity.ERROR:
        return write_cells(work, cells, changed)
    before = _short_rests(work, changed, in_force)
    done = write_cells(work, cells, changed)
    made = [each for each in _short_rests(work, changed, in_force) if each not in before]
    if made:
        raise RuleBroken(*made)
    return done


def write_cells(work: Work, cells: Cells, changed: dict[Cell, Content]) -> Done:
    """Write the contents that differ, and give the step that takes them back."""
    if not changed:
        return Done(0)
    before = tuple((cell, cells.content(cell)) for cell in changed)
    cells.write(changed)
    for officer_id in sorted({officer_id for officer_id, _day in changed}):
        work.about("officer", officer_id)
    undo = RestoreCells(before=before, after=tuple(changed.items()))
    return Done(len(changed), Step(restore_cells, undo))


def restore_cells(work: Work, request: RestoreCells) -> Done:
    """Put cells back to exactly what they held, origin and times included.

    Raises KnownError ``cell-changed-meanwhile`` where somebody has changed one of them since.
    """
    cells = Cells(work, [cell for cell, _content in request.before])
    for cell, content in request.after:
        if cells.content(cell) != content:
            raise _changed_meanwhile(work, cell, dict(request.before)[cell].shown, cells)
    return write_cells(work, cells, dict(request.before))


def _contents(work: Work, edits: dict[Cell, CellEdit], cells: Cells) -> dict[Cell, Content]:
    known = {row.code: row for row in work.session.scalars(select(ShiftTemplate)) if row.active}
    ids = {officer_id for officer_id, _day in edits}
    people = {
        row.id: row for row in work.session.scalars(select(Officer).where(Officer.id.in_(ids)))
    }
    in_force = limits(work.session)
    found: list[Problem] = []
    contents: dict[Cell, Content] = {}
    for cell, edit in edits.items():
        officer = people.get(edit.officer_id)
        if officer is None:
            raise KnownError("officer-unknown")
        wanted = _content(edit, officer, known, cells.content(cell), in_force)
        if isinstance(wanted, Content):
            contents[cell] = wanted
        else:
            found += wanted
    if found:
        raise RuleBroken(*found)
    return contents


def _content(
    edit: CellEdit,
    officer: Officer,
    known: dict[str, ShiftTemplate],
    current: Content,
    in_force: Limits,
) -> Content | tuple[Problem, ...]:
    code = (edit.code or "").strip().upper()
    if not code:
        # A duty of the cycle cleared by hand stays cleared when the cycle is laid again (RO-08).
        return Content(free=False) if current.origin == "cycle" else EMPTY
    if code == KEEP_FREE:
        return Content(free=True)
    row = row_of(officer)
    facts: dict[str, object] = {"code": code, "name": row.name, "day": edit.day}
    template = known.get(code)
    if template is None:
        return (Problem("unknown-code", facts=facts, field="cells"),)
    if not row.serves_on(edit.day):
        facts |= {"first_day": row.active_from, "last_day": row.last_day}
        return (Problem("officer-not-active", facts=facts, field="cells"),)
    shift = template_row(template).shape.on(edit.day, template.post or row.post)
    times = (shift.start, shift.end)
    if current.code == code and (current.starts_at, current.ends_at) == times:
        # Typed over the cycle's own duty: the person means it, so the cycle leaves it alone.
        return Content(current.template_id, code, *times, current.post, TYPED)
    wanted = Content(template.id, code, *times, shift.post, TYPED)
    return length_problems(shift, in_force) or wanted


def _short_rests(work: Work, changed: dict[Cell, Content], in_force: Limits) -> list[Problem]:
    days = [day for _officer_id, day in changed]
    near = timedelta(days=3)
    found: list[Problem] = []
    for officer_id in sorted({officer_id for officer_id, _day in changed}):
        officer = row_of(work.session.get_one(Officer, officer_id))
        rows = duties_between(work.session, min(days) - near, max(days) + near, {officer_id})
        for _day, problem in rest_problems([row.shift for row in rows], in_force):
            facts = {**problem.facts, "name": officer.name}
            found.append(Problem(problem.code, problem.severity, facts, "cells"))
    return found


def _changed_meanwhile(work: Work, cell: Cell, yours: str, cells: Cells) -> KnownError:
    officer_id, day = cell
    officer = work.session.get_one(Officer, officer_id)
    duty = work.session.scalar(select(Duty).where(Duty.officer_id == officer_id, Duty.day == day))
    return KnownError(
        "cell-changed-meanwhile",
        name=f"{officer.surname} {officer.given_name}",
        day=day,
        yours=yours,
        theirs=cells.content(cell).shown,
        who=duty.changed_by if duty else "",
        when=duty.changed_at if duty else None,
    )
