"""The line under the calendar that says what its signs, shades and lines mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from openblock.features.grounds.rules.content import AreaContent, AreaState, State
from openblock.features.grounds.ui.calendar.daylight import rests
from openblock.features.grounds.ui.calendar.ground import counts_of
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.features.grounds.ui.calendar.shading import paint_rest, paint_shade
from openblock.features.grounds.ui.calendar.wording import LOST, SIGNS, WARNED
from openblock.features.grounds.words import (
    area_letter,
    area_state_words,
    light_kind,
    state_words,
)
from openblock.features.rooms.ui.hatching import hatch
from openblock.i18n import _, n_
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.theme import font, px, token, watch

DARK, REST, COUNT, SHUT = "dark", "rest", "count", "shut"


def short_facts(area: AreaContent) -> tuple[str, ...]:
    """What matters most of an area where there is little room, shorter and shorter."""
    parts = [n_("{number} place", "{number} places", area.capacity)]
    if area.ratio:
        # In words: 1:12 would be read as a time.
        parts.append(_("1 to {number}").format(number=area.ratio))
    without = " · ".join(parts)
    return f"{without} · {light_kind(area)}", without


class CalendarLegend(QFrame):
    """Signs of the bookings, then the shades of the ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chrome")
        row = FlowLayout(self, gap=10)
        row.setContentsMargins(px(8), px(3), px(8), px(4))
        for sign, words, tone in self._signs():
            row.addWidget(_pair(Sign(sign, tone), words))
        closed = f"{area_letter(AreaState.CLOSED)} {area_state_words(AreaState.CLOSED)}"
        row.addWidget(_pair(Swatch(SHUT), closed))
        self.dark = _pair(Swatch(DARK), _("twilight, dark"))
        self.rest = _pair(Swatch(REST), _("night rest"))
        self.count = _pair(Swatch(COUNT), _("headcount"))
        for each in (self.dark, self.rest, self.count):
            row.addWidget(each)

    def show_picture(self, picture: CalendarPicture) -> None:
        """Only what the columns on show can have is explained."""
        shown = range(picture.first + 1, picture.last)
        self.dark.setVisible(any(column.needs_light for column in picture.columns))
        self.rest.setVisible(
            any(
                start < picture.last and picture.first < end
                for column in picture.columns
                if not column.needs_light
                for start, end in rests(column.frame)
            )
        )
        self.count.setVisible(
            any(minute in shown for column in picture.columns for minute in counts_of(column))
        )

    @staticmethod
    def _signs() -> tuple[tuple[str, str, str], ...]:
        told = (State.REQUESTED, State.IN_USE, State.FINISHED, State.NO_SHOW)
        return (
            *((SIGNS[state], state_words(state), "text2") for state in told),
            (LOST, _("no supervisor"), "bad"),
            (WARNED, _("warning"), "warn"),
        )


def _pair(sign: QWidget, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(4))
    row.addWidget(sign)
    row.addWidget(labelled(words, "secondary"))
    return whole


class Sign(QWidget):
    """One sign of the bookings in its colour."""

    def __init__(self, sign: str, tone: str) -> None:
        super().__init__()
        self._sign, self._tone = sign, tone
        watch(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(13), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("code"))
        painter.setPen(token(self._tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.end()


class Swatch(QWidget):
    """A small piece of the ground."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        watch(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(11))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        body = self.rect().adjusted(0, 0, -1, -1)
        body.setHeight(min(body.height(), px(11)))
        body.moveCenter(self.rect().center())
        painter.fillRect(body, token("surface"))
        if self._kind == SHUT:
            painter.fillRect(body, hatch("strong", "surface"))
        elif self._kind == REST:
            paint_rest(painter, body)
        elif self._kind == DARK:
            half = body.width() // 2
            paint_shade(painter, body.adjusted(0, 0, -half, 0), "dusk")
            paint_shade(painter, body.adjusted(body.width() - half, 0, 0, 0), "night")
        else:
            painter.setPen(QPen(token("vio"), px(1), Qt.PenStyle.DashDotLine))
            middle = body.center().y()
            painter.drawLine(body.left(), middle, body.right(), middle)
        painter.setPen(QPen(token("strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(body)
        painter.end()
