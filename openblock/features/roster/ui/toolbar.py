"""The roster's row of controls: period, cycle, brushes, where the month stands, print, menu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
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

from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.ui.brushes import Brushes
from openblock.features.roster.ui.state_chip import StateChip
from openblock.i18n import _, n_
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.grid import GridCode
from openblock.ui.icons import icon
from openblock.ui.theme import px, watch
from openblock.ui.tool_buttons import push_button, tool_button

_GAP = 5
_EDGE = 12
_MOST_SAVED = 6


class RosterToolbar(QFrame):
    """Says what was pressed; the tab decides what it means.

    Where one line has no room for all, buttons that have a picture give their words up.
    """

    stepped = Signal(int)
    today_wanted = Signal()
    week_wanted = Signal(bool)
    cycle_wanted = Signal()
    print_wanted = Signal()
    publish_wanted = Signal()
    changes_wanted = Signal()
    brush_taken = Signal(object)
    problems_toggled = Signal(bool)

    def __init__(
        self, *, may_plan: bool, may_publish: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self._may_plan = may_plan
        self._may_publish = may_publish
        self._problem_count = 0
        self.title = labelled("", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = tool_button("left", _("Earlier"), "earlier")
        self.later = tool_button("right", _("Later"), "later")
        self.today = push_button(_("Today"), "", _("Go to today"), "today")
        self.switch, self.month, self.week = self._switch()
        self.cycle = push_button(_("Cycle…"), "cycle", _("Lay a team's cycle"), "cycle")
        for button, words in ((self.today, _("Today")), (self.cycle, _("Lay a team's cycle"))):
            button.setAccessibleName(words)
        self.brushes = Brushes()
        self.state = StateChip()
        self.publish = push_button("", "", _("Publish the month"), "publish")
        self.publish.setProperty("kind", "primary")
        self.publish.hide()
        self.problems = push_button("", "warning", _("Show or hide the problems"), "problems")
        self.problems.setCheckable(True)
        self.print = push_button(_("Print…"), "print", _("Print the month's roster"), "print")
        self.print.setAccessibleName(_("Print"))
        self.more, self.menu = self._menu()
        self._lay_out()
        self._connect()
        watch(self._fit)

    def _switch(self) -> tuple[QWidget, QPushButton, QPushButton]:
        group = QButtonGroup(self)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        month = push_button(_("Month"), "", _("Show a month"), "week")
        week = push_button(_("Week"), "", _("Show a week, with the times of each duty"), "week")
        for each in (month, week):
            each.setCheckable(True)
            group.addButton(each)
            row.addWidget(each)
        month.setChecked(True)
        return whole, month, week

    def _menu(self) -> tuple[QToolButton, QMenu]:
        more = QToolButton()
        more.setIcon(icon("more"))
        more.setToolTip(_("More"))
        more.setAccessibleName(_("More"))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        menu = QMenu(more)
        more.setMenu(menu)
        return more, menu

    def _lay_out(self) -> None:
        self._row = FlowLayout(self, gap=_GAP)
        self._row.setContentsMargins(px(_EDGE), px(7), px(_EDGE), px(7))
        always = (self.earlier, self.title, self.later, self.today, self.switch)
        planning = (self.cycle, self.brushes) if self._may_plan else ()
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        ends = (spring, self.state, self.publish, self.problems, self.print, self.more)
        # Where one line is not enough, what is planned with stands together in the second.
        self._in_one: tuple[QWidget, ...] = (*always, *planning, *ends)
        second = (*planning[1:], self.state, self.publish)
        first = (*always, *planning[:1], spring, self.problems, self.print, self.more)
        self._in_two: tuple[QWidget, ...] = (*first, *second)
        self._order: tuple[QWidget, ...] = ()
        self._arrange(self._in_one)

    def _arrange(self, order: tuple[QWidget, ...]) -> None:
        if order is self._order:
            return
        self._order = order
        while self._row.takeAt(0) is not None:
            pass
        for each in order:
            self._row.addWidget(each)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.week.toggled.connect(self.week_wanted)
        self.cycle.clicked.connect(self.cycle_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.publish.clicked.connect(self.publish_wanted)
        self.state.changes_wanted.connect(self.changes_wanted)
        self.problems.toggled.connect(self.problems_toggled)
        self.brushes.taken.connect(self.brush_taken)

    # What it shows

    def show_title(self, title: str) -> None:
        """The period on show."""
        self.title.setText(title)
        # Of one width through the year, so that the arrows stay under the pointer.
        widest = self.title.fontMetrics().horizontalAdvance("2026. gada septembris") + px(8)
        self.title.setMinimumWidth(max(widest, self.title.sizeHint().width()))
        self._fit()

    def show_week(self, *, by_week: bool) -> None:
        """Which of the two views is on, without saying it again."""
        self.week.blockSignals(True)
        (self.week if by_week else self.month).setChecked(True)
        self.week.blockSignals(False)

    def show_problems(self, count: int, *, shown: bool) -> None:
        """How many problems there are, and whether their panel is open."""
        self._problem_count = count
        self.problems.setAccessibleName(_("Problems {count}").format(count=count))
        self.problems.blockSignals(True)
        self.problems.setChecked(shown)
        self.problems.blockSignals(False)
        self._fit()

    def show_codes(self, codes: Iterable[GridCode], letters: Iterable[GridCode] = ()) -> None:
        """One brush for each code and each letter of absence, and the eraser."""
        if self._may_plan:
            self.brushes.show_codes(codes, letters)
            self._fit()

    def show_state(self, state: MonthState | None) -> None:
        """Where the month stands; who may publish is offered to where there is something to."""
        self.state.show_state(state)
        due = state is not None and (
            state.standing is MonthStanding.DRAFT
            or (state.standing is MonthStanding.PUBLISHED and bool(state.changed))
        )
        if state is not None:
            # A number is never used twice, and every change of a posted month takes one.
            self.publish.setText(_("Publish v{number}…").format(number=state.number + 1))
        self.publish.setVisible(self._may_publish and due)
        self._fit()

    def show_read_only(self, read_only: bool) -> None:
        """What would change the roster is out of reach while it cannot be changed."""
        for each in (self.cycle, self.brushes):
            each.setEnabled(not read_only)

    def show_waiting(self, number: int) -> None:
        """How many exchanges wait for this officer's word."""
        self.more.setText(str(number) if number else "")
        said = n_("{number} exchange waits", "{number} exchanges wait", number) if number else ""
        self.more.setToolTip(said or _("More"))
        self.more.setAccessibleName(", ".join(filter(None, (_("More"), said))))
        self._fit()

    def offer(self, actions: Sequence[QAction]) -> None:
        """What stands in the menu at the end."""
        self.menu.clear()
        self.menu.addActions(list(actions))

    def drop_brush(self) -> None:
        """No brush is in hand any more."""
        self.brushes.drop()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take words off the buttons, one after the other, until one line holds them all."""
        for saved in range(_MOST_SAVED + 1):
            self._save(saved)
            if self._needed() <= self.width():
                self._arrange(self._in_one)
                return
        self._arrange(self._in_two)

    def _save(self, saved: int) -> None:
        """Give up the words of so many parts; each has its picture and says them on hover."""
        problems = _("Problems {count}").format(count=self._problem_count)
        self.print.setText("" if saved > 0 else _("Print…"))
        self.problems.setText(str(self._problem_count) if saved > 1 else problems)
        self.cycle.setText("" if saved > 2 else _("Cycle…"))
        self.state.save(max(0, min(saved - 3, 2)))
        self.today.setText("" if saved > 5 else _("Today"))
        self.today.setIcon(icon("today") if saved > 5 else QIcon())

    def _needed(self) -> int:
        row = self._row
        # As the row itself asks them: a title keeps its least width, whatever it would like.
        items = [row.itemAt(place) for place in range(row.count())]
        shown = [each for each in items if each is not None and not each.isEmpty()]
        wide: int = sum(each.sizeHint().width() for each in shown)
        return wide + px(_GAP) * (len(shown) - 1) + 2 * px(_EDGE)
