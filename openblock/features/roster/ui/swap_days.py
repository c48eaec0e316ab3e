"""Two officers' days around a swap, as they are and as they would be: cell under cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from openblock.features.roster.queries import Roster
from openblock.features.roster.rules import KEEP_FREE
from openblock.i18n import _, format_short_day
from openblock.ui.elided_label import ElidedLabel
from openblock.ui.forms import labelled
from openblock.ui.plain_label import on_hover
from openblock.ui.theme import font, px

Cell = tuple[int, date]
Texts = Mapping[Cell, str]
_DAY = timedelta(days=1)
_LABELS = 150


@dataclass(frozen=True, slots=True)
class Traded:
    """Whose duty goes to whom: the cell of each, and what the officers are called."""

    mine: Cell
    theirs: Cell
    my_name: str
    their_name: str


def codes_in(shown: Roster) -> Texts:
    """What stands in each cell: the code of the duty, of the absence, or B."""
    found = {cell: each.code for cell, each in shown.absences.items()}
    found |= {cell: KEEP_FREE for cell in shown.kept_free if shown.kept_free[cell]}
    return found | {cell: each.code for cell, each in shown.duties.items()}


def after(texts: Texts, traded: Traded) -> Texts:
    """The same cells when both duties have changed hands."""
    (mine, my_day), (theirs, their_day) = traded.mine, traded.theirs
    changed = dict(texts)
    given, taken = texts.get(traded.mine, ""), texts.get(traded.theirs, "")
    changed[traded.mine] = changed[traded.theirs] = ""
    changed[theirs, my_day] = given
    changed[mine, their_day] = taken
    return changed


def days_of(traded: Traded) -> tuple[date, ...]:
    """Both days with those beside them, each once, in order."""
    near = {day + by * _DAY for day in (traded.mine[1], traded.theirs[1]) for by in (-1, 0, 1)}
    return tuple(sorted(near))


class SwapDays(QFrame):
    """Heading, and for each officer a row of what is and a row of what would be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(_("Both officers' days, now and after the swap"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(12), px(8), px(12), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnMinimumWidth(0, px(_LABELS))
        self._grid.setColumnStretch(0, 1)
        # The list of offers above scrolls; these few lines are to be read whole.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lines: tuple[tuple[str, ...], ...] = ()

    def show_swap(self, texts: Texts, traded: Traded | None) -> None:
        """Show what would become of it; nothing where nothing is chosen."""
        self.setVisible(traded is not None)
        self.lines = tuple(_lines(texts, traded)) if traded is not None else ()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        # A label knows its font only once it is on show, and the rows above it are laid out before.
        high = QFontMetrics(font("strong")).height()
        for row, line in enumerate(self.lines):
            self._grid.setRowMinimumHeight(row, high)
            for column, text in enumerate(line):
                self._grid.addWidget(_label(text, row, column), row, column)
        self.setAccessibleDescription("\n".join(" ".join(line) for line in self.lines))


def _lines(texts: Texts, traded: Traded) -> Iterator[tuple[str, ...]]:
    days = days_of(traded)
    yield ("", *(format_short_day(day) for day in days))
    later = after(texts, traded)
    pairs = ((traded.mine[0], traded.my_name), (traded.theirs[0], traded.their_name))
    for number, name in pairs:
        yield (_("{name}, now").format(name=name), *(_shown(texts, number, each) for each in days))
        cells = [
            _marked(texts.get((number, day), ""), later.get((number, day), "")) for day in days
        ]
        yield (_("{name}, then").format(name=name), *cells)


def _shown(texts: Texts, number: int, day: date) -> str:
    return texts.get((number, day), "") or "\N{MIDDLE DOT}"


def _marked(before: str, now: str) -> str:
    """What changes carries the mark that paper gives it too."""
    shown = now or "\N{MIDDLE DOT}"
    return shown if before == now else f"{shown} \N{BLACK SQUARE}"


def _label(text: str, row: int, column: int) -> QLabel:
    if not column:
        name = ElidedLabel()
        name.setProperty("kind", "strong" if row % 2 == 0 and row else "secondary")
        name.say(text)
        name.setToolTip(on_hover(text))
        return name
    made = labelled(text, "secondary" if not row else ("strong" if row % 2 == 0 else ""))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
