"""How bookings, closures and lengths read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.clock import at
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.calendar.picture import CalendarPicture, Shut
from openblock.features.grounds.ui.calendar.wording import (
    closure_lines,
    heads_words,
    last_line,
    length_words,
    spoken_booking,
    spoken_shut,
    title_of,
)
from tests.features.grounds.ui.calendar.invented import LOST, MONDAY, booking

ROW = booking(1, MONDAY, 600, 720)


@pytest.mark.parametrize(
    ("minutes", "words"), [(15, "15 min"), (60, "1 h"), (90, "1 h 30 min"), (0, "0 min")]
)
def test_lengths_are_hours_and_minutes(minutes: int, words: str) -> None:
    assert length_words(minutes) == words


def test_every_state_but_the_usual_one_has_its_own_sign_or_words() -> None:
    said = {
        (heads_words(row), last_line(row)) for state in State for row in [replace(ROW, state=state)]
    }
    assert len(said) == len(State)


def test_a_booking_without_a_purpose_is_named_by_its_area() -> None:
    assert title_of(replace(ROW, purpose="")) == "Sports field"


def test_why_it_was_cancelled_stands_in_the_supervisors_place() -> None:
    assert last_line(replace(ROW, state=State.CANCELLED, cause="rain")) == "rain"
    assert last_line(replace(ROW, state=State.CANCELLED)) == "cancelled"


def test_a_booking_is_read_out_with_what_is_wrong(picture: CalendarPicture) -> None:
    block = replace(picture.block_of(1), row=replace(ROW, lost=LOST))
    said = spoken_booking(block)
    assert said.startswith(
        "Football, Sports field, Monday, 16 November 2026 10:00–12:00, 8 people of 12, approved, "
        "supervisor Kalējs M. "
    )
    assert "Egle Inese" in said


def test_a_closure_has_letter_hours_and_reason(picture: CalendarPicture) -> None:
    shut = picture.shuts[0]
    assert closure_lines(shut) == ("C closed", "12:00–16:00", "fence repair")
    assert spoken_shut(shut) == "Closed 12:00–16:00: Repair: fence repair"


def test_a_closure_that_goes_on_says_until_when(picture: CalendarPicture) -> None:
    content = replace(picture.shuts[0].row.content, ends_at=at(MONDAY, 10 * 1440 + 600))
    lasting = replace(picture.shuts[0].row, content=content)
    assert closure_lines(Shut(lasting, 4, 720, 9000))[1] == "until 26 Nov"
    assert closure_lines(Shut(lasting, 4, -720, 600))[1] == "00:00–10:00"
