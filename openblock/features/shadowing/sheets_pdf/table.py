"""Draws the grid of a wall sheet: head, a row for each trainee, and how many are there at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from openblock.features.shadowing.sheets.wall import WallDay, WallSheet, WallTrainee
from openblock.features.shadowing.sheets_pdf.axis import hours_cell, hours_marks
from openblock.features.shadowing.sheets_pdf.cells import Cells
from openblock.features.shadowing.sheets_pdf.columns import PAD, Columns
from openblock.features.shadowing.sheets_pdf.style import WallStyle
from openblock.i18n import _, format_hours, format_short_day, p_, weekday_name
from openblock.printing.fitting import LEADING, fit, shrink
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.marks import Cell, alarm, letter
from openblock.printing.page import CAP_HEIGHT, centred
from openblock.printing.style import FINE, GRID, GROUP, SECTION, SMALLEST

_HATCHES = {"weekend": Hatch.WEEKEND, "holiday": Hatch.HOLIDAY}
_WEEK = 7  # days at most whose heads have room for words


@dataclass(frozen=True, slots=True)
class Table:
    """The grid of one sheet; ``cells`` knows what stands in a day."""

    sheet: WallSheet
    style: WallStyle
    columns: Columns
    cells: Cells

    def least(self, trainee: WallTrainee) -> float:
        """The lowest row that holds everything of a trainee."""
        name = self.columns.name_height(trainee.name, trainee.about)
        days = max((self.cells.least(each) for each in trainee.cells), default=0.0)
        return max(self.style.row[0], name, days)

    @property
    def foot_height(self) -> float:
        """The row that says how many are there at once."""
        label = fit(self._at_once(), Face.BOLD, self.style.head + 0.5, self.columns.name_room)
        return max(self.style.total * 1.9, label.height + 4)

    def draw(
        self,
        leaf: Leaf,
        top: float,
        rows: Sequence[tuple[WallTrainee, float]],
        *,
        is_last: bool,
    ) -> float:
        """The grid of one page from ``top``; its lower edge."""
        columns = self.columns
        y = self._head(leaf, top)
        if not self.sheet.trainees:
            y = self._nobody(leaf, y)
        for trainee, height in rows:
            self._row(leaf, y, y + height, trainee)
            y += height
            leaf.across(columns.left, columns.right, y, FINE)
        if is_last and self.sheet.trainees:
            y = self._foot(leaf, y)
        for place, x in enumerate(columns.days):
            weight = GRID
            if place == len(self.sheet.days) or self.sheet.days[place].day.weekday() == 0:
                weight = GROUP
            leaf.down(x, top, y, weight)
        leaf.box(columns.left, top, columns.right, y, SECTION)
        return y

    @property
    def _is_wordy(self) -> bool:
        return len(self.sheet.days) <= _WEEK

    def _head(self, leaf: Leaf, top: float) -> float:
        columns, style = self.columns, self.style
        bottom = top + style.head_height
        line = bottom - 0.4 * style.head - 1
        leaf.text(columns.left + PAD, line, _("Trainee"), Face.BOLD, style.head)
        for day, (left, right) in zip(self.sheet.days, pairwise(columns.days), strict=True):
            cell = Cell(left, top, right, bottom)
            if day.kind == "holiday":
                leaf.bar(cell.left, cell.top, cell.right, cell.bottom)
            (self._worded if self._is_wordy else self._lettered)(leaf, cell, day)
        self._hours_head(leaf, Cell(columns.days[-1], top, columns.right, bottom))
        leaf.across(columns.left, columns.right, bottom, GROUP)
        return bottom

    def _worded(self, leaf: Leaf, cell: Cell, day: WallDay) -> None:
        """Date and team over the weekday, or over the holiday's name."""
        style, white = self.style, day.kind == "holiday"
        high = cell.bottom - cell.top
        baseline = cell.top + 0.14 * high + CAP_HEIGHT * style.day
        date = format_short_day(day.day)
        left, right = cell.left + PAD, cell.right - PAD
        leaf.text(left, baseline, date, Face.BOLD, style.day, white=white)
        if day.team is not None:
            words = _("Team {number}").format(number=day.team)
            room = right - left - width(date, Face.BOLD, style.day) - 4
            size = shrink(words, Face.REGULAR, style.weekday, room, 5)
            leaf.text(right, baseline, words, Face.REGULAR, size, align=RIGHT, white=white)
        face = Face.REGULAR if day.kind == "workday" else Face.BOLD
        words = weekday_name(day.day)
        if day.name:
            words = f"{day.letters}, {day.name}"
        size = shrink(words, face, style.weekday, right - left, 4)
        leaf.text(left, cell.bottom - 0.16 * high, words, face, size, white=white)

    def _lettered(self, leaf: Leaf, cell: Cell, day: WallDay) -> None:
        """The day's number over the letters of its weekday."""
        style, white = self.style, day.kind == "holiday"
        high = cell.bottom - cell.top
        number = cell.top + 0.14 * high + CAP_HEIGHT * style.day
        leaf.text(
            cell.middle, number, str(day.day.day), Face.BOLD, style.day, align=CENTRE, white=white
        )
        face = Face.REGULAR if day.kind == "workday" else Face.BOLD
        words = p_("public holiday, letters over a column", "PH") if white else day.letters
        baseline = cell.bottom - 0.16 * high
        leaf.text(cell.middle, baseline, words, face, style.weekday, align=CENTRE, white=white)

    def _hours_head(self, leaf: Leaf, cell: Cell) -> None:
        """What the column is; in a week also what black, hatched and empty mean in its bars."""
        style = self.style
        left, right = cell.left + PAD + 1, cell.right - PAD
        title = fit(_("Practice hours"), Face.BOLD, style.head + 0.5, right - left)
        high = cell.bottom - cell.top
        if not self._is_wordy:
            line = cell.bottom - 0.4 * style.head - 1
            leaf.text(left, line, title.lines[0], Face.BOLD, title.size)
            return
        upper = cell.top + 0.17 * high + CAP_HEIGHT * title.size
        leaf.text(left, upper, title.lines[0], Face.BOLD, title.size)
        baseline = cell.bottom - 0.17 * high
        words = [each for _draw, each in hours_marks()]
        size, box = style.head - 0.75, 6.0

        def gap() -> float:
            used = sum(box + 2 + width(each, Face.REGULAR, size) for each in words)
            return (right - left - used) / 2

        while size > 4 and gap() < 3:
            size -= 0.25
        x, between = left, gap()
        for draw, each in hours_marks():
            draw(leaf, Cell(x, baseline - box + 0.75, x + box, baseline + 0.75))
            leaf.text(x + box + 2, baseline, each, Face.REGULAR, size)
            x += box + 2 + width(each, Face.REGULAR, size) + between

    def _nobody(self, leaf: Leaf, top: float) -> float:
        bottom = top + self.style.row[0]
        words = fit(_("No trainees in these days."), Face.REGULAR, self.style.head + 2, 400)
        baseline = centred(top, bottom, words.size)
        leaf.text(self.columns.days[0] + PAD, baseline, words.lines[0], Face.REGULAR, words.size)
        return bottom

    def _row(self, leaf: Leaf, top: float, bottom: float, trainee: WallTrainee) -> None:
        columns = self.columns
        cell = Cell(columns.left, top, columns.days[0], bottom)
        columns.draw_name(leaf, cell, trainee.name, trainee.about)
        days = zip(self.sheet.days, trainee.cells, pairwise(columns.days), strict=True)
        for day, entries, (left, right) in days:
            if entries:
                self.cells.draw(leaf, Cell(left, top, right, bottom), entries)
            elif day.kind in _HATCHES:
                area = (left, top, right, bottom)
                hatch(leaf, area, _HATCHES[day.kind], self.style.hatch)
        total = Cell(columns.days[-1] + PAD + 1, top, columns.right - PAD, bottom)
        hours_cell(leaf, total, trainee.hours, self.style)

    def _at_once(self) -> str:
        return _("At once (most {number})").format(number=self.sheet.most)

    def _foot(self, leaf: Leaf, top: float) -> float:
        columns, style = self.columns, self.style
        bottom = top + self.foot_height
        label = fit(self._at_once(), Face.BOLD, style.head + 0.5, columns.name_room)
        leading = label.size * LEADING
        baseline = centred(top, bottom, label.size) - (len(label.lines) - 1) * leading / 2
        for line in label.lines:
            leaf.text(columns.left + PAD, baseline, line, Face.BOLD, label.size)
            baseline += leading
        for count, (left, right) in zip(self.sheet.at_once, pairwise(columns.days), strict=True):
            cell = Cell(left, top, right, bottom)
            if count > self.sheet.most:
                alarm(leaf, cell, f"{count}!", style.total)
            else:
                letter(leaf, cell, str(count), Face.REGULAR, style.total - 0.5)
        words = _("confirmed in all: {hours} h").format(hours=format_hours(self.sheet.confirmed))
        left, right = columns.days[-1] + PAD + 1, columns.right - PAD
        total = fit(words, Face.REGULAR, style.head + 1, right - left, min(SMALLEST, style.head))
        baseline = centred(top, bottom, total.size) - (len(total.lines) - 1) * total.size * 0.6
        for line in total.lines:
            leaf.text(left, baseline, line, Face.REGULAR, total.size)
            baseline += total.size * LEADING
        return bottom
