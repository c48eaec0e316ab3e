"""What stands on the month roster for the wall: surnames with initials, never more (SEC-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock.clock import day_of
from openblock.features.roster.queries.duties import RosterDuty
from openblock.features.roster.queries.grid import Roster, RosterOfficer
from openblock.features.roster.queries.staffing import StaffingLine
from openblock.features.roster.rules import KEEP_FREE, DayKind, PlainDay
from openblock.i18n import (
    _,
    format_hours,
    format_minute,
    format_month,
    format_short_day,
    format_time,
    weekday_letters,
)


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A column: its date, the letters of its weekday, and workday, weekend or holiday."""

    day: date
    letters: str
    kind: str


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: empty, a shift's code or B for a day kept free; the mark ! says it has a problem."""

    code: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SheetOfficer:
    """A row: who, what stands on each day, and the sums, in minutes."""

    name: str
    position: str
    cells: tuple[SheetCell, ...]
    duties: int
    minutes: int
    night_minutes: int
    norm_minutes: int


@dataclass(frozen=True, slots=True)
class SheetBand:
    """A team and its officers."""

    name: str
    officers: tuple[SheetOfficer, ...]


@dataclass(frozen=True, slots=True)
class SheetStaffing:
    """A minimum: how many are needed, and how many there are on each day."""

    name: str
    needed: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A month's roster as it is printed."""

    title: str
    period: str
    state: str
    state_detail: str
    days: tuple[SheetDay, ...]
    bands: tuple[SheetBand, ...]
    staffing: tuple[SheetStaffing, ...]
    legend: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    signatures: tuple[str, ...]


# How the sheet shows each kind of day: decreed days are worked, or not, like those they replace.
_SHOWN = {
    DayKind.WORKDAY: "workday",
    DayKind.MOVED_ON: "workday",
    DayKind.WEEKEND: "weekend",
    DayKind.HOLIDAY: "holiday",
    DayKind.MOVED_OFF: "weekend",
}


def sheet_of(month: Roster) -> RosterSheet:
    """The sheet of a roster that has been read already; it must span one calendar month."""
    return RosterSheet(
        title=_("Duty roster"),
        period=format_month(month.first),
        state=_("Draft"),
        state_detail=_("not published yet"),
        days=tuple(_day(each) for each in month.days),
        bands=_bands(month),
        staffing=tuple(_staffing(each) for each in month.staffing),
        legend=_legend(month),
        remarks=_remarks(month),
        signatures=(
            _("Prepared by"),
            _("Agreed by the personnel unit"),
            _("Approved by the governor"),
        ),
    )


def team_name(team: int | None) -> str:
    """A team as the block calls it: 1. maiņa; those without a team are day posts."""
    return _("Day posts") if team is None else _("Team {number}").format(number=team)


def _day(each: PlainDay) -> SheetDay:
    return SheetDay(each.day, weekday_letters(each.day), _SHOWN[each.kind])


def _bands(month: Roster) -> tuple[SheetBand, ...]:
    teams = dict.fromkeys(each.team for each in month.officers)
    return tuple(
        SheetBand(
            team_name(team),
            tuple(_officer(month, each) for each in month.officers if each.team == team),
        )
        for team in teams
    )


def _officer(month: Roster, officer: RosterOfficer) -> SheetOfficer:
    return SheetOfficer(
        name=officer.initialled,
        position=officer.position,
        cells=tuple(_cell(month, officer.officer_id, each.day) for each in month.days),
        duties=officer.duties,
        minutes=officer.minutes,
        night_minutes=officer.night_minutes,
        norm_minutes=officer.norm_minutes,
    )


def _cell(month: Roster, officer_id: int, day: date) -> SheetCell:
    duty = month.duties.get((officer_id, day))
    if duty is not None:
        return SheetCell(duty.code)
    return SheetCell(KEEP_FREE if month.kept_free.get((officer_id, day)) else "")


def _staffing(line: StaffingLine) -> SheetStaffing:
    times = f"{format_minute(line.from_minute)}–{format_minute(line.to_minute)}"
    return SheetStaffing(f"{line.name} {times}", line.needed, line.counts)


def _legend(month: Roster) -> tuple[tuple[str, str], ...]:
    """The codes that stand on the sheet, with what each means there."""
    used: dict[str, RosterDuty] = {}
    for duty in month.duties.values():
        used.setdefault(duty.code, duty)
    names = {each.code: each.name for each in month.templates}
    lines = [
        (code, f"{names.get(code, '')} {format_time(duty.starts_at)}–{format_time(duty.ends_at)}")
        for code, duty in sorted(used.items(), key=lambda item: -item[1].minutes)
    ]
    if any(month.kept_free.values()):
        lines.append((KEEP_FREE, _("free")))
    return tuple((code, words.strip()) for code, words in lines)


def _remarks(month: Roster) -> tuple[str, ...]:
    gaps = [(gap, line) for line in month.staffing for gap in line.gaps]
    remarks = [
        _("{day} {start}–{end}, {name}: {present} of {needed}").format(
            day=format_short_day(line_day),
            start=format_time(gap.start),
            end=format_time(gap.end),
            name=line.name,
            present=gap.present,
            needed=gap.needed,
        )
        for line_day, gap, line in sorted(
            ((day_of(gap.start), gap, line) for gap, line in gaps),
            key=lambda each: (each[1].start, each[2].name),
        )
    ]
    norm = _("Norm: {days} working days × {hours} h").format(
        days=sum(each.kind.works for each in month.days),
        hours=format_hours(_working_day(month)),
    )
    return (*remarks, norm)


def _working_day(month: Roster) -> int:
    worked = sum(each.kind.works for each in month.days)
    return month.norm_minutes // worked if worked else 0


def sheet_number(month: date, paper: str) -> str:
    """The number a month roster is found by: DG-2026-11-A3."""
    return f"DG-{month:%Y-%m}-{paper}"


def subjects_of(month: Roster) -> tuple[str, ...]:
    """Whose data the sheet shows, as the log names them."""
    return tuple(f"officer:{each.officer_id}" for each in month.officers)
