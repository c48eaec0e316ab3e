"""Choosing the letters a kind of absence is typed and printed with (RO-13)."""

from __future__ import annotations

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.commands.lettering import refuse_taken_letters
from openblock.features.roster.commands.requests import SaveAbsenceCode
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, Letters
from openblock.features.roster.tables import AbsenceCode
from openblock.storage.store import Done, Work


def save_absence_code(work: Work, request: SaveAbsenceCode) -> Done:
    """Give a kind of absence other letters; the usual ones take the block's own away.

    What is planned keeps its kind and is shown by the new letters from now on. Raises RuleBroken
    by field, where a letter is a shift's code, means a day kept free, or is another kind's, and
    ``letters-moved`` where somebody has chosen others since they were seen.
    """
    letters = Letters(
        request.letters.code.strip().upper(), request.letters.sheet_code.strip().upper()
    )
    before = absence_letters(work.session)[request.kind]
    if request.seen is not None and before not in {request.seen, letters}:
        raise RuleBroken(Problem("letters-moved", field="code"))
    refuse_taken_letters(work, request.kind, letters)
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
