"""The roster's row of controls: period, month or week, cycle, brushes, problems, print."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from openblock.i18n import _
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.grid import ChipButton, GridCode
from openblock.ui.icons import icon
from openblock.ui.theme import px

ERASER = ""


class RosterToolbar(QFrame):
    """Says what was pressed; keeps only which brush is in hand."""

    stepped = Signal(int)
    today_wanted = Signal()
    week_wanted = Signal(bool)
    cycle_wanted = Signal()
    settings_wanted = Signal()
    print_wanted = Signal()
    brush_taken = Signal(object)
    problems_toggled = Signal(bool)

    def __init__(self, *, may_plan: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self._may_plan = may_plan
        self._chips: dict[str, ChipButton] = {}
        self._codes: tuple[GridCode, ...] = ()
        self.title = labelled("", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = self._tool("left", _("Earlier (Alt+PgUp)"))
        self.later = self._tool("right", _("Later (Alt+PgDown)"))
        self.today = self._button(_("Today"), "", _("Go to today (Alt+Home)"))
        self.month, self.week = self._switch()
        self.cycle = self._button(_("Cycle…"), "cycle", _("Lay a team's cycle (Ctrl+L)"))
        self.settings = self._tool("settings", _("Roster settings"))
        self.problems = self._button(_("Problems"), "warning", _("Show or hide the problems (F9)"))
        self.problems.setCheckable(True)
        self.print = self._button(_("Print…"), "print", _("Print the month's roster (Ctrl+P)"))
        self.eraser = self._tool("eraser", _("Brush that clears cells"))
        self.eraser.setCheckable(True)
        self._brushes = QWidget()
        self._brush_row = QHBoxLayout(self._brushes)
        self._brush_row.setContentsMargins(0, 0, 0, 0)
        self._brush_row.setSpacing(px(2))
        self._lay_out()
        self._connect()

    def _tool(self, name: str, hint: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(name))
        made.setToolTip(hint)
        made.setAccessibleName(hint)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _button(self, words: str, name: str, hint: str) -> QPushButton:
        made = QPushButton(words)
        if name:
            made.setIcon(icon(name))
        made.setToolTip(hint)
        made.setAutoDefault(False)
        # A click leaves the keyboard where it was: in the grid.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _switch(self) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        month = self._button(_("Month"), "", _("Show a month (Alt+M shows the menu)"))
        month.setToolTip(_("Show a month"))
        week = self._button(_("Week"), "", _("Show a week, with the times of each duty"))
        for each in (month, week):
            each.setCheckable(True)
            group.addButton(each)
        month.setChecked(True)
        return month, week

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        always = (self.earlier, self.title, self.later, self.today, self.month, self.week)
        planning = (self.cycle, self._brushes) if self._may_plan else ()
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        ends = (spring, self.problems, self.settings, self.print)
        for each in (*always, *planning, *ends):
            row.addWidget(each)
        self.settings.setVisible(self._may_plan)

    def _connect(self) -> None:
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.today.clicked.connect(self.today_wanted)
        self.week.toggled.connect(self.week_wanted)
        self.cycle.clicked.connect(self.cycle_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.problems.toggled.connect(self.problems_toggled)
        self.eraser.clicked.connect(self._eraser_clicked)

    def _earlier(self) -> None:
        self.stepped.emit(-1)

    def _later(self) -> None:
        self.stepped.emit(1)

    def show_title(self, title: str) -> None:
        """The period on show."""
        self.title.setText(title)
        # Of one width through the year, so that the arrows stay under the pointer.
        widest = self.title.fontMetrics().horizontalAdvance("2026. gada septembris") + px(8)
        self.title.setMinimumWidth(max(widest, self.title.sizeHint().width()))

    def show_week(self, *, by_week: bool) -> None:
        """Which of the two views is on, without saying it again."""
        self.week.blockSignals(True)
        (self.week if by_week else self.month).setChecked(True)
        self.week.blockSignals(False)

    def show_problems(self, count: int, *, shown: bool) -> None:
        """How many problems there are, and whether their panel is open."""
        self.problems.setText(_("Problems {count}").format(count=count))
        self.problems.blockSignals(True)
        self.problems.setChecked(shown)
        self.problems.blockSignals(False)

    def show_codes(self, codes: Iterable[GridCode]) -> None:
        """One brush for each code, and the eraser."""
        fresh = tuple(codes)
        if fresh == self._codes or not self._may_plan:
            return
        self._codes = fresh
        for chip in self._chips.values():
            self._brush_row.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        self._brush_row.removeWidget(self.eraser)
        for code in fresh:
            chip = ChipButton(code)
            chip.setToolTip(
                _("{code}: {name}. Click, then paint cells with the mouse; Esc ends").format(
                    code=code.code, name=code.name
                )
            )
            chip.clicked.connect(self._chip_clicked)
            self._chips[code.code] = chip
            self._brush_row.addWidget(chip)
        self._brush_row.addWidget(self.eraser)

    def _chip_clicked(self, checked: bool) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self._take(chip.code.code if checked else None)

    def _eraser_clicked(self, checked: bool) -> None:
        self._take(ERASER if checked else None)

    def _take(self, code: str | None) -> None:
        self.drop_brush()
        if code is not None:
            (self._chips[code] if code else self.eraser).setChecked(True)
        self.brush_taken.emit(code)

    def drop_brush(self) -> None:
        """No brush is in hand any more."""
        for chip in (*self._chips.values(), self.eraser):
            chip.setChecked(False)
