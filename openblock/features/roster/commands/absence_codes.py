"""Choosing the letters a kind of absence is typed and printed with (RO-13)."""

from __future__ import annotations

from sqlalchemy import select

from openblock.errors import RuleBroken
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.commands.requests import SaveAbsenceCode
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, Letters, letters_problems
from openblock.features.roster.tables import AbsenceCode, ShiftTemplate
from openblock.storage.store import Done, Work


def save_absence_code(work: Work, request: SaveAbsenceCode) -> Done:
    """Give a kind of absence other letters; the usual ones take the block's own away.

    What is planned keeps its kind and is shown by the new letters from now on. Raises RuleBroken
    by field, where a letter is a shift's code, means a day kept free, or is another kind's.
    """
    letters = Letters(
        request.letters.code.strip().upper(), request.letters.sheet_code.strip().upper()
    )
    others = {
        kind: each for kind, each in absence_letters(work.session).items() if kind != request.kind
    }
    codes = set(work.session.scalars(select(ShiftTemplate.code)))
    found = letters_problems(letters, codes, tuple(others.values()))
    if found:
        raise RuleBroken(*found)
    ledger = Ledger(work)
    row = work.session.scalar(select(AbsenceCode).where(AbsenceCode.kind == request.kind))
    is_usual = letters == DEFAULT_LETTERS[request.kind]
    if row is None and not is_usual:
        ledger.add(AbsenceCode(kind=request.kind, code=letters.code, sheet_code=letters.sheet_code))
    elif row is not None and is_usual:
        ledger.remove(row)
    elif row is not None:
        ledger.change(row, code=letters.code, sheet_code=letters.sheet_code)
    return ledger.done()
