"""What is free is found by the time or by the area, and booked from there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.booking_dialog import BookingDialog
from openblock.features.grounds.ui.finder_dialog import FinderDialog
from openblock.ui.desk import Desk
from tests.features.grounds.outside import on
from tests.rig import press, settle


@pytest.fixture
def finder(block, desk: Desk, over: QWidget) -> FinderDialog:
    over.show()
    deeds.find_free(desk, over, on(17, 20), on(17, 21))
    (dialog,) = [each for each in over.findChildren(FinderDialog) if each.isVisible()]
    settle(20)
    return dialog


def entries(dialog: FinderDialog):
    return {each.title: each for each in dialog.found.entries.lines}


def test_the_time_first_says_what_is_free_and_why_the_rest_is_not(block, finder):
    found = entries(finder)
    assert found["Sporta zāle"].fit
    assert found["Sporta zāle"].aside == "4 of 4 left"
    assert not found["Sporta laukums"].fit
    assert "19:37" in found["Sporta laukums"].reasons
    assert "Korpuss" not in found


def test_too_many_people_rule_a_small_area_out(block, finder):
    finder.form.fields["number"].set_value(5)
    finder.look()
    found = entries(finder)
    assert not found["Sporta zāle"].fit
    assert "5" in found["Sporta zāle"].reasons
    assert found["Ciemiņu stūris"].fit


def test_enter_leads_to_the_booking_with_all_that_was_chosen(block, over, finder):
    finder.form.fields["residents"].set_value(block.people("ab"))
    finder.look()
    chosen = finder.found.line()
    assert chosen is not None
    press(finder, Qt.Key.Key_Return)
    settle(20)
    (booking,) = [each for each in over.findChildren(BookingDialog) if each.isVisible()]
    assert booking.form.fields["area_id"].value() == chosen.what
    assert booking.form.fields["residents"].value() == block.people("ab")
    assert booking.request().content.starts_at == on(17, 20)
    booking.reject()


def test_the_area_first_gives_the_free_times_of_the_day(block, over, finder):
    finder.form.fields["area_id"].set_value(block.corner)
    finder.form.fields["day"].set_value(date(2026, 9, 18))
    finder.look()
    times = [each.title for each in finder.found.entries.lines]
    assert times == ["07:00–21:00"]
    finder.found.take(1)
    settle(20)
    (booking,) = [each for each in over.findChildren(BookingDialog) if each.isVisible()]
    assert booking.request().content.starts_at == on(18, 20)
    booking.reject()
