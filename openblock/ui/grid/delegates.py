"""The delegates of a plan grid: its cells, and the strips underneath."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from openblock.i18n import _
from openblock.ui.grid.bar_rows import paint_bars, paint_title_ground
from openblock.ui.grid.frozen import paint_rules, paint_text
from openblock.ui.grid.model import GridModel, StripModel
from openblock.ui.grid.paint import CellPainter, Look, hatch_step
from openblock.ui.grid.picture import BARS, TITLE, GridCell, GridCode
from openblock.ui.theme import px, token

Index = QModelIndex | QPersistentModelIndex
_EMPTY = GridCell("")


class CellDelegate(QStyledItemDelegate):
    """Draws cells from kept pixmaps and gives the in-place entry with its completion."""

    def __init__(self, view: QTableView, model: GridModel, painter: CellPainter) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._painter = painter
        self.codes: tuple[GridCode, ...] = ()
        self.entered: Callable[[int, int, str], None] | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        row, column = index.row(), index.column()
        if self._model.kind_at(row) == TITLE:
            paint_title_ground(painter, rect)
            return
        look = self._look(rect, row, column, selected=selected)
        painter.drawPixmap(rect.topLeft(), self._painter.pixmap(look))
        if self._model.kind_at(row) == BARS:
            paint_bars(painter, rect, self._view, self._model, (row, column))
        if index == self._view.currentIndex():
            _paint_focus(painter, rect, focused=self._view.hasFocus())

    def _look(self, rect: QRect, row: int, column: int, *, selected: bool) -> Look:
        model = self._model
        picture = model.picture
        heading = picture.columns[column - model.first]
        cell = model.cell_at(row, column) or _EMPTY
        phase = 0
        if heading.ground:
            across = self._view.horizontalScrollBar().value()
            down = self._view.verticalScrollBar().value()
            phase = (rect.x() + across + rect.y() + down) % hatch_step()
        return Look(
            rect.width(),
            rect.height(),
            self._view.devicePixelRatioF(),
            heading.ground,
            phase,
            heading.today,
            selected,
            row in model.band_starts and row > 0,
            cell.code,
            cell.tint,
            cell.problem,
            cell.changed,
            cell.detail,
            picture.two_lines,
            model.typed.get((row, column), ""),
            cell.mark,
            cell.more,
            cell.struck,
            cell.cut,
        )

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "cell")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole) or _("Code"))
        completer = QCompleter(editor)
        completer.setModel(CodesModel(self.codes, completer))
        completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        editor.setCompleter(completer)
        if (popup := completer.popup()) is not None:
            popup.setMinimumWidth(px(220))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and self.entered:
            self.entered(index.row(), index.column(), editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        rect = QRect(option.rect)
        wide, high = max(rect.width(), px(64)), max(rect.height(), px(28))
        rect.adjust(0, -(high - rect.height()) // 2, wide - rect.width(), 0)
        rect.setHeight(high)
        edge = self._view.viewport().rect()
        rect.moveRight(min(rect.right(), edge.right()))
        rect.moveTop(max(rect.top(), edge.top()))
        editor.setGeometry(rect)


class CodesModel(QAbstractListModel):
    """The codes offered in the in-place entry: code and words shown, code inserted."""

    def __init__(self, codes: tuple[GridCode, ...], parent: QCompleter) -> None:
        super().__init__(parent)
        self._codes = codes

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._codes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        code = self._codes[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return code.code
        return f"{code.code}   {code.name}" if role == Qt.ItemDataRole.DisplayRole else None


def _paint_focus(painter: QPainter, rect: QRect, *, focused: bool) -> None:
    painter.save()
    width = 2 if focused else 1
    painter.setPen(QPen(token("accent" if focused else "strong"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -width, -width))
    painter.restore()


class StripDelegate(QStyledItemDelegate):
    """Draws the lines under the grid; a gap is bold on its own ground, not colour alone."""

    def __init__(self, view: QTableView, model: StripModel) -> None:
        super().__init__(view)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        row, column, model = index.row(), index.column(), self._model
        text = model.text_at(row, column)
        last = model.columnCount() - 1
        inner = 0 < column < last
        painter.save()
        soft = {"bad": "badsoft", "warn": "warnsoft"}.get(text.tone, "surface")
        painter.fillRect(rect, token(soft if inner else "chrome"))
        today = inner and model.picture.columns[column - 1].today
        if today and soft == "surface":
            painter.fillRect(rect, token("today"))
        paint_rules(painter, rect, right=inner)
        if today:
            painter.fillRect(rect.x(), rect.y(), 1, rect.height(), token("todayline"))
            painter.fillRect(rect.right(), rect.y(), 1, rect.height(), token("todayline"))
        if row == 0:
            painter.fillRect(rect.x(), rect.y(), rect.width(), 1, token("strong"))
        if column in (0, last):
            side = rect.right() if column == 0 else rect.x()
            painter.fillRect(side, rect.y(), 1, rect.height(), token("strong"))
        paint_text(
            painter,
            rect if not inner else rect.adjusted(-px(6), 0, px(6), 0),
            text,
            "centre" if inner else "left",
        )
        painter.restore()
