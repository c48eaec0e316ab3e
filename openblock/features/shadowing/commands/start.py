"""What a new block's practice starts with: the usual clearance items and competences."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.rules.content import USUAL_ITEMS
from openblock.features.shadowing.tables import PracticeItem
from openblock.storage.store import Done, Work


@dataclass(frozen=True, slots=True)
class StartPractice:
    """The usual lists, wherever one of their entries is missing."""


def start_practice(work: Work, _request: StartPractice) -> Done:
    """Puts the usual entries into the block's lists; ``Done.value`` is how many were missing.

    They name themselves in the language spoken; one out of use is not missing.
    """
    stored = work.session.execute(select(PracticeItem.kind, PracticeItem.code))
    there = {(kind, code) for kind, code in stored}
    ledger = Ledger(work)
    added = 0
    for kind, codes in USUAL_ITEMS.items():
        for place, code in enumerate(codes):
            if (kind.value, code) not in there:
                ledger.add(PracticeItem(kind=kind.value, place=place, code=code))
                added += 1
    return ledger.done(added)
