"""What is wrong with a booking, where a week is shown without a look being logged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.ui.calendar import picture_of
from openblock.features.grounds.ui.calendar.wording import spoken_booking
from openblock.features.grounds.ui.fault_words import faults, skip_word, wrong_with
from openblock.features.grounds.ui.table_lines import booking_columns
from tests.features.grounds.outside import on
from tests.features.grounds.ui.calendar.invented import LOST, MONDAY, booking, week

FACTS = {"one": "Freimanis", "other": "Hofmanis", "start": on(16, 15), "end": on(16, 16)}
APART = Problem("guests-apart", Severity.WARNING, FACTS)


@pytest.fixture
def row() -> BookingRow:
    return replace(booking(1, MONDAY, 600, 720), lost=LOST, warnings=(APART,))


def test_everything_that_is_wrong_is_said_and_no_resident_is_named(row: BookingRow) -> None:
    lost, apart = faults(row)
    assert lost.startswith("Egle Inese")
    assert apart == "To be kept apart."
    assert wrong_with(row) == f"{lost} {apart}"


def test_neither_the_calendar_nor_the_table_names_who_is_kept_apart(
    row: BookingRow,
) -> None:
    block = picture_of(week(), by_area=False).block_of(1)
    assert block is not None
    spoken = spoken_booking(replace(block, row=row))
    shown = [str(column.show(row)) for column in booking_columns()]
    assert "Freimanis" not in " ".join((spoken, *shown))
    assert "To be kept apart." in spoken


def test_a_reason_nobody_has_words_for_is_still_said() -> None:
    assert skip_word("area-full") == "full"
    assert skip_word("unheard-of") == "not possible"
