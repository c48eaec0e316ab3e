"""All keep-apart pairs of the block, beside the register in the place of the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.features.residents.queries import PairRow
from openblock.features.residents.ui.entries import Deed, Entries
from openblock.features.residents.ui.marks_page import pair_columns
from openblock.features.residents.ui.openings import Openings
from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.theme import px


class PairsPage(QFrame):
    """Those that hold come first; Enter changes the level or the reason of one."""

    left = Signal()

    def __init__(self, entries: Entries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.entries = entries
        # The page's own heading says it already.
        entries.title.hide()
        self.back_button = QPushButton(icon("left"), _("Back to the card"))
        self.back_button.setAutoDefault(False)
        self.back_button.setToolTip(_("Back to the card"))
        self.nothing = labelled(_("Nobody has to be kept apart."), "secondary")
        self.nothing.setContentsMargins(px(16), 0, px(16), 0)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), 0)
        head.addWidget(labelled(_("Keep-apart pairs"), "name"))
        head.addStretch(1)
        head.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(entries, 1)
        self.back_button.clicked.connect(self.left)

    def show_pairs(self, pairs: Sequence[PairRow]) -> None:
        """Show every pair there ever was."""
        self.entries.show_rows(pairs)
        self.nothing.setVisible(not pairs)

    def focus_first(self) -> None:
        """The keyboard goes to the list."""
        self.entries.table.setFocus()


def pair_deeds(openings: Openings, may: Callable[[str], bool]) -> tuple[Deed, ...]:
    """What can be done to a pair, on a card and in the list of all."""

    def holds(pair: PairRow | None) -> bool:
        return pair is not None and pair.is_open and may("residents.change_keep_apart")

    def closed(pair: PairRow | None) -> bool:
        return pair is not None and not pair.is_open and may("residents.open_keep_apart")

    return (
        Deed(_("Change…"), "edit", openings.change_pair, holds, _("Change level or reason")),
        Deed(_("Close…"), "close", openings.close_pair, holds, _("Kept apart no more")),
        Deed(_("Open again…"), "redo", openings.reopen_pair, closed, _("Kept apart again")),
    )


def all_pairs_entries(openings: Openings, may: Callable[[str], bool]) -> Entries:
    """The list of all pairs with its buttons."""
    return Entries(
        _("Keep-apart pairs"), pair_columns(), lambda pair: pair.pair_id, pair_deeds(openings, may)
    )
