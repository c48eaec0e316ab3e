"""The week as a table of bookings: sorted, searched, and read out line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import LIVE
from openblock.features.grounds.ui.table_lines import booking_columns, found_by
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px, watch

#: Area, purpose and supervisor are cut, and whole on hover: what is wrong stays in sight.
_WORDY = (2, 3, 5)
_WIDEST = 130


class BookingRows(RowsView):
    """The lines; Delete and Space mean what they do on the calendar."""

    cancel_wanted = Signal(object)
    tick_wanted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = {
            Qt.Key.Key_Delete: self.cancel_wanted,
            Qt.Key.Key_Space: self.tick_wanted,
        }.get(Qt.Key(event.key()))
        row = self.chosen()
        if signal is not None and isinstance(row, BookingRow):
            signal.emit(row)
        else:
            super().keyPressEvent(event)


class BookingTable(QFrame):
    """Search, lines and their number; tells as the calendar does."""

    #: BookingRow or None.
    chosen_changed = Signal(object)
    opened = Signal(object)
    cancel_wanted = Signal(object)
    tick_wanted = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.model = RowsTableModel(
            booking_columns(), key=lambda row: row.booking_id, search=found_by
        )
        self.table = BookingRows(self.model, sort_by=0)
        self.table.setAccessibleName(_("Bookings of the week"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search in the table"))
        self.search.setAccessibleName(_("Search in the table"))
        self.search.setToolTip(shortcuts.hint(_("Search in the table"), "find-in-list"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = QLabel()
        self.nothing = labelled("", "secondary")
        self._telling = True
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.addWidget(self.search)
        row.addStretch(1)
        self.count.setProperty("kind", "secondary")
        row.addWidget(self.count)
        self.nothing.setContentsMargins(px(12), px(8), px(12), px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.focus_first)
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.cancel_wanted.connect(self.cancel_wanted)
        self.table.tick_wanted.connect(self.tick_wanted)
        self.table.customContextMenuRequested.connect(self._menu)

    def _dress(self) -> None:
        self.search.setMaximumWidth(px(300))
        self.table.fit()
        header = self.table.horizontalHeader()
        for place in _WORDY:
            header.resizeSection(place, min(header.sectionSize(place), px(_WIDEST)))

    def show_rows(self, rows: Sequence[BookingRow]) -> None:
        """Show these; the line that was chosen stays chosen."""
        kept = self.chosen()
        self._telling = False
        self.model.set_rows(rows)
        self._dress()
        self._filter()
        if kept is not None:
            self.table.choose(kept.booking_id)
        self._telling = True
        self._tell()

    def chosen(self) -> BookingRow | None:
        """The line that is current."""
        row = self.table.chosen()
        return row if isinstance(row, BookingRow) else None

    def choose_booking(self, booking_id: int) -> bool:
        """Make a booking's line current; False where it is not listed."""
        self.table.choose(booking_id)
        row = self.chosen()
        return row is not None and row.booking_id == booking_id

    def focus_first(self) -> None:
        """The keyboard goes to the lines: where none is current, to what comes next."""
        if not self.table.currentIndex().isValid() and self.table.proxy.rowCount():
            now = clock.now()
            coming = [row for row in self.model.rows if row.state in LIVE and row.span.end > now]
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
            if coming:
                self.table.choose(min(coming, key=lambda row: row.span.start).booking_id)
        self.table.setFocus()

    def _filter(self) -> None:
        self.table.proxy.seek(self.search.text())
        shown = self.table.proxy.rowCount()
        self.count.setText(n_("{number} booking", "{number} bookings", shown))
        if self.model.rows:
            self.nothing.setText(_("No booking is like that."))
        else:
            self.nothing.setText(_("Nothing is booked in these days."))
        self.nothing.setVisible(not shown)

    def _open(self) -> None:
        row = self.chosen()
        if row is not None:
            self.opened.emit(row)

    def _tell(self) -> None:
        if self._telling:
            self.chosen_changed.emit(self.chosen())

    def _menu(self, point: QPoint) -> None:
        self.menu_wanted.emit(self.chosen(), self.table.viewport().mapToGlobal(point))
