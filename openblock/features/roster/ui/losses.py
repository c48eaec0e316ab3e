"""Duties that an absence has just taken from the roster, and the hours that are short for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from openblock.features.roster.queries import Roster, RosterDuty, RosterProblem
from openblock.features.roster.ui.comparing import Cell, cells_changed
from openblock.features.roster.ui.problems import heading_of
from openblock.i18n import _, format_short_day, format_time, n_
from openblock.ui.messages import words

_DAY = timedelta(days=1)
_MOST = 3


@dataclass(frozen=True, slots=True)
class Loss:
    """A duty that is gone or ends sooner, the letter that took it, and what is short now."""

    cell: Cell
    name: str
    was: RosterDuty
    ends_at: datetime | None
    letter: str
    gaps: tuple[RosterProblem, ...]


def losses_between(before: Roster, now: Roster) -> list[Loss]:
    """What the absences that are new in ``now`` have taken, by day and name."""
    fresh = {cell: each for cell, each in now.absences.items() if cell not in before.absences}
    names = {each.officer_id: each.initialled for each in now.officers}
    known = {_key(each) for each in gaps_in(before)}
    gaps = [each for each in gaps_in(now) if _key(each) not in known]
    found: dict[Cell, Loss] = {}
    for (officer_id, day), away in fresh.items():
        # A duty of the day before runs into the absence and is cut by it.
        for cell in ((officer_id, day), (officer_id, day - _DAY)):
            was, left = before.duties.get(cell), now.duties.get(cell)
            if was is None or not _is_lost(was, left):
                continue
            ends = left.ends_at if left is not None else None
            lost = replace(was, starts_at=ends or was.starts_at)
            short = tuple(each for each in gaps if _is_in(each, lost))
            name = names.get(officer_id, "")
            found.setdefault(cell, Loss(cell, name, was, ends, away.code, short))
    return sorted(found.values(), key=lambda each: (each.cell[1], each.name))


def stands(loss: Loss, before: Roster, now: Roster) -> bool:
    """Whether the duty is still gone and somebody still missing for it.

    Where nobody is missing there is nothing to mend: it is news until something else changes.
    """
    officer_id, day = loss.cell
    if not now.first <= day <= now.last:
        return True
    if not loss.gaps:
        return not cells_changed(before, now)
    away = any((officer_id, each) in now.absences for each in (day, day + _DAY))
    lost = replace(loss.was, starts_at=loss.ends_at or loss.was.starts_at)
    short = any(_is_in(each, lost) for each in gaps_in(now))
    return away and short and _is_lost(loss.was, now.duties.get(loss.cell))


def gaps_in(shown: Roster) -> Iterator[RosterProblem]:
    """The times of the shown days that have too few on duty."""
    return (each for each in shown.problems if each.problem.code == "staffing-gap")


def loss_sentences(losses: Sequence[Loss]) -> list[str]:
    """Whose duty it was, what stands there now, and when officers are short for it."""
    said = [_of(group) for group in _grouped(losses)[:_MOST]]
    more = len(losses) - sum(len(group) for group in _grouped(losses)[:_MOST])
    if more > 0:
        said.append(n_("And {number} duty more.", "And {number} duties more.", more))
    gaps = dict.fromkeys(
        f"{heading_of(gap)}: {words(gap.problem)}" for each in losses for gap in each.gaps
    )
    return [*said, *list(gaps)[:_MOST]]


def _grouped(losses: Sequence[Loss]) -> list[list[Loss]]:
    """Officer by officer what one kind of absence took whole; what is cut stands for itself."""
    groups: dict[object, list[Loss]] = {}
    for each in losses:
        whole = each.ends_at is None
        key = (each.cell[0], each.letter, None if whole else each.cell[1])
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _of(group: list[Loss]) -> str:
    if len(group) > 1:
        days = f"{format_short_day(group[0].cell[1])} – {format_short_day(group[-1].cell[1])}"
        duties = n_("{number} duty", "{number} duties", len(group))
        return _("{who}: {was}, now {now}.").format(
            who=f"{group[0].name}, {days}", was=duties, now=group[0].letter
        )
    (each,) = group
    about = f"{each.name}, {format_short_day(each.cell[1])}"
    if each.ends_at is not None:
        return _("{who}: {code} ends at {time}, then {letter}.").format(
            who=about, code=each.was.code, time=format_time(each.ends_at), letter=each.letter
        )
    return _("{who}: {was}, now {now}.").format(who=about, was=each.was.code, now=each.letter)


def _is_lost(was: RosterDuty, left: RosterDuty | None) -> bool:
    return left is None or (left.starts_at == was.starts_at and left.ends_at < was.ends_at)


def _is_in(gap: RosterProblem, duty: RosterDuty) -> bool:
    start, end = gap.problem.facts.get("start"), gap.problem.facts.get("end")
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return start < duty.ends_at and duty.starts_at < end


def _key(gap: RosterProblem) -> tuple[object, ...]:
    facts = gap.problem.facts
    return (gap.name, facts.get("start"), facts.get("end"), facts.get("present"))
