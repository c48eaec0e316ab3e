"""Every sheet asks only for options there are, and every option says what it is for."""

from __future__ import annotations

from openblock.cli.choices import EVERY_SHEET
from openblock.cli.options import sheet_options


def test_every_option_a_sheet_asks_for_is_there_and_none_is_left_over():
    wanted = {option for choice in EVERY_SHEET.values() for option in choice.options}
    assert wanted == set(sheet_options())


def test_every_option_has_help():
    assert all(facts.get("help") for _flag, facts in sheet_options().values())
