"""Every date of a booking that repeats is shown before any is booked, and undo takes all back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.rules.content import Repeat
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.booking_dialog import BookingDialog
from openblock.features.grounds.ui.series_dialog import SeriesDialog
from openblock.ui.desk import Desk
from tests.features.grounds.outside import NOW
from tests.rig import press, settle, wait_for

Show = Callable[..., SeriesDialog]


def shown(over: QWidget, kind: type):
    return [each for each in over.findChildren(kind) if each.isVisible()]


@pytest.fixture
def show(block, desk: Desk, over: QWidget) -> Show:
    def opened(draft, until: date | None = None) -> SeriesDialog:
        over.show()
        deeds.repeat(desk, over, draft)
        (dialog,) = shown(over, SeriesDialog)
        if until is not None:
            dialog.form.fields["until"].set_value(until)
            dialog.look()
        wait_for(lambda: dialog.dates)
        return dialog

    return opened


def booked(desk: Desk, first: date, last: date):
    return desk.read(week, WeekAsked(first, last, None), NOW).bookings


def futbols(desk: Desk) -> list[date]:
    found = booked(desk, date(2026, 9, 17), date(2026, 12, 31))
    return [each.day for each in found if each.purpose == "Futbols"]


def test_dates_after_the_sun_has_set_are_named_and_only_the_others_booked(block, desk, show):
    """The lit evenings end in October; the roster is laid for the first two weeks only."""
    draft = block.wish("field", "ab", 17, (17, 18), officer="ilze", purpose="Futbols")
    dialog = show(draft, date(2026, 12, 31))
    QAbstractItemModelTester(dialog.model)
    skipped = [each.day for each in dialog.dates if each.skipped]
    dark = [each.day for each in dialog.dates if each.day >= date(2026, 10, 25)]
    assert skipped == dark
    assert (
        dialog.counts.text()
        == f"{len(dialog.dates) - len(dark)} dates to book, {len(dark)} skipped"
    )
    why = dialog.model.columns[-1].show(dialog.dates[-1])
    assert "sun" in why.casefold()
    press(dialog, Qt.Key.Key_Return)
    if dialog.isVisible():
        # The roster of later weeks is not laid: that is a warning, and wants a reason.
        press(dialog, "roster follows", Qt.Key.Key_Return)
    kept = [each.day for each in dialog.dates if not each.skipped]
    assert futbols(desk) == kept
    desk.undo()
    assert futbols(desk) == []


def test_enter_before_the_dates_are_looked_at_waits_for_them(block, desk, over):
    over.show()
    deeds.repeat(desk, over, block.wish("garden", "a", 17, (10, 11), purpose="Ravēšana"))
    (dialog,) = shown(over, SeriesDialog)
    settle(20)
    dialog.form.fields["until"].set_value(date(2026, 9, 24))
    press(dialog, Qt.Key.Key_Return)
    wait_for(lambda: not shown(over, SeriesDialog))
    days = [each.day for each in booked(desk, date(2026, 9, 17), date(2026, 9, 30))]
    assert days.count(date(2026, 9, 24)) == 1


def test_every_day_needs_no_weekdays(block, show):
    dialog = show(block.wish("garden", "a", 17, (10, 11)))
    dialog.form.fields["until"].set_value(date(2026, 9, 20))
    dialog.form.fields["repeat"].set_value(Repeat.DAILY)
    dialog.look()
    wait_for(lambda: len(dialog.dates) == 4)
    assert dialog.form.fields["weekdays"].isHidden()


@pytest.mark.parametrize(
    ("days", "stopped"), [(timedelta(days=184), False), (timedelta(days=185), True)]
)
def test_half_a_year_is_the_longest(block, desk, over, days, stopped):
    over.show()
    deeds.repeat(desk, over, block.wish("garden", "a", 17, (10, 11)))
    (dialog,) = shown(over, SeriesDialog)
    dialog.form.fields["until"].set_value(date(2026, 9, 17) + days)
    dialog.look()
    assert bool(dialog.form.fields["until"].problem()) is stopped
    settle(50)


def test_back_leads_to_the_booking_with_all_that_was_typed(block, over, show):
    draft = block.wish("field", "ab", 17, (17, 18), officer="ilze", purpose="Futbols")
    dialog = show(draft)
    dialog.back_button.click()
    settle(20)
    (booking,) = shown(over, BookingDialog)
    assert booking.form.fields["residents"].value() == block.people("ab")
    assert booking.form.fields["purpose"].value() == "Futbols"
    booking.repeat_button.click()
    settle(20)
    assert not shown(over, BookingDialog)
    (again,) = shown(over, SeriesDialog)
    again.reject()


def test_half_typed_it_comes_back_after_a_lock(block, desk, over, show):
    dialog = show(block.wish("garden", "a", 17, (10, 11), purpose="Ravēšana"))
    dialog.form.fields["until"].set_value(date(2026, 10, 1))
    deeds.keep_draft(over)
    dialog.reject()
    settle(20)
    deeds.put_back(desk, over)
    (again,) = shown(over, SeriesDialog)
    assert again.form.fields["until"].value() == date(2026, 10, 1)
    again.reject()
