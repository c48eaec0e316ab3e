"""The last day of an absence belongs to it, also where only its date was typed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.until_edit import UntilEdit, until_words
from tests.features.shadowing.practising import on


@pytest.fixture
def edit(qtbot: QtBot) -> UntilEdit:
    made = UntilEdit(on(27, 0))
    qtbot.addWidget(made)
    return made


def test_the_midnight_after_is_the_last_minute_of_the_day(edit: UntilEdit) -> None:
    assert edit.day.value() == on(26, 12).date()
    assert edit.time.text() == "23:59"
    assert edit.value() == on(27, 0)


def test_another_date_alone_takes_the_whole_of_that_day(edit: UntilEdit) -> None:
    edit.day.set_value(on(30, 12).date())
    assert edit.value() == on(31, 0)


def test_every_other_time_is_the_time_it_says(edit: UntilEdit) -> None:
    edit.time.setText("12:30")
    assert edit.value() == on(26, 12.5)
    edit.time.setText("0:00")
    assert edit.value() == on(26, 0)
    edit.set_value(on(26, 9))
    assert (edit.time.text(), edit.value()) == ("09:00", on(26, 9))


def test_on_the_day_clocks_change_the_day_still_ends_at_midnight(edit: UntilEdit) -> None:
    edit.set_value(on(30, 0))
    assert edit.day.value() == on(29, 12).date()
    assert edit.value() == on(30, 0)


def test_half_of_it_is_nothing(edit: UntilEdit) -> None:
    edit.day.setText("")
    assert edit.value() is None
    edit.set_value(None)
    assert edit.value() is None


def test_in_a_list_it_reads_as_it_was_typed() -> None:
    assert until_words(on(27, 0)) == "26/03/2026 23:59"
    assert until_words(on(27, 9)) == "27/03/2026 09:00"
