"""The buttons of a card, and the menu for what is done rarely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from openblock.features.residents.ui.card_deeds import CardDeed
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.icons import icon
from openblock.ui.theme import px


class DeedBar(QWidget):
    """``wanted`` sends the name of the deed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds: tuple[CardDeed, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self.menu = QMenu(self)
        self._flow = FlowLayout(self, gap=6)
        self._flow.setContentsMargins(px(16), 0, px(16), px(10))

    def offer(self, deeds: Sequence[CardDeed]) -> None:
        """Show these; nothing is made anew when they are the same."""
        if tuple(deeds) == self.deeds:
            return
        self.deeds = tuple(deeds)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        self.menu.clear()
        for deed in self.deeds:
            if deed.in_menu:
                self.menu.addAction(icon(deed.drawing), deed.words, partial(self._tell, deed.name))
            else:
                self._add_button(deed)
        if not self.menu.isEmpty():
            self._add_more()
        self.setVisible(bool(self.deeds))

    def can(self, name: str) -> bool:
        """Whether the deed is offered now."""
        return any(deed.name == name for deed in self.deeds)

    def _add_button(self, deed: CardDeed) -> None:
        button = QPushButton(icon(deed.drawing), deed.words)
        button.setAutoDefault(False)
        said = deed.words.removesuffix("…")
        button.setToolTip(shortcuts.hint(said, deed.key) if deed.key else said)
        button.clicked.connect(lambda _checked=False, name=deed.name: self._tell(name))
        self.buttons[deed.name] = button
        self._flow.addWidget(button)

    def _add_more(self) -> None:
        more = QPushButton(icon("more"), _("More"))
        more.setAutoDefault(False)
        more.setToolTip("\n".join(deed.words for deed in self.deeds if deed.in_menu))
        more.setMenu(self.menu)
        self.buttons["more"] = more
        self._flow.addWidget(more)

    def _tell(self, name: str) -> None:
        self.wanted.emit(name)
