"""Laying a team's cycle over days, without touching what a person typed (RO-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.roster.commands.content import (
    EMPTY,
    Cell,
    Cells,
    Content,
    RestoreCells,
)
from openblock.features.roster.commands.recording import recording
from openblock.features.roster.commands.writing import plan_cells, put_cells_back
from openblock.features.roster.queries.cycle import Difference, cycle_preview
from openblock.features.roster.queries.settings import (
    TeamCycle,
    Template,
    pattern_read,
    pattern_stored,
    templates,
)
from openblock.features.roster.rules import pattern_problems
from openblock.features.roster.rules.cycle import range_problems
from openblock.features.roster.tables import TeamPattern
from openblock.features.staff.tables import Officer
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class LayCycle:
    """The days to lay the cycles over, both included, and the cycle of each team."""

    first: date
    last: date
    cycles: tuple[TeamCycle, ...]
    #: Why a published month changes (RO-10).
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RestoreCycle:
    """The cells and the remembered cycles as they were before a cycle was laid."""

    cells: RestoreCells | None
    cycles: tuple[tuple[int, TeamCycle | None], ...]


def lay_cycle(work: Work, request: LayCycle) -> Done:
    """Lay the cycles and remember them for their teams; the value is how many cells changed.

    Raises RuleBroken where the days run backwards, a pattern is empty or has an unknown code, or
    a pattern's own shifts would overlap (RO-03). Cells a person typed are never changed. A
    published month asks for a reason (RO-10); KnownError ``month-closed``.
    """
    _refuse(work, request)
    differences = [each for each in cycle_preview(work.session, request) if each.lays]
    remembered = _remember(work, request.cycles)
    if not differences:
        return Done(0, Step(restore_cycle, RestoreCycle(None, remembered)))
    cells = Cells(work, [(each.officer_id, each.day) for each in differences])
    contents = _contents(work, differences)
    with recording(work, contents, request.reason):
        back = plan_cells(work, cells, contents, request.reason)
    return Done(len(differences), Step(restore_cycle, RestoreCycle(back, remembered)))


def restore_cycle(work: Work, request: RestoreCycle) -> Done:
    """Take a laid cycle back, cells and remembered cycles alike.

    Raises KnownError ``cell-changed-meanwhile`` where somebody has changed one of the cells.
    """
    again = None
    if request.cells is not None:
        cells = [cell for cell, _content in request.cells.before]
        with recording(work, cells, request.cells.reason):
            again = put_cells_back(work, request.cells)
    remembered = tuple(_put(work, team, cycle) for team, cycle in request.cycles)
    return Done(undo=Step(restore_cycle, RestoreCycle(again, remembered)))


def _refuse(work: Work, request: LayCycle) -> None:
    codes = [each.code for each in templates(work.session) if each.active]
    found = list(range_problems(request.first, request.last))
    if not request.cycles:
        found.append(Problem("cycle-no-team", field="cycles"))
    for cycle in request.cycles:
        found += pattern_problems(cycle.pattern, codes)
    if found:
        raise RuleBroken(*found)


def _contents(work: Work, differences: list[Difference]) -> dict[Cell, Content]:
    known = {each.code: each for each in templates(work.session) if each.active}
    ids = {each.officer_id for each in differences}
    posts = {
        row.id: row.post for row in work.session.scalars(select(Officer).where(Officer.id.in_(ids)))
    }
    return {
        (each.officer_id, each.day): _duty(each, known.get(each.after), posts[each.officer_id])
        for each in differences
    }


def _duty(difference: Difference, template: Template | None, post: str) -> Content:
    if template is None:
        return EMPTY
    shift = template.shape.on(difference.day, template.post or post)
    return Content(template.template_id, template.code, shift.start, shift.end, shift.post, "cycle")


def _remember(
    work: Work, cycles: tuple[TeamCycle, ...]
) -> tuple[tuple[int, TeamCycle | None], ...]:
    return tuple(_put(work, each.team, each) for each in cycles)


def _put(work: Work, team: int, cycle: TeamCycle | None) -> tuple[int, TeamCycle | None]:
    row = work.session.scalar(select(TeamPattern).where(TeamPattern.team == team))
    before = None if row is None else TeamCycle(team, pattern_read(row.pattern), row.anchor)
    if cycle is None:
        if row is not None:
            work.session.delete(row)
    elif row is None:
        stored = pattern_stored(cycle.pattern)
        work.session.add(TeamPattern(team=team, pattern=stored, anchor=cycle.anchor))
    else:
        row.pattern, row.anchor = pattern_stored(cycle.pattern), cycle.anchor
    return team, before
