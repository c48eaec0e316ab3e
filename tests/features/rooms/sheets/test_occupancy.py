"""The figures of a period and their averages."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.rooms.sheets import occupancy_report
from openblock.features.rooms.sheets.occupancy import share_of
from tests.features.rooms.printed_house import day_of_beds

FIRST, LAST = date(2026, 1, 1), date(2026, 1, 3)


def report(*in_use: int, **facts):
    days = tuple(day_of_beds(at, in_use=used, **facts) for at, used in enumerate(in_use))
    return occupancy_report(days, FIRST, LAST)


def test_averages_count_every_day_once():
    sheet = report(40, 43, 46)
    assert sheet.average("beds_in_use") == pytest.approx(43)
    assert sheet.average("usable") == pytest.approx(46)
    assert sheet.share == pytest.approx(129 / 138)


def test_the_fullest_and_the_emptiest_day_are_the_first_of_several():
    sheet = report(41, 40, 40, 46, 46)
    assert sheet.emptiest.day == date(2026, 1, 2)
    assert sheet.fullest.day == date(2026, 1, 4)


def test_a_period_of_no_day_and_a_house_of_no_bed_have_no_share():
    empty = report()
    assert (empty.share, empty.fullest, empty.emptiest) == (None, None, None)
    assert empty.average("beds") == 0
    closed = report(0, beds=2, shut_beds=2)
    assert closed.share is None
    assert share_of(closed.days[0].roll) is None


def test_the_free_beds_of_a_house_that_is_too_full_are_a_minus():
    sheet = report(48)
    assert sheet.average("free") == -2
    assert share_of(sheet.days[0].roll) > 1


def test_every_figure_of_the_roll_is_defined_in_words():
    terms = [term for term, _words in report(1).definitions]
    assert {"Beds", "Out of service", "Usable", "In use", "Free", "Without a bed"} <= set(terms)
