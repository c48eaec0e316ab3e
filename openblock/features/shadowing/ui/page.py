"""How the practice tab is laid out: bar, toolbar, then grid and side, matrix or first step."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from openblock.features.shadowing.ui.card import TraineePage
from openblock.features.shadowing.ui.confirm_list import ConfirmList
from openblock.features.shadowing.ui.empty import Nothing
from openblock.features.shadowing.ui.legend import Legend
from openblock.features.shadowing.ui.matrix import MatrixView
from openblock.features.shadowing.ui.openings import Openings
from openblock.features.shadowing.ui.panel import SidePanel
from openblock.features.shadowing.ui.plan_popover import PlanPopover
from openblock.features.shadowing.ui.replan_bar import ReplanBar
from openblock.features.shadowing.ui.toolbar import PracticeToolbar
from openblock.i18n import _
from openblock.ui.desk import Desk, Notice
from openblock.ui.grid import PlanGrid
from openblock.ui.theme import px, watch

_PANEL = "shadowing/panel"
_READING = "shadowing.reading"
_PANEL_WIDTH = 350
_ROOM_FOR_PANEL = 1000
_ROOM_FOR_LEGEND = 500


class PracticePage(QWidget):
    """The parts of the tab and where they stand; what they do is the tab's.

    What is not on show at first is made when it is first asked for: the grid is to stand soon.
    """

    #: PlanShadowing that was done beside the grid.
    planned = Signal(object)
    #: The number of the shift whose hours are to be confirmed.
    hours_wanted = Signal(int)
    #: The card is left, or the card of a trainee of the matrix is wanted.
    card_left = Signal()
    card_wanted = Signal(int)

    def __init__(self, desk: Desk, openings: Openings) -> None:
        super().__init__()
        self._desk = desk
        self._openings = openings
        self.may_plan = desk.may("shadowing.change_practice")
        self.toolbar = PracticeToolbar()
        self.bar = ReplanBar(may_plan=self.may_plan)
        self.grid = PlanGrid()
        self.grid.set_read_only(not self.may_plan)
        self.grid.editing.spell_out()
        self.grid.cells.opens_outside = True
        self.grid.cells.setAccessibleName(_("Trainees by days, and the mentors' duties"))
        self.side = SidePanel()
        self.legend = Legend()
        self.nothing = Nothing(may_set_up=desk.may("shadowing.save_course"))
        self._panel_wanted: bool | None = desk.prefer(_PANEL)
        self._lay_out()
        self.toolbar.panel_toggled.connect(self.show_panel)
        self.grid.kept_out.connect(self._say_who_plans)

    @cached_property
    def popover(self) -> PlanPopover:
        """The mentors for one shift."""
        made = PlanPopover(self._desk, self.side)
        made.planned.connect(self.planned)
        self._adopt(made)
        return made

    @cached_property
    def waiting(self) -> ConfirmList:
        """The shifts that wait for their mentor."""
        made = ConfirmList(self._desk, everybody=self.may_plan, parent=self.side)
        made.wanted.connect(self.hours_wanted)
        self._adopt(made)
        return made

    @cached_property
    def matrix(self) -> MatrixView:
        """Who has been with whom and has seen what."""
        made = MatrixView(self._desk)
        made.opened.connect(self.card_wanted)
        self.stack.addWidget(made)
        return made

    @cached_property
    def card(self) -> TraineePage:
        """A trainee's card over the grid."""
        made = TraineePage(self._desk, self._openings)
        made.left.connect(self.card_left)
        self.pages.addWidget(made)
        return made

    def _adopt(self, guest: PlanPopover | ConfirmList) -> None:
        self.side.adopt(guest)
        guest.closed.connect(self._guest_left)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.legend)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 1)
        self.split.setCollapsible(0, False)
        self.split.setCollapsible(1, False)
        self._side_width = 0
        self._fit_side()
        watch(self._fit_side)
        self.stack = QStackedWidget()
        for each in (self.split, self.nothing):
            self.stack.addWidget(each)
        self.whole = QFrame()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.toolbar):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _fit_side(self) -> None:
        """At another text size the side is as wide as its words need, and no wider."""
        self._settle_legend()
        if self._side_width != px(_PANEL_WIDTH):
            self._side_width = px(_PANEL_WIDTH)
            self.side.setMinimumWidth(px(_PANEL_WIDTH - 90))
            rest = max(self.width(), px(1366)) - self._side_width
            self.split.setSizes([rest, self._side_width])
            self.settle_panel()

    def _say_who_plans(self) -> None:
        words = _("Practice coordinators and senior officers plan practice; your role reads it.")
        self._desk.notify(Notice("news", words, word=_("Nothing is changed"), key=_READING))

    # The side

    def show_panel(self, shown: bool) -> None:
        """Show or hide the side panel, and remember it."""
        self._panel_wanted = shown
        self._desk.remember(_PANEL, shown)
        self.settle_panel()

    def toggle_panel(self) -> None:
        """Show the side panel if it is hidden, hide it if it is shown."""
        self.show_panel(self.side.isHidden())

    def settle_panel(self) -> None:
        """Show the panel as wanted; where nobody has said, only if there is room for it.

        Who plans or confirms needs what stands there, so it is shown for that all the same.
        """
        room = self.width() >= px(_ROOM_FOR_PANEL)
        shown = room if self._panel_wanted is None else self._panel_wanted
        self._make_room()
        self.side.setVisible(shown or self.side.guest is not None)
        self.toolbar.show_panel(shown=not self.side.isHidden())

    def host(self, guest: PlanPopover | ConfirmList) -> None:
        """Let the popover or the list of hours stand at the side."""
        self.side.host(guest)
        self.settle_panel()
        # Where the grid gives way to the side, the cell it is about stays in sight.
        QTimer.singleShot(0, self, self._keep_cell_in_sight)

    def _keep_cell_in_sight(self) -> None:
        current = self.grid.cells.currentIndex()
        if current.isValid():
            self.grid.cells.scrollTo(current)

    def _guest_left(self) -> None:
        if self.side.guest is self.sender():
            self.side.dismiss()
            self.settle_panel()
            self.grid.cells.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle_panel()
        self._settle_legend()

    def _settle_legend(self) -> None:
        """With large text every line is the grid's: what letters mean is said on hover as well."""
        self.legend.setVisible(self.height() >= px(_ROOM_FOR_LEGEND))

    def _make_room(self) -> None:
        """With large text what plans or confirms takes the lines of the controls over it."""
        crowded = self.side.guest is not None and self.height() < px(_ROOM_FOR_LEGEND)
        self.toolbar.setVisible(not crowded)
        self.bar.hold(back=crowded)

    # What is on show

    @property
    def card_shown(self) -> bool:
        """Whether a trainee's card stands over the grid."""
        return self.pages.currentWidget() is not self.whole

    def show_card(self, *, shown: bool) -> None:
        """The card of a trainee, or the grid again."""
        self.pages.setCurrentWidget(self.card if shown else self.whole)

    def show_view(self, *, matrix: bool, any_course: bool, any_trainee: bool) -> None:
        """The grid, the matrix, or what stands in their place while there is nobody."""
        self.nothing.show_state(any_course=any_course)
        view: QWidget = self.matrix if matrix else self.split
        self.stack.setCurrentWidget(view if any_trainee else self.nothing)
        self.settle_panel()

    def focus_first(self) -> None:
        """The keyboard goes to where work starts."""
        if self.card_shown:
            self.card.focus_first()
        elif self.stack.currentWidget() is self.split:
            self.grid.cells.setFocus()
        elif self.stack.currentWidget() is self.nothing:
            self.nothing.first().setFocus()
        else:
            self.matrix.focus_first()
