"""The shadowing shifts that something stands in the way of, and which need planning anew then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from openblock.features.shadowing.queries import ShadowingRow
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, format_short_day, n_
from openblock.ui.forms import labelled
from openblock.ui.plain_label import plain
from openblock.ui.theme import px

_MOST = 8


class UpsetList(QFrame):
    """Shown only when there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = labelled(_("Will need planning anew"), "strong")
        self.lines = plain()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(4))
        column.addWidget(self.title)
        column.addWidget(self.lines)
        self.hide()

    def show_shifts(self, shifts: Sequence[ShadowingRow]) -> None:
        """Show these, or nothing at all."""
        said = [
            f"\N{BULLET} {format_short_day(each.day)} {hours_between(each.span)}, {each.mentor}"
            for each in shifts[:_MOST]
        ]
        if len(shifts) > _MOST:
            left = len(shifts) - _MOST
            said.append(n_("and {number} more", "and {number} more", left))
        self.lines.setText("\n".join(said))
        self.setVisible(bool(shifts))
