"""Draws practice as the grid's picture: trainees by days, the mentors' duties below; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from openblock.clock import day_of
from openblock.features.shadowing.queries.rows import PracticeGrid, TraineeLine
from openblock.features.shadowing.ui.cell_picture import cells_of
from openblock.features.shadowing.ui.hours_bar import hours_text, name_text
from openblock.features.shadowing.ui.mentors import mentor_rows, place_of
from openblock.features.shadowing.ui.period import MONTH
from openblock.i18n import (
    _,
    format_hours,
    format_long_day,
    format_short_day,
    language,
    n_,
    weekday_letters,
)
from openblock.ui.grid import GridCode, GridColumn, GridHead, GridPicture, GridRow

_SATURDAY = 5
#: In a month all 31 days are to be seen beside the side panel: the names give way.
_WIDEST_NAME, _WIDEST_IN_MONTH = 140, 108
#: In a month a cell has room for the two letters of a mentor; wide ones shrink a little.
_NARROW = "AE"


def picture_of(grid: PracticeGrid, span: str) -> GridPicture:
    """The picture of ``grid``; in a month the cells hold code and state without the hours."""
    narrow, spoken, today = span == MONTH, language(), day_of(grid.at)
    days = [date.fromordinal(n) for n in range(grid.first.toordinal(), grid.last.toordinal() + 1)]
    several = grid.course_id is None
    now = place_of(grid.at, grid.first) if grid.first <= today <= grid.last else None
    return GridPicture(
        columns=tuple(
            _column(day, grid.holidays.get(day, ""), day == today, narrow, spoken) for day in days
        ),
        rows=(*(_row(line, several) for line in grid.lines), *mentor_rows(grid)),
        cells=cells_of(grid, narrow=narrow),
        leads=(_people_head(grid, narrow=narrow), _hours_head(grid)),
        two_lines=True,
        sample=_NARROW if narrow else "",
        now=now,
    )


def codes_of(grid: PracticeGrid) -> tuple[GridCode, ...]:
    """Every code that may be typed, with the mentor's name."""
    names = {line.officer_id: line.name for line in grid.mentors}
    return tuple(
        GridCode(code, names.get(officer_id, ""), "24") for code, officer_id in grid.codes.items()
    )


def _people_head(grid: PracticeGrid, *, narrow: bool) -> GridHead:
    people = n_("{number} person", "{number} people", len(grid.lines))
    widest = _WIDEST_IN_MONTH if narrow else _WIDEST_NAME
    # Beside a mentor's name stands what speaks against it: that needs the room names do not.
    least = 0 if narrow else _WIDEST_NAME
    return GridHead(_("Trainee"), people, widest=widest, least=least)


def _hours_head(grid: PracticeGrid) -> GridHead:
    hint = _("Confirmed hours, what is planned or waits to be confirmed, and what is short")
    required = _required(grid.lines)
    if required is None:
        return GridHead(_("Practice hours"), _("done + planned"), hint=hint)
    said = _("done + planned of {hours} h").format(hours=format_hours(required))
    return GridHead(_("Practice hours"), said, hint=hint)


def _required(lines: Iterable[TraineeLine]) -> int | None:
    """What all of them have to reach; None where that differs."""
    wanted = {line.hours.required for line in lines}
    return wanted.pop() if len(wanted) == 1 else None


@lru_cache(maxsize=512)
def _column(day: date, holiday: str, today: bool, narrow: bool, _language: str) -> GridColumn:
    weekend = "weekend" if day.weekday() >= _SATURDAY else ""
    return GridColumn(
        day,
        str(day.day) if narrow else format_short_day(day),
        weekday_letters(day),
        "holiday" if holiday else weekend,
        today,
        f"{format_long_day(day)}, {holiday}" if holiday else format_long_day(day),
    )


def _row(line: TraineeLine, several: bool) -> GridRow:
    return GridRow(
        key=line.trainee.trainee_id,
        spoken=line.trainee.name,
        leads=(name_text(line, course_shown=several), hours_text(line)),
    )
