"""The days each way of showing the grounds has, over years, months and weeks."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.grounds.ui.modes import AREA, DAY, TABLE, Shown
from openblock.i18n import set_language

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize("mode", [AREA, TABLE])
def test_a_week_goes_from_monday_to_sunday(mode: str) -> None:
    shown = Shown(SUNDAY, mode)
    assert (shown.first, shown.last) == (date(2026, 11, 16), SUNDAY)
    assert shown.step(1).first == date(2026, 11, 23)
    assert shown.holds(date(2026, 11, 16))
    assert not shown.holds(date(2026, 11, 23))


def test_a_day_is_one_day_and_steps_by_one() -> None:
    shown = Shown(SUNDAY, DAY)
    assert (shown.first, shown.last, shown.step(-1).day) == (SUNDAY, SUNDAY, date(2026, 11, 21))


def test_the_title_names_days_year_and_week_over_a_new_year() -> None:
    set_language("en")
    assert Shown(date(2027, 1, 2)).title == "28 Dec – 3 Jan 2027, week 53"
    assert Shown(SUNDAY, DAY).title == "Su 22/11/2026"
    set_language("lv")
    assert Shown(date(2027, 1, 2)).title.startswith("28.12. – 03.01.2027.")
    set_language("en")


def test_beyond_what_the_programme_can_show_it_stays_at_the_last_day() -> None:
    assert Shown(date(2100, 12, 31)).step(1).day == date(2100, 12, 31)
