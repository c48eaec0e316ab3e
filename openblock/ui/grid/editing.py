"""Turns keys, clipboard and brush into edits of cells; sends them out, saves nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from openblock.ui.grid.block import Area, as_text, from_text, path, placed
from openblock.ui.grid.model import GridModel
from openblock.ui.grid.picture import GridCode
from openblock.ui.grid.typed import Reading, TypedCode

ERASER = ""
_STEPS = {"stay": (0, 0), "right": (0, 1), "down": (1, 0)}


class CellEditing(QObject):
    """Works on the selected block; every gesture ends in one ``edited`` signal at most.

    ``brush`` is the code painted by the mouse, :data:`ERASER` for the one that clears, None for no
    brush. ``advance`` says where the current cell goes after a code was typed: stay right down.
    """

    edited = Signal(object)
    brush_dropped = Signal()
    #: Something was typed, cleared or pasted where nothing may be changed.
    kept_out = Signal()

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._typed = TypedCode()
        self._painted: dict[tuple[int, int], str] = {}
        self.brush: str | None = None
        self.advance = "stay"
        self.read_only = False

    def know(self, codes: Iterable[GridCode]) -> None:
        """Take the codes that may be typed."""
        self._typed.know(code.code for code in codes)

    def spell_out(self) -> None:
        """From now on a code is set once all of it was typed, not at its first clear letter."""
        self._typed.eager = False

    @property
    def pending(self) -> bool:
        """Whether keys were typed that do not yet mean one code."""
        return bool(self._typed.text)

    def area(self) -> Area | None:
        """The selected rectangle of cells, or the current cell; None when there is none."""
        first, last = self._model.first, self._model.past - 1
        selection = self._view.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        if not ranges:
            current = self._view.currentIndex()
            if not self._model.is_cell(current.column()):
                return None
            return Area(current.row(), current.column(), current.row(), current.column())
        left = max(first, min(each.left() for each in ranges))
        right = min(last, max(each.right() for each in ranges))
        if left > right:
            return None
        top = min(each.top() for each in ranges)
        return Area(top, left, max(each.bottom() for each in ranges), right)

    def _places(self) -> list[tuple[int, int]]:
        area = self.area()
        if area is None:
            return []
        columns = range(area.left, area.right + 1)
        rows = [row for row in range(area.top, area.bottom + 1) if not self._model.kind_at(row)]
        return [(row, column) for row in rows for column in columns]

    def _may_change(self) -> bool:
        if self.read_only:
            self.kept_out.emit()
        return not self.read_only

    def press(self, key: str) -> None:
        """A character key over the selection."""
        if self._may_change() and self._places():
            self._show(self._typed.press(key))

    def take_back(self) -> None:
        """Backspace while typing."""
        self._show(self._typed.take_back())

    def _show(self, reading: Reading) -> None:
        if reading.code is not None:
            self._settle(reading.code)
            return
        current = self._view.currentIndex()
        place = (current.row(), current.column())
        self._model.show_typed({place: reading.text} if reading.text else {})

    def _settle(self, code: str) -> None:
        self._typed.clear()
        places = self._places()
        self.send(dict.fromkeys(places, code))
        if len(places) == 1:
            self._step(*_STEPS[self.advance])

    def _step(self, down: int, across: int) -> None:
        current = self._view.currentIndex()
        row, column = current.row() + down, current.column() + across
        there = self._model.is_cell(column) and row < self._model.rowCount()
        if (down or across) and there and not self._model.kind_at(row):
            self._view.setCurrentIndex(self._model.index(row, column))

    def finish(self, *, enter: bool = False) -> None:
        """End typing: a spelled-out code is set; Enter completes one that is clear by now.

        Enter sends also what is no code, to be refused; leaving the cell any other way forgets it.
        """
        text = self._typed.text
        settled = self._typed.completed() if enter else self._typed.settled()
        if text and (settled or enter):
            self._settle(settled or text)
        else:
            self.cancel()

    def cancel(self) -> None:
        """Forget what is being typed or painted."""
        self._typed.clear()
        self._painted.clear()
        self._model.show_typed({})

    def drop_brush(self) -> None:
        """Put the brush away."""
        if self.brush is not None:
            self.brush = None
            self.brush_dropped.emit()

    def enter(self, row: int, column: int, text: str) -> None:
        """What the in-place entry holds goes into one cell."""
        self.send({(row, column): self._typed.meant(text)})

    def clear(self) -> None:
        """Empty the selection."""
        if self._may_change():
            self.send(dict.fromkeys(self._places()))

    def fill(self, code: str | None) -> None:
        """Set the whole selection to ``code``; None clears."""
        if self._may_change():
            self.send(dict.fromkeys(self._places(), code))

    def copy(self) -> None:
        """Put the selection on the clipboard as a spreadsheet does."""
        area = self.area()
        if area is None:
            return
        lines = [
            [self._code_at(row, column) or "" for column in range(area.left, area.right + 1)]
            for row in range(area.top, area.bottom + 1)
        ]
        QGuiApplication.clipboard().setText(as_text(lines))

    def cut(self) -> None:
        """Copy, then clear."""
        if self._may_change():
            self.copy()
            self.clear()

    def paste(self) -> None:
        """Put the clipboard's block on the selection; the cells pasted become the selection."""
        area = self.area()
        text = QGuiApplication.clipboard().text()
        if area is None or not text or not self._may_change():
            return
        block = from_text(text)
        landed = placed(block, area, self._model.rowCount(), self._model.past)
        self.send({place: self._typed.meant(value) for place, value in landed.items()})
        self._select(landed)

    def _select(self, places: Mapping[tuple[int, int], str]) -> None:
        rows = [row for row, _column in places]
        columns = [column for _row, column in places]
        if not rows:
            return
        first = self._model.index(min(rows), min(columns))
        last = self._model.index(max(rows), max(columns))
        chosen = self._view.selectionModel()
        chosen.select(QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        chosen.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def paint(self, row: int, column: int) -> None:
        """The brush passed over a cell; shown at once, sent when the button is let go."""
        if self.brush is None or self.read_only or not self._model.is_cell(column):
            return
        # A quick hand jumps over cells between two reports of the mouse: the stroke has no holes.
        last = next(reversed(self._painted), (row, column))
        cells = (place for place in path(last, (row, column)) if not self._model.kind_at(place[0]))
        for place in cells:
            self._painted.pop(place, None)
            self._painted[place] = self.brush
        self._model.show_typed({place: code or "·" for place, code in self._painted.items()})

    def lift_brush(self) -> None:
        """The button was let go: send what was painted as one edit."""
        painted, self._painted = self._painted, {}
        self.send({place: code or None for place, code in painted.items()})

    @property
    def painting(self) -> bool:
        """Whether the brush is down."""
        return bool(self._painted)

    def _code_at(self, row: int, column: int) -> str | None:
        cell = self._model.cell_at(row, column)
        return cell.code if cell and not cell.fixed else None

    def _changes(self, row: int, column: int, code: str | None) -> bool:
        cell = self._model.cell_at(row, column)
        again = cell is not None and cell.again
        return again or (self._code_at(row, column) or None) != code

    def send(self, changes: Mapping[tuple[int, int], str | None]) -> None:
        """Emit the changes that change something, by keys, as one edit."""
        self._model.show_typed({})
        edits = []
        for (row, column), code in changes.items():
            keys = self._model.keys_at(row, column)
            if keys and not self._model.kind_at(row) and self._changes(row, column, code):
                edits.append((keys[0], keys[1], code))
        if edits:
            self.edited.emit(tuple(edits))
