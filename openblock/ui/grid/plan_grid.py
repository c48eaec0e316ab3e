"""The plan grid: frozen columns, cells, totals and strips held together, data in, edits out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QTableView, QWidget

from openblock.i18n import _
from openblock.ui.grid.bars import OuterBar, Tie
from openblock.ui.grid.cells_view import CellsView
from openblock.ui.grid.delegates import CellDelegate, StripDelegate
from openblock.ui.grid.frozen import FrozenDelegate
from openblock.ui.grid.header import PlanHeader
from openblock.ui.grid.measure import Measure, Views, bare, lay_out
from openblock.ui.grid.menu import cell_menu
from openblock.ui.grid.model import GridModel, StripModel
from openblock.ui.grid.paint import CellPainter
from openblock.ui.grid.picture import GridCode, GridPicture, Place
from openblock.ui.theme import watch


class PlanGrid(QWidget):
    """Shows one :class:`GridPicture`; ``edited`` carries a tuple of (row key, column key, code).

    The caller saves the edits and gives a new picture; selection and scroll stay, and only what
    changed is drawn again. ``current_changed`` carries the current cell's keys, or None.
    """

    edited = Signal(object)
    current_changed = Signal(object)
    brush_dropped = Signal()
    kept_out = Signal()
    #: The key of the row whose name was double-clicked.
    row_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = GridModel(self)
        self.strip_model = StripModel(self)
        self.codes: tuple[GridCode, ...] = ()
        #: The codes a cell's menu offers, where that is not simply all of them.
        self.menu_codes: Callable[[], Sequence[GridCode]] | None = None
        self.menu_actions: Callable[[], Sequence[QAction]] = tuple
        self._painter = CellPainter()
        self.cells = CellsView(self.model, self)
        self.leads = QTableView(self)
        self.totals = QTableView(self)
        self.strip_titles, self.strip, self.strip_ends = (QTableView(self) for _n in range(3))
        self._down = OuterBar(Qt.Orientation.Vertical, self.cells.verticalScrollBar(), self)
        self._across = OuterBar(Qt.Orientation.Horizontal, self.cells.horizontalScrollBar(), self)
        self._views = Views(
            self.model,
            self.strip_model,
            self.leads,
            self.cells,
            self.totals,
            self.strip_titles,
            self.strip,
            self.strip_ends,
        )
        self._measure = Measure(self._views, self._room)
        self._dress_views()
        self._arrange()
        self._connect()

    @property
    def editing(self) -> Any:
        """Brush, typing and clipboard of the cells."""
        return self.cells.editing

    def _dress_views(self) -> None:
        self._cell_delegate = CellDelegate(self.cells, self.model, self._painter)
        self._cell_delegate.entered = self.cells.editing.enter
        self.cells.setItemDelegate(self._cell_delegate)
        self._lead_delegate = FrozenDelegate(self.leads, self.model)
        self._total_delegate = FrozenDelegate(self.totals, self.model)
        self.leads.setItemDelegate(self._lead_delegate)
        self.totals.setItemDelegate(self._total_delegate)
        for view in (self.cells, self.leads, self.totals):
            if view is not self.cells:
                view.setModel(self.model)
            view.setHorizontalHeader(PlanHeader(self.model, view))
            bare(view, focus=view is self.cells)
        for view in (self.strip_titles, self.strip, self.strip_ends):
            view.setModel(self.strip_model)
            view.setItemDelegate(StripDelegate(view, self.strip_model))
            view.horizontalHeader().hide()
            bare(view, focus=False)
        self.setFocusProxy(self.cells)
        self.cells.setAccessibleName(_("Plan"))

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        rows = (
            (self.leads, self.cells, self.totals, self._down),
            (self.strip_titles, self.strip, self.strip_ends, None),
            (None, self._across, None, None),
        )
        for row, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                if widget is not None:
                    layout.addWidget(widget, row, column)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(0, 1)

    def _connect(self) -> None:
        for view in (self.leads, self.totals):
            Tie(self.cells.verticalScrollBar(), view.verticalScrollBar())
            view.clicked.connect(self._go_to_row)
            view.doubleClicked.connect(self._open_row)
        Tie(self.cells.horizontalScrollBar(), self.strip.horizontalScrollBar())
        self.cells.editing.edited.connect(self.edited)
        self.cells.editing.brush_dropped.connect(self.brush_dropped)
        self.cells.editing.kept_out.connect(self.kept_out)
        self.cells.selectionModel().currentChanged.connect(self._current_moved)
        self.cells.resized.connect(self._measure.spread)
        self.cells.menu_wanted.connect(self._open_menu)
        watch(self._dressed)

    def _room(self) -> int:
        """The width of all columns together."""
        return self.width() - (self._down.width() if self._down.isVisible() else 0)

    def set_codes(self, codes: Iterable[GridCode]) -> None:
        """The codes that may be typed, completed and offered in the menu."""
        self.codes = tuple(codes)
        self._cell_delegate.codes = self.codes
        self.cells.editing.know(self.codes)

    def set_read_only(self, read_only: bool) -> None:
        """Refuse every edit; moving, selecting and copying stay."""
        self.model.editable = not read_only
        self.cells.editing.read_only = read_only

    def set_brush(self, code: str | None) -> None:
        """Paint ``code`` by mouse from now on; "" clears cells, None puts the brush away."""
        self.cells.editing.brush = code
        shape = Qt.CursorShape.ArrowCursor if code is None else Qt.CursorShape.CrossCursor
        self.cells.viewport().setCursor(shape)

    def set_picture(self, picture: GridPicture) -> None:
        """Show ``picture``; keeps current cell, selection and scroll where their keys still are."""
        kept = self._kept() if not self.model.picture.same_shape(picture) else None
        stood = max(0, self.cells.currentIndex().column() - self.model.first)
        grown = self._measure.widths(self.model.picture) != self._measure.widths(picture)
        moved_on = self.model.picture.now != picture.now
        reshaped = self.model.set_picture(picture)
        self.strip_model.set_picture(picture)
        if reshaped or grown:
            lay_out(self._views)
            self._measure.fit()
        if moved_on:
            self.cells.viewport().update()
        if kept is not None:
            self._restore(stood, *kept)

    def _kept(self) -> tuple[Place | None, Place | None, Place | None, int, int]:
        current = self.current()
        area = self.cells.editing.area() if current else None
        corners: tuple[Place | None, Place | None] = (None, None)
        if area is not None:
            keys_at = self.model.keys_at
            corners = (keys_at(area.top, area.left), keys_at(area.bottom, area.right))
        across = self.cells.horizontalScrollBar().value()
        return (current, *corners, self.cells.verticalScrollBar().value(), across)

    def _restore(
        self,
        stood: int,
        current: Place | None,
        first: Place | None,
        last: Place | None,
        down: int,
        across: int,
    ) -> None:
        place = self.model.place_of(*current) if current else None
        if place is None:
            self._start_somewhere(current, stood)
        else:
            self.cells.setCurrentIndex(self.model.index(*place))
            ends = [self.model.place_of(*keys) if keys else None for keys in (first, last)]
            if ends[0] and ends[1] and ends[0] != ends[1]:
                block = QItemSelection(self.model.index(*ends[0]), self.model.index(*ends[1]))
                self.cells.selectionModel().select(
                    block, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
            self.cells.verticalScrollBar().setValue(down)
            self.cells.horizontalScrollBar().setValue(across)

    def _start_somewhere(self, current: Place | None, stood: int) -> None:
        """The same row and the same place in it; for a row that is gone, the first row's today."""
        picture = self.model.picture
        if not picture.rows or not picture.columns:
            self.current_changed.emit(None)
            return
        rows = [row.key for row in picture.rows]
        if current and current[0] in rows:
            row, column = rows.index(current[0]), min(stood, len(picture.columns) - 1)
        else:
            todays = (n for n, column in enumerate(picture.columns) if column.today)
            row, column = 0, next(todays, 0)
        self.cells.setCurrentIndex(self.model.index(row, self.model.first + column))

    def current(self) -> Place | None:
        """The keys of the current cell, or None."""
        index = self.cells.currentIndex()
        return self.model.keys_at(index.row(), index.column()) if index.isValid() else None

    def selected(self) -> tuple[Place, ...]:
        """The keys of all selected cells."""
        area = self.cells.editing.area()
        if area is None:
            return ()
        places = (
            self.model.keys_at(row, column)
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        )
        return tuple(keys for keys in places if keys)

    def go_to(self, row_key: object, column_key: object) -> bool:
        """Make a cell current and bring it into view; False when it is not shown."""
        place = self.model.place_of(row_key, column_key)
        if place is None:
            return False
        self.cells.setCurrentIndex(self.model.index(*place))
        self.cells.scrollTo(self.model.index(*place))
        return True

    def _go_to_row(self, index: QModelIndex) -> None:
        column = self.cells.currentIndex().column()
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        if enabled and self.model.is_cell(column):
            self.cells.setCurrentIndex(self.model.index(index.row(), column))
        self.cells.setFocus()

    def _open_row(self, index: QModelIndex) -> None:
        self.row_opened.emit(self.model.picture.rows[index.row()].key)

    def _current_moved(self, index: QModelIndex) -> None:
        row = index.row() if index.isValid() else -1
        for delegate, view in (
            (self._lead_delegate, self.leads),
            (self._total_delegate, self.totals),
        ):
            if delegate.current_row != row:
                delegate.current_row = row
                view.viewport().update()
        self.current_changed.emit(self.current())

    def _open_menu(self, at: QPoint) -> None:
        codes = self.codes if self.menu_codes is None else self.menu_codes()
        menu = cell_menu(self, codes, self.cells.editing, self.menu_actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _dressed(self) -> None:
        self._painter.forget()
        self._measure.fit()
        for view in self.findChildren(QTableView):
            view.viewport().update()
            view.horizontalHeader().viewport().update()
