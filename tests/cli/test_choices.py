"""Every sheet of the command line stands in one list, under one name, with help of its own."""

from __future__ import annotations

from openblock.cli.choices import EVERY_SHEET
from openblock.cli.grounds import GROUNDS
from openblock.cli.practice import PRACTICE
from openblock.cli.roster import ROSTER
from openblock.cli.sheets import SHEETS


def test_no_sheet_hides_another_of_the_same_name():
    assert len(EVERY_SHEET) == len(SHEETS) + len(PRACTICE) + len(GROUNDS) + len(ROSTER)


def test_all_sheets_have_different_help():
    helps = [choice.help() for choice in EVERY_SHEET.values()]
    assert len(set(helps)) == len(helps)
