"""Paints the part of a board that is in sight, in the order in which things lie on one another."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from openblock.features.rooms.ui.board.bars import (
    Placed,
    label_of,
    paint_bar,
    paint_bar_text,
    paint_closure,
    paint_closure_label,
    place,
)
from openblock.features.rooms.ui.board.drafts import Draft
from openblock.features.rooms.ui.board.grounds import paint_ground, paint_now
from openblock.features.rooms.ui.board.lettering import Lettering
from openblock.features.rooms.ui.board.links import paint_links
from openblock.features.rooms.ui.board.pieces import Kind, Piece
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import px, token


class BoardPainter:
    """Knows how the whole is put together; keeps shaped texts between frames."""

    def __init__(self) -> None:
        self.letters = Lettering()
        self._sheet: Sheet | None = None
        self._placed: dict[int, tuple[Placed, ...]] = {}

    def forget(self) -> None:
        """Shape texts and lay out bars anew from now on."""
        self.letters.forget()
        self._sheet = None

    def paint(self, painter: QPainter, sheet: Sheet, area: QRect, shown: QRect) -> None:
        """Paint ``area``; ``shown`` is all that is in sight. Both in the sheet's coordinates."""
        paint_ground(painter, sheet, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self._closures(sheet, area):
            paint_closure(painter, sheet, piece)
        bars = self._bars(sheet, area)
        for bar in bars:
            paint_bar(painter, bar)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        paint_now(painter, sheet, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_links(painter, sheet, area)
        self._paint_plates(painter, sheet, area, shown)
        sides = (shown.left(), shown.right())
        for bar in bars:
            if bar.body.left() <= shown.right() and bar.reach >= shown.left():
                paint_bar_text(painter, self.letters, bar, sides)

    def _bars(self, sheet: Sheet, area: QRect) -> list[Placed]:
        """The bars of the lines in ``area``, laid out when first seen on a sheet."""
        if self._sheet is not sheet:
            self._sheet, self._placed = sheet, {}
        found: list[Placed] = []
        for line in sheet.lines_in(area):
            if line not in self._placed:
                self._placed[line] = tuple(
                    place(self.letters, sheet, piece)
                    for piece in sheet.picture.pieces[line]
                    if piece.kind != Kind.CLOSED
                )
            found.extend(self._placed[line])
        return found

    def _closures(self, sheet: Sheet, area: QRect) -> list[Piece]:
        return [
            piece
            for line in sheet.lines_in(area)
            for piece in sheet.picture.pieces[line]
            if piece.kind == Kind.CLOSED
        ]

    def _paint_plates(self, painter: QPainter, sheet: Sheet, area: QRect, shown: QRect) -> None:
        """One plate for all beds of a room that the same closure takes."""
        seen: set[tuple[object, int]] = set()
        for piece in self._closures(sheet, area):
            line = sheet.picture.lines[piece.line]
            if (piece.key, line.room.room_id) in seen:
                continue
            seen.add((piece.key, line.room.room_id))
            room = self._room_of(sheet, piece)
            room.setRight(min(room.right(), max(sheet.axis.x_of(piece.doubtful), px(60))))
            room = room.intersected(QRect(shown.left(), 0, shown.width(), sheet.size.height()))
            paint_closure_label(painter, self.letters, piece.name, room)

    @staticmethod
    def _room_of(sheet: Sheet, piece: Piece) -> QRect:
        line = sheet.picture.lines[piece.line]
        rect = sheet.rect(piece)
        first = piece.line - line.place
        for own in sheet.picture.pieces[first : first + line.size]:
            for each in own:
                if each.key == piece.key:
                    rect = rect.united(sheet.rect(each))
        return rect

    def paint_chosen(self, painter: QPainter, sheet: Sheet, piece: Piece, focus: bool) -> None:
        """The ring around what the keyboard stands on: two lines with the focus, one without."""
        thick = 2 if focus else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("accent" if focus else "text2"), thick))
        rect = sheet.rect(piece).adjusted(1, 1, -1, -1)
        painter.drawRect(rect)

    def paint_draft(self, painter: QPainter, sheet: Sheet, draft: Draft) -> None:
        """The bar in hand where it would come to lie."""
        left, right = sheet.axis.x_of(draft.start), sheet.axis.x_of(max(draft.end, draft.start))
        rect = QRect(left, draft.line * sheet.row, max(right - left, px(4)), sheet.row - 1)
        painter.setPen(QPen(token("accent"), 2))
        painter.setBrush(token("soft"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(3), px(3))
        if draft.piece.is_bar:
            fitted = self.letters.fit(label_of(draft.piece), "", rect.width() - px(10))
            painter.setPen(token("text"))
            self.letters.draw(painter, rect.topLeft() + QPoint(px(6), px(3)), "code", fitted.bold)
