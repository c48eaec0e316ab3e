"""What is to be considered before a move: shown only when there is something to show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from openblock.errors import Problem, Severity
from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import pixmap
from openblock.ui.messages import words
from openblock.ui.theme import px

_SIGNS = {
    Severity.ERROR: ("error", "bad", "problem"),
    Severity.WARNING: ("warning", "warn", "warning"),
    Severity.INFORMATION: ("information", "accent", "secondary"),
}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)


class RisksBox(QFrame):
    """Errors first, then what needs a reason, then what is good to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.problems: tuple[Problem, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(12), px(8), px(12), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; the box goes away when there are none."""
        ordered = tuple(sorted(problems, key=lambda each: _ORDER.index(each.severity)))
        if ordered == self.problems:
            return
        self.problems = ordered
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if ordered:
            self._grid.addWidget(labelled(_heading(ordered), "strong"), 0, 0, 1, 2)
        for row, problem in enumerate(ordered, start=1):
            self._line(row, problem)
        self.setAccessibleName(self.text())
        self.setVisible(bool(ordered))

    def text(self) -> str:
        """All that is shown, for a screen reader."""
        if not self.problems:
            return ""
        return "\n".join((_heading(self.problems), *map(words, self.problems)))

    def _line(self, row: int, problem: Problem) -> None:
        drawing, tone, kind = _SIGNS[problem.severity]
        picture = QLabel()
        picture.setPixmap(pixmap(drawing, tone, 16))
        said = labelled(words(problem), kind)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)


def _heading(problems: Sequence[Problem]) -> str:
    worst = problems[0].severity
    if worst == Severity.ERROR:
        return _("This cannot be done")
    if worst == Severity.WARNING:
        return _("Consider this, and give a reason")
    return _("Good to know")
