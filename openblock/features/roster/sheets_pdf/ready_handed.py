"""Makes ready what is handed over: the time-sheet, one officer's shifts, as paper or as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from openblock import clock
from openblock.calendars import calendar_file
from openblock.errors import KnownError
from openblock.features.roster.queries import (
    absence_letters,
    calendar_days,
    comparison,
    limits,
)
from openblock.features.roster.queries.figures import OwnShifts, TimeSheet
from openblock.features.roster.queries.own_shifts import own_shifts
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.sheets.appointments import appointments
from openblock.features.roster.sheets.own import own_number, own_of
from openblock.features.roster.sheets.time_sheet import (
    FormSheet,
    form_number,
    form_of,
    form_subjects,
)
from openblock.features.roster.sheets.words import in_one_line
from openblock.features.roster.sheets.workbook import workbook_of
from openblock.features.roster.sheets_pdf.own import own_pdf
from openblock.features.roster.sheets_pdf.style import Paper
from openblock.features.roster.sheets_pdf.time_sheet import time_sheet_pdf
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_month
from openblock.importing.laid_out import laid_out_workbook
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]


def ready_time_sheet(read: Read, month: date, paper: Paper) -> ReadySheet:
    """The official time-sheet of a month, as it was closed or as it stands."""
    form = _Form.read(read, month)
    version = form.sheet.version

    def make(imprint: Imprint) -> bytes:
        return time_sheet_pdf(form.sheet, replace(imprint, version=version), paper)

    return replace(form.ready(make), details={**form.details, "paper": paper})


def ready_workbook(read: Read, month: date) -> ReadySheet:
    """The same time-sheet as a workbook."""
    form = _Form.read(read, month)

    def make(imprint: Imprint) -> bytes:
        footer = f"{form.number} · {form.sheet.version} · {imprint.printed_by} {imprint.remark}"
        laid = workbook_of(form.sheet, form.number, imprint.printed_at, footer.strip())
        return laid_out_workbook(laid)

    return replace(form.ready(make), details={**form.details, "format": "xlsx"})


@dataclass(frozen=True, slots=True)
class _Form:
    """What both forms of the time-sheet have in common."""

    sheet: FormSheet
    number: str
    subjects: tuple[str, ...]

    @classmethod
    def read(cls, read: Read, month: date) -> _Form:
        first = month.replace(day=1)
        found: TimeSheet = read(time_sheet, first)
        days = clock.days_of_month(first.year, first.month)
        sheet = form_of(
            found, read(calendar_days, days[0], days[-1]), read(absence_letters), read(limits)
        )
        return cls(sheet, form_number(first), form_subjects(found))

    @property
    def details(self) -> dict[str, object]:
        return {"month": f"{self.sheet.month:%Y-%m}"}

    def ready(self, make: Callable[[Imprint], bytes]) -> ReadySheet:
        return ReadySheet(
            key="time-sheet",
            title=_("Time-sheet, {month}").format(month=self.sheet.period),
            number=self.number,
            file_name=f"time-sheet-{self.sheet.month:%Y-%m}",
            version=self.sheet.version,
            make=make,
            subjects=self.subjects,
            recipient=_("Accounting"),
        )


def ready_own(read: Read, officer_id: int, month: date) -> ReadySheet:
    """One officer's month on paper. KnownError ``officer-unknown``."""
    found: OwnShifts = read(own_shifts, officer_id, month.replace(day=1))
    sheet = own_of(found, read(absence_letters))
    version = in_one_line((sheet.state, sheet.state_detail))
    return _own(found, version, lambda imprint: own_pdf(sheet, replace(imprint, version=version)))


def ready_calendar(read: Read, officer_id: int, month: date, at: datetime) -> ReadySheet:
    """One officer's month as an ``.ics`` file. KnownError ``officer-unknown``."""
    first = month.replace(day=1)
    found: OwnShifts = read(own_shifts, officer_id, first)
    since = read(comparison, first, 1) if found.state.number else None
    content = calendar_file(_("Duties"), appointments(found, since), at)
    ready = _own(found, "", lambda _imprint: content)
    return replace(ready, key="own-calendar", details={**ready.details, "format": "ics"})


def _own(found: OwnShifts, version: str, make: Callable[[Imprint], bytes]) -> ReadySheet:
    month = f"{found.month:%Y-%m}"
    return ReadySheet(
        key="own-shifts",
        title=_("Own shifts of {name}, {month}").format(
            name=found.name, month=format_month(found.month)
        ),
        number=own_number(found),
        file_name=f"shifts-{found.officer_id}-{month}",
        version=version,
        make=make,
        subjects=(f"officer:{found.officer_id}",),
        details={"month": month},
        recipient=found.name,
    )


def officer_named(read: Read, badge: str) -> tuple[int, str]:
    """The officer with a badge: number and name. KnownError ``officer-unknown``."""
    wanted = badge.strip().casefold()
    for row in read(officers):
        if wanted and row.badge.casefold() == wanted:
            return row.officer_id, row.name
    raise KnownError("officer-unknown")
