"""The sheets Ctrl+P offers on the roster tab, with the shown month filled in."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.roster.queries import Roster, month_roster
from openblock.features.roster.sheets import sheet_number, sheet_of, subjects_of
from openblock.features.roster.sheets_pdf import month_roster_pdf
from openblock.features.roster.ui.period import Period
from openblock.i18n import _
from openblock.printing.sheet import Imprint
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import Paper, SheetOffer


def sheet_offers(desk: Desk, period: Period) -> tuple[SheetOffer, ...]:
    """The month roster of the month ``period`` begins in."""
    first = Period(period.first).first
    month: Roster = desk.read(month_roster, first.year, first.month)

    def make(imprint: Imprint, paper: Paper) -> bytes:
        # Read again: the sheet is made in the language and from the data of this moment.
        fresh = desk.read(month_roster, first.year, first.month)
        sheet, number = sheet_of(fresh), sheet_number(first, paper)
        return month_roster_pdf(
            sheet, replace(imprint, version=sheet.state, sheet_number=number), paper
        )

    name = f"{first:%Y-%m}"
    return (
        SheetOffer(
            key="month-roster",
            title=_("Month roster, {month}").format(month=Period(first).title),
            make=make,
            file_name=f"roster-{name}",
            number=f"DG-{name}",
            papers=("A4", "A3"),
            subjects=subjects_of(month),
            consultation=Consultation("roster", name),
            details={"month": name},
        ),
    )
