"""What a shadowing shift says of itself."""

from __future__ import annotations

from datetime import date

from tests.features.shadowing.queries.asking import shift


def test_a_shift_belongs_to_the_day_it_begins_on(block):
    assert shift(block, "night").day == date(2026, 3, 28)


def test_tr_11_what_counts_are_the_confirmed_minutes_and_else_the_planned_ones(block):
    assert shift(block, "seen").span.minutes == 720
    assert shift(block, "seen").minutes == 690
    assert shift(block, "missed").minutes == 720
