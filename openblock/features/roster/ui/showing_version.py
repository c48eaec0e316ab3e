"""The banner over a version of the past: which one is shown, and the way back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from openblock.features.roster.queries.rows import VersionRow
from openblock.features.roster.words import version_kind_name
from openblock.i18n import _, format_moment, format_month, n_
from openblock.ui.elided_label import ElidedLabel
from openblock.ui.forms import labelled
from openblock.ui.icons import pixmap
from openblock.ui.theme import px, watch
from openblock.ui.tool_buttons import push_button

_DOT = "\N{MIDDLE DOT}"


def version_words(row: VersionRow) -> str:
    """v3 · published 21.11.2026 17:05, Vītola K. · 4 cells: sickness."""
    kind = version_kind_name(row.kind)
    said = f"v{row.number} {_DOT} {kind} {format_moment(row.made_at)}, {row.made_by}"
    if row.kind == "changed":
        said += " · " + n_("{number} cell", "{number} cells", row.changed)
    return f"{said}: {row.reason}" if row.reason else said


class VersionBanner(QFrame):
    """Says what is shown and that it cannot be changed; hidden while the roster itself is."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chrome")
        self._icon = labelled("")
        self._word = labelled("", "strong")
        self.words = ElidedLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.back = push_button(_("Back to the roster"), "", _("Back to the roster"), "leave-form")
        self.back.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(8))
        for each in (self._icon, self._word):
            row.addWidget(each)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        watch(self._dress)
        self._dress()
        self.hide()

    def show_version(self, month: date, row: VersionRow) -> None:
        """This version of that month is shown."""
        self._word.setText(
            _("{month}, version {number}").format(month=format_month(month), number=row.number)
        )
        read_only = _("It is shown as it was and cannot be changed.")
        # Its number stands before it already.
        said = version_words(row).partition(f" {_DOT} ")[2]
        self.words.say(f"{said}. {read_only}")
        self.words.setToolTip(version_words(row))
        self.show()

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("clock", "accent", 16))
