"""Makes the sheets of the roster ready for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from openblock.errors import KnownError
from openblock.features.roster.queries import (
    Roster,
    absence_letters,
    comparison,
    month_roster,
    month_state,
    roster,
    version_roster,
)
from openblock.features.roster.queries.rows import Comparison, MonthState
from openblock.features.roster.sheets import sheet_number, sheet_of, subjects_of
from openblock.features.roster.sheets.changes import changes_number, changes_of
from openblock.features.roster.sheets.week import DAYS, monday_of, week_number, week_of
from openblock.features.roster.sheets.words import in_one_line
from openblock.features.roster.sheets_pdf import month_roster_pdf, week_roster_pdf
from openblock.features.roster.sheets_pdf.changes import changes_pdf
from openblock.features.roster.sheets_pdf.style import Paper
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_month
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]


def ready_month(read: Read, month: date, paper: Paper, number: int = 0) -> ReadySheet:
    """The roster of a month as it stands, or for a ``number`` as that version was."""
    if number:
        first = month.replace(day=1)
        found: Roster = read(version_roster, first, number)
        sheet = sheet_of(found, read(month_state, first).number)
    else:
        found = read(month_roster, month.year, month.month)
        sheet = sheet_of(found)
    version = in_one_line((sheet.state, sheet.state_detail))
    of_version = f"-V{number}" if number else ""
    return ReadySheet(
        key="month-roster",
        title=_("Month roster, {month}").format(month=format_month(month)),
        number=f"{sheet_number(month, paper)}{of_version}",
        file_name=f"roster-{month:%Y-%m}{of_version}",
        version=version,
        make=lambda imprint: month_roster_pdf(sheet, replace(imprint, version=version), paper),
        subjects=subjects_of(found),
        details={
            "month": f"{month:%Y-%m}",
            "paper": paper,
            **({"version": number} if number else {}),
        },
    )


def ready_week(read: Read, day: date) -> ReadySheet:
    """The roster of a day's week, with the times of every duty."""
    first = monday_of(day)
    found: Roster = read(roster, first, first + timedelta(days=DAYS - 1))
    sheet, number = week_of(found), week_number(first)
    version = sheet.state_detail

    def make(imprint: Imprint) -> bytes:
        return week_roster_pdf(sheet, replace(imprint, version=version))

    return ReadySheet(
        key="week-roster",
        title=_("Week roster, {week}").format(week=sheet.state),
        number=number,
        file_name=f"roster-{number.removeprefix('DN-').replace('-', '-W')}",
        version=version,
        make=make,
        subjects=subjects_of(found),
        details={"week": number.removeprefix("DN-").replace("-", "-W")},
    )


def ready_changes(
    read: Read,
    month: date,
    since: int | None = None,
    until: int | None = None,
    *,
    for_wall: bool = True,
) -> ReadySheet:
    """What changed in a month since a version: since the one posted last where none is named.

    Until the version ``until``, or as the month stands now.

    KnownError ``month-not-published``, and ``month-moved`` where there is no such version.
    """
    first = month.replace(day=1)
    state: MonthState = read(month_state, first)
    base = state.posted if since is None else since
    for each in (base, state.number if until is None else until):
        demand_version(state, each)
    found: Comparison = read(comparison, first, base, until)
    names = {row.officer_id: row.initialled if for_wall else row.name for row in read(officers)}
    sheet = changes_of(found, names, read(absence_letters), for_wall=for_wall)
    version = _("Wall copy") if for_wall else _("Duty copy")
    number = changes_number(found)
    people = sorted({each.officer_id for each in found.differences})
    return ReadySheet(
        key="roster-changes",
        title=_("Changes since version {number}, {month}").format(
            number=base, month=format_month(first)
        ),
        number=number,
        file_name=f"roster-changes-{first:%Y-%m}-{base}",
        version=version,
        make=lambda imprint: changes_pdf(sheet, replace(imprint, version=version)),
        subjects=tuple(f"officer:{each}" for each in people),
        details={
            "month": f"{first:%Y-%m}",
            "since": base,
            "until": found.until,
            "copy": "wall" if for_wall else "duty",
        },
    )


def demand_version(state: MonthState, number: int) -> None:
    """KnownError ``month-not-published``, ``month-moved`` unless the month has this version."""
    if not number:
        raise KnownError("month-not-published", month=state.month)
    if number > state.number:
        raise KnownError("month-moved", month=state.month, number=state.number)
