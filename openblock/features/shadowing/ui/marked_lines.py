"""Lines with a mark before them: what a trainee has seen, will see and lacks, what was ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from openblock.clock import day_of
from openblock.features.shadowing.queries.rows import ItemRow, TraineeCard
from openblock.features.shadowing.words import item_name, situation_name
from openblock.i18n import _, format_day
from openblock.ui.forms import labelled
from openblock.ui.theme import px

HAD, COMING, LACKING = "\N{CHECK MARK}", "P", "\N{EN DASH}"
_KINDS = {HAD: "ok", COMING: "", LACKING: "warning"}


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A mark, what it is about, and when or why in a few words."""

    mark: str
    words: str
    detail: str

    @property
    def spoken(self) -> str:
        """The line for who cannot see the mark."""
        return f"{self.words}: {self.detail}"


def situation_lines(card: TraineeCard) -> tuple[MarkedLine, ...]:
    """Every situation of the course: seen and when first, planned, or lacking."""
    learning, first = card.line.learning, _first_seen(card)
    lines = []
    for row in card.course.situations:
        number = row.situation_id
        if number in learning.seen:
            day = first.get(number)
            mark, detail = HAD, format_day(day) if day else _("seen")
        elif number in learning.planned:
            mark, detail = COMING, _("planned")
        else:
            mark, detail = LACKING, _("not seen yet")
        lines.append(MarkedLine(mark, situation_name(row.content), detail))
    return tuple(lines)


def _first_seen(card: TraineeCard) -> dict[int, date]:
    found: dict[int, date] = {}
    for row in card.shadowings:
        settled = row.settled
        if settled is None or settled.span is None:
            continue
        day = day_of(settled.span.start)
        for number in settled.situations:
            found[number] = min(day, found.get(number, day))
    return found


def clearance_lines(clearance: Sequence[tuple[ItemRow, date | None]]) -> tuple[MarkedLine, ...]:
    """Every clearance item and the day it was had (TR-02)."""
    return tuple(
        MarkedLine(
            HAD if day else LACKING,
            item_name(item.code, item.name),
            format_day(day) if day else _("missing"),
        )
        for item, day in clearance
    )


_TOP = Qt.AlignmentFlag.AlignTop
_PLACES = (_TOP, _TOP, _TOP | Qt.AlignmentFlag.AlignRight)


class MarkedLines(QWidget):
    """A title and the lines; what has many lines grows, and its page scrolls."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = labelled(title, "strong")
        self.lines: tuple[MarkedLine, ...] = ()
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.title)
        column.addWidget(self._holder)

    def show_lines(self, lines: Sequence[MarkedLine], title: str = "") -> None:
        """Show these instead; nothing is made anew when they are the same."""
        if title:
            self.title.setText(title)
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(self.lines):
            for column, label in enumerate(_labels(line)):
                self._grid.addWidget(label, place, column, _PLACES[column])


def _labels(line: MarkedLine) -> Iterator[QLabel]:
    kind = _KINDS[line.mark]
    mark = labelled(line.mark, kind)
    mark.setAccessibleName(line.spoken)
    words = labelled(line.words)
    # A name of the block's own is shown as typed: <b> in it is no markup.
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setMinimumWidth(1)
    yield mark
    yield words
    yield labelled(line.detail, kind or "secondary")
