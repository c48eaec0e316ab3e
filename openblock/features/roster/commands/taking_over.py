"""Has one officer take another's duty over, or two swap theirs, judged as it all ends (RO-11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from openblock.clock import day_of
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.residents.rules.reasons import SHORTEST_REASON, tidy_reason, unfit_problems
from openblock.features.roster.commands.cells import TYPED
from openblock.features.roster.commands.content import Cell, Cells, Content, RestoreCells
from openblock.features.roster.commands.writing import write_cells
from openblock.features.roster.queries.open_duty import is_given
from openblock.features.roster.queries.rows import OpenDuty
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.substitutes import (
    shift_of,
    substitute_problems,
    swap_problems,
)
from openblock.features.roster.rules import length_problems
from openblock.features.roster.tables import Absence, ShiftTemplate
from openblock.storage.store import Work

#: What stays in the cell of a duty that was given away: the cycle does not lay it again (RO-08).
GIVEN = Content(free=False)
_MOVED = "exchange-moved"


@dataclass(frozen=True, slots=True)
class Terms:
    """A duty as an exchange names it: whose, on which day, from when until when."""

    officer_id: int
    day: date
    code: str
    starts_at: datetime
    ends_at: datetime

    @property
    def cell(self) -> Cell:
        """Where it stands in the roster."""
        return self.officer_id, self.day


@dataclass(frozen=True, slots=True)
class TakingOver:
    """The cells as they will be, and what speaks against that."""

    contents: Mapping[Cell, Content]
    problems: tuple[Problem, ...]

    def answer(self, work: Work, reason: str) -> None:
        """RuleBroken with all of it, unless only warnings stand and ``reason`` answers them."""
        _answer(work, self.problems, reason)

    def write(self, work: Work, reason: str) -> RestoreCells | None:
        """Write them; RuleBroken as :class:`Cells`. ``reason`` is a published month's (RO-10)."""
        return write_cells(work, Cells(work, self.contents), self.contents, reason)


def substitution(work: Work, terms: Terms, substitute_id: int, post: str = "") -> TakingOver:
    """Another officer has the duty; KnownError ``exchange-moved`` where it is another's by now.

    A duty that an absence took from its officer is named by its times, and ``post`` is its own.
    """
    there = Cells(work, [terms.cell]).content(terms.cell)
    if _is(there, terms):
        taken, contents = replace(there, origin=TYPED), {terms.cell: GIVEN}
    else:
        taken, contents = _lost(work, there, terms, post), {}
    # The rest of a duty that was cut at midnight begins on the day after.
    day = day_of(terms.starts_at)
    duty = _open(terms.officer_id, day, taken)
    found = substitute_problems(work.session, duty, substitute_id)
    contents[substitute_id, day] = taken
    return TakingOver(contents, (*length_problems(shift_of(duty), limits(work.session)), *found))


def swap(work: Work, given: Terms, returned: Terms) -> TakingOver:
    """Two officers have each other's duty; KnownError ``exchange-moved`` as above."""
    cells = Cells(work, [given.cell, returned.cell])
    one, other = cells.content(given.cell), cells.content(returned.cell)
    if not _is(one, given) or not _is(other, returned):
        raise KnownError(_MOVED)
    found = swap_problems(
        work.session,
        _open(given.officer_id, given.day, one),
        _open(returned.officer_id, returned.day, other),
    )
    contents = {
        given.cell: GIVEN,
        returned.cell: GIVEN,
        (returned.officer_id, given.day): replace(one, origin=TYPED),
        (given.officer_id, returned.day): replace(other, origin=TYPED),
    }
    return TakingOver(contents, found)


def terms_of(work: Work, officer_id: int, day: date) -> Terms:
    """The duty that stands in a cell now; KnownError ``exchange-moved`` where there is none."""
    content = Cells(work, [(officer_id, day)]).content((officer_id, day))
    if content.starts_at is None or content.ends_at is None:
        raise KnownError(_MOVED)
    return Terms(officer_id, day, content.code, content.starts_at, content.ends_at)


def _is(content: Content, terms: Terms) -> bool:
    stands = (content.code, content.starts_at, content.ends_at)
    return stands == (terms.code, terms.starts_at, terms.ends_at)


def _open(officer_id: int, day: date, content: Content) -> OpenDuty:
    starts_at, ends_at = content.starts_at, content.ends_at
    if starts_at is None or ends_at is None:
        raise KnownError(_MOVED)
    return OpenDuty(officer_id, day, content.code, starts_at, ends_at, content.post, is_lost=False)


def _lost(work: Work, there: Content, terms: Terms, post: str) -> Content:
    """A duty, or the rest of one, that its officer is away for and nobody has taken over yet."""
    shift = there.shift(terms.day)
    template = work.session.scalar(select(ShiftTemplate).where(ShiftTemplate.code == terms.code))
    if (
        template is None
        or (shift is not None and shift.end > terms.starts_at)
        or there.free is not None
        or not _is_away(work, terms)
    ):
        raise KnownError(_MOVED)
    taken = Content(template.id, terms.code, terms.starts_at, terms.ends_at, post, TYPED)
    # Two who plan at once put in one.
    if is_given(work.session, _open(terms.officer_id, terms.day, taken)):
        raise KnownError(_MOVED)
    return taken


def _is_away(work: Work, terms: Terms) -> bool:
    asked = select(Absence.id).where(
        Absence.officer_id == terms.officer_id,
        Absence.starts_at < terms.ends_at,
        Absence.ends_at > terms.starts_at,
    )
    return work.session.scalar(asked.limit(1)) is not None


def _answer(work: Work, problems: Iterable[Problem], reason: str) -> None:
    given = tidy_reason(reason)
    found = [each for each in problems if each.severity is not Severity.INFORMATION]
    errors = [each for each in found if each.severity is Severity.ERROR]
    unfit = unfit_problems(given)
    if errors or unfit or (found and len(given) < SHORTEST_REASON):
        raise RuleBroken(*map(_beside_reason, found), *unfit)
    for each in found:
        work.about("rule", each.code, reason=given)


def _beside_reason(problem: Problem) -> Problem:
    """What a reason answers stands beside the reason."""
    return replace(problem, field="reason") if problem.severity is Severity.WARNING else problem
