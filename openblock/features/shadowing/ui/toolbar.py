"""The practice tab's row of controls: days, course, how many days, hours to confirm, print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from openblock.features.shadowing.queries.rows import CourseRow
from openblock.features.shadowing.ui.period import FORTNIGHT, MONTH, WEEK
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, labelled
from openblock.ui.icons import icon
from openblock.ui.theme import font, px, scale, watch
from openblock.ui.tool_buttons import push_button, tool_button

ALL_COURSES = 0
MATRIX = "matrix"
_LARGE = 150


class PracticeToolbar(QFrame):
    """Says what was pressed; the tab decides what it means."""

    stepped = Signal(int)
    today_wanted = Signal()
    span_wanted = Signal(str)
    matrix_wanted = Signal(bool)
    course_wanted = Signal(int)
    confirm_wanted = Signal()
    panel_toggled = Signal(bool)
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.title = labelled("", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = tool_button("left", _("Earlier"), "earlier")
        self.later = tool_button("right", _("Later"), "later")
        self.today = push_button(_("Today"), "", _("Go to today"), "today")
        self.course = Choice()
        # Courses come later than the first look, and a name is not to be cut.
        self.course.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.course.setAccessibleName(_("Course"))
        self.course.setToolTip(shortcuts.hint(_("Trainees of which course are shown"), "course"))
        self._filling = False
        self.spans: dict[str, QPushButton] = {}
        self.matrix = push_button(_("Matrix"), "", _("Who has been with whom, seen what"), "")
        self.switch = self._switch()
        self.confirm = push_button(
            _("Confirm hours"), "ok", _("Hours that wait for their mentor"), "confirm-hours"
        )
        self.panel = push_button(
            _("Details"), "information", _("Show or hide the side panel"), "problems"
        )
        self.panel.setCheckable(True)
        self.print = push_button(_("Print…"), "print", _("Print the sheets of the tab"), "print")
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setToolTip(_("More"))
        self.more.setAccessibleName(_("More"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._lay_out()
        self._connect()
        watch(self._fit_title)
        watch(self._fit_words)
        self._fit_words()

    # What it shows

    def show_title(self, title: str) -> None:
        """The days on show."""
        self.title.setText(title)
        self._fit_title()

    def _fit_title(self) -> None:
        # Of one width through the year, so that the arrows stay under the pointer.
        metrics = QFontMetrics(font("title"))
        texts = ("30.12. – 30.12.2026.", self.title.text())
        self.title.setMinimumWidth(max(map(metrics.horizontalAdvance, texts)) + px(8))

    def _fit_words(self) -> None:
        """With large text two buttons are known by their pictures, and save the grid a line."""
        for button, words in ((self.panel, _("Details")), (self.print, _("Print…"))):
            button.setAccessibleName(words.rstrip("…"))
            button.setText("" if scale() >= _LARGE else words)

    def show_view(self, span: str, *, matrix: bool) -> None:
        """Which view is on, without saying it again."""
        for button in (*self.spans.values(), self.matrix):
            button.blockSignals(True)
        (self.matrix if matrix else self.spans[span]).setChecked(True)
        for button in (*self.spans.values(), self.matrix):
            button.blockSignals(False)
        for each in (self.earlier, self.later, self.today, self.panel):
            each.setEnabled(not matrix)

    def show_courses(self, courses: Sequence[CourseRow], chosen: int | None) -> None:
        """The courses that can be chosen, and which one is."""
        options = [(row.course_id, row.content.name) for row in courses]
        every = [(ALL_COURSES, _("All courses"))] if len(options) != 1 else []
        self._filling = True
        self.course.set_options([*options, *every])
        self.course.set_value(chosen or ALL_COURSES)
        self._filling = False
        self.course.setVisible(bool(options))

    def show_to_confirm(self, number: int) -> None:
        """How many shadowing shifts wait for their mentor."""
        words = _("Confirm hours")
        self.confirm.setText(f"{words} {number}" if number else words)

    def show_panel(self, *, shown: bool) -> None:
        """Whether the side panel is open."""
        self.panel.blockSignals(True)
        self.panel.setChecked(shown)
        self.panel.blockSignals(False)

    def offer(self, actions: Sequence[QAction]) -> None:
        """What stands in the menu at the end."""
        self.menu.addActions(list(actions))
        self.more.setVisible(bool(actions))

    # How it is made

    def _switch(self) -> QWidget:
        group = QButtonGroup(self)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for span, words, said in (
            (WEEK, _("1 wk"), _("Show a week")),
            (FORTNIGHT, _("2 wk"), _("Show two weeks")),
            (MONTH, _("Month"), _("Show a month, without the hours of each shift")),
        ):
            self.spans[span] = push_button(words, "", said, "week")
        for button in (*self.spans.values(), self.matrix):
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        return whole

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        days = (self.earlier, self.title, self.later, self.today)
        for each in (*days, self.course, self.switch, spring):
            row.addWidget(each)
        for each in (self.confirm, self.panel, self.print, self.more):
            row.addWidget(each)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wanted)
        for span, button in self.spans.items():
            button.clicked.connect(lambda _checked=False, span=span: self.span_wanted.emit(span))
        self.matrix.toggled.connect(self.matrix_wanted)
        self.course.edited.connect(self._course_chosen)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.panel.toggled.connect(self.panel_toggled)
        self.print.clicked.connect(self.print_wanted)

    def _course_chosen(self) -> None:
        if not self._filling:
            self.course_wanted.emit(self.course.value())
