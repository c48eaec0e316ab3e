"""Whether the letters of a kind of absence mean nothing else yet (RO-13)."""

from __future__ import annotations

from sqlalchemy import select

from openblock.errors import RuleBroken
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.rules.absence import AbsenceKind, Letters, letters_problems
from openblock.features.roster.tables import ShiftTemplate
from openblock.storage.store import Work


def refuse_taken_letters(work: Work, kind: AbsenceKind, letters: Letters) -> None:
    """RuleBroken by field where a letter is a shift's code, a day kept free, or another kind's."""
    others = [each for of, each in absence_letters(work.session).items() if of != kind]
    codes = set(work.session.scalars(select(ShiftTemplate.code)))
    found = letters_problems(letters, codes, others)
    if found:
        raise RuleBroken(*found)
