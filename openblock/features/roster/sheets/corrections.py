"""What was corrected in a closed month, line by line, and the totals it comes to."""

from __future__ import annotations

from collections import defaultdict

from openblock.features.roster.queries.figures import SheetLine, TimeSheet
from openblock.features.roster.queries.rows import AddendumRow
from openblock.i18n import _, format_hours, format_moment, format_short_day


def corrections(read: TimeSheet) -> tuple[str, ...]:
    """Every addendum in the order it was entered, then everybody's corrected totals."""
    by_officer: dict[int, list[AddendumRow]] = defaultdict(list)
    for each in read.addenda:
        by_officer[each.officer_id].append(each)
    lines = {each.officer_id: each for each in read.lines}
    totals = [
        _totals(lines[officer_id], rows)
        for officer_id, rows in by_officer.items()
        if officer_id in lines
    ]
    return (*map(_addendum, read.addenda), *totals)


def _addendum(each: AddendumRow) -> str:
    return _(
        "Addendum: {name}, {day}: {hours} h, at night {night} h; {reason} ({by}, {moment})"
    ).format(
        name=each.name,
        day=format_short_day(each.day),
        hours=signed(each.minutes),
        night=signed(each.night_minutes),
        reason=each.reason,
        by=each.entered_by,
        moment=format_moment(each.entered_at),
    )


def _totals(line: SheetLine, rows: list[AddendumRow]) -> str:
    minutes = sum(each.minutes for each in rows)
    night = sum(each.night_minutes for each in rows)
    return _(
        "Corrected: {name}: in all {worked}, at night {night}, overtime {overtime}, "
        "in the period {period}"
    ).format(
        name=line.name,
        worked=format_hours(line.worked + minutes),
        night=format_hours(line.night + night),
        overtime=format_hours(line.overtime + minutes),
        period=format_hours(line.block_sum + minutes),
    )


def signed(minutes: int) -> str:
    """Hours more or fewer, with their sign: +3, −7,5; nothing is 0."""
    return f"+{format_hours(minutes)}" if minutes > 0 else format_hours(minutes)
