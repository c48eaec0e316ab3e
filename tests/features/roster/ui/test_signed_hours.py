"""Hours more or fewer are read as people write them, and never guessed."""

from __future__ import annotations

import pytest

from openblock.features.roster.ui.signed_hours import SignedHoursEdit, read_signed_hours


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("+2", 120),
        ("1:30", 90),
        ("-1:30", -90),
        ("\N{MINUS SIGN}0,5", -30),
        ("\N{EN DASH} 0.25", -15),
        ("7,5", 450),
        ("0", 0),
        ("1:60", None),
        ("1,333", None),
        ("two", None),
        ("--2", None),
    ],
)
def test_hours_are_read_with_their_sign_or_not_at_all(typed, minutes):
    assert read_signed_hours(typed) == minutes


def test_what_cannot_be_read_is_said_and_an_empty_line_is_nothing(qtbot):
    line = SignedHoursEdit(-90)
    qtbot.addWidget(line)
    assert line.text() == "\N{MINUS SIGN}1.5"
    assert (line.value(), line.unread()) == (-90, "")
    line.setText("much")
    assert line.value() == 0
    assert "1:30" in line.unread()
    line.setText("")
    assert (line.value(), line.unread()) == (0, "")
