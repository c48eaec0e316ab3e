"""How the residents tab is laid out: tools and register on the left, card or pairs on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock.features.residents.ui.card import Card
from openblock.features.residents.ui.empty import EmptyRegister
from openblock.features.residents.ui.offered import Offered
from openblock.features.residents.ui.pairs_page import PairsPage
from openblock.features.residents.ui.register import Register
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.theme import px, watch

_LEFT, _RIGHT = 452, 914


class ResidentsPage(QWidget):
    """The parts and where they stand; what they do is the tab's."""

    def __init__(
        self,
        desk: Desk,
        offered: Offered,
        register: Register,
        card: Card,
        pairs: PairsPage,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        may_admit = desk.may("residents.admit_resident")
        may_import = may_admit and offered.import_list is not None
        self.register = register
        self.card = card
        self.pairs = pairs
        self.empty = EmptyRegister(may_admit=may_admit, may_import=may_import)
        self.admit_button = QPushButton(icon("add", "onaccent"), _("Admit…"))
        self.more_button = QPushButton(icon("more"), "")
        self.menu = QMenu(self)
        self.import_action = self.menu.addAction(icon("import"), _("Import a list…"))
        self.export_action = self.menu.addAction(icon("export"), _("Export the list…"))
        self.pairs_action = self.menu.addAction(icon("people"), _("Keep-apart pairs"))
        self.admit_button.setVisible(may_admit)
        self.import_action.setVisible(may_import)
        self.export_action.setVisible(offered.export_list is not None)
        self._dress()
        self._lay_out(over)
        watch(self._fit)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is in the register."""
        return self.stack.currentWidget() is self.empty

    @property
    def shows_pairs(self) -> bool:
        """Whether the list of pairs stands in the place of the card."""
        return self.right.currentWidget() is self.pairs

    def show_people(self, *, any_people: bool) -> None:
        """The register, or what stands in its place while it is empty."""
        self.stack.setCurrentWidget(self.split if any_people else self.empty)

    def show_card(self) -> None:
        """The card in its place."""
        self.right.setCurrentWidget(self.card)

    def show_pairs(self) -> None:
        """All pairs in the place of the card."""
        self.right.setCurrentWidget(self.pairs)

    def _dress(self) -> None:
        self.admit_button.setProperty("kind", "primary")
        self.admit_button.setToolTip(shortcuts.hint(_("Admit a resident"), "add-entry"))
        self.more_button.setToolTip(_("Import, export, keep-apart pairs"))
        self.more_button.setAccessibleName(_("More for the register"))
        self.more_button.setMenu(self.menu)
        for button in (self.admit_button, self.more_button):
            button.setAutoDefault(False)
        for action, key in (
            (self.import_action, "import-list"),
            (self.export_action, "export-list"),
        ):
            action.setText(f"{action.text()}\t{shortcuts.native(key)}")

    def _lay_out(self, over: QWidget) -> None:
        self.register.add_tool(self.admit_button)
        self.register.add_tool(self.more_button)
        self.right = QStackedWidget()
        self.right.addWidget(self.card)
        self.right.addWidget(self.pairs)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.register)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(1, 1)
        self._fit()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        whole = QVBoxLayout(over)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def _fit(self) -> None:
        """The register is as wide as its columns need; at large text it gives way to the card."""
        whole = self.width() if self.isVisible() else _LEFT + _RIGHT
        left = min(px(_LEFT), whole * 45 // 100)
        self.register.setMinimumWidth(min(px(240), whole * 35 // 100))
        self.split.setSizes([left, whole - left])
