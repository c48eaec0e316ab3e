"""The list of mentors for one shadowing shift: digits pick one, Enter takes the one chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from openblock.features.shadowing.queries import MentorOffer, MentorOffers
from openblock.features.shadowing.ui.offers_model import (
    MOST_NUMBERED,
    OfferLine,
    OffersModel,
    lines_of,
)
from openblock.i18n import _
from openblock.ui.entry_paint import LINE_ROLE, EntryDelegate
from openblock.ui.tall_list import TallList


class OffersList(TallList):
    """Digits pick a mentor, arrows walk, Enter and double click take the one chosen."""

    #: Another mentor is chosen, or none.
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.offers = OffersModel()
        super().__init__(self.offers, _("Mentors, the best first"), parent)
        self.offers.setParent(self)
        self.setItemDelegate(EntryDelegate(self))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_offers(self, offers: MentorOffers, keep: int | None = None) -> None:
        """Show these; the mentor ``keep`` stays chosen where fit, else the best one is."""
        blocked = self.selectionModel().blockSignals(True)
        self.offers.show_lines(lines_of(offers))
        place = self.offers.row_of(keep)
        if offers.fit and not (place >= 0 and self.offers.lines[place].fit):
            place = 0
        self.setCurrentIndex(self.offers.index(place) if place >= 0 else QModelIndex())
        self.selectionModel().blockSignals(blocked)
        if place >= 0:
            self.scrollTo(self.offers.index(place))
        self.viewport().update()

    def line(self) -> OfferLine | None:
        """The entry chosen."""
        found: OfferLine | None = self.currentIndex().data(LINE_ROLE)
        return found

    def offer(self) -> MentorOffer | None:
        """The mentor chosen, fit or not."""
        line = self.line()
        return line.offer if line is not None else None

    def pick(self, number: int) -> bool:
        """Choose the mentor with this digit; False where there is none."""
        place = self.offers.row_numbered(number)
        if place < 0:
            return False
        self.setCurrentIndex(self.offers.index(place))
        return True

    def step(self, by: int) -> None:
        """Choose the next mentor or the one before, over the heading."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self.offers.lines):
            if self.offers.lines[place].offer is not None:
                self.setCurrentIndex(self.offers.index(place))
                return
            place += by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        digit = event.key() - Qt.Key.Key_0
        if plain and 1 <= digit <= MOST_NUMBERED and self.pick(digit):
            event.accept()
            return
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
            event.accept()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.picked.emit()
