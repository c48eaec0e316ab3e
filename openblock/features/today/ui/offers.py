"""The list of a shift as Ctrl+P offers it."""

from __future__ import annotations

from datetime import date

from openblock import clock
from openblock.features.residents.ui.offers import offered
from openblock.features.today.sheets_pdf import ready_shift
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer

_OPERATION = "today.shift_list"


def shift_offers(desk: Desk, day: date) -> tuple[SheetOffer, ...]:
    """The list of the shift that begins on ``day``; nothing for who may not see it."""
    if not desk.may(_OPERATION):
        return ()
    look = Consultation("shift", day.isoformat())
    made = offered(lambda: ready_shift(desk.read, day, clock.now()), look, desk.actor.name)
    return (made,)
