"""A page of settings for forms too tall to stand under their list: they stand beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from openblock.features.roster.ui.entries_page import Entries, EntriesPage
from openblock.i18n import _
from openblock.ui.forms import Form
from openblock.ui.theme import px, scale

_LARGE = 150


class SidePage(EntriesPage):
    """The list at the left, ``above`` and ``under`` it what a page adds; the form at the right.

    ``split`` is how much of the width the list has, and the form.
    """

    split = (5, 6)

    def __init__(self, entries: Entries, form: Form, parent: QWidget | None = None) -> None:
        self.above = QVBoxLayout()
        self.under = QHBoxLayout()
        super().__init__(entries, form, parent)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.new_button.setToolTip(_("A new entry"))
        self.save_button.setToolTip(_("Save (Enter)"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addLayout(self.above)
        left.addWidget(self.table, 1)
        self.under.addWidget(self.new_button)
        self.under.addWidget(self.remove_button)
        self.under.addStretch(1)
        left.addLayout(self.under)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(8), 0, 0)
        line.setSpacing(px(12))
        line.addLayout(left, self.split[0])
        line.addWidget(self._right(), self.split[1])

    def _right(self) -> QFrame:
        rows = self.form.layout()
        if isinstance(rows, QFormLayout) and scale() >= _LARGE:
            # With large text there is no room for a label beside its field.
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        holder = QWidget()
        holder.setProperty("kind", "page")
        scrolled = QVBoxLayout(holder)
        scrolled.setContentsMargins(0, 0, px(12), 0)
        scrolled.addWidget(self.form)
        scrolled.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(12), px(10), px(12), px(10))
        inside.addWidget(self.heading)
        inside.addWidget(area, 1)
        inside.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        inside.addLayout(foot)
        return card
