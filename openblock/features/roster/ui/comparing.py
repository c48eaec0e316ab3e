"""Two rosters of the same days compared: which cells changed, and what that has upset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from openblock.features.roster.queries import Roster, RosterProblem

Cell = tuple[int, date]
_NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Upset:
    """Something that hung on a duty before and does so no longer; the roster then and now."""

    problem: RosterProblem
    before: Roster
    now: Roster

    @property
    def key(self) -> str:
        """What it is, as :func:`key_of` has it."""
        return key_of(self.problem)

    @property
    def cell(self) -> Cell:
        """The changed duty it hung on: of its own day, of the day before, or of the next one."""
        cells = _cells_near(self.problem)
        return next(filter(partial(_differs, self.before, self.now), cells), cells[0])


def upset_between(before: Roster, now: Roster) -> list[Upset]:
    """What hung on duties before, hangs on them no longer, and does so because they changed."""
    known = keys_in(before)
    return [
        Upset(each, before, now)
        for each in now.problems
        if each.tab and key_of(each) not in known and _changed_near(before, now, each)
    ]


def keys_in(shown: Roster) -> set[str]:
    """Everything that hangs on the shown duties no longer, by its key."""
    return {key_of(each) for each in shown.problems if each.tab}


def key_of(each: RosterProblem) -> str:
    """The same thing upset has the same key; why it is may change without being news."""
    facts = {name: fact for name, fact in each.problem.facts.items() if name != "upset"}
    return f"{each.officer_id} {each.day} {each.problem.code} {sorted(facts.items())}"


def cells_changed(before: Roster, now: Roster) -> int:
    """How many cells of the same days hold another duty than before."""
    cells = before.duties.keys() | now.duties.keys()
    return sum(before.duties.get(cell) != now.duties.get(cell) for cell in cells)


def _changed_near(before: Roster, now: Roster, each: RosterProblem) -> bool:
    """Whether the duty it hung on, or one that may have held it instead, is another now."""
    return any(_differs(before, now, cell) for cell in _cells_near(each))


def _cells_near(each: RosterProblem) -> tuple[Cell, ...]:
    return tuple((each.officer_id or 0, each.day + n * _NEAR) for n in (0, -1, 1))


def _differs(before: Roster, now: Roster, cell: Cell) -> bool:
    return _times(before, cell) != _times(now, cell)


def _times(shown: Roster, cell: Cell) -> tuple[datetime, datetime] | None:
    duty = shown.duties.get(cell)
    return None if duty is None else (duty.starts_at, duty.ends_at)
