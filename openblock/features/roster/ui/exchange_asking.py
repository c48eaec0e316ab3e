"""An officer's own coming duties, and the two ways to ask a colleague about one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.roster.queries import roster
from openblock.features.roster.ui.exchange_lines import duty_words
from openblock.features.staff.queries import own_officer
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, labelled
from openblock.ui.theme import px

SWAP, SUBSTITUTE = "swap", "substitute"
_AHEAD = timedelta(days=45)


class ExchangeAsking(QFrame):
    """Hidden from who has no duties of their own."""

    #: What kind of exchange, whose duty, and its day.
    asked = Signal(str, int, date)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        own = desk.read(own_officer)
        self._officer_id = own or 0
        self.duties = Choice(list(_coming(desk, self._officer_id)) if own else ())
        self.duties.setAccessibleName(_("Your duty"))
        self.swap_button = self._button(_("Ask for a swap\N{HORIZONTAL ELLIPSIS}"), SWAP)
        self.substitute_button = self._button(
            _("Ask for a substitute\N{HORIZONTAL ELLIPSIS}"), SUBSTITUTE
        )
        self.setFocusProxy(self.duties)
        label = labelled(_("Your duty"), "field")
        label.setBuddy(self.duties)
        deeds = QWidget()
        row = FlowLayout(deeds, gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (label, self.duties, self.swap_button, self.substitute_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.addWidget(deeds)
        self.setVisible(bool(self.duties.count()))

    def _button(self, text: str, kind: str) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.setToolTip(_("The colleague answers, then whoever plans the roster approves it"))
        made.clicked.connect(lambda _checked=False: self._ask(kind))
        return made

    def _ask(self, kind: str) -> None:
        day = self.duties.value()
        if day is not None:
            self.asked.emit(kind, self._officer_id, day)


def _coming(desk: Desk, officer_id: int) -> Iterator[tuple[date, str]]:
    """The duties of the next weeks that have not begun."""
    today = clock.today()
    shown = desk.read(roster, today, today + _AHEAD)
    for (number, day), duty in sorted(shown.duties.items(), key=lambda each: each[0][1]):
        if number == officer_id and duty.starts_at > clock.now():
            yield day, duty_words(duty.code, day, duty.starts_at, duty.ends_at)
