"""The line under the grid that says what codes and marks mean."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.grid import GridCode
from openblock.ui.theme import px, token, watch


class Legend(QFrame):
    """One line that wraps where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "chrome")
        self._codes: tuple[GridCode, ...] = ()
        self._signs: tuple[tuple[str, str, str], ...] = ()
        self._text = labelled("", "secondary")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(1), px(8), px(2))
        row.addWidget(self._text)
        watch(self._write)

    def show_codes(
        self, codes: Iterable[GridCode], *, changed: bool = False, cut: bool = False
    ) -> None:
        """Explain these codes and the marks of the grid; the rarer ones where they are in it."""
        signs = [("◥", "bad", _("error")), ("●", "todayline", _("warning"))]
        if changed:
            signs.append(("■", "text", _("changed after publishing")))
        if cut:
            signs.append(("◣", "strong", _("cut short")))
        fresh, marks = tuple(codes), tuple(signs)
        if (fresh, marks) != (self._codes, self._signs):
            self._codes, self._signs = fresh, marks
            self._write()

    def _write(self) -> None:
        parts = [f"<b>{escape(each.code)}</b>&nbsp;{_joined(each.name)}" for each in self._codes]
        for sign, tone, words in self._signs:
            colour = token(tone).name()
            parts.append(f'<span style="color:{colour}">{sign}</span>&nbsp;{_joined(words)}')
        self._text.setText(" &nbsp; ".join(parts))


def _joined(words: str) -> str:
    """Words that a line break never parts from their sign."""
    return escape(words).replace(" ", "&nbsp;")
