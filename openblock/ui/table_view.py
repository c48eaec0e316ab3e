"""A plain table as every tab shows it: whole rows, no grid of lines, heights from the font."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from openblock.ui.table_model import RowsProxy, RowsTableModel
from openblock.ui.theme import font, px, watch

_FRAME = 6


class RowsView(QTableView):
    """Shows a :class:`RowsTableModel` through its proxy; Enter and double click activate a row."""

    def __init__(
        self, model: RowsTableModel, *, sort_by: int | None = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.proxy = RowsProxy(model, self)
        self.setModel(self.proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        if sort_by is not None:
            self.setSortingEnabled(True)
            self.sortByColumn(sort_by, Qt.SortOrder.AscendingOrder)
        self.fit()
        watch(self.fit)

    def fit(self) -> None:
        """Take row heights and column widths from the font that is on."""
        height = QFontMetrics(font()).height() + px(10)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        for place in range(header.count() - 1):
            # The frame around the cell with the keyboard takes room from its text.
            header.resizeSection(place, header.sectionSize(place) + px(_FRAME))
        # A hidden table forgets that its last column takes the rest of the width.
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setStretchLastSection(True)

    def chosen(self) -> object:
        """The frozen row that is current, or None."""
        return self.proxy.row_at(self.currentIndex())

    def choose(self, key: object) -> None:
        """Make the row with ``key`` current, if it is shown."""
        place = self.rows.row_of(key)
        if place >= 0:
            self.setCurrentIndex(self.proxy.mapFromSource(self.rows.index(place, 0)))
