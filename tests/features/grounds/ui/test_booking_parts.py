"""The parts of the booking dialog, each by itself."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from openblock import clock
from openblock.features.grounds.queries import earlier_groups
from openblock.features.grounds.rules.content import AreaContent, GroundsLimits, Light, Span
from openblock.features.grounds.ui.area_facts import area_facts
from openblock.features.grounds.ui.booking_entries import EntriesList, EntryLine
from openblock.features.grounds.ui.booking_groups import lines_of
from openblock.features.grounds.ui.booking_half import draft_of, typed_of
from openblock.features.grounds.ui.booking_said import named
from openblock.features.grounds.ui.booking_times import QuartersEdit
from openblock.features.grounds.ui.people_edit import PeopleEdit
from tests.features.grounds.outside import NOW, on
from tests.rig import press

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.fixture
def times(qtbot) -> QuartersEdit:
    made = QuartersEdit()
    qtbot.addWidget(made)
    made.set_day(date(2026, 9, 16))
    made.set_value(Span(on(16, 14), on(16, 15.5)))
    made.show()
    return made


@pytest.mark.parametrize("typed", ["16", "1600", "16:00", "16.00"])
def test_an_hour_is_typed_as_anywhere_and_the_end_goes_along(times, typed):
    times.start.setText(typed)
    times.start.editingFinished.emit()
    assert times.value() == Span(on(16, 16), on(16, 17.5))


@pytest.mark.parametrize(
    ("minute", "key", "then"),
    [
        (14 * 60, Qt.Key.Key_Up, 14 * 60 + 15),
        (14 * 60, Qt.Key.Key_Down, 13 * 60 + 45),
        (14 * 60 + 7, Qt.Key.Key_Up, 14 * 60 + 15),
        (14 * 60 + 7, Qt.Key.Key_Down, 14 * 60),
        (24 * 60, Qt.Key.Key_Up, 24 * 60),
        (0, Qt.Key.Key_Down, 0),
    ],
)
def test_the_arrows_step_to_the_next_quarter(times, minute, key, then):
    times.end.set_value(minute)
    QTest.keyClick(times.end, key)
    assert times.end.value() == then


def test_the_end_of_a_day_is_that_midnight_and_no_slip(times):
    times.end.setText("24")
    assert times.value() == Span(on(16, 14), on(17, 0))
    times.end.setText("13")
    assert times.value() == Span(on(16, 14), on(16, 13))
    assert times.length.text() == ""


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_on_the_day_the_clock_changes_the_wall_clock_holds(times, day):
    times.set_day(day)
    times.start.setText("10")
    times.end.setText("11:30")
    span = times.value()
    assert span is not None
    assert [clock.local(each).hour for each in (span.start, span.end)] == [10, 11]
    assert span.minutes == 90


def test_delete_takes_the_person_out_and_the_picker_offers_them_again(qtbot, block, desk):
    edit = PeopleEdit(desk)
    QAbstractItemModelTester(edit.model)
    qtbot.addWidget(edit)
    edit.offer_places(2)
    edit.set_value(block.people("cab"))
    assert edit.value() == block.people("abc")
    assert edit.count.text() == "3 of 2"
    edit.list.setCurrentIndex(edit.model.index(1))
    QTest.keyClick(edit.list, Qt.Key.Key_Delete)
    assert edit.value() == block.people("ac")
    edit.show()
    edit.picker.setFocus()
    press(edit, "berz", Qt.Key.Key_Return)
    assert edit.value() == block.people("abc")


def test_whom_a_problem_names_carries_a_sign(qtbot, block, desk):
    edit = PeopleEdit(desk)
    qtbot.addWidget(edit)
    edit.set_value(block.people("ab"))
    edit.model.mark({"Bērziņš Jānis"})
    shown = [edit.model.index(row).data() for row in (0, 1)]
    assert shown == ["Apsītis Jānis", "▲ Bērziņš Jānis"]


def test_a_digit_takes_an_entry_and_nothing_takes_what_cannot_be_had(qtbot):
    entries = EntriesList("Groups")
    QAbstractItemModelTester(entries.entries)
    qtbot.addWidget(entries)
    lines = (EntryLine("no", 0, "Field", fit=False), EntryLine("yes", 1, "O'Brien <b>&"))
    entries.show_lines(lines)
    taken = []
    entries.taken.connect(taken.append)
    QTest.keyClick(entries, Qt.Key.Key_1)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    entries.setCurrentIndex(entries.entries.index(0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    QTest.keyClick(entries, Qt.Key.Key_2)
    assert taken == ["yes", "yes"]


def test_a_group_says_who_it_is_and_when_it_was(block, desk):
    groups = desk.read(earlier_groups, block.field, NOW)
    lines = lines_of(groups, {}, block.field)
    assert (lines[0].number, lines[0].title) == (1, "Futbols")
    assert lines[0].aside.startswith("4 people, 1.5 h") or "1:30" in lines[0].aside
    assert lines[0].reasons.startswith("Apsītis Jānis, ")


def test_a_booking_is_called_without_anybodys_name(block):
    content = block.wish("field", "ab", 16, (15, 16.5), purpose="Futbols")
    assert named(content, "Sporta laukums") == "Futbols, Sporta laukums, We 16 Sep 15:00–16:30"


def test_what_is_half_typed_is_a_draft_again(block):
    content = block.wish("field", "ab", 16, (15, 16.5), officer="agnese", purpose="Futbols")
    assert draft_of({**typed_of(content), "version": 3}) == (content, 3)


def test_the_line_of_an_area_holds_what_is_asked_first():
    day = date(2026, 9, 16)
    light = Light(day, on(16, 6.95), on(16, 19.65), None, None)
    said = area_facts(AreaContent("Field"), light, (Span(on(16, 7), on(16, 21)),), GroundsLimits())
    assert said == ("12 places · one officer for 12 · by daylight 06:57–19:39 · open 07:00–21:00")
    sunless = Light(day, None, None, None, None, always=True)
    assert "by daylight" in area_facts(AreaContent("Field"), sunless, (), GroundsLimits())
