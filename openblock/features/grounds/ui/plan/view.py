"""The plan of the grounds on screen: areas are chosen by click or arrows, booked by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from openblock.features.grounds.rules.content import PLAN_HEIGHT, PLAN_WIDTH
from openblock.features.grounds.ui.plan.editing import Corner, PlanEditing
from openblock.features.grounds.ui.plan.paint import corners, grip_side, paint_area, paint_grips
from openblock.features.grounds.ui.plan.picture import AreaPicture
from openblock.i18n import _
from openblock.ui.drawn_plan import STEPS, beside
from openblock.ui.plain_label import on_hover
from openblock.ui.theme import px, token, watch

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_WIDE, _EDGE, _LEAST = 262, 9, 150
# Arrows held down are one change of the plan, not thirty.
_PAUSE_MS = 500


class PlanView(QWidget):
    """Shows every area where it lies; says what was chosen, booked and moved, and does nothing."""

    area_chosen = Signal(int)
    #: Enter or a double click.
    book_wanted = Signal(int)
    #: An area was moved or resized: the AreaPicture as it was, the AreaContent with its new place.
    put = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: tuple[AreaPicture, ...] = ()
        self.editing: PlanEditing | None = None
        self.area_id: int | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._give)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Plan of the grounds"))
        watch(self.updateGeometry)

    # What is shown

    def show_pictures(self, pictures: Sequence[AreaPicture]) -> None:
        """Show these; an area in hand stays in hand."""
        self.pictures = tuple(pictures)
        self._describe()
        self.update()

    def choose(self, area_id: int | None) -> None:
        """Ring an area; says nothing."""
        if area_id != self.area_id:
            self._give()
        self.area_id = area_id
        self._describe()
        self.update()

    def edit(self, *, on: bool) -> None:
        """Let areas be moved from now on, or no more."""
        if not on:
            self._give()
        self.editing = PlanEditing() if on else None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def current(self) -> AreaPicture | None:
        """The chosen area."""
        return next((each for each in self.pictures if each.area_id == self.area_id), None)

    def rect_of(self, area: AreaPicture) -> QRectF:
        """Where an area is drawn."""
        content = self.editing.content_of(area) if self.editing else area.content
        factor, origin = self._factor(), self._origin()
        return QRectF(
            origin.x() + content.x * factor,
            origin.y() + content.y * factor,
            content.width * factor,
            content.height * factor,
        )

    def area_at(self, point: QPointF) -> AreaPicture | None:
        """The uppermost area under the mouse; buildings only while the plan is edited."""
        for each in reversed(self._in_order()):
            can = each.bookable or self.editing is not None
            if can and self.rect_of(each).contains(point):
                return each
        return None

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), self.heightForWidth(px(_WIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_LEAST))

    def heightForWidth(self, width: int) -> int:
        edge = px(_EDGE)
        return round((width - 2 * edge) * PLAN_HEIGHT / PLAN_WIDTH) + 2 * edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor, origin = self._factor(), self._origin()
        around = QRectF(origin.x(), origin.y(), PLAN_WIDTH * factor, PLAN_HEIGHT * factor)
        gap = px(_EDGE) / 2
        painter.setPen(QPen(token("strong"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(token("surface"))
        painter.drawRoundedRect(around.adjusted(-gap, -gap, gap, gap), px(4), px(4))
        for each in self._in_order():
            chosen = each.area_id == self.area_id
            paint_area(painter, self.rect_of(each), each, chosen=chosen)
        chosen_area = self.current()
        if self.editing is not None and chosen_area is not None:
            paint_grips(painter, self.rect_of(chosen_area))
        if self.hasFocus():
            painter.setPen(QPen(token("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self.editing is None:
            self._walk(key)
        elif self.editing is not None and key in _TURNS:
            self._turn(_TURNS[key])
        elif self.editing is not None and key in STEPS:
            self._push(key, resize=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENTER and self.editing is None and self.area_id is not None:
            self.book_wanted.emit(self.area_id)
        else:
            event.ignore()

    def _walk(self, key: Qt.Key) -> None:
        places = {each.area_id: self.rect_of(each).center() for each in self._bookable()}
        if not places:
            return
        here = places.pop(self.area_id, None) if self.area_id is not None else None
        wanted = beside(here, places, key) if here is not None else next(iter(places))
        if wanted is not None:
            self._chosen(wanted)

    def _turn(self, by: int) -> None:
        order = [each.area_id for each in self.pictures]
        if order:
            here = order.index(self.area_id) if self.area_id in order else -by
            self._chosen(order[(here + by) % len(order)])

    def _push(self, key: Qt.Key, *, resize: bool) -> None:
        area = self.current()
        if self.editing is None or area is None:
            return
        self.editing.step(area, key, resize=resize)
        self._pause.start()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._give()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        corner = self._corner_at(point)
        area = self.current() if corner else self.area_at(point)
        if area is None:
            return
        if area.area_id != self.area_id:
            self._chosen(area.area_id)
        if self.editing is not None:
            self._give()
            self.editing.take(area, self._units(point), corner)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.editing is None:
            return
        if self.editing.dragging:
            self.editing.drag(self._units(event.position()))
            self.update()
        else:
            self.setCursor(self._shape_at(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self.editing is not None and self.editing.dragging:
            self.editing.release()
            self._give()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        area = self.area_at(event.position())
        if area is not None and self.editing is None:
            self.book_wanted.emit(area.area_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            area = next(
                (
                    each
                    for each in reversed(self._in_order())
                    if self.rect_of(each).contains(QPointF(event.pos()))
                ),
                None,
            )
            QToolTip.showText(event.globalPos(), on_hover(area.spoken if area else ""), self)
            return True
        return super().event(event)

    # Inside

    def _chosen(self, area_id: int) -> None:
        self.choose(area_id)
        area = self.current()
        if area is not None and area.bookable:
            self.area_chosen.emit(area_id)

    def _give(self) -> None:
        """Tell what was moved, once."""
        self._pause.stop()
        given = self.editing.given() if self.editing is not None else None
        if given is not None:
            self.put.emit(*given)
            self.update()

    def _describe(self) -> None:
        area = self.current()
        self.setAccessibleDescription(area.spoken if area else "")

    def _bookable(self) -> list[AreaPicture]:
        return [each for each in self.pictures if each.bookable]

    def _in_order(self) -> list[AreaPicture]:
        """Buildings under the places in them, the chosen one over all."""
        return sorted(self.pictures, key=lambda each: (each.bookable, each.area_id == self.area_id))

    def _corner_at(self, point: QPointF) -> Corner:
        area = self.current()
        if self.editing is None or area is None:
            return None
        rect = self.rect_of(area)
        reach = grip_side(rect)
        for corner, place in corners(rect).items():
            if (point - place).manhattanLength() <= reach:
                return corner
        return None

    def _shape_at(self, point: QPointF) -> Qt.CursorShape:
        corner = self._corner_at(point)
        if corner is None:
            over = self.area_at(point) is not None
            return Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor
        down = corner[0] == corner[1]
        return Qt.CursorShape.SizeFDiagCursor if down else Qt.CursorShape.SizeBDiagCursor

    def _units(self, point: QPointF) -> QPointF:
        return (point - self._origin()) / self._factor()

    def _factor(self) -> float:
        edge = 2 * px(_EDGE)
        fitting = min((self.width() - edge) / PLAN_WIDTH, (self.height() - edge) / PLAN_HEIGHT)
        return max(fitting, 0.05)

    def _origin(self) -> QPointF:
        factor = self._factor()
        return QPointF(
            (self.width() - PLAN_WIDTH * factor) / 2, (self.height() - PLAN_HEIGHT * factor) / 2
        )
