"""Practice hours as a bar and in words: what is confirmed, waits, is planned, and is short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from openblock.features.rooms.ui.hatching import hatch
from openblock.features.shadowing.queries.rows import Hours, TraineeLine
from openblock.i18n import _, format_day, format_hours, n_
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.theme import px, token, watch

CONFIRMED, DONE, PLANNED, SHORT, MISSED = "confirmed", "done", "planned", "short", "missed"


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the bar: which, how many minutes, and what it is called."""

    kind: str
    minutes: int
    words: str


def parts_of(hours: Hours) -> tuple[Part, ...]:
    """What there is of the hours, in the order of the bar; what was missed stands outside it."""
    counted = (
        (CONFIRMED, hours.confirmed, _("{hours} h confirmed")),
        (DONE, hours.done, _("{hours} h to confirm")),
        (PLANNED, hours.planned, _("{hours} h planned")),
        (SHORT, hours.short, _("{hours} h short")),
        (MISSED, hours.missed, _("{hours} h missed")),
    )
    return tuple(
        Part(kind, minutes, words.format(hours=format_hours(minutes)))
        for kind, minutes, words in counted
        if minutes or kind == CONFIRMED
    )


def hours_words(hours: Hours) -> str:
    """The whole bar in one sentence, for hover and for who listens to the screen."""
    said = ", ".join(part.words for part in parts_of(hours))
    return _("{said}; {required} h required").format(
        said=said, required=format_hours(hours.required)
    )


def paint_hours(painter: QPainter, rect: QRect, hours: Hours) -> None:
    """Draw the bar into ``rect``; where more than required is planned, a stroke shows how far."""
    done = hours.confirmed + hours.done + hours.planned
    whole = max(hours.required, done, 1)
    frame = rect.adjusted(0, 0, -1, -1)
    painter.fillRect(frame, token("surface"))
    left = frame.left()
    for brush, minutes in _stretches(hours):
        wide = round(frame.width() * minutes / whole)
        painter.fillRect(QRect(left, frame.top(), wide, frame.height()), brush)
        left += wide
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(token("strong"))
    painter.drawRect(frame)
    if done > hours.required > 0:
        place = frame.left() + round(frame.width() * hours.required / whole)
        painter.fillRect(place, rect.top(), 2, rect.height(), token("text"))


def _stretches(hours: Hours) -> Iterator[tuple[QBrush, int]]:
    """The drawn parts; without colour they are told by solid, crossed and slanted lines."""
    yield QBrush(token("accent")), hours.confirmed
    crossed = QBrush(token("todayline"), Qt.BrushStyle.DiagCrossPattern)
    yield crossed, hours.done
    yield hatch("accent", "soft"), hours.planned


class HoursBar(QWidget):
    """The bar alone, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = Hours(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        watch(self.updateGeometry)

    def show_hours(self, hours: Hours) -> None:
        """Draw these."""
        self.hours = hours
        said = hours_words(hours)
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_hours(painter, self.rect(), self.hours)
        painter.end()


class _Swatch(QWidget):
    """A little of the bar beside the words for it."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(px(14), px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Required is a minute, so that the part fills the swatch; what is short leaves it empty.
        sample = {CONFIRMED: (1, 0, 0), PLANNED: (0, 1, 0), DONE: (0, 0, 1)}
        paint_hours(painter, self.rect(), Hours(1, *sample.get(self._kind, (0, 0, 0))))
        if self._kind == MISSED:
            painter.setPen(token("text3"))
            painter.drawLine(self.rect().topLeft(), self.rect().bottomRight())
            painter.drawLine(self.rect().topRight(), self.rect().bottomLeft())
        painter.end()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is short, by when, and whether it can still be had: a label's kind, and the words."""

    kind: str
    words: str


def verdict_of(line: TraineeLine, last_day: date, today: date) -> Verdict:
    """Judges the hours of a trainee whose practice ends on ``last_day``, that day included."""
    hours = line.hours
    if hours.confirmed >= hours.required:
        return Verdict("ok", _("All required hours are confirmed."))
    if not hours.short:
        return Verdict("ok", _("Enough is planned: confirmed, it makes up the required hours."))
    short, day = format_hours(hours.short), format_day(last_day)
    if last_day < today:
        said = _("{hours} h are short, and the practice ended on {day}.")
        return Verdict("problem", said.format(hours=short, day=day))
    said = _short_until(short, last_day, today)
    if line.within_reach:
        room = _("The roster still has room for them.")
        return Verdict("warning", f"{said} {room}")
    reach = _("The roster as it stands has no room for them.")
    return Verdict("problem", f"{said} {reach}")


def _short_until(short: str, last_day: date, today: date) -> str:
    # Days are counted as where they are warned of (TR-14): from tomorrow on.
    days = (last_day - today).days
    if not days:
        return _("{hours} h are short, and today is the last day.").format(hours=short)
    left = n_("{number} day left", "{number} days left", days)
    return _("{hours} h are short until {day} ({left}).").format(
        hours=short, day=format_day(last_day), left=left
    )


class HoursPanel(QWidget):
    """Title, bar, what each part is, and the verdict beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = labelled("", "strong")
        self.bar = HoursBar()
        self.verdict = labelled("", "ok")
        self.verdict.setWordWrap(True)
        self._parts: tuple[Part, ...] = ()
        self._legend = QWidget()
        self._flow = FlowLayout(self._legend, gap=8)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self.title, self.bar, self._legend, self.verdict):
            column.addWidget(widget)

    def show_line(self, line: TraineeLine, last_day: date, today: date) -> None:
        """Show a trainee's hours as they stand on ``today``."""
        hours = line.hours
        self.title.setText(
            _("Practice hours: {confirmed} of {required}").format(
                confirmed=format_hours(hours.confirmed), required=format_hours(hours.required)
            )
        )
        self.bar.show_hours(hours)
        self._explain(hours)
        verdict = verdict_of(line, last_day, today)
        self.verdict.setText(verdict.words)
        self.verdict.setProperty("kind", verdict.kind)
        # Another kind takes effect only when the label is polished anew.
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)

    def said(self) -> list[str]:
        """What the parts under the bar say, in order."""
        return [part.words for part in self._parts]

    def _explain(self, hours: Hours) -> None:
        self._parts = parts_of(hours)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in self._parts:
            self._flow.addWidget(_entry(part))
        self._legend.updateGeometry()


def _entry(part: Part) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(4))
    line.addWidget(_Swatch(part.kind))
    line.addWidget(labelled(part.words, "secondary"))
    return made
