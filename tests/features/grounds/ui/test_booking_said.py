"""The status bar says which booking, and of nobody that they were in it."""

from __future__ import annotations

from openblock.features.grounds.ui.booking_said import named


def test_a_booking_is_called_without_anybodys_name(block):
    content = block.wish("field", "ab", 16, (15, 16.5), purpose="Futbols")
    assert named(content, "Sporta laukums") == "Futbols, Sporta laukums, We 16 Sep 15:00–16:30"
