"""A class repeats on the weekdays ticked until a day, without the holidays."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.shadowing.ui.repeat_edit import MOST_DATES, Repeat, RepeatEdit, dates_of

MONDAY = date(2026, 11, 23)
TUESDAY_AND_FRIDAY = (1, 4)


def test_without_weekdays_a_class_is_once():
    assert dates_of(MONDAY, Repeat()) == (MONDAY,)
    assert dates_of(MONDAY, Repeat((), date(2026, 12, 24))) == (MONDAY,)


def test_the_first_day_is_kept_and_the_last_one_counts():
    found = dates_of(MONDAY, Repeat(TUESDAY_AND_FRIDAY, date(2026, 12, 1)))
    assert found == (MONDAY, date(2026, 11, 24), date(2026, 11, 27), date(2026, 12, 1))


def test_holidays_are_left_out_but_never_the_day_typed():
    christmas = {date(2026, 12, 25): "Christmas"}
    found = dates_of(date(2026, 12, 22), Repeat((1, 4), date(2026, 12, 29)), christmas)
    assert found == (date(2026, 12, 22), date(2026, 12, 29))
    assert dates_of(date(2026, 12, 25), Repeat(), christmas) == (date(2026, 12, 25),)


def test_an_end_before_the_beginning_repeats_nothing():
    assert dates_of(MONDAY, Repeat((0, 1), date(2026, 11, 1))) == (MONDAY,)


def test_a_year_typed_wrong_does_not_make_dates_for_centuries():
    every_day = tuple(range(7))
    assert len(dates_of(MONDAY, Repeat(every_day, date(2926, 1, 1)))) == MOST_DATES + 1


@pytest.fixture
def repeat(qtbot) -> RepeatEdit:
    made = RepeatEdit()
    qtbot.addWidget(made)
    return made


def test_weekdays_without_an_end_are_not_understood(repeat):
    repeat.weekdays.boxes[0].click()
    assert repeat.unread() == "Until which day?"
    repeat.until.setText("18.12.2026")
    assert repeat.unread() == ""
    assert repeat.value() == Repeat((0,), date(2026, 12, 18))


def test_what_is_filled_in_comes_back(repeat):
    repeat.set_value(Repeat((2, 4), date(2026, 12, 18)))
    assert repeat.value() == Repeat((2, 4), date(2026, 12, 18))
    assert [box.text() for box in repeat.weekdays.boxes.values()][:2] == ["Mo", "Tu"]
