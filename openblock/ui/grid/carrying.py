"""Carries a bar from its row onto a row of cells by mouse; what it carries is set there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView

from openblock.ui.grid.bar_rows import bar_at
from openblock.ui.grid.editing import CellEditing
from openblock.ui.grid.model import GridModel
from openblock.ui.grid.picture import BARS, GridBar
from openblock.ui.theme import px

_EDGE = 24
_TICK_MS = 40


class BarCarrying(QObject):
    """From the press on a bar until it is let go; over the edge of the view the rows scroll."""

    def __init__(self, view: QTableView, model: GridModel, editing: CellEditing) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._editing = editing
        self._from: QPoint | None = None
        self._last = QPoint()
        self._bar: GridBar | None = None
        self.active = False
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK_MS)
        self._scrolling.timeout.connect(self._scroll)

    def press(self, at: QPoint) -> None:
        """The button went down; a bar under it may be carried from here."""
        index = self._view.indexAt(at)
        self._bar = None
        if index.isValid() and self._model.kind_at(index.row()) == BARS:
            found = bar_at(self._view, self._model, index, at.x())
            if found is not None and found.carries and not self._editing.read_only:
                self._bar, self._from = found, at

    def move(self, at: QPoint) -> bool:
        """The mouse moves with the button down; whether a bar goes with it."""
        if self._bar is None or self._from is None:
            return False
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not self.active and far:
            self.active = True
            self._view.viewport().setCursor(Qt.CursorShape.DragMoveCursor)
            self._scrolling.start()
        self._last = at
        if self.active:
            self._show()
        return True

    def drop(self) -> bool:
        """The button is let go: set what is carried in the cell below; whether there was a bar."""
        bar, target = self._bar, self._target()
        carried = self.active
        self.cancel()
        if carried and bar is not None and target is not None:
            self._view.setCurrentIndex(self._model.index(*target))
            self._editing.send({target: bar.carries})
        return carried

    def cancel(self) -> None:
        """Put the bar back."""
        if self.active:
            self._scrolling.stop()
            self._view.viewport().unsetCursor()
            self._model.show_typed({})
        self._bar = self._from = None
        self.active = False

    def _target(self) -> tuple[int, int] | None:
        """The cell of the row under the mouse in the bar's own column."""
        row = self._view.rowAt(self._last.y())
        if self._bar is None or row < 0 or self._model.kind_at(row):
            return None
        return self._model.place_of(self._model.picture.rows[row].key, self._bar.column)

    def _show(self) -> None:
        target = self._target()
        carries = self._bar.carries if self._bar is not None else ""
        self._model.show_typed({target: carries} if target is not None else {})

    def _scroll(self) -> None:
        bar, high = self._view.verticalScrollBar(), self._view.viewport().height()
        if self._last.y() < px(_EDGE):
            bar.setValue(bar.value() - px(_EDGE) // 2)
        elif self._last.y() > high - px(_EDGE):
            bar.setValue(bar.value() + px(_EDGE) // 2)
        else:
            return
        self._show()
