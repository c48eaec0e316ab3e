"""A card of a dialog that says what would happen: headings, and lines in words beneath them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from openblock.ui.forms import labelled
from openblock.ui.plain_label import plain
from openblock.ui.theme import px

#: A heading, its lines, and the kind of label they are: "", "problem", "warning", "ok".
Part = tuple[str, Sequence[str], str]
_SIGNS = {"problem": "\N{MULTIPLICATION X} ", "warning": "\N{BLACK UP-POINTING TRIANGLE} "}


class SaidCard(QScrollArea):
    """What has no lines is left out with its heading; what is too long scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._parts: tuple[Part, ...] = ()
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(px(12), px(10), px(12), px(12))
        self._column.setSpacing(px(3))
        self.setWidget(self._card)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show these instead; nothing is made anew when they are the same."""
        shown = tuple((title, tuple(lines), kind) for title, lines, kind in parts if lines)
        if shown == self._parts:
            return
        self._parts = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (title, lines, kind) in enumerate(shown):
            if place:
                self._column.addSpacing(px(8))
            if title:
                self._column.addWidget(labelled(title, "strong"))
            for line in lines:
                self._column.addWidget(plain(_SIGNS.get(kind, "") + line, kind))
        self._column.addStretch(1)
        self.setAccessibleDescription(self.text())

    def text(self) -> str:
        """All that is shown, line by line."""
        return "\n".join(line for title, lines, _kind in self._parts for line in (title, *lines))
