"""The table of beds with its filters: what the plan shows, for a screen reader and for sorting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from openblock.features.rooms.queries import BedState, Occupancy
from openblock.features.rooms.ui.table.lines import (
    BedLine,
    bed_columns,
    bed_lines,
    found_by,
)
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px, watch

_WORDY = (2, 3, 4, 7)
_WIDEST = 250

ALL = "all"
PROBLEMS = "problems"


def _wanted(chip: str) -> Callable[[BedLine], bool] | None:
    if chip == ALL:
        return None
    if chip == PROBLEMS:
        return lambda line: bool(line.now and line.now.problems)
    return lambda line: line.state == chip


class BedTable(QFrame):
    """Filter chips, a search and the table; Enter on a line opens the same deed as on the plan."""

    opened = Signal(int)
    bed_chosen = Signal(int)
    asked = Signal(str, int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.model = RowsTableModel(bed_columns(), key=lambda line: line.bed_id, search=found_by)
        self.table = RowsView(self.model, sort_by=0)
        self.table.setAccessibleName(_("Beds"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search in the table"))
        self.search.setAccessibleName(_("Search in the table"))
        self.search.setToolTip(shortcuts.hint(_("Search in the table"), "find-in-list"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMaximumWidth(px(300))
        self.chips: Mapping[str, QPushButton] = {}
        self.count = QLabel()
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        self._group = QButtonGroup(self)
        chips = {}
        for key, said in _chips():
            chip = QPushButton(said)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setChecked(key == ALL)
            chip.setToolTip(_("Show only: {which}").format(which=said))
            self._group.addButton(chip)
            chips[key] = chip
            row.addWidget(chip)
        self.chips = chips
        row.addWidget(self.search)
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(spring)
        self.count.setProperty("kind", "secondary")
        row.addWidget(self.count)
        self.nothing = labelled(_("No bed is like that."), "secondary")
        self.nothing.setContentsMargins(px(12), px(8), px(12), px(8))
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)

    def _listen(self) -> None:
        watch(self._fit)
        self._group.buttonToggled.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.focus_rows)
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.customContextMenuRequested.connect(self._menu)
        for key in ("close-bed", "hold-bed", "vacate-bed"):
            for shortcut in shortcuts.bind(key, self.table):
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda key=key: self._ask(key))

    def show_occupancy(self, occupancy: Occupancy) -> None:
        """Show the beds of the whole block; what is chosen stays chosen."""
        kept = self.chosen()
        lines = bed_lines(occupancy)
        several = len({line.building.building_id for line in lines}) > 1
        self.table.setColumnHidden(len(self.model.columns) - 1, not several)
        fresh = not self.model.rows
        self.model.set_rows(lines)
        if fresh:
            self._fit()
        self._filter()
        if kept is not None:
            self.table.choose(kept.bed_id)

    def _fit(self) -> None:
        """A long sentence in one line does not push the other columns out of sight."""
        self.table.fit()
        for column in _WORDY:
            header = self.table.horizontalHeader()
            header.resizeSection(column, min(header.sectionSize(column), px(_WIDEST)))

    def chosen(self) -> BedLine | None:
        """The line that is current."""
        line = self.table.chosen()
        return line if isinstance(line, BedLine) else None

    def choose(self, bed_id: int) -> None:
        """Make the line of a bed current."""
        self.table.choose(bed_id)

    def focus_rows(self) -> None:
        """The keyboard goes to the lines, to the first where none is current."""
        if not self.table.currentIndex().isValid() and self.table.proxy.rowCount():
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self.table.setFocus()

    def chip(self) -> str:
        """Which filter is on."""
        return next((key for key, chip in self.chips.items() if chip.isChecked()), ALL)

    def _filter(self) -> None:
        self.table.proxy.only(_wanted(self.chip()))
        self.table.proxy.seek(self.search.text())
        shown = self.table.proxy.rowCount()
        self.count.setText(n_("{number} bed", "{number} beds", shown))
        self.nothing.setVisible(not shown)

    def _open(self) -> None:
        line = self.chosen()
        if line is not None:
            self.opened.emit(line.bed_id)

    def _tell(self) -> None:
        line = self.chosen()
        if line is not None:
            self.bed_chosen.emit(line.bed_id)

    def _ask(self, key: str) -> None:
        line = self.chosen()
        if line is not None:
            self.asked.emit(key, line.bed_id)

    def _menu(self, point: QPoint) -> None:
        line = self.chosen()
        if line is not None:
            self.menu_wanted.emit(line.bed_id, self.table.viewport().mapToGlobal(point))


def _chips() -> tuple[tuple[str, str], ...]:
    return (
        (ALL, _("All beds")),
        (BedState.FREE, _("Free")),
        (BedState.CLOSED, _("Out of service")),
        (BedState.HELD, _("Reserved")),
        (PROBLEMS, _("With problems")),
    )
