"""Draws a roster as the grid's picture: what stands where, in words for eye and ear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
from openblock.features.roster.queries.rows import AbsenceDay, Difference
from openblock.features.roster.rules import KEEP_FREE, DayKind, PlainDay
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, AbsenceKind, Letters
from openblock.features.roster.sheets import team_name
from openblock.features.roster.ui.changed_words import changed_words
from openblock.features.roster.ui.ranks import short_rank
from openblock.features.roster.ui.totals import Accounts, total_heads, total_texts
from openblock.features.roster.words import kind_name
from openblock.i18n import (
    _,
    format_long_day,
    format_minute,
    format_time,
    language,
    n_,
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
_AWAY = "gone"
_TINTS = {
    AbsenceKind.LEAVE: "A",
    AbsenceKind.SICK: "S",
    AbsenceKind.TRAINING: "M",
    AbsenceKind.TRIP: "M",
    AbsenceKind.PAID_REST: "A",
}
_NOBODYS = Accounts()


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


def letter_codes(letters: Mapping[AbsenceKind, Letters]) -> tuple[GridCode, ...]:
    """The letters of absence, which are typed and painted as codes are."""
    return tuple(
        GridCode(each.code, kind_name(kind), _tint(kind)) for kind, each in letters.items()
    )


def _tint(kind: AbsenceKind | None) -> str:
    return _AWAY if kind is None else _TINTS.get(kind, _AWAY)


def _times(template: Template) -> str:
    end = template.start_minute + template.length_minutes
    return f"{format_minute(template.start_minute)}–{format_minute(end)}"


def picture_of(
    shown: Roster,
    today: date,
    *,
    by_week: bool = False,
    accounts: Accounts = _NOBODYS,
    letters: Mapping[AbsenceKind, Letters] = DEFAULT_LETTERS,
) -> GridPicture:
    """The picture of ``shown``; a week has room for the times beside each code."""
    cells = _cells(shown, by_week=by_week)
    _mark_changed(cells, shown.changed, letters)
    return GridPicture(
        columns=tuple(_column(each, today, language()) for each in shown.days),
        rows=tuple(_row(each, shown.last, accounts, language()) for each in shown.officers),
        cells=cells,
        leads=(GridHead(""), GridHead("")),
        totals=total_heads(shown, accounts),
        strips=tuple(_strip(each, shown.days, language()) for each in shown.staffing),
        corner=(_("Officer"), _summary(shown)),
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
def _row(officer: RosterOfficer, last: date, accounts: Accounts, speech: str) -> GridRow:
    duties = n_("{number} duty", "{number} duties", officer.duties)
    name_hint = ", ".join(filter(None, (officer.name, officer.rank, officer.position, duties)))
    return GridRow(
        key=officer.officer_id,
        spoken=officer.name,
        leads=(
            GridText(short_rank(officer.rank), "secondary", officer.rank),
            GridText(officer.name, "", name_hint),
        ),
        totals=total_texts(officer, last, accounts, speech),
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


def _cells(shown: Roster, *, by_week: bool) -> dict[Place, GridCell]:
    tints = {each.code: each.tint for each in shown.templates}
    marks = marks_of(shown.problems)
    cells: dict[Place, GridCell] = {}
    speech = language()
    for key, away in shown.absences.items():
        cells[key] = _away(away, marks.get(key), speech)
    for key, duty in shown.duties.items():
        tint = tints.get(duty.code, "other")
        cell = _duty(duty, tint, marks.get(key), speech, by_week=by_week)
        if key in cells:
            cell = _cut_short(cell, cells[key].spoken)
        cells[key] = cell
    for key, kept in shown.kept_free.items():
        if kept and key not in cells:
            free = _("day kept free")
            cells[key] = GridCell(KEEP_FREE, "free", hint=free, spoken=free)
    for place, mark in marks.items():
        if place not in cells:
            cells[place] = GridCell("", problem=mark.problem, hint=mark.hint, spoken=mark.hint)
    return cells


def _cut_short(duty: GridCell, away: str) -> GridCell:
    """A duty that an absence of the same day ends: its hours are worked all the same."""
    return replace(duty, cut=True, hint=f"{duty.hint}\n{away}", spoken=f"{duty.spoken}. {away}")


@lru_cache(maxsize=1024)
def _away(away: AbsenceDay, mark: Mark | None, _language: str) -> GridCell:
    said = f"{away.code}, {kind_name(away.kind)}"
    if mark is None:
        return GridCell(away.code, _tint(away.kind), hint=said, spoken=said)
    hint = f"{said}\n{mark.hint}"
    return GridCell(away.code, _tint(away.kind), mark.problem, hint=hint, spoken=hint)


def _mark_changed(
    cells: dict[Place, GridCell],
    changed: Mapping[tuple[int, date], Difference],
    letters: Mapping[AbsenceKind, Letters],
) -> None:
    """■ where a cell differs from the version on the wall, an emptied one too (RO-10)."""
    for key, difference in changed.items():
        was, why = changed_words(difference, letters)
        cell, said = cells.get(key, GridCell("")), f"■ {was}; {why}"
        cells[key] = replace(
            cell,
            changed=True,
            hint=f"{cell.hint}\n{said}".strip(),
            spoken=f"{cell.spoken}. {said}" if cell.spoken else said,
        )


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
    """09:00–21:00 as 09–21, 09:00–14:30 as 09–14:30: whole hours need no minutes."""
    return "–".join(each.removesuffix(":00") for each in times.split("–"))


@lru_cache(maxsize=256)
def _strip(line: StaffingLine, days: tuple[PlainDay, ...], _language: str) -> GridStrip:
    times = f"{format_minute(line.from_minute)}–{format_minute(line.to_minute)}"
    title = _("{name} {times}, needed {needed}").format(
        name=line.name, times=_compact(times), needed=line.needed
    )
    cells = tuple(
        _count(line.needed, count, each.day) for count, each in zip(line.counts, days, strict=True)
    )
    short = line.short_days
    if not short:
        return GridStrip(title, cells, GridText("✓ " + _("enough"), "ok"))
    said = n_("short on {number} day", "short on {number} days", short)
    return GridStrip(title, cells, GridText(f"▼ {said}", "bad"))


def _count(needed: int, count: int | None, day: date) -> GridText:
    if count is None:
        said = _("{day}: nothing is asked for on this weekday")
        return GridText("", "", said.format(day=format_long_day(day)))
    hint = _("{day}: {present} of {needed}").format(
        day=format_long_day(day), present=count, needed=needed
    )
    if count < needed:
        return GridText(f"{_MINUS}{needed - count}", "bad", hint)
    return GridText(str(count), "", hint)
