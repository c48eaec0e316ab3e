"""What other features give to the residents tab: their deeds, their lists, their paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.card_deeds import PLACE, PRINT, SWAP
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer

#: Done to one person: ``(desk, resident_id, parent)``.
PersonAct = Callable[[Desk, int, QWidget], object]
#: Done to the whole list: ``(desk, parent)``.
ListAct = Callable[[Desk, QWidget], None]
#: The sheets for the person shown, or for nobody.
Sheets = Callable[[Desk, int | None], tuple[SheetOffer, ...]]


@dataclass(frozen=True, slots=True)
class Offered:
    """Nothing is offered where nothing is given."""

    place: PersonAct | None = None
    swap: PersonAct | None = None
    import_list: ListAct | None = None
    export_list: ListAct | None = None
    sheets: Sheets | None = None

    def deeds(self) -> frozenset[str]:
        """The names of the card's deeds that come from outside."""
        given = {PLACE: self.place, SWAP: self.swap, PRINT: self.sheets}
        return frozenset(name for name, act in given.items() if act is not None)
