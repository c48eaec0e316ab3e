"""The two-line heading of a plan grid; today's column is filled."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from openblock.ui.grid.frozen import RIGHT_EDGE
from openblock.ui.grid.model import GridModel
from openblock.ui.grid.picture import GridHead
from openblock.ui.theme import font, px, token

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


class PlanHeader(QHeaderView):
    """Paints day headings, the corner over the frozen columns and the totals' headings alike."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._plan = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        high = QFontMetrics(font("strong")).height() + QFontMetrics(font("small")).height()
        return QSize(super().sizeHint().width(), high + px(9))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        model = self._plan
        if model.is_cell(logical):
            self._paint_day(painter, rect, logical - model.first)
        elif logical < model.first:
            self._paint_corner(painter, rect, logical)
        else:
            self._paint_total(painter, rect, logical)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, token("strong"))
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, place: int) -> None:
        column = self._plan.picture.columns[place]
        painter.fillRect(rect, token("todayline" if column.today else "chrome"))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), token("grid"))
        over, under = ("ontoday", "ontoday") if column.today else ("text", "text2")
        _two_lines(painter, rect, (column.head, column.subhead), (over, under), "centre")

    def _paint_corner(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.fillRect(rect, token("chrome"))
        if logical == self._plan.first - 1:
            painter.fillRect(rect.right(), rect.y(), 1, rect.height(), token("strong"))
        heads = self._plan.picture.leads
        if any(head.head for head in heads):
            head = heads[logical - 1] if logical else GridHead("")
            inner = rect.adjusted(px(8), 0, -px(4), 0)
            _two_lines(painter, inner, (head.head, head.subhead), ("text", "text2"), head.align)
            return
        # One text over all the frozen columns: each section draws its own part of it.
        whole = QRect(px(8), rect.y(), self.viewport().width() - px(12), rect.height())
        painter.setClipRect(rect)
        _two_lines(painter, whole, self._plan.picture.corner, ("text", "text2"), "left")

    def _paint_total(self, painter: QPainter, rect: QRect, logical: int) -> None:
        head = self._plan.picture.totals[logical - self._plan.past]
        painter.fillRect(rect, token("chrome"))
        # The first one that is shown: those before it may have given way.
        first = all(map(self.isSectionHidden, range(self._plan.past, logical)))
        edge = "strong" if first else "grid"
        painter.fillRect(rect.x(), rect.y(), 1, rect.height(), token(edge))
        before = 4 if head.align != "right" else RIGHT_EDGE - 4
        inner = rect.adjusted(px(before), 0, -px(4), 0)
        _two_lines(painter, inner, (head.head, head.subhead), ("text", "text2"), head.align)


def _two_lines(
    painter: QPainter,
    rect: QRect,
    texts: tuple[str, str],
    tones: tuple[str, str],
    align: str,
) -> None:
    strong, small = font("code" if align == "right" else "strong"), font("small")
    high, low = QFontMetrics(strong).height(), QFontMetrics(small).height()
    top = rect.y() + (rect.height() - high - low) // 2
    painter.setFont(strong)
    painter.setPen(token(tones[0]))
    painter.drawText(QRect(rect.x(), top, rect.width(), high), _SIDES[align], texts[0])
    painter.setFont(small)
    painter.setPen(token(tones[1]))
    painter.drawText(QRect(rect.x(), top + high, rect.width(), low), _SIDES[align], texts[1])
