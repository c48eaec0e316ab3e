"""Writes planned cells and says how to put them back; what is refused there is refused here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.roster.commands.content import Cell, Cells, Content, RestoreCells, name_of
from openblock.features.roster.commands.meanwhile import demand_contents
from openblock.features.roster.commands.recording import taken_back
from openblock.features.roster.queries.duties import duties_between
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.rules import Limits, rest_problems
from openblock.storage.store import Work

_NEAR = timedelta(days=3)


def plan_cells(
    work: Work, cells: Cells, changed: Mapping[Cell, Content], reason: str
) -> RestoreCells | None:
    """As :func:`write_cells`; RuleBroken where the settings forbid the short rest it makes (RO-04).

    Only what the change itself brings is refused: a short rest that stood there before stays a
    marked one, or nothing near it could be mended.
    """
    in_force = limits(work.session)
    if not changed or in_force.rest_severity is not Severity.ERROR:
        return write_cells(work, cells, changed, reason)
    before = short_rests(work, changed, in_force)
    back = write_cells(work, cells, changed, reason)
    made = [each for each in short_rests(work, changed, in_force) if each not in before]
    if made:
        raise RuleBroken(*made)
    return back


def write_cells(
    work: Work, cells: Cells, changed: Mapping[Cell, Content], reason: str
) -> RestoreCells | None:
    """Write contents that differ, and say how to take that back; None where nothing differs."""
    if not changed:
        return None
    before = tuple((cell, cells.content(cell)) for cell in changed)
    cells.write(changed)
    for officer_id in sorted({officer_id for officer_id, _day in changed}):
        work.about("officer", officer_id)
    return RestoreCells(before, tuple(changed.items()), taken_back(reason))


def put_cells_back(work: Work, request: RestoreCells) -> RestoreCells | None:
    """Put cells back to exactly what they held, and say how to do it the other way round.

    KnownError ``cell-changed-meanwhile`` where somebody has changed one of them since.
    """
    cells = Cells(work, [cell for cell, _content in request.before])
    demand_contents(work, cells, request)
    return write_cells(work, cells, dict(request.before), request.reason)


def short_rests(
    work: Work, changed: Mapping[Cell, Content], in_force: Limits
) -> tuple[Problem, ...]:
    """RO-04: every short rest that stands around these cells now, with whose it is."""
    days = [day for _officer_id, day in changed]
    found: list[Problem] = []
    for officer_id in sorted({officer_id for officer_id, _day in changed}):
        name = name_of(work, officer_id)
        rows = duties_between(work.session, min(days) - _NEAR, max(days) + _NEAR, {officer_id})
        for _day, problem in rest_problems([row.shift for row in rows], in_force):
            facts = {**problem.facts, "name": name}
            found.append(Problem(problem.code, problem.severity, facts, "cells"))
    return tuple(found)
