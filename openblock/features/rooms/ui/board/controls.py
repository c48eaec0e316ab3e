"""Which days the board shows: earlier, later, today, and 14, 30 or 90 of them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from openblock.i18n import _, format_day, format_short_day, language, n_
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.theme import px

SPANS = (14, 30, 90)


class Controls(QWidget):
    """The period and its buttons, for the board's own bar or for the tab's."""

    stepped = Signal(int)
    today_wanted = Signal()
    span_wanted = Signal(int)

    def __init__(self, days: int) -> None:
        super().__init__()
        self.earlier = self._tool("left", shortcuts.hint(_("Earlier days"), "earlier"))
        self.later = self._tool("right", shortcuts.hint(_("Later days"), "later"))
        self.title = labelled("", "strong")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.today = QPushButton(_("Today"))
        self.today.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.today.setAutoDefault(False)
        self.today.setToolTip(shortcuts.hint(_("Go to today"), "today"))
        self.spans = QButtonGroup(self)
        self._lay_out(days)
        self.earlier.clicked.connect(self._step_back)
        self.later.clicked.connect(self._step_on)
        self.today.clicked.connect(self.today_wanted)
        self.spans.idClicked.connect(self.span_wanted)

    def _tool(self, name: str, hint: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(name))
        made.setToolTip(hint)
        made.setAccessibleName(hint)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _lay_out(self, days: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for each in (self.earlier, self.title, self.later):
            row.addWidget(each)
        row.addSpacing(px(4))
        row.addWidget(self.today)
        row.addSpacing(px(4))
        for number in SPANS:
            button = QPushButton(_("{number} d").format(number=number))
            said = n_("Show {number} day", "Show {number} days", number)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.setCheckable(True)
            button.setChecked(number == days)
            # A click leaves the keyboard where it was: on the board.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)
            self.spans.addButton(button, number)
            row.addWidget(button)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def show_days(self, first: date, days: int) -> None:
        """The period on show, and which of the spans it is."""
        self.title.setText(period_words(first, days))
        widest = self.title.fontMetrics().horizontalAdvance("30.09. – 30.09.2026.") + px(8)
        self.title.setMinimumWidth(max(widest, self.title.sizeHint().width()))
        for button in self.spans.buttons():
            button.setChecked(self.spans.id(button) == days)


def period_words(first: date, days: int) -> str:
    """14.11. - 13.12.2026. in Latvian, 14 Nov - 13 Dec 2026 in English."""
    last = first + timedelta(days=days - 1)
    end = format_day(last) if language() == "lv" else f"{format_short_day(last)} {last.year}"
    return f"{format_short_day(first)} \N{EN DASH} {end}"
