"""The side of the practice grid: what is not yet experienced, the cell's facts, what to re-plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.ui.facts import Line
from openblock.features.shadowing.ui.replan_list import ReplanPanel
from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.theme import px, token, watch

_TONES = {"": "text", "strong": "text", "secondary": "text2", "bad": "bad", "warn": "warn"}
_TONES["ok"] = "ok"
_BOLD = ("strong", "bad")


class Said(QFrame):
    """A heading and lines under it, each in its tone; read aloud as plain text."""

    said_more = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._lines: tuple[Line, ...] = ()
        self.heading = labelled(title, "strong")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(4))
        column.addWidget(self.heading)
        column.addWidget(self.text)
        watch(self._write)

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says, line by line."""
        return tuple(words for words, _tone in self._lines)

    def say(self, heading: str, lines: Iterable[Line]) -> None:
        """Say these."""
        self.heading.setText(heading)
        self._lines = tuple(lines)
        self._write()

    def _write(self) -> None:
        self.text.setText("".join(_paragraph(*line) for line in self._lines))
        self.text.setAccessibleName("\n".join(self.lines))
        # Who measures this at once is not to be told what was said before.
        self.updateGeometry()
        self.said_more.emit()


def _paragraph(words: str, tone: str) -> str:
    colour = token(_TONES.get(tone, "text")).name()
    weight = "600" if tone in _BOLD else "400"
    style = f"margin:0 0 {px(3)}px 0; color:{colour}; font-weight:{weight}"
    return f'<p style="{style}">{escape(words)}</p>'


class SidePanel(QFrame):
    """A guest (the popover, the list of hours) takes the place of all but the first part."""

    replan_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.learning = Said()
        self.cell = Said()
        self.replan = ReplanPanel()
        self.replan.chosen.connect(self.replan_chosen)
        self.guest: QWidget | None = None
        self._upper = _scrolling(self.learning)
        self._lower = _scrolling(self.cell)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for each in (self._upper, self._lower):
            self._column.addWidget(each)
        self._column.addWidget(self.replan, 1)
        self._column.addStretch(0)
        self._share()

    def show_learning(self, name: str, lines: Iterable[Line]) -> None:
        """What the trainee has not yet experienced."""
        self.learning.say(_("Not yet experienced: {name}").format(name=name), lines)

    def show_cell(self, heading: str, lines: Iterable[Line]) -> None:
        """What is known of the selected cell."""
        self.cell.say(heading, lines)

    def clear(self) -> None:
        """Nothing is selected."""
        self.learning.say("", ())
        self.cell.say("", ())

    def show_replan(self, rows: Sequence[ShadowingRow]) -> None:
        """The shifts that need planning anew; without any there is no list."""
        self.replan.show_rows(rows)
        self._share()

    def adopt(self, guest: QWidget) -> None:
        """Make room for ``guest``, which is hidden until it comes."""
        guest.hide()
        self._column.addWidget(guest, 6)

    def host(self, guest: QWidget) -> None:
        """Let ``guest`` stand here until :meth:`dismiss`."""
        if self.guest is not None and self.guest is not guest:
            self.guest.hide()
        self.guest = guest
        guest.show()
        self._share()

    def dismiss(self) -> None:
        """The guest is gone."""
        if self.guest is not None:
            self.guest.hide()
        self.guest = None
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        alone = self.guest is None
        self._lower.setVisible(alone)
        self.replan.setVisible(alone and bool(self.replan.model.rows))
        roomy = self.height() >= self._wanted_with_guest()
        self._upper.setVisible(alone or roomy)

    def _wanted_with_guest(self) -> int:
        if self.guest is None:
            return 0
        guest = max(self.guest.sizeHint().height(), self.guest.minimumHeight())
        return guest + self.learning.minimumSizeHint().height()


class _Area(QScrollArea):
    """As high as what it says, and lower only where there is no room: then it scrolls."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        return QSize(inside.sizeHint().width(), inside.heightForWidth(self.viewport().width()))


def _scrolling(inside: Said) -> QScrollArea:
    area = _Area()
    area.setProperty("kind", "panel")
    area.setWidgetResizable(True)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(_("About the selected cell"))
    holder = QFrame()
    holder.setProperty("kind", "panel")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    column.addStretch(1)
    area.setWidget(holder)
    inside.said_more.connect(area.updateGeometry)
    return area
