"""How the sheets of the roster read on paper: rosters for the wall, sheets that are handed."""

from __future__ import annotations

from openblock.features.roster.sheets import RosterSheet
from openblock.features.roster.sheets_pdf.layout import draw_month_roster, draw_week_roster
from openblock.features.roster.sheets_pdf.style import Paper
from openblock.i18n import language
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint


def month_roster_pdf(sheet: RosterSheet, imprint: Imprint, paper: Paper) -> bytes:
    """The roster as a PDF in the language spoken now (PRN-02, PRN-04, PRN-05).

    Up to 60 officers stand on one A3 page; A4 takes as many pages as it needs. Equal input gives
    equal bytes. The file's title is the sheet's own and names no person.
    """
    leaves = draw_month_roster(sheet, imprint, paper)
    return write(leaves, f"{sheet.title} {sheet.period}", language())


def week_roster_pdf(sheet: RosterSheet, imprint: Imprint) -> bytes:
    """The week's roster with its times on A4 landscape; equal input gives equal bytes."""
    leaves = draw_week_roster(sheet, imprint)
    return write(leaves, f"{sheet.title} {sheet.period}", language())
