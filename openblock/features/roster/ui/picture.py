"""Draws a roster as the grid's picture: what stands where, in words for eye and ear; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from openblock.errors import Severity
from openblock.features.roster.queries import (
    Roster,
    RosterDuty,
    RosterOfficer,
    RosterProblem,
    StaffingLine,
    Template,
)
from openblock.features.roster.rules import KEEP_FREE, DayKind, PlainDay
from openblock.features.roster.sheets import team_name
from openblock.features.roster.ui.ranks import short_rank
from openblock.i18n import (
    _,
    format_hours,
    format_long_day,
    format_minute,
    format_time,
    language,
    n_,
    p_,
    weekday_letters,
)
from openblock.ui.grid.picture import (
    GridCell,
    GridCode,
    GridColumn,
    GridHead,
    GridPicture,
    GridRow,
    GridStrip,
    GridText,
    Place,
)
from openblock.ui.messages import words

_GROUNDS = {
    DayKind.WORKDAY: "",
    DayKind.MOVED_ON: "",
    DayKind.WEEKEND: "weekend",
    DayKind.HOLIDAY: "holiday",
    DayKind.MOVED_OFF: "holiday",
}
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Mark:
    """The worst problem of a cell, and all of them in words."""

    problem: str
    hint: str


def codes(templates: Iterable[Template]) -> tuple[GridCode, ...]:
    """The codes that may be typed: the active templates, and B for a day kept free."""
    known = [
        GridCode(each.code, f"{each.name} {_times(each)}", each.tint)
        for each in templates
        if each.active
    ]
    return (*known, GridCode(KEEP_FREE, _("day kept free"), "free"))


def _times(template: Template) -> str:
    end = template.start_minute + template.length_minutes
    return f"{format_minute(template.start_minute)}–{format_minute(end)}"


def picture_of(shown: Roster, today: date, *, by_week: bool = False) -> GridPicture:
    """The picture of ``shown``; a week has room for the times beside each code."""
    tints = {each.code: each.tint for each in shown.templates}
    marks = marks_of(shown.problems)
    return GridPicture(
        columns=tuple(_column(each, today, language()) for each in shown.days),
        rows=tuple(_row(each, language()) for each in shown.officers),
        cells=_cells(shown, tints, marks, by_week=by_week),
        leads=(GridHead(""), GridHead("")),
        totals=_totals(shown),
        strips=tuple(_strip(each, shown.days, language()) for each in shown.staffing),
        corner=(_("Officer"), _summary(shown)),
    )


def _totals(shown: Roster) -> tuple[GridHead, ...]:
    norm = _("{hours} h").format(hours=format_hours(shown.norm_minutes))
    return (
        GridHead(p_("hours", "Total"), _("h"), "right", _("Hours inside the days shown")),
        GridHead(p_("hours", "Night"), _("h"), "right", _("Night hours inside the days shown")),
        GridHead(p_("hours", "Balance"), norm, "right", _("Hours over or under the norm")),
    )


def _summary(shown: Roster) -> str:
    teams = {each.team for each in shown.officers if each.team is not None}
    people = n_("{number} officer", "{number} officers", len(shown.officers))
    return f"{people} · " + n_("{number} team", "{number} teams", len(teams))


@lru_cache(maxsize=512)
def _column(each: PlainDay, today: date, _language: str) -> GridColumn:
    name = f"{format_long_day(each.day)}, {each.name}" if each.name else format_long_day(each.day)
    ground = _GROUNDS[each.kind]
    return GridColumn(
        each.day, str(each.day.day), weekday_letters(each.day), ground, each.day == today, name
    )


@lru_cache(maxsize=512)
def _row(officer: RosterOfficer, _language: str) -> GridRow:
    balance = officer.balance_minutes
    sign = "+" if balance > 0 else ""
    duties = n_("{number} duty", "{number} duties", officer.duties)
    name_hint = ", ".join(filter(None, (officer.name, officer.rank, officer.position, duties)))
    return GridRow(
        key=officer.officer_id,
        spoken=officer.name,
        leads=(
            GridText(short_rank(officer.rank), "secondary", officer.rank),
            GridText(officer.name, "", name_hint),
        ),
        totals=(
            GridText(format_hours(officer.minutes)),
            GridText(format_hours(officer.night_minutes), "secondary"),
            GridText(f"{sign}{format_hours(balance)}"),
        ),
        band=team_name(officer.team),
    )


def marks_of(problems: Iterable[RosterProblem]) -> Mapping[Place, Mark]:
    """The mark of each cell that has a problem nobody has accepted."""
    found: dict[Place, Mark] = {}
    for each in problems:
        if each.accepted is not None:
            continue
        error = each.problem.severity == Severity.ERROR
        for cell in each.cells:
            had = found.get(cell)
            worst = "error" if error or (had and had.problem == "error") else "warning"
            said = words(each.problem)
            found[cell] = Mark(worst, f"{had.hint}\n{said}" if had else said)
    return found


def _cells(
    shown: Roster, tints: Mapping[str, str], marks: Mapping[Place, Mark], *, by_week: bool
) -> dict[Place, GridCell]:
    cells: dict[Place, GridCell] = {}
    speech = language()
    for key, duty in shown.duties.items():
        tint = tints.get(duty.code, "other")
        cells[key] = _duty(duty, tint, marks.get(key), speech, by_week=by_week)
    for key, kept in shown.kept_free.items():
        if kept and key not in cells:
            free = _("day kept free")
            cells[key] = GridCell(KEEP_FREE, "free", hint=free, spoken=free)
    for place, mark in marks.items():
        if place not in cells:
            cells[place] = GridCell("", problem=mark.problem, hint=mark.hint, spoken=mark.hint)
    return cells


@lru_cache(maxsize=8192)
def _duty(
    duty: RosterDuty, tint: str, mark: Mark | None, _language: str, *, by_week: bool
) -> GridCell:
    # Kept by what it shows: after one keystroke all cells but a few are the same as before.
    times = f"{format_time(duty.starts_at)}–{format_time(duty.ends_at)}"
    said = f"{duty.code}, {times}, {duty.post}" if duty.post else f"{duty.code}, {times}"
    if mark is None:
        hint, spoken, problem = said, said, ""
    else:
        hint, problem = f"{said}\n{mark.hint}", mark.problem
        kind = _("Error") if problem == "error" else _("Warning")
        spoken = f"{said}. {kind}: {mark.hint}"
    detail = _compact(times) if by_week else ""
    return GridCell(duty.code, tint, problem, detail=detail, hint=hint, spoken=spoken)


def _compact(times: str) -> str:
    """09:00–21:00 as 09–21 where both are whole hours."""
    start, end = times.split("–")
    if start.endswith(":00") and end.endswith(":00"):
        return f"{start[:2]}–{end[:2]}"
    return times


@lru_cache(maxsize=256)
def _strip(line: StaffingLine, days: tuple[PlainDay, ...], _language: str) -> GridStrip:
    times = f"{format_minute(line.from_minute)}–{format_minute(line.to_minute)}"
    title = _("{name} {times}, needed {needed}").format(
        name=line.name, times=_compact(times), needed=line.needed
    )
    cells = []
    for count, day in zip(line.counts, days, strict=True):
        hint = _("{day}: {present} of {needed}").format(
            day=format_long_day(day.day), present=count, needed=line.needed
        )
        if count < line.needed:
            cells.append(GridText(f"{_MINUS}{line.needed - count}", "bad", hint))
        else:
            cells.append(GridText(str(count), "", hint))
    short = sum(count < line.needed for count in line.counts)
    if not short:
        return GridStrip(title, tuple(cells), GridText("✓ " + _("enough"), "ok"))
    said = n_("short on {number} day", "short on {number} days", short)
    return GridStrip(title, tuple(cells), GridText(f"▼ {said}", "bad"))
