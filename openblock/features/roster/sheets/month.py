"""What stands on the month roster for the wall: surnames with initials, never more (SEC-07)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openblock.features.roster.queries.duties import RosterDuty
from openblock.features.roster.queries.grid import NO_COUNTERS, Roster, RosterOfficer
from openblock.features.roster.queries.staffing import StaffingLine
from openblock.features.roster.rules import KEEP_FREE, PlainDay
from openblock.features.roster.rules.absence import HIDDEN, AbsenceKind
from openblock.features.roster.sheets.remarks import norm_of, remarks_of
from openblock.features.roster.sheets.words import (
    earlier_words,
    kind_of,
    team_name,
    version_words,
    wall_letter,
)
from openblock.features.roster.words import kind_name
from openblock.i18n import (
    _,
    format_minute,
    format_month,
    format_time,
    weekday_letters,
)


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A column: its date, the letters of its weekday, and workday, weekend or holiday.

    ``head`` stands over the letters; without it, the day of the month does.
    """

    day: date
    letters: str
    kind: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: empty, a shift's code or B for a day kept free; the mark ! says it has a problem.

    ``absence`` is the letter of an absence, ``changed`` that the cell is other than posted last;
    ``times`` stand beside the code where there is room for them.
    """

    code: str
    mark: str = ""
    absence: str = ""
    changed: bool = False
    times: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn there but the hatch of a free day."""
        return not (self.code or self.absence)


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
    """A minimum: how many are needed, and how many there are on each day it asks for."""

    name: str
    needed: int
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A month's or a week's roster as it is printed.

    ``away`` are the letters of absences on it with what each means; a sheet ``with_norm`` has the
    norm and what is over it after the days.
    """

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
    away: tuple[tuple[str, str], ...] = ()
    with_norm: bool = True

    @property
    def is_changed(self) -> bool:
        """Whether any cell is other than posted last."""
        return any(
            cell.changed for band in self.bands for each in band.officers for cell in each.cells
        )


def sheet_of(month: Roster, newest: int = 0) -> RosterSheet:
    """The sheet of a roster that has been read already; it must span one calendar month.

    ``newest`` is the version in force, where the roster is one of the past.
    """
    standing = month.states[0] if month.states else None
    past = earlier_words(standing, newest) if month.number and standing is not None else None
    state, detail = past or version_words(standing)
    return RosterSheet(
        title=_("Duty roster"),
        period=format_month(month.first),
        state=state,
        state_detail=detail,
        days=tuple(_day(each) for each in month.days),
        bands=bands_of(month, cell_of),
        staffing=tuple(staffing_of(each) for each in month.staffing),
        legend=legend_of(month),
        remarks=(*remarks_of(month), norm_of(month)),
        signatures=signature_words(),
        away=away_of(month),
    )


def signature_words() -> tuple[str, ...]:
    """Who signs a roster."""
    return (
        _("Prepared by"),
        _("Agreed by the personnel unit"),
        _("Approved by the governor"),
    )


def _day(each: PlainDay) -> SheetDay:
    return SheetDay(each.day, weekday_letters(each.day), kind_of(each))


def bands_of(
    month: Roster, cell: Callable[[Roster, int, date], SheetCell]
) -> tuple[SheetBand, ...]:
    """The teams with their officers, each day's content as ``cell`` tells it."""
    teams = dict.fromkeys(each.team for each in month.officers)
    return tuple(
        SheetBand(
            team_name(team),
            tuple(_officer(month, each, cell) for each in month.officers if each.team == team),
        )
        for team in teams
    )


def _officer(
    month: Roster, officer: RosterOfficer, cell: Callable[[Roster, int, date], SheetCell]
) -> SheetOfficer:
    counted = officer.counters is not NO_COUNTERS
    return SheetOfficer(
        name=officer.initialled,
        position=officer.position,
        cells=tuple(cell(month, officer.officer_id, each.day) for each in month.days),
        duties=officer.duties,
        minutes=officer.minutes,
        night_minutes=officer.night_minutes,
        norm_minutes=officer.counters.norm if counted else officer.norm_minutes,
    )


def cell_of(month: Roster, officer_id: int, day: date) -> SheetCell:
    """What stands in a cell of the wall copy."""
    place = (officer_id, day)
    duty, absence = month.duties.get(place), month.absences.get(place)
    code = KEEP_FREE if month.kept_free.get(place) and absence is None else ""
    return SheetCell(
        duty.code if duty is not None else code,
        absence=wall_letter(absence) if absence is not None else "",
        changed=place in month.changed,
    )


def staffing_of(line: StaffingLine) -> SheetStaffing:
    """A minimum with how many there are on each day."""
    times = f"{format_minute(line.from_minute)}–{format_minute(line.to_minute)}"
    return SheetStaffing(f"{line.name} {times}", line.needed, line.counts)


def away_of(month: Roster) -> tuple[tuple[str, str], ...]:
    """The letters of absences on the wall copy with what each means, X last."""
    found: dict[str, str] = {}
    for absence in month.absences.values():
        letter = wall_letter(absence)
        if letter != HIDDEN and absence.kind is not None:
            found[letter] = kind_name(absence.kind)
    hidden = any(wall_letter(each) == HIDDEN for each in month.absences.values())
    last = ((HIDDEN, kind_name(AbsenceKind.OTHER)),) if hidden else ()
    return (*sorted(found.items()), *last)


def legend_of(month: Roster) -> tuple[tuple[str, str], ...]:
    """The codes that stand on the sheet, with what each means there."""
    used: dict[str, RosterDuty] = {}
    # A duty that an absence cuts does not tell the hours of its code, unless no other does.
    whole = sorted(month.duties.items(), key=lambda item: item[0] in month.absences)
    for _place, duty in whole:
        used.setdefault(duty.code, duty)
    names = {each.code: each.name for each in month.templates}
    lines = [
        (code, f"{names.get(code, '')} {format_time(duty.starts_at)}–{format_time(duty.ends_at)}")
        for code, duty in sorted(used.items(), key=lambda item: -item[1].minutes)
    ]
    if any(month.kept_free.values()):
        lines.append((KEEP_FREE, _("free")))
    return tuple((code, words.strip()) for code, words in lines)


def sheet_number(month: date, paper: str) -> str:
    """The number a month roster is found by: DG-2026-11-A3."""
    return f"DG-{month:%Y-%m}-{paper}"


def subjects_of(month: Roster) -> tuple[str, ...]:
    """Whose data the sheet shows, as the log names them."""
    return tuple(f"officer:{each.officer_id}" for each in month.officers)
