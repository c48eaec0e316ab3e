"""Draws the pieces of the board: solid, grey, dashed, dotted or hatched, each with its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from openblock.features.rooms.ui.board.lettering import Lettering
from openblock.features.rooms.ui.board.pieces import Kind, Piece
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.features.rooms.ui.hatching import hatch
from openblock.ui.theme import px, scale, theme_name, token

SIGNS = {"error": "\N{BLACK UP-POINTING TRIANGLE}", "warning": "\N{BLACK CIRCLE}"}
ARROW = "\N{RIGHTWARDS ARROW}"
_GOES_ON = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a kind of piece is drawn: theme colours, and the stroke of its frame."""

    fill: str
    text: str
    frame: str = ""
    stroke: str = ""


_DRESSES = {
    Kind.PRESENT: Dress("chip.24", "onchip.24"),
    Kind.PAST: Dress("grid", "text2"),
    Kind.PLANNED: Dress("surface", "accent", "accent", "dashed"),
    Kind.HELD: Dress("viosoft", "vio", "vio", "dotted"),
}
_TROUBLED = {
    "error": Dress("badsoft", "bad", "bad", "solid"),
    "warning": Dress("warnsoft", "warn", "warn", "solid"),
}


def dress_of(piece: Piece) -> Dress:
    """The dress of a piece; a problem rings it, and a planned one stays dashed all the same."""
    plain = _DRESSES[piece.kind]
    if not piece.problem or piece.kind == Kind.PAST:
        return plain
    troubled = _TROUBLED[piece.problem]
    stroke = plain.stroke or troubled.stroke
    return Dress(troubled.fill, troubled.text, troubled.frame, stroke)


def label_of(piece: Piece) -> str:
    """The name with the signs that hold without colour: an arrow for planned, a triangle."""
    signs = [SIGNS[piece.problem]] if piece.problem else []
    signs += [ARROW] if piece.kind == Kind.PLANNED else []
    return " ".join([*signs, piece.name])


def body_of(sheet: Sheet, piece: Piece) -> QRect:
    """The bar itself, within its line."""
    return sheet.rect(piece).adjusted(0, px(2), -1, -px(2) - 1)


def paint_closure(painter: QPainter, sheet: Sheet, piece: Piece) -> None:
    """The hatch of a closure; where it may end by then, only the lines and no ground."""
    rect = sheet.rect(piece).adjusted(0, 0, 0, -1)
    sure = QRect(rect)
    sure.setRight(min(rect.right(), sheet.axis.x_of(piece.doubtful)))
    painter.fillRect(rect, hatch("line", "surface"))
    painter.fillRect(sure, hatch("strong", "alt"))
    painter.setPen(QPen(token("strong"), 1))
    if sure.right() < rect.right():
        painter.drawLine(sure.right(), rect.top(), sure.right(), rect.bottom())
    if piece.end <= sheet.picture.end:
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())


def paint_closure_label(
    painter: QPainter, letters: Lettering, text: str, room: QRect
) -> QRect | None:
    """What is closed and until when, on a plate in the middle of the hatch of a whole room."""
    bold = letters.metrics("code")
    plate = QRect(0, 0, min(letters.width(text) + px(20), room.width() - 4), bold.height() + px(4))
    if plate.width() < px(24):
        return None
    plate.moveCenter(room.center())
    painter.setPen(QPen(token("strong"), 1))
    painter.setBrush(token("surface"))
    painter.drawRoundedRect(plate, px(3), px(3))
    fitted = letters.fit(text, "", plate.width() - px(8))
    painter.setPen(token("text"))
    left = plate.left() + (plate.width() - fitted.whole) // 2
    at = QPoint(left, plate.top() + (plate.height() - bold.height()) // 2)
    letters.draw(painter, at, "code", fitted.bold)
    return plate


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar with all that painting it takes, found once for a sheet and not in every frame."""

    piece: Piece
    body: QRect
    dress: Dress
    label: str
    wanted: int
    beside: int
    goes_on: bool

    @property
    def reach(self) -> int:
        """How far its text may reach to the right."""
        return self.body.right() + max(self.beside, 0)


def place(letters: Lettering, sheet: Sheet, piece: Piece) -> Placed:
    """A bar laid out on a sheet."""
    label, body = label_of(piece), body_of(sheet, piece)
    beside, goes_on = _room_beside(sheet, piece), piece.end > sheet.picture.end
    return Placed(piece, body, dress_of(piece), label, letters.width(label), beside, goes_on)


def paint_bar(painter: QPainter, placed: Placed) -> None:
    """The body of a bar: fill and frame, without the text."""
    dress, body = placed.dress, placed.body
    painter.setBrush(token(dress.fill))
    if dress.stroke == "solid":
        painter.setPen(QPen(token(dress.frame), 2))
        painter.drawRoundedRect(body.adjusted(1, 1, 0, 0), px(3), px(3))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if dress.stroke:
        painter.fillRect(body, token(dress.fill))
        _paint_stroke(painter, body, dress)
    else:
        painter.drawRoundedRect(body, px(3), px(3))


def _paint_stroke(painter: QPainter, body: QRect, dress: Dress) -> None:
    """Dashes from a tile: a pen that dashes a long frame costs a hundred times as much."""
    across = QBrush(_dashes(dress.frame, dress.stroke, True, theme_name(), scale()))
    along = QBrush(_dashes(dress.frame, dress.stroke, False, theme_name(), scale()))
    thick = _thick()
    painter.setBrushOrigin(body.topLeft())
    painter.fillRect(QRect(body.left(), body.top(), body.width(), thick), across)
    painter.fillRect(QRect(body.left(), body.bottom() - thick + 1, body.width(), thick), across)
    painter.fillRect(QRect(body.left(), body.top(), thick, body.height()), along)
    painter.fillRect(QRect(body.right() - thick + 1, body.top(), thick, body.height()), along)
    painter.setBrushOrigin(0, 0)


def _thick() -> int:
    return max(1, round(px(10) * 0.15))


@cache
def _dashes(colour: str, stroke: str, across: bool, _theme: str, _scale: int) -> QPixmap:
    drawn, step = (px(5), px(8)) if stroke == "dashed" else (px(2), px(4))
    tile = QPixmap(step if across else 1, 1 if across else step)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    size = (drawn, 1) if across else (1, drawn)
    painter.fillRect(0, 0, *size, token(colour))
    painter.end()
    return tile


def paint_bar_text(
    painter: QPainter, letters: Lettering, placed: Placed, shown: tuple[int, int]
) -> None:
    """Name and remark in the bar, from where the bar comes into sight; beside it if too narrow.

    ``shown`` is from where to where the view reaches.
    """
    body, dress, piece = placed.body, placed.dress, placed.piece
    if body.right() < shown[0]:
        return
    pad = px(6)
    left = max(body.left(), shown[0]) + pad
    room = min(body.right(), shown[1]) - left - px(4)
    goes_on = placed.goes_on
    room -= px(12) if goes_on else 0
    if placed.wanted > room and placed.beside - 2 * pad > placed.wanted:
        left, room = body.right() + pad + px(4), placed.beside - pad - px(4)
        dress = _beside(dress)
    fitted = letters.fit(placed.label, piece.remark, room)
    top = body.top() + (body.height() - letters.metrics("code").height()) // 2
    painter.setPen(token(dress.text))
    letters.draw(painter, QPoint(left, top), "code", fitted.bold)
    letters.draw(painter, QPoint(left + fitted.bold_width, top), "small", fitted.plain)
    if goes_on and body.width() > px(20):
        at = QPoint(min(body.right(), shown[1]) - px(10), top)
        letters.draw(painter, at, "code", _GOES_ON)


def _beside(dress: Dress) -> Dress:
    # A text that stands on the ground and not on its bar must be read there.
    return Dress(dress.fill, "text2" if dress.text == "onchip.24" else dress.text)


def _room_beside(sheet: Sheet, piece: Piece) -> int:
    """The free width after a bar until the next one on its line, or the end."""
    right = body_of(sheet, piece).right()
    later = [
        sheet.axis.x_of(each.start)
        for each in sheet.picture.pieces[piece.line]
        if each.key != piece.key and each.end > piece.end
    ]
    return min(later, default=sheet.axis.whole) - right
