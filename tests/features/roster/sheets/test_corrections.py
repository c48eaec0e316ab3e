"""Addenda beneath the time-sheet, and the totals they come to."""

from dataclasses import replace

from openblock.features.roster.sheets.corrections import corrections, signed
from tests.features.roster.printed_time_sheet import addendum, full_name, time_sheet_of


def test_every_addendum_is_a_line_and_everybody_has_corrected_totals():
    read = time_sheet_of(4)
    read = replace(read, addenda=(addendum(read, 0, 180), addendum(read, 0, -450, -60)))
    first, second, totals = corrections(read)
    assert first.startswith(f"Addendum: {full_name(0)}, 17 Jan: +3 h, at night 0 h; aizmirsts")
    assert "−7.5 h, at night −1 h" in second
    # 192 + 3 − 7.5, of them at night 64 − 1; 24 over the norm less 4.5, and so in the period.
    assert totals == (
        f"Corrected: {full_name(0)}: in all 187.5, at night 63, overtime 19.5, in the period 19.5"
    )


def test_without_addenda_nothing_stands_there():
    assert corrections(time_sheet_of(4)) == ()


def test_a_sign_stands_before_what_is_more_or_fewer():
    assert (signed(90), signed(0), signed(-90)) == ("+1.5", "0", "−1.5")
