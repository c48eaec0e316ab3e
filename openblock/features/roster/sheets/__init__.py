"""What stands on the sheets of the roster: month, week, own shifts, changes, the time-sheet."""

from openblock.features.roster.sheets.month import (
    RosterSheet,
    SheetBand,
    SheetCell,
    SheetDay,
    SheetOfficer,
    SheetStaffing,
    sheet_number,
    sheet_of,
    subjects_of,
)
from openblock.features.roster.sheets.words import team_name

__all__ = [
    "RosterSheet",
    "SheetBand",
    "SheetCell",
    "SheetDay",
    "SheetOfficer",
    "SheetStaffing",
    "sheet_number",
    "sheet_of",
    "subjects_of",
    "team_name",
]
