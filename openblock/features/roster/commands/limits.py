"""Changing the figures the roster is judged by; old and new stand in the log."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import select

from openblock.errors import RuleBroken
from openblock.features.roster.queries.settings import limit_stored, limits
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.limits import limits_problems
from openblock.features.roster.tables import LimitValue
from openblock.storage.store import Done, Step, Work

# The night belongs to the whole block and stands among its settings, not here.
OF_THE_BLOCK = frozenset({"night_from", "night_to"})


@dataclass(frozen=True, slots=True)
class ChangeLimits:
    """All limits as they are to be; those of the block's night are left as they are."""

    limits: Limits


def change_limits(work: Work, request: ChangeLimits) -> Done:
    """Put new limits in force.

    Raises RuleBroken by field where a figure cannot be a limit (RO-01, RO-04, RO-05, RO-07).
    """
    found = limits_problems(request.limits)
    if found:
        raise RuleBroken(*found)
    before = limits(work.session)
    stored = {row.name: row for row in work.session.scalars(select(LimitValue))}
    default = Limits()
    for name in (field.name for field in fields(Limits) if field.name not in OF_THE_BLOCK):
        value = getattr(request.limits, name)
        row = stored.get(name)
        if value == getattr(default, name):
            if row is not None:
                work.session.delete(row)
        elif row is None:
            work.session.add(LimitValue(name=name, value=limit_stored(value)))
        else:
            row.value = limit_stored(value)
    return Done(undo=Step(change_limits, ChangeLimits(before)))
