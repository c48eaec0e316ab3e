"""An editor of who watches over a booking: the best one is chosen until another one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from openblock.features.grounds.queries import SupervisorOffer
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, format_hours, n_
from openblock.ui.forms import Choice
from openblock.ui.messages import words
from openblock.ui.theme import px

_LETTERS = 24


def offer_words(offer: SupervisorOffer) -> str:
    """Why an officer is offered: on duty 09:00–09:00, watches 4 then; or why it cannot be."""
    if not offer.fits:
        return " ".join(words(each) for each in offer.problems)
    said = []
    if offer.duty is not None:
        said.append(_("on duty {hours}").format(hours=hours_between(offer.duty)))
    said.append(
        n_("watches over {number} then", "watches over {number} then", offer.watching)
        if offer.watching
        else _("free then")
    )
    said.append(_("{hours} h in four weeks").format(hours=format_hours(offer.hours * 60)))
    said += [words(each) for each in offer.problems]
    return ", ".join(said)


class OfficerChoice(Choice):
    """The value is the officer's number; None is nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._offers: dict[int, SupervisorOffer] = {}
        self._typed = False
        self._kept: tuple[int, str] | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.activated.connect(self._chosen)
        self.set_options([(None, _("Nobody"))])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Closed, it shows the name alone: the reason stands in the list, and under the field."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._name(self.value()) or option.currentText
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """As wide as the longest reason, up to the edge of the window."""
        longest = max(
            self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())
        )
        self.view().setMinimumWidth(min(longest + px(40), self.window().width()))
        super().showPopup()

    def keep(self, officer_id: int | None, name: str) -> None:
        """Stay with who watches over the booking already, as long as they can."""
        self._kept = (officer_id, name) if officer_id is not None else None
        options = [(officer_id, name)] if officer_id is not None else []
        self.set_options([*options, (None, _("Nobody"))])
        self.set_value(officer_id)

    def show_offers(self, offers: Sequence[SupervisorOffer], *, needed: bool) -> None:
        """Offer these, best first; the best that fits is chosen unless somebody chose another.

        Who watches already gives way only to somebody who can where they cannot.
        """
        self._offers = {each.officer_id: each for each in offers}
        wanted = self._wanted(offers, needed=needed)
        options: list[tuple[int | None, str]] = [(each.officer_id, _line(each)) for each in offers]
        if self._kept is not None and self._kept[0] not in self._offers:
            options.append(self._kept)
        nobody = (None, _("Nobody") if needed else _("Nobody has to watch here"))
        options.insert(len(options) if needed else 0, nobody)
        blocked = self.blockSignals(True)
        self.set_options(options)
        self.set_value(wanted)
        for place, (officer_id, _words) in enumerate(options):
            self.setItemData(place, self.reason(officer_id), Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(blocked)

    def reason(self, officer_id: int | None) -> str:
        """What speaks for or against an officer, in words."""
        offer = self._offers.get(officer_id) if officer_id is not None else None
        return offer_words(offer) if offer is not None else ""

    def _wanted(self, offers: Sequence[SupervisorOffer], *, needed: bool) -> int | None:
        chosen: int | None = self.value()
        if self._typed and (chosen is None or chosen in self._offers):
            return chosen
        # Whoever was chosen by hand is not on duty any more at the time typed since.
        self._typed = False
        kept = self._kept[0] if self._kept is not None else None
        fitting = [each.officer_id for each in offers if each.fits]
        if not needed or kept in fitting:
            return kept
        return fitting[0] if fitting else kept

    def _name(self, officer_id: int | None) -> str:
        if officer_id is None:
            return ""
        offer = self._offers.get(officer_id)
        if offer is not None:
            return offer.name
        return self._kept[1] if self._kept is not None else ""

    def _chosen(self, _place: int) -> None:
        self._typed = True


def _line(offer: SupervisorOffer) -> str:
    sign = "" if offer.fits else "\N{MULTIPLICATION X} "
    return f"{sign}{offer.name} \N{EN DASH} {offer_words(offer)}"
