"""How the roster tab is laid out: toolbar, grid with its legend, problems and facts at the side.

In the side's place stands what an officer's working time is made of, while that is wanted.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from openblock.features.roster.ui.empty import NoOfficers
from openblock.features.roster.ui.facts import CellFacts
from openblock.features.roster.ui.legend import Legend
from openblock.features.roster.ui.problems import ProblemsPanel
from openblock.features.roster.ui.showing_version import VersionBanner
from openblock.features.roster.ui.toolbar import RosterToolbar
from openblock.i18n import _
from openblock.ui.desk import Desk, Notice
from openblock.ui.grid import PlanGrid
from openblock.ui.theme import px, watch

if TYPE_CHECKING:
    from openblock.features.roster.ui.explain_panel import ExplainPanel

_PANEL = "roster/panel"
_READING = "roster.reading"
_PANEL_WIDTH = 250
_ROOM_FOR_PANEL = 900
_ROOM_FOR_LEGEND = 330


class RosterPage(QWidget):
    """The parts of the tab and where they stand; what they do is the tab's."""

    #: Something else stands at the side now.
    side_changed = Signal()
    #: The officer and the day of a shift that was chosen in the explanation.
    day_chosen = Signal(int, object)

    def __init__(self, desk: Desk, *, may_plan: bool) -> None:
        super().__init__()
        self._desk = desk
        self.toolbar = RosterToolbar(
            may_plan=may_plan, may_publish=desk.may("roster.publish_month")
        )
        self.banner = VersionBanner()
        self.explained: ExplainPanel | None = None
        self.grid = PlanGrid()
        self.grid.set_read_only(not may_plan)
        self.problems = ProblemsPanel(may_keep=desk.may("roster.accept_problem"))
        self.facts = CellFacts()
        self.legend = Legend()
        self.nobody = NoOfficers(may_import=desk.may("staff.import_officers"))
        self._panel_wanted: bool | None = desk.prefer(_PANEL)
        self._lay_out()
        self.toolbar.problems_toggled.connect(self.show_panel)

    def _lay_out(self) -> None:
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.problems)
        self.side.addWidget(self.facts)
        self.side.setStretchFactor(0, 1)
        self.side.setStretchFactor(1, 0)
        self.side.setSizes([px(420), px(200)])
        self.side.setChildrenCollapsible(False)
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
        self._side_width = 0
        self._fit_side()
        watch(self._fit_side)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.nobody)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.toolbar)
        whole.addWidget(self.banner)
        whole.addWidget(self.stack, 1)

    def _fit_side(self) -> None:
        """At another text size the side is as wide as its words need, and no wider."""
        if self._side_width != px(_PANEL_WIDTH):
            self._side_width = px(_PANEL_WIDTH)
            # A width set by hand would else overrule the one a long word needs.
            needed = self.side.minimumSizeHint().width()
            self.side.setMinimumWidth(max(needed, px(_PANEL_WIDTH - 30)))
            rest = max(self.width(), px(1366)) - self._side_width
            self.split.setSizes([rest, self._side_width])

    def say_who_plans(self) -> None:
        """Why nothing can be changed here by who reads the roster only."""
        words = _("Senior officers and administrators plan the roster; your role reads it.")
        self._desk.notify(Notice("news", words, word=_("Nothing is changed"), key=_READING))

    def show_panel(self, shown: bool) -> None:
        """Show or hide the side panel, and remember it."""
        self._panel_wanted = shown
        self._desk.remember(_PANEL, shown)
        self.settle_panel()

    def toggle_panel(self) -> None:
        """Show the side panel if it is hidden, hide it if it is shown."""
        self.show_panel(self.side.isHidden())

    def settle_panel(self) -> None:
        """Show the panel as wanted; where nobody has said, only if there is room for it."""
        room = self.width() >= px(_ROOM_FOR_PANEL)
        shown = room if self._panel_wanted is None else self._panel_wanted
        self.side.setVisible(shown or self.is_explaining)
        self.toolbar.show_problems(self.problems.model.open_count, shown=shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # With large text the officers themselves need the room more than what explains the codes.
        self.legend.setVisible(self.height() >= px(_ROOM_FOR_LEGEND))
        self.settle_panel()

    # What working time is made of

    @property
    def is_explaining(self) -> bool:
        """Whether an officer's working time stands at the side."""
        return self.explained is not None and not self.explained.isHidden()

    def explain(self, officer_id: int, month: date) -> None:
        """Show what this officer's figures are made of, in place of problems and facts."""
        # Drawn shifts and their list are loaded when they are first wanted.
        from openblock.features.roster.ui.explain_panel import ExplainPanel  # noqa: PLC0415

        if self.explained is None:
            self.explained = ExplainPanel(self._desk)
            self.explained.installEventFilter(self)
            self.explained.day_wanted.connect(self.day_chosen)
            self.side.addWidget(self.explained)
        self.problems.hide()
        self.facts.hide()
        self.explained.show(officer_id, month)
        self.settle_panel()
        self.side_changed.emit()

    def stop_explaining(self) -> None:
        """Problems and facts come back."""
        if self.explained is not None:
            self.explained.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # It closes itself too. Hidden with the whole tab, it is not closed.
        if (
            watched is self.explained
            and event.type() == QEvent.Type.Hide
            and not self.is_explaining
        ):
            self.problems.show()
            self.facts.show()
            self.settle_panel()
            self.side_changed.emit()
        return super().eventFilter(watched, event)

    def show_people(self, *, any_people: bool) -> None:
        """The grid, or what stands in its place while there are no officers."""
        self.stack.setCurrentWidget(self.split if any_people else self.nobody)

    def first(self) -> QWidget:
        """Where work starts: the grid, or the first step while there are no officers."""
        if self.stack.currentWidget() is self.nobody:
            return self.nobody.button
        return self.grid.cells
