"""The head of the week plan's grid: dates, weekdays, when the sun rises and sets, the hours."""

from __future__ import annotations

from itertools import pairwise

from openblock.features.grounds.sheets.light import RISES, SETS, light_names
from openblock.features.grounds.sheets.week import DayHead, WeekPlan
from openblock.features.grounds.sheets_pdf.bar import Axis
from openblock.features.grounds.sheets_pdf.entries import PAD
from openblock.features.grounds.sheets_pdf.rows import Columns
from openblock.i18n import _, format_short_day, p_, weekday_letters, weekday_name
from openblock.printing.fitting import shrink
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.marks import Cell
from openblock.printing.page import CAP_HEIGHT
from openblock.printing.style import GROUP, MM

HEIGHT = 15.5 * MM
_DATE, _DAY, _SUN, _HOUR = 12.0, 8.0, 8.5, 6.5
_SATURDAY = 5


def draw_head(leaf: Leaf, top: float, plan: WeekPlan, columns: Columns, axis: Axis) -> float:
    """The head from ``top``; its lower edge."""
    bottom = top + HEIGHT
    lines = (top + 4.5 + CAP_HEIGHT * _DATE, top + HEIGHT * 0.6, bottom - 4)
    room = columns.name_room
    rises, sets = light_names(civil=plan.civil)
    about = f"{RISES}{rises}  {SETS}{sets}"
    size = shrink(about, Face.REGULAR, 7.5, room, 5)
    left = columns.left + PAD
    leaf.text(left, lines[0], p_("grounds", "Area"), Face.BOLD, _DAY + 0.5)
    leaf.text(left, lines[1], about, Face.REGULAR, size)
    leaf.text(left, lines[2], _("hours"), Face.REGULAR, _HOUR + 0.5)
    for day, (start, end) in zip(plan.days, pairwise(columns.days), strict=True):
        cell = Cell(start + PAD, top, end - PAD, bottom)
        if day.holiday:
            leaf.bar(start, top, end, lines[0] + 4)
        _date(leaf, cell, day, lines[0])
        _sun(leaf, cell, day, lines[1])
        axis.draw_labels(leaf, Cell(cell.left, top, cell.right, lines[2]), _HOUR)
    leaf.across(columns.left, columns.right, bottom, GROUP)
    return bottom


def _date(leaf: Leaf, cell: Cell, day: DayHead, baseline: float) -> None:
    """The date, and at the right its weekday, or the holiday's name in white on black."""
    white = bool(day.holiday)
    date = format_short_day(day.day)
    leaf.text(cell.left, baseline, date, Face.BOLD, _DATE, white=white)
    is_free = white or day.day.weekday() >= _SATURDAY
    face = Face.BOLD if is_free else Face.REGULAR
    words = f"{weekday_letters(day.day)}, {day.holiday}" if white else weekday_name(day.day)
    room = cell.right - cell.left - width(date, Face.BOLD, _DATE) - 4
    size = shrink(words, face, _DAY, room, 4)
    leaf.text(cell.right, baseline, words, face, size, align=RIGHT, white=white)


def _sun(leaf: Leaf, cell: Cell, day: DayHead, baseline: float) -> None:
    light = day.light
    if light.remark:
        size = shrink(light.remark, Face.BOLD, _SUN, cell.right - cell.left, 5)
        leaf.text(cell.left, baseline, light.remark, Face.BOLD, size)
        return
    leaf.text(cell.left, baseline, RISES + light.rises, Face.REGULAR, _SUN)
    leaf.text(cell.right, baseline, SETS + light.sets, Face.BOLD, _SUN, align=RIGHT)
