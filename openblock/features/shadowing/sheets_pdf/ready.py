"""Makes the wall sheets of practice ready for the window and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from openblock import clock
from openblock.features.roster.queries import Roster, calendar_days, roster
from openblock.features.shadowing.queries import practice_grid, practice_limits
from openblock.features.shadowing.queries.rows import PracticeGrid, ShadowingRow
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.sheets.schedule import monday_of
from openblock.features.shadowing.sheets.wall import Around, WallSheet, wall_sheet
from openblock.features.shadowing.sheets_pdf.style import Paper
from openblock.features.shadowing.sheets_pdf.wall import month_pdf, week_pdf
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_day, format_month, format_short_day
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]


def ready_week(read: Read, day: date, at: datetime, course_id: int | None = None) -> ReadySheet:
    """The week of ``day`` for the wall, of one course or of all that meet it."""
    first = monday_of(day)
    last = first + timedelta(days=6)
    year, number, _weekday = first.isocalendar()
    grid: PracticeGrid = read(practice_grid, first, last, at, course_id)
    duties: Roster = read(roster, first, last)
    others = () if course_id is None else _others(read, grid)
    around = Around(duties.days, _names(read), _teams(duties), _most(read), others)
    version = _("Wall copy")
    name = f"{year}-W{number:02d}{_of_course(course_id)}"

    def make(imprint: Imprint) -> bytes:
        sheet = wall_sheet(
            grid,
            around,
            title=_("Practice week"),
            period=f"{format_short_day(first)}\N{EN DASH}{format_day(last)}",
            fact=_("Week {number}").format(number=number),
        )
        return week_pdf(sheet, replace(imprint, version=version))

    return ReadySheet(
        key="practice-week",
        title=_("Practice week {number}").format(number=number),
        number=f"PN-{year}-{number:02d}{_of_course(course_id)}",
        file_name=f"practice-{name}",
        version=version,
        make=make,
        subjects=_subjects(grid),
        details={"week": f"{year}-W{number:02d}", "course": course_id},
    )


def ready_month(
    read: Read, month: date, at: datetime, paper: Paper, course_id: int | None = None
) -> ReadySheet:
    """The month of a day for the wall on this paper, of one course or of all that meet it."""
    days = clock.days_of_month(month.year, month.month)
    grid: PracticeGrid = read(practice_grid, days[0], days[-1], at, course_id)
    shown = read(calendar_days, days[0], days[-1])
    others = () if course_id is None else _others(read, grid)
    around = Around(shown, _names(read), {}, _most(read), others)
    version = _("Wall copy")
    name = f"{month:%Y-%m}{_of_course(course_id)}"

    def make(imprint: Imprint) -> bytes:
        sheet: WallSheet = wall_sheet(
            grid,
            around,
            title=_("Practice roster"),
            period=format_month(days[0]),
            fact="",
        )
        return month_pdf(sheet, replace(imprint, version=version), paper)

    return ReadySheet(
        key="practice-month",
        title=_("Practice roster, {month}").format(month=format_month(days[0])),
        number=f"PM-{name}-{paper}",
        file_name=f"practice-{name}",
        version=version,
        make=make,
        subjects=_subjects(grid),
        details={"month": f"{month:%Y-%m}", "course": course_id, "paper": paper},
    )


def _of_course(course_id: int | None) -> str:
    return "" if course_id is None else f"-K{course_id}"


def _others(read: Read, grid: PracticeGrid) -> tuple[ShadowingRow, ...]:
    """The shifts of the other courses' trainees on the same days."""
    whole: PracticeGrid = read(practice_grid, grid.first, grid.last, grid.at, None)
    shown = {row.shadowing_id for row in grid.shadowings}
    return tuple(row for row in whole.shadowings if row.shadowing_id not in shown)


def _names(read: Read) -> Mapping[int, str]:
    return {row.officer_id: row.initialled for row in read(officers)}


def _most(read: Read) -> int:
    limits: PracticeLimits = read(practice_limits)
    return limits.most_per_block


def _teams(duties: Roster) -> Mapping[date, int]:
    """The team of most whose duty begins on a day; day posts, who have none, aside."""
    team_of = {each.officer_id: each.team for each in duties.officers}
    counts: dict[date, Counter[int]] = {}
    for officer_id, day in duties.duties:
        team = team_of.get(officer_id)
        if team is not None:
            counts.setdefault(day, Counter())[team] += 1
    most = {day: teams.most_common(1)[0] for day, teams in counts.items()}
    return {day: team for day, (team, count) in most.items() if count * 2 > counts[day].total()}


def _subjects(grid: PracticeGrid) -> tuple[str, ...]:
    """Whose data the sheet shows, as the log names them."""
    trainees = {line.trainee.trainee_id for line in grid.lines}
    mentors = {row.officer_id for row in grid.shadowings}
    return (
        *(f"trainee:{number}" for number in sorted(trainees)),
        *(f"officer:{number}" for number in sorted(mentors)),
    )
