"""A group is booked in a few keys, and what forbids it stands beside the field meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from openblock import clock
from openblock.features.grounds.commands import BookArea, CancelBooking, book_area, cancel_booking
from openblock.features.grounds.queries import WeekAsked, booking_card, week
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.booking_dialog import BookingDialog
from openblock.ui.desk import Desk
from tests.features.grounds.outside import NOW, TODAY, on
from tests.rig import press, settle

Show = Callable[..., BookingDialog]


@pytest.fixture
def show(qtbot, block, desk: Desk, over: QWidget) -> Show:
    def opened(draft, booking_id=None, version=0) -> BookingDialog:
        over.show()
        deeds.book(desk, over, draft, booking_id, version)
        found = [each for each in over.findChildren(BookingDialog) if each.isVisible()]
        qtbot.waitExposed(found[-1])
        settle(20)
        return found[-1]

    return opened


def card(desk: Desk, booking_id: int):
    found = desk.read(booking_card, booking_id, clock.now())
    assert found is not None
    return found


def booked_on(desk: Desk, day):
    return desk.read(week, WeekAsked(day, day, None), NOW).bookings


def test_a_group_booked_before_is_booked_again_in_three_keys(qtbot, block, desk, over):
    """Enter on the calendar, the group's number, Enter: four steps are allowed."""
    over.show()
    draft = block.wish("field", "", 18, (15, 16))
    # The calendar's Enter: it calls the deed with the cell's area and time.
    deeds.book(desk, over, draft)
    dialog = over.findChildren(BookingDialog)[-1]
    qtbot.waitExposed(dialog)
    settle(20)
    press(dialog, Qt.Key.Key_1, ctrl=True)
    press(dialog, Qt.Key.Key_Return)
    (made,) = booked_on(desk, date(2026, 9, 18))
    assert made.residents == block.people("abcd")
    assert made.purpose == "Futbols"
    assert (made.span.start, made.span.end) == (on(18, 15), on(18, 16.5))
    assert made.officer_id in (block.normunds, block.kristine)
    desk.undo()
    assert booked_on(desk, date(2026, 9, 18)) == ()


def test_typed_letters_and_enter_add_people_and_are_counted(block, show):
    dialog = show(block.wish("hall", "", 17, (15, 16)))
    people = dialog.form.fields["residents"].editor
    press(dialog, "berz", Qt.Key.Key_Return)
    settle(20)
    press(dialog, "apsit", Qt.Key.Key_Return)
    settle(20)
    assert dialog.isVisible()
    assert people.value() == block.people("ab")
    assert people.count.text() == "2 of 4"


def test_what_forbids_it_stands_beside_its_field_before_anything_is_sent(block, show):
    dialog = show(block.wish("field", "ab", 17, (19, 20)))
    assert "19:37" in dialog.form.fields["hours"].problem()
    assert not dialog.save_button.isEnabled()
    dialog.form.fields["hours"].editor.end.set_value(19 * 60 + 30)
    dialog.look()
    assert dialog.form.fields["hours"].problem() == ""
    assert dialog.save_button.isEnabled()


def test_an_end_before_the_beginning_is_no_next_morning(block, show):
    dialog = show(block.wish("field", "ab", 17, (15, 16)))
    dialog.form.fields["hours"].editor.end.set_value(14 * 60)
    dialog.look()
    assert dialog.form.fields["hours"].problem()
    assert not dialog.save_button.isEnabled()


def test_a_warning_is_answered_in_the_same_dialog(block, desk, show):
    dialog = show(block.wish("hall", "ef", 17, (15, 16)))
    dialog.look()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.answer.editor.hasFocus()
    press(dialog, "both were asked", Qt.Key.Key_Return)
    names = [each.residents for each in booked_on(desk, date(2026, 9, 17))]
    assert block.people("ef") in names


def test_the_best_officer_is_chosen_until_somebody_chooses(block, show):
    dialog = show(block.wish("field", "ab", 17, (15, 16)))
    choice = dialog.form.fields["officer_id"].editor
    assert choice.value() in (block.ilze, block.kristine)
    assert "on duty" in dialog.reason.text()
    other = ({block.ilze, block.kristine} - {choice.value()}).pop()
    choice.set_value(other)
    choice.activated.emit(choice.currentIndex())
    dialog.form.fields["hours"].editor.set_length(90)
    dialog.look()
    assert choice.value() == other


def test_nobody_is_proposed_where_nobody_has_to_watch(block, show):
    dialog = show(block.wish("garden", "a", 17, (10, 11)))
    assert dialog.form.fields["officer_id"].value() is None


def test_saved_without_people_it_asks_who_takes_part(block, show):
    dialog = show(block.wish("field", "", 17, (15, 16)))
    assert dialog.form.fields["residents"].problem() == ""
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields["residents"].problem()


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unsaid(block, desk, show):
    row = card(desk, block.football).booking
    draft = block.wish("field", "abcd", 16, (15, 16.5), officer="agnese", purpose="Futbols")
    dialog = show(draft, row.booking_id, row.version)
    desk.run(
        book_area,
        BookArea(
            block.wish("field", "abc", 16, (15, 16), officer="agnese"), row.booking_id, row.version
        ),
    )
    dialog.form.fields["purpose"].set_value("Volejbols")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text()
    dialog.accept()
    assert card(desk, block.football).booking.purpose == "Volejbols"


def test_what_is_gone_is_said_in_the_message_bar(qtbot, block, desk, over):
    desk.run(cancel_booking, CancelBooking(block.gym, 1, "it rained in"))
    with qtbot.waitSignal(desk.refused):
        deeds.book(desk, over, block.wish("hall", "e", 17), 9999, 1)


def test_half_typed_it_comes_back_after_a_lock(block, desk, show, over):
    dialog = show(block.wish("field", "ab", 17, (15, 16)))
    dialog.form.fields["purpose"].set_value("Skriešana")
    deeds.keep_draft(over)
    dialog.reject()
    settle(20)
    deeds.put_back(desk, over)
    (again,) = [each for each in over.findChildren(BookingDialog) if each.isVisible()]
    assert again.form.fields["purpose"].value() == "Skriešana"
    assert again.form.fields["residents"].value() == block.people("ab")
    again.reject()
    settle(20)
    deeds.put_back(desk, over)
    assert not [each for each in over.findChildren(QDialog) if each.isVisible()]


def test_left_on_purpose_it_changes_nothing(block, desk, show):
    before = booked_on(desk, TODAY)
    dialog = show(block.wish("field", "ab", 16, (17, 18)))
    press(dialog, Qt.Key.Key_Escape)
    assert booked_on(desk, TODAY) == before


def test_where_bookings_are_approved_it_says_it_was_requested(block, sign_in, over):
    block.set("grounds_approval", True)
    desk = sign_in("duty_officer")
    said = []
    desk.said.connect(said.append)
    over.show()
    deeds.book(desk, over, block.wish("garden", "a", 17, (10, 11), purpose="Ravēšana"))
    (dialog,) = [each for each in over.findChildren(BookingDialog) if each.isVisible()]
    dialog.accept()
    assert said[-1].startswith("Requested: Ravēšana, Dārzs")
