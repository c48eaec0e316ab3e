"""A calendar file, read back as an ordinary calendar reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from openblock import clock
from openblock.calendars import Appointment, calendar_file

MADE = datetime(2026, 11, 24, 6, 41, 12, 345, tzinfo=UTC)
SHIFT = Appointment(
    "shadowing-7@openblock",
    clock.at(date(2026, 11, 24), 540),
    clock.at(date(2026, 11, 24), 1140),
    "Prakses maiņa, mentors Ģērmane Dace",
)


def read(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_what_goes_in_comes_out_with_all_its_letters():
    (event,) = read(calendar_file("Prakse", [SHIFT], MADE))
    assert str(event["summary"]) == SHIFT.title
    assert str(event["uid"]) == SHIFT.uid
    assert event.start == SHIFT.starts_at
    assert event.end == SHIFT.ends_at
    assert event["dtstamp"].dt == MADE.replace(microsecond=0)


def test_equal_input_gives_equal_bytes_in_whatever_order_it_comes():
    later = Appointment("class-1@openblock", SHIFT.ends_at, MADE + timedelta(days=9), "Nodarbība")
    content = calendar_file("Prakse", [SHIFT, later], MADE)
    assert calendar_file("Prakse", [later, SHIFT], MADE) == content


def test_lines_end_as_the_format_asks_and_are_folded():
    long = Appointment(SHIFT.uid, SHIFT.starts_at, SHIFT.ends_at, "Ģarš " * 40)
    content = calendar_file("Prakse", [long], MADE)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert str(read(content)[0]["summary"]) == long.title


@pytest.mark.parametrize("words", ["O'Brien <b>&", "a, b; c", "back\\slash", "two\nlines"])
def test_no_sign_of_a_name_breaks_out_of_its_line(words):
    named = Appointment(SHIFT.uid, SHIFT.starts_at, SHIFT.ends_at, words, details=words)
    content = calendar_file("Prakse", [named], MADE)
    (event,) = read(content)
    assert str(event["summary"]) == words
    assert str(event["description"]) == words
    assert content.count(b"BEGIN:") == 2


@pytest.mark.parametrize(
    ("day", "first", "last", "hours"),
    [
        (date(2026, 3, 28), b"DTSTART:20260328T190000Z", b"DTEND:20260329T060000Z", 11),
        (date(2026, 10, 24), b"DTSTART:20261024T180000Z", b"DTEND:20261025T070000Z", 13),
    ],
)
def test_a_night_in_which_the_clocks_change_has_its_true_length(day, first, last, hours):
    night = Appointment("shadowing-8@openblock", clock.at(day, 1260), clock.at(day, 1980), "Nakts")
    content = calendar_file("Prakse", [night], MADE)
    assert first in content
    assert last in content
    (event,) = read(content)
    assert event.end - event.start == timedelta(hours=hours)


def test_a_changed_appointment_is_the_same_one_with_a_higher_revision():
    moved = Appointment(SHIFT.uid, SHIFT.starts_at, MADE + timedelta(days=1), "x", revision=3)
    content = calendar_file("Prakse", [moved], MADE)
    assert b"UID:shadowing-7@openblock\r\n" in content
    assert b"SEQUENCE:3\r\n" in content


def test_what_does_not_stand_yet_is_tentative_and_everything_is_private():
    open_one = Appointment(SHIFT.uid, SHIFT.starts_at, SHIFT.ends_at, "x", is_open=True)
    content = calendar_file("Prakse", [SHIFT, open_one], MADE)
    assert content.count(b"STATUS:TENTATIVE") == 1
    assert content.count(b"STATUS:CONFIRMED") == 1
    assert content.count(b"CLASS:PRIVATE") == 2


def test_what_does_not_take_place_is_cancelled_even_where_it_was_never_certain():
    off = Appointment(
        SHIFT.uid, SHIFT.starts_at, SHIFT.ends_at, "x", is_open=True, is_cancelled=True
    )
    content = calendar_file("Prakse", [off], MADE)
    assert b"STATUS:CANCELLED" in content
    assert b"STATUS:TENTATIVE" not in content


def test_a_calendar_of_nothing_is_still_a_calendar():
    assert read(calendar_file("Prakse", [], MADE)) == []
