"""How much of a sentence is served: worked out, drawn as a bar, and said beneath it in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from openblock.i18n import _, n_
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.theme import px, token, watch


@dataclass(frozen=True, slots=True)
class Served:
    """A sentence as it stands on a day: the share served, and what is served and left in words."""

    share: float
    done: str
    left: str


def served_on(start: date | None, end: date | None, today: date) -> Served | None:
    """The sentence ``[start, end]`` on ``today``; nothing where one of its ends is not known."""
    if start is None or end is None or end < start:
        return None
    whole = (end - start).days + 1
    gone = min(max((today - start).days, 0), whole)
    if today < start:
        return Served(0.0, _("has not begun"), span_words(start, end))
    if today > end:
        return Served(1.0, span_words(start, end), _("served"))
    left = _("{span} left").format(span=span_words(today, end))
    return Served(gone / whole, span_words(start, today), left)


def span_words(start: date, end: date) -> str:
    """The time between two days as people say it: 4 years 9 months, 6 months 26 days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if end.day < start.day:
        months -= 1
    days = (end - _months_after(start, months)).days
    years, months = divmod(months, 12)
    parts = [
        n_("{number} year", "{number} years", years) if years else "",
        n_("{number} month", "{number} months", months) if months else "",
        n_("{number} day", "{number} days", days) if not years and (days or not months) else "",
    ]
    return " ".join(part for part in parts if part)


def _months_after(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


class ServedBar(QWidget):
    """The bar with its two words; hidden where nothing can be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = labelled(_("Time served"), "strong")
        self.bar = _Bar()
        self.done = labelled("", "secondary")
        self.left = labelled("", "secondary")
        words = FlowLayout(gap=6)
        self.done.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.addWidget(self.done)
        words.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.title)
        column.addWidget(self.bar)
        column.addLayout(words)

    def show_sentence(self, start: date | None, end: date | None, today: date) -> None:
        """Draw the sentence as it stands on ``today``."""
        served = served_on(start, end, today)
        self.setVisible(served is not None)
        if served is None:
            return
        self.bar.share = served.share
        self.bar.update()
        for label, words in ((self.done, served.done), (self.left, served.left)):
            label.setText(words)
        percent = round(served.share * 100)
        said = _("{percent} % served").format(percent=percent)
        self.bar.setAccessibleName(f"{self.title.text()}: {said}")
        self.bar.setToolTip(said)


class _Bar(QLabel):
    """Filled as far as time has gone, with a stroke at today."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        watch(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRect(0, px(3), self.width() - 1, self.height() - px(6))
        filled = QRect(frame)
        filled.setWidth(round(frame.width() * self.share))
        painter.fillRect(frame, token("surface"))
        painter.fillRect(filled, token("accent"))
        painter.setPen(token("strong"))
        painter.drawRect(frame)
        place = min(filled.right() + 1, frame.right() - 1)
        painter.fillRect(place, 0, 2, self.height(), token("text"))
        painter.end()
