"""The register on screen: search as you type, chips with counts, the list; the order is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.features.residents.ui.register_lines import (
    EXPECTED,
    HERE,
    LEFT,
    WITHOUT_BED,
    Line,
    meant_by,
    register_columns,
)
from openblock.features.residents.ui.where_delegate import WhereDelegate
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.icons import icon
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

_WHERE = 2


class Register(QFrame):
    """The chosen person is told as the choice moves, and again when Enter opens the card."""

    chosen = Signal()
    #: Enter or a double click: the card, with the keyboard on it.
    opened = Signal()
    #: Another chip: those who left are read only when they are asked for.
    chip_changed = Signal()
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.model = RowsTableModel(register_columns(), key=lambda line: line.resident_id)
        # Sorted and filtered here, each line by what was worked out once: thousands who left are
        # too many for a proxy that asks for every pair.
        self.table = RowsView(self.model, sort_by=None)
        self._lines: dict[int, Line] = {}
        self.search = QLineEdit()
        self.chips = QButtonGroup(self)
        self.count = QLabel()
        self._dress()
        self._lay_out()
        self._listen()

    # What is shown

    def set_lines(self, lines: Sequence[Line], left: int) -> None:
        """Show ``lines``; ``left`` is how many have left, read or not. Choice and order stay."""
        self._lines = {line.resident_id: line for line in lines}
        self._count_chips(lines, left)
        self._filter()
        self.table.fit()
        self._fit_columns()

    def chosen_id(self) -> int | None:
        """The number of the person chosen."""
        line = self.table.chosen()
        return line.resident_id if isinstance(line, Line) else None

    def choose(self, resident_id: int | None) -> None:
        """Choose a person; a search or a chip that hides the person is taken off."""
        if resident_id is None:
            self.table.setCurrentIndex(self.table.proxy.index(-1, -1))
            return
        line = self._lines.get(resident_id)
        if line is None:
            return
        if line not in meant_by(self.search.text(), (line,)):
            self.search.clear()
        if not line.is_among(self.chip()):
            self.set_chip(next(each for each in (HERE, EXPECTED, LEFT) if line.is_among(each)))
        self.table.choose(resident_id)

    def knows(self, resident_id: int) -> bool:
        """Whether the person is among the lines read."""
        return resident_id in self._lines

    def shown(self) -> tuple[Line, ...]:
        """The lines the search and the chip leave, in the order shown."""
        return self.model.rows

    def chip(self) -> str:
        """Which people are shown."""
        button = self.chips.checkedButton()
        return str(button.property("chip")) if button else HERE

    def set_chip(self, name: str) -> None:
        """Show the people of one chip; an unknown name is passed over."""
        for button in self.chips.buttons():
            if button.property("chip") == name:
                button.setChecked(True)

    def order(self) -> list[int]:
        """Column and direction of the order, as plain numbers."""
        header = self.table.horizontalHeader()
        return [header.sortIndicatorSection(), header.sortIndicatorOrder().value]

    def set_order(self, order: Sequence[int]) -> None:
        """Sort as :meth:`order` said; what no longer fits is passed over."""
        if len(order) == 2 and 0 <= order[0] < len(self.model.columns) and order[1] in {0, 1}:
            self.table.horizontalHeader().setSortIndicator(order[0], Qt.SortOrder(order[1]))

    def add_tool(self, tool: QWidget) -> None:
        """Put a button beside the search; below it where the text is large."""
        self._first_line.addWidget(tool)

    # Inside

    def _filter(self) -> None:
        kept = self.chosen_id()
        typed, chip = self.search.text(), self.chip()
        among = [line for line in self._lines.values() if line.is_among(chip)]
        shown = self._in_order(meant_by(typed, among))
        self.model.set_rows(shown)
        if kept is not None:
            self.table.choose(kept)
        self.count.setText(_count_words(len(shown), len(among), typed))

    def _in_order(self, lines: Sequence[Line]) -> list[Line]:
        column, downwards = self.order()
        by = self.model.columns[column].sort
        return sorted(lines, key=by, reverse=bool(downwards)) if by else list(lines)

    def _arrange(self) -> None:
        self._filter()
        self.arranged.emit()

    def _count_chips(self, lines: Sequence[Line], left: int) -> None:
        for button in self.chips.buttons():
            name = str(button.property("chip"))
            number = left if name == LEFT else sum(line.is_among(name) for line in lines)
            button.setText(f"{chip_title(name)} {number}")
            warned = name == WITHOUT_BED and number > 0
            button.setIcon(icon("warning", "warn") if warned else QIcon())
            if name != HERE:
                button.setVisible(number > 0 or button.isChecked())

    def _choose_first(self) -> None:
        if self.table.proxy.rowCount():
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
            self.table.setFocus()
            self.opened.emit()

    def _into_list(self) -> None:
        if self.table.proxy.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.table.proxy.index(0, 0))
            self.table.setFocus()

    def _chip_toggled(self, _button: QPushButton, checked: bool) -> None:
        if checked:
            self._filter()
            self.chip_changed.emit()

    def _dress(self) -> None:
        self.search.setPlaceholderText(_("Surname, given name, room…"))
        self.search.setAccessibleName(_("Search in the list"))
        self.search.setToolTip(shortcuts.hint(_("Search in the list"), "find-in-list"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.table.setAccessibleName(_("Residents"))
        self.table.setProperty("kind", "bare")
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        # Only what is in sight is measured, not everybody who ever left.
        header.setResizeContentsPrecision(0)
        self.table.setItemDelegateForColumn(_WHERE, WhereDelegate(self.table))
        self.count.setProperty("kind", "hint")
        self.count.setWordWrap(True)
        for number, name in enumerate((HERE, EXPECTED, WITHOUT_BED, LEFT)):
            button = QPushButton(chip_title(name))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("chip", name)
            button.setToolTip(chip_hint(name))
            self.chips.addButton(button, number)
        self.chips.button(0).setChecked(True)

    def _lay_out(self) -> None:
        top = QWidget()
        inside = QVBoxLayout(top)
        inside.setContentsMargins(px(12), px(10), px(12), px(8))
        inside.setSpacing(px(8))
        self._first_line = FlowLayout(gap=6)
        self._first_line.addWidget(self.search)
        inside.addLayout(self._first_line)
        chips = FlowLayout(gap=6)
        for button in self.chips.buttons():
            chips.addWidget(button)
        inside.addLayout(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.table, 1)
        self.count.setContentsMargins(px(12), px(6), px(12), px(6))
        column.addWidget(self.count)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_first)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_list)
        self.chips.buttonToggled.connect(self._chip_toggled)
        self.table.selectionModel().currentRowChanged.connect(self.chosen)
        self.table.activated.connect(self.opened)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._arrange)

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place in range(header.count() - 1):
            header.resizeSection(place, min(header.sectionSize(place), px(170)))


def _count_words(shown: int, among: int, typed: str) -> str:
    """How many there are, how many of them are shown, or where else to look."""
    if not shown and typed.strip():
        return _("Nobody here is meant by this; the other chips were not searched.")
    words = n_("{number} person", "{number} people", among)
    return words if shown == among else _("Shown: {shown} of {all}").format(shown=shown, all=words)


def chip_title(name: str) -> str:
    """What stands on a chip, before its count."""
    return {
        HERE: _("Here"),
        EXPECTED: _("Expected"),
        WITHOUT_BED: _("Without bed"),
        LEFT: _("Earlier"),
    }[name]


def chip_hint(name: str) -> str:
    """Whom a chip shows, in a sentence."""
    return {
        HERE: _("Everyone whose stay holds now"),
        EXPECTED: _("Those whose arrival is planned"),
        WITHOUT_BED: _("Those who are here and have no bed"),
        LEFT: _("Those who were released, transferred or died"),
    }[name]
