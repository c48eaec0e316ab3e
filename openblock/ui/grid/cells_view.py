"""The view of a plan grid's cells: keys and mouse as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from openblock.ui.grid.carrying import BarCarrying
from openblock.ui.grid.editing import CellEditing
from openblock.ui.grid.model import GridModel

Key = Qt.Key
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MOVES = {
    Key.Key_Left,
    Key.Key_Right,
    Key.Key_Up,
    Key.Key_Down,
    Key.Key_Home,
    Key.Key_End,
    Key.Key_PageUp,
    Key.Key_PageDown,
    Key.Key_Tab,
    Key.Key_Backtab,
}


class CellsView(QTableView):
    """Selects one block at a time; all edits go through its :class:`CellEditing`."""

    resized = Signal()
    menu_wanted = Signal(QPoint)
    #: Keys of the cell that Enter, F2 or a double click opens, where :attr:`opens_outside`.
    opened = Signal(object)
    #: The bar that Space or Enter takes up in a row of bars.
    bar_taken = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.editing = CellEditing(self, model)
        self.carrying = BarCarrying(self, model, self.editing)
        #: A cell is opened by whoever hears ``opened``, not by the entry in place.
        self.opens_outside = False
        self._plan = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._keys: dict[int, Callable[[], None]] = {
            Key.Key_Delete: self.editing.clear,
            Key.Key_Backspace: self._back,
            Key.Key_Return: self._enter,
            Key.Key_Enter: self._enter,
            Key.Key_F2: self._open_entry,
            Key.Key_Escape: self._escape,
            Key.Key_Space: self._dab,
        }
        self._sequences: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (QKeySequence.StandardKey.Copy, self.editing.copy),
            (QKeySequence.StandardKey.Cut, self.editing.cut),
            (QKeySequence.StandardKey.Paste, self.editing.paste),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) and not act() for keys, act in self._sequences):
            event.accept()
            return
        plain = not event.modifiers() & _MODIFIERS
        act = self._keys.get(event.key()) if plain else None
        if act:
            act()
        elif event.key() in _MOVES:
            self.editing.finish()
            super().keyPressEvent(event)
        elif _is_typing(event):
            self.editing.press(event.text())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        # While a code is half typed, Backspace and Escape belong to it, not to a shortcut.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self.editing.pending and event.key() in (Key.Key_Backspace, Key.Key_Escape)
            typing = _is_typing(event) and not self.editing.read_only
            if mine or typing:
                event.accept()
                return True
        return super().event(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing sets a code here; it does not look for one."""

    def _back(self) -> None:
        if self.editing.pending:
            self.editing.take_back()
        else:
            self.editing.clear()

    def _enter(self) -> None:
        if self.editing.pending:
            self.editing.finish(enter=True)
        else:
            self._open_entry()

    def _open_entry(self) -> None:
        index = self.currentIndex()
        if self._plan.kind_at(index.row()):
            self._take_bar(index)
        elif self.opens_outside:
            self.opened.emit(self._plan.keys_at(index.row(), index.column()))
        else:
            self._open_in_place(index)

    def _open_in_place(self, index: QModelIndex) -> None:
        # Enter that ends an entry arrives here too, while the entry is still closing.
        busy = self.state() == QAbstractItemView.State.EditingState
        if not busy and not self.editing.read_only and self._plan.is_cell(index.column()):
            self.editing.cancel()
            self.edit(index)

    def _take_bar(self, index: QModelIndex) -> None:
        keys = self._plan.keys_at(index.row(), index.column())
        able = [bar for bar in self._plan.bars_at(index.row(), index.column()) if bar.carries]
        # A duty that began the day before reaches in; the one that begins here is meant.
        able.sort(key=lambda bar: keys is None or bar.column != keys[1])
        if able and not self.editing.read_only:
            self.bar_taken.emit(able[0])

    def _escape(self) -> None:
        if self.carrying.active:
            self.carrying.cancel()
        elif self.editing.pending or self.editing.painting:
            self.editing.cancel()
        elif self.editing.brush is not None:
            self.editing.drop_brush()
        else:
            self.setCurrentIndex(self.currentIndex())

    def _dab(self) -> None:
        if self._plan.kind_at(self.currentIndex().row()):
            self._take_bar(self.currentIndex())
        elif self.editing.brush is not None:
            self.editing.fill(self.editing.brush or None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editing.finish()
        left = event.button() == Qt.MouseButton.LeftButton
        index = self._cell_under(event)
        if left and self.editing.brush is not None and not self.editing.read_only:
            if index.isValid():
                self.setCurrentIndex(index)
                self.editing.paint(index.row(), index.column())
            return
        if left:
            self.carrying.press(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.editing.painting:
            if not self.carrying.move(event.position().toPoint()):
                super().mouseMoveEvent(event)
            return
        index = self._cell_under(event)
        if index.isValid():
            self.editing.paint(index.row(), index.column())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.editing.painting:
            self.editing.lift_brush()
            return
        self.carrying.drop()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.editing.brush is None and self._cell_under(event).isValid():
            self._open_entry()

    def _cell_under(self, event: QMouseEvent) -> QModelIndex:
        return self.indexAt(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update(self.visualRect(self.currentIndex()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.editing.finish()
        super().focusOutEvent(event)
        self.viewport().update(self.visualRect(self.currentIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self.sees_current(event.oldSize())
        super().resizeEvent(event)
        self.resized.emit()
        if seen:
            # News above the page, or a panel beside it, took the room the cell stood in. How far
            # it can be scrolled is known only when the layout has run.
            QTimer.singleShot(0, self, self.show_current)

    def show_current(self) -> None:
        """Scroll to the cell with the keyboard, if it is out of sight."""
        self.scrollTo(self.currentIndex())

    def sees_current(self, size: QSize | None = None) -> bool:
        """Whether the cell with the keyboard is in sight, in a view of ``size`` if one is named."""
        place = self.visualRect(self.currentIndex())
        room = QRect(QPoint(0, 0), size or self.viewport().size())
        return place.isValid() and room.contains(place.center())


def _is_typing(event: QKeyEvent) -> bool:
    text, held = event.text(), event.modifiers() & _MODIFIERS
    # AltGr arrives as Ctrl+Alt on some systems and types letters such as ē.
    altgr = held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(text.strip()) and text.isprintable() and (not held or altgr)
