"""Changing what the roster is planned by: shift templates and minimum staffing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from openblock.errors import Problem, RuleBroken
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.queries.settings import limits, minimum_read
from openblock.features.roster.rules import (
    Minimum,
    TemplateShape,
    minimum_problems,
    template_problems,
)
from openblock.features.roster.rules.absence import HIDDEN
from openblock.features.roster.rules.shift import post_problems
from openblock.features.roster.tables import Duty, ShiftTemplate, StaffingMinimum
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class SaveTemplate:
    """A shift template, new when ``template_id`` is None; minutes of the wall clock."""

    shape: TemplateShape
    post: str = ""
    active: bool = True
    template_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class RetireTemplate:
    """A template that may no longer be typed; the duties made from it stay."""

    template_id: int


@dataclass(frozen=True, slots=True)
class RestoreTemplate:
    """A template as it was before a change; None where there was none."""

    template_id: int
    content: SaveTemplate | None


@dataclass(frozen=True, slots=True)
class SaveMinimum:
    """A minimum of staffing, new when ``minimum_id`` is None."""

    minimum: Minimum
    minimum_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveMinimum:
    """A minimum that is no longer asked for."""

    minimum_id: int


@dataclass(frozen=True, slots=True)
class RestoreMinimum:
    """A minimum as it was before a change; None where there was none."""

    minimum_id: int
    content: Minimum | None


def save_template(work: Work, request: SaveTemplate) -> Done:
    """Add or change a template; the value is its id. Planned duties keep their own times.

    Raises RuleBroken by field: code (taken, reserved, unreadable), name, start, length (RO-01);
    KnownError ``changed-meanwhile`` for an older version.
    """
    found = (
        *template_problems(request.shape, limits(work.session)),
        *post_problems(request.post),
        *_code_problems(work, request),
    )
    if found:
        raise RuleBroken(*found)
    if request.template_id is None:
        row = ShiftTemplate()
        _fill_template(row, request)
        work.session.add(row)
        work.session.flush()
        return Done(row.id, Step(restore_template, RestoreTemplate(row.id, None)))
    row = work.session.get_one(ShiftTemplate, request.template_id)
    if request.version is not None:
        work.expect(row, request.version)
    before = _template_content(row)
    _fill_template(row, request)
    return Done(row.id, Step(restore_template, RestoreTemplate(row.id, before)))


def _code_problems(work: Work, request: SaveTemplate) -> list[Problem]:
    """What else is typed with the code: another shift, or an absence.

    A code that stays is not asked about: it may have been there before the absences were.
    """
    code = request.shape.code
    of_code = set(work.session.scalars(select(ShiftTemplate.id).where(ShiftTemplate.code == code)))
    if request.template_id in of_code:
        return []
    found = []
    if of_code:
        found.append(Problem("template-code-taken", facts={"code": code}, field="code"))
    if code in {HIDDEN, *(each.code for each in absence_letters(work.session).values())}:
        found.append(Problem("template-code-absence", facts={"code": code}, field="code"))
    return found


def retire_template(work: Work, request: RetireTemplate) -> Done:
    """Take a template off the list of codes; nothing planned changes."""
    row = work.session.get_one(ShiftTemplate, request.template_id)
    before = _template_content(row)
    row.active = False
    return Done(undo=Step(restore_template, RestoreTemplate(row.id, before)))


def restore_template(work: Work, request: RestoreTemplate) -> Done:
    """Put a template back; one that was new goes, or is retired where duties already use it.

    RuleBroken where its code means something else by now.
    """
    row = work.session.get(ShiftTemplate, request.template_id)
    before = None if row is None else _template_content(row)
    if request.content is None:
        used = select(func.count()).where(Duty.template_id == request.template_id)
        if row is not None and work.session.scalar(used):
            row.active = False
        elif row is not None:
            work.session.delete(row)
    else:
        if found := _code_problems(work, request.content):
            raise RuleBroken(*found)
        if row is None:
            row = ShiftTemplate(id=request.template_id)
            work.session.add(row)
        _fill_template(row, request.content)
    return Done(undo=Step(restore_template, RestoreTemplate(request.template_id, before)))


def save_minimum(work: Work, request: SaveMinimum) -> Done:
    """Add or change a minimum of staffing (RO-09); the value is its id.

    Raises RuleBroken by field; KnownError ``changed-meanwhile`` for an older version.
    """
    wanted = request.minimum
    found = list(minimum_problems(wanted))
    taken = select(StaffingMinimum.id).where(StaffingMinimum.name == wanted.name)
    if request.minimum_id is not None:
        taken = taken.where(StaffingMinimum.id != request.minimum_id)
    if work.session.scalar(taken) is not None:
        found.append(Problem("minimum-name-taken", facts={"name": wanted.name}, field="name"))
    if found:
        raise RuleBroken(*found)
    if request.minimum_id is None:
        row = StaffingMinimum()
        _fill_minimum(row, wanted)
        work.session.add(row)
        work.session.flush()
        return Done(row.id, Step(restore_minimum, RestoreMinimum(row.id, None)))
    row = work.session.get_one(StaffingMinimum, request.minimum_id)
    if request.version is not None:
        work.expect(row, request.version)
    before = minimum_read(row)
    _fill_minimum(row, wanted)
    return Done(row.id, Step(restore_minimum, RestoreMinimum(row.id, before)))


def remove_minimum(work: Work, request: RemoveMinimum) -> Done:
    """Ask for this minimum no longer."""
    return restore_minimum(work, RestoreMinimum(request.minimum_id, None))


def restore_minimum(work: Work, request: RestoreMinimum) -> Done:
    """Put a minimum back as it was, or take it away where there was none."""
    row = work.session.get(StaffingMinimum, request.minimum_id)
    before = None if row is None else minimum_read(row)
    if request.content is None:
        if row is not None:
            work.session.delete(row)
    else:
        if row is None:
            row = StaffingMinimum(id=request.minimum_id)
            work.session.add(row)
        _fill_minimum(row, request.content)
    return Done(undo=Step(restore_minimum, RestoreMinimum(request.minimum_id, before)))


def _template_content(row: ShiftTemplate) -> SaveTemplate:
    shape = TemplateShape(row.code, row.name, row.start_minute, row.length_minutes)
    return SaveTemplate(shape, row.post, row.active, row.id)


def _fill_template(row: ShiftTemplate, content: SaveTemplate) -> None:
    row.code = content.shape.code
    row.name = " ".join(content.shape.name.split())
    row.start_minute = content.shape.start_minute
    row.length_minutes = content.shape.length_minutes
    row.post = " ".join(content.post.split())
    row.active = content.active


def _fill_minimum(row: StaffingMinimum, content: Minimum) -> None:
    row.name = " ".join(content.name.split())
    row.from_minute, row.to_minute = content.from_minute, content.to_minute
    row.needed, row.post = content.needed, " ".join(content.post.split())
    row.weekdays = content.weekdays
