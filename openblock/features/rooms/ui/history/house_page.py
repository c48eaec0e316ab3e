"""How full the house was, day by day: drawn, and as a table with each figure defined."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.rooms.queries import DayOfBeds, occupancy_by_day
from openblock.features.rooms.ui.history.chart import OccupancyChart
from openblock.features.rooms.ui.history.wording import day_columns, day_sentence, definitions
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import DayEdit, labelled
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

#: A column for each day must be wide enough to be seen.
LONGEST = 366
USUAL = 30


class HousePage(QWidget):
    """Reads again as soon as both dates can be read; chart and table show the same day chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        today = clock.today()
        self.first = DayEdit(today - timedelta(days=USUAL - 1))
        self.last = DayEdit(today)
        self.problem = labelled("", "problem")
        self.chart = OccupancyChart()
        self.legend = labelled(_legend(), "secondary")
        self.said = labelled("", "strong")
        self.model = RowsTableModel(day_columns(), key=lambda row: row.day)
        self.table = RowsView(self.model, sort_by=None)
        self.meanings = labelled(definitions(), "hint")
        self._lay_out()
        self.first.edited.connect(self.read)
        self.last.edited.connect(self.read)
        self.chart.chosen.connect(self._walked)
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.read()

    def _lay_out(self) -> None:
        self.table.setAccessibleName(_("Occupancy by day"))
        for label in (self.said, self.meanings, self.legend):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for words, editor in ((_("From"), self.first), (_("To"), self.last)):
            label = labelled(words, "field")
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            editor.setMaximumWidth(px(140))
            row.addWidget(label)
            row.addWidget(editor)
        row.addStretch(1)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.said)
        under.addWidget(self.table, 1)
        under.addWidget(self.meanings)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.chart)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.legend)
        column.addWidget(split, 1)
        # At twice the text size all of it together is higher than a small screen.
        scroll = QScrollArea()
        scroll.setWidget(whole)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)
        self.table.setMinimumHeight(px(110))
        self.setFocusProxy(self.first)

    def read(self) -> None:
        """Show the days that are typed; what cannot be shown is said under the dates."""
        first, last = self.first.value(), self.last.value()
        words = self.first.unread() or self.last.unread() or _unfit(first, last)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if first is None or last is None or words:
            return

        def show() -> None:
            self._show(self._desk.read(occupancy_by_day, first, last))

        self._desk.show(show)

    def _show(self, days: tuple[DayOfBeds, ...]) -> None:
        self.chart.show_days(days)
        self.model.set_rows(days)
        self.table.fit()
        if days:
            self.chart.current = -1
            self.chart.choose(len(days) - 1)

    def _walked(self, place: int) -> None:
        row = self.chart.days[place]
        self.said.setText(day_sentence(row))
        chosen = self.table.chosen()
        if not isinstance(chosen, DayOfBeds) or chosen.day != row.day:
            self.table.choose(row.day)

    def _selected(self, current: QModelIndex) -> None:
        row = self.table.proxy.row_at(current)
        if isinstance(row, DayOfBeds):
            self.chart.choose(self.model.row_of(row.day))


def _unfit(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    if last < first:
        return _("The last day lies before the first.")
    if (last - first).days >= LONGEST:
        return _("At most {days} days can be shown at once.").format(days=LONGEST)
    return ""


def _legend() -> str:
    return _(
        "Solid: in use. Outlined: free. Hatched: shut. "
        "Framed above: more in use than there are beds in service."
    )
