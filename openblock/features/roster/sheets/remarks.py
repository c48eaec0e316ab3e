"""What stands in words under a roster: changes, duties cut short, too few on duty, the norm."""

from __future__ import annotations

from openblock.clock import day_of
from openblock.features.roster.queries.grid import Roster
from openblock.features.roster.sheets.differing import change_lines
from openblock.i18n import _, format_hours, format_short_day, format_time


def remarks_of(month: Roster) -> tuple[str, ...]:
    """Under the grid: what is other than posted, duties an absence cuts, and too few on duty."""
    gaps = sorted(
        ((gap, line) for line in month.staffing for gap in line.gaps),
        key=lambda each: (each[0].start, each[1].name),
    )
    short = [
        _("{day} {start}–{end}, {name}: {present} of {needed}").format(
            day=format_short_day(day_of(gap.start)),
            start=format_time(gap.start),
            end=format_time(gap.end),
            name=line.name,
            present=gap.present,
            needed=gap.needed,
        )
        for gap, line in gaps
    ]
    return (*change_lines(month), *_cut(month), *short)


def _cut(month: Roster) -> tuple[str, ...]:
    """Duties an absence of the same day cuts short, with the hours that are left."""
    names = {each.officer_id: each.initialled for each in month.officers}
    cut = sorted(
        (duty.starts_at, names.get(duty.officer_id, ""), duty)
        for place, duty in month.duties.items()
        if place in month.absences
    )
    return tuple(
        _("{day} {name}: {code} only {start}–{end}").format(
            day=format_short_day(duty.day),
            name=name,
            code=duty.code,
            start=format_time(duty.starts_at),
            end=format_time(duty.ends_at),
        )
        for _start, name, duty in cut
    )


def norm_of(month: Roster) -> str:
    """What the norm of everybody who was not away is made of."""
    days = sum(each.kind.works for each in month.days)
    hours = format_hours(_working_day(month))
    if month.absences:
        return _("Norm: {days} working days × {hours} h, fewer for who is away").format(
            days=days, hours=hours
        )
    return _("Norm: {days} working days × {hours} h").format(days=days, hours=hours)


def _working_day(month: Roster) -> int:
    worked = sum(each.kind.works for each in month.days)
    return month.norm_minutes // worked if worked else 0
