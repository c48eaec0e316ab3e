"""Changing the figures the roster is judged by; old and new stand in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.roster.queries.settings import limit_stored, limits
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.limits import DEFAULT_LIMITS, limits_problems
from openblock.features.roster.tables import LimitValue
from openblock.storage.store import Done, Step, Work

# The night belongs to the whole block and stands among its settings, not here.
OF_THE_BLOCK = frozenset({"night_from", "night_to"})


@dataclass(frozen=True, slots=True)
class ChangeLimits:
    """Limits as they are to be; those of the block's night are left as they are.

    ``seen`` are the limits their editor saw: what is the same in both is left alone, whoever may
    have changed it since. None where there was no editor: all are written.
    """

    limits: Limits
    seen: Limits | None = None


def change_limits(work: Work, request: ChangeLimits) -> Done:
    """Put new limits in force.

    Raises RuleBroken by field where a figure cannot be a limit (RO-01, RO-04..RO-07), and
    ``limit-moved`` where somebody else has changed it since it was seen.
    """
    before = limits(work.session)
    seen = before if request.seen is None else request.seen
    wanted = {
        name: getattr(request.limits, name)
        for name in _names()
        if getattr(request.limits, name) != getattr(seen, name)
    }
    after = replace(before, **wanted)
    moved = tuple(
        Problem("limit-moved", field=name)
        for name, value in wanted.items()
        if getattr(before, name) not in {getattr(seen, name), value}
    )
    found = (*moved, *limits_problems(after))
    if found:
        raise RuleBroken(*found)
    for name in _names():
        if getattr(after, name) != getattr(before, name):
            _write(work, name, getattr(before, name), getattr(after, name))
    return Done(undo=Step(change_limits, ChangeLimits(before, after)))


def _names() -> Iterator[str]:
    return (field.name for field in fields(Limits) if field.name not in OF_THE_BLOCK)


def _write(work: Work, name: str, old: object, new: object) -> None:
    """Write one limit so that its row of the log holds its name, and both figures as they were.

    A default is not stored, and a changed column is logged without its neighbours. So the old row
    is taken out and the new one put in, and a default is stored for the moment that takes.
    """
    work.about("limit", name)
    row = work.session.scalar(select(LimitValue).where(LimitValue.name == name))
    if row is None:
        row = LimitValue(name=name, value=limit_stored(old))
        work.session.add(row)
        work.session.flush()
    number = row.id
    work.session.delete(row)
    work.session.flush()
    row = LimitValue(id=number, name=name, value=limit_stored(new))
    work.session.add(row)
    work.session.flush()
    if new == getattr(DEFAULT_LIMITS, name):
        work.session.delete(row)
