"""A roster sheet of any number of officers, with names that hold every Latvian letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from openblock.clock import days_of_month
from openblock.features.roster.sheets import (
    RosterSheet,
    SheetBand,
    SheetCell,
    SheetDay,
    SheetOfficer,
    SheetStaffing,
)
from openblock.i18n import format_month, weekday_letters
from openblock.printing.sheet import Imprint

SURNAMES = (
    "Āboliņš",
    "Bērziņa",
    "Čudare",
    "Dūmiņa",
    "Ēķis",
    "Ģērmane",
    "Īvāns",
    "Ķirsis",
    "Ļaudams",
    "Ņikitina-Čakstiņa",
    "Šķēle",
    "Ūsiņš",
    "Žagars",
    "Ōzols",
    "Ŗutks",
)
HOLIDAYS = {date(2026, 11, 18)}
IMPRINT = Imprint(
    block="Olaines cietums · Atklātā cietuma korpuss",
    sheet_number="DG-2026-11",
    version="Projekts",
    printed_by="Cīrulis K.",
    printed_at=datetime(2026, 11, 24, 6, 41, tzinfo=UTC),
    audit_number=48213,
    audit_head="7c41e09a52d8ffee00",
)


def sheet_days(year: int, month: int) -> tuple[SheetDay, ...]:
    def kind(day: date) -> str:
        if day in HOLIDAYS:
            return "holiday"
        return "weekend" if day.weekday() >= 5 else "workday"

    return tuple(
        SheetDay(day, weekday_letters(day), kind(day)) for day in days_of_month(year, month)
    )


def name_of(number: int) -> str:
    """A different name for each number: ``Āboliņš A.``, …, ``Bērziņa B.``"""
    surname = SURNAMES[number % len(SURNAMES)]
    return f"{surname} {'ABCDEFGHIJKLMNOPRSTUVZ'[number // len(SURNAMES)]}."


def officer(number: int, days: int, team: int = 0) -> SheetOfficer:
    """An officer whose hours are 1000 + ``number``, so that the row can be told from any other."""
    cells = tuple(SheetCell("24" if place % 4 == team else "") for place in range(days))
    return SheetOfficer(
        name=name_of(number),
        position="uzraudze",
        cells=cells,
        duties=sum(1 for cell in cells if cell.code),
        minutes=(1000 + number) * 60,
        night_minutes=64 * 60,
        norm_minutes=160 * 60,
    )


def band(name: str, numbers: range, days: int, team: int = 0) -> SheetBand:
    return SheetBand(name, tuple(officer(number, days, team) for number in numbers))


def roster_sheet(
    officers: int = 26, year: int = 2026, month: int = 10, teams: int = 4
) -> RosterSheet:
    days = sheet_days(year, month)
    edges = [officers * team // teams for team in range(teams + 1)]
    counts = tuple(4 if place == 11 else 6 for place in range(len(days)))
    return RosterSheet(
        title="Dežūru grafiks",
        period=format_month(days[0].day),
        state="Projekts",
        state_detail="nav publicēts",
        days=days,
        bands=tuple(
            band(f"{team + 1}. maiņa", range(edges[team], edges[team + 1]), len(days), team)
            for team in range(teams)
        ),
        staffing=(
            SheetStaffing("Dienā 09:00–21:00", 5, (6,) * len(days)),
            SheetStaffing("Naktī 21:00–09:00", 5, counts),
        ),
        legend=(("24", "diennakts 09:00–09:00"), ("B", "brīvs")),
        remarks=("12.10. 21:00–09:00, Naktī: 4 no 5", "Norma: 22 darba dienas × 8 h"),
        signatures=("Sastādīja", "Saskaņoja personāla daļa", "Apstiprināja priekšnieks"),
    )


def with_first(sheet: RosterSheet, **facts: object) -> RosterSheet:
    """The sheet with these facts of its first officer changed."""
    first, *others = sheet.bands
    changed = (replace(first.officers[0], **facts), *first.officers[1:])
    return replace(sheet, bands=(replace(first, officers=changed), *others))
