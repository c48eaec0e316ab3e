"""What an import would do: the columns at the left, rows above, faults below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock.i18n import _
from openblock.importing.preview import Fault, Outcome, Preview
from openblock.ui.forms import labelled
from openblock.ui.importing.columns_panel import ColumnsPanel
from openblock.ui.importing.job import Seen
from openblock.ui.importing.tables import fault_columns, row_columns
from openblock.ui.importing.wording import count_words
from openblock.ui.messages import words
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

_ALL = 0
_OUTCOMES = (None, *Outcome)


class Review(QStackedWidget):
    """Empty until a file is read; then its columns, its rows and its faults, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = ColumnsPanel()
        self.rows_model = RowsTableModel((), key=lambda row: row.number)
        self.rows = RowsView(self.rows_model, sort_by=None)
        self.faults_model = RowsTableModel(fault_columns(), key=lambda fault: (fault,))
        self.faults = RowsView(self.faults_model, sort_by=None)
        self.faults_title = labelled("", "title")
        self.missing = labelled("", "problem")
        self.fault_said = labelled("", "secondary")
        self.across = QSplitter()
        self.upright = QSplitter(Qt.Orientation.Vertical)
        self.filters = QButtonGroup(self)
        self._place_of: dict[int, int] = {}
        self._dress()
        self.addWidget(self._nothing_yet())
        self.addWidget(self._parts())
        self.filters.idToggled.connect(self._filter)
        self.faults.selectionModel().currentRowChanged.connect(self._jump)

    def show_seen(self, seen: Seen, *, new_file: bool) -> None:
        """Show a preview; with a new file, its columns too."""
        if new_file:
            self.columns.show_file(seen.file, seen.intake.columns, seen.mapped)
            narrowest = self.columns.minimumWidth() + px(12)
            self.across.setSizes([narrowest, max(self.width() - narrowest, narrowest)])
        by_key = {column.key: column for column in seen.intake.columns}
        order = sorted(seen.mapped)
        self._place_of = {place: number + 2 for number, place in enumerate(order)}
        self.rows_model.set_rows(())
        self.rows_model.set_columns(row_columns(seen.file, seen.mapped, by_key))
        self.rows_model.set_rows(seen.preview.rows)
        self.faults_model.set_rows(seen.preview.faults)
        self._show_counts(seen.preview)
        self._fit()
        self.setCurrentIndex(1)

    def first(self) -> QWidget:
        """Where the keyboard goes when something has to be mended."""
        if self.faults_model.rows:
            return self.faults
        return next(iter(self.columns.choices.values()), self.rows)

    def next_fault(self) -> None:
        """Go to the next fault, from the last one to the first."""
        self._step(1)

    def previous_fault(self) -> None:
        """Go to the fault before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        count = self.faults_model.rowCount()
        if count:
            current = self.faults.currentIndex()
            place = (current.row() + by) % count if current.isValid() else 0
            self.faults.setCurrentIndex(self.faults.proxy.index(place, 0))

    def _jump(self) -> None:
        """Show the row, and the cell, of the fault chosen."""
        fault = self.faults.chosen()
        self.fault_said.setText(words(fault.problem) if isinstance(fault, Fault) else "")
        if not isinstance(fault, Fault):
            return
        self.filters.button(_ALL).setChecked(True)
        place = self.rows_model.row_of(fault.row)
        column = self._place_of.get(fault.place if fault.place is not None else -1, 0)
        self.rows.setCurrentIndex(
            self.rows.proxy.mapFromSource(self.rows_model.index(place, column))
        )

    def _filter(self, number: int, checked: bool) -> None:
        if checked:
            wanted = _OUTCOMES[number]
            self.rows.proxy.only(None if wanted is None else lambda row: row.outcome is wanted)

    def _show_counts(self, preview: Preview) -> None:
        for number, outcome in enumerate(_OUTCOMES):
            count = len(preview.rows) if outcome is None else len(preview.of(outcome))
            button = self.filters.button(number)
            button.setText(count_words(outcome, count))
            button.setVisible(outcome is None or bool(count))
        self.filters.button(_ALL).setChecked(True)
        faults = len(preview.faults)
        self.faults_title.setText(
            _("Faults and doubts: {number}").format(number=faults)
            if faults
            else _("No faults found.")
        )
        self.faults.setVisible(bool(faults))
        self.fault_said.setVisible(bool(faults))
        self.fault_said.clear()
        self.upright.setSizes([px(330), px(220)] if faults else [px(550), 0])
        names = ", ".join(column.title() for column in preview.missing)
        said = _("Say at the left which column stands for: {columns}").format(columns=names)
        self.missing.setText(said if names else "")
        self.missing.setVisible(bool(names))

    def _fit(self) -> None:
        for table, widest in ((self.rows, 220), (self.faults, 260)):
            table.fit()
            header = table.horizontalHeader()
            for place in range(header.count()):
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, min(header.sectionSize(place) + px(8), px(widest)))

    # Looks

    def _dress(self) -> None:
        self.rows.setAccessibleName(_("Rows of the file"))
        self.faults.setAccessibleName(_("What is wrong"))
        self.columns.setAccessibleName(_("Columns of the file"))
        for each in (self.missing, self.fault_said):
            each.setWordWrap(True)
        self.fault_said.setTextFormat(Qt.TextFormat.PlainText)
        self.fault_said.setMinimumHeight(2 * self.fault_said.fontMetrics().lineSpacing())
        for number, outcome in enumerate(_OUTCOMES):
            button = QPushButton(count_words(outcome, 0))
            button.setCheckable(True)
            button.setAutoDefault(False)
            self.filters.addButton(button, number)
        self.filters.button(_ALL).setChecked(True)

    def _nothing_yet(self) -> QWidget:
        page = QWidget()
        said = labelled(
            _(
                "Choose the list as you have it: CSV or Excel, with headings in Latvian or "
                "English. You will see here what would become of every row. Nothing is written "
                "before you confirm."
            ),
            "secondary",
        )
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said.setFixedWidth(px(480))
        # A wrapped text gets its height only when its line is not aligned.
        line = QHBoxLayout(page)
        line.addStretch(1)
        line.addWidget(said)
        line.addStretch(1)
        return page

    def _parts(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(labelled(_("Columns of the file (* needed)"), "title"))
        column.addWidget(self.missing)
        column.addWidget(self.columns, 1)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(left)
        self.across.addWidget(self._tables())
        self.across.setStretchFactor(1, 1)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._counts())
        whole.addWidget(self.across, 1)
        return page

    def _counts(self) -> QHBoxLayout:
        counts = QHBoxLayout()
        counts.setSpacing(px(6))
        for button in self.filters.buttons():
            counts.addWidget(button)
        counts.addStretch(1)
        return counts

    def _tables(self) -> QWidget:
        above, below = QWidget(), QWidget()
        upper, lower = QVBoxLayout(above), QVBoxLayout(below)
        for column in (upper, lower):
            column.setContentsMargins(px(8), 0, 0, 0)
        upper.addWidget(self.rows, 1)
        lower.addWidget(self.faults_title)
        lower.addWidget(self.faults, 1)
        lower.addWidget(self.fault_said)
        self.upright.setChildrenCollapsible(False)
        self.upright.addWidget(above)
        self.upright.addWidget(below)
        self.upright.setStretchFactor(0, 1)
        return self.upright
