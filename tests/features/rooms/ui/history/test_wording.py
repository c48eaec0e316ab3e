"""How a night, an end and the roll's figures read."""

from __future__ import annotations

from datetime import date

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.rooms.queries import DayOfBeds, Roll
from openblock.features.rooms.ui.history import wording

NIGHT = date(2026, 11, 21)
FULL = DayOfBeds(NIGHT, Roll(28, 4, 26, 25, 1, 2, 1))


def test_a_night_is_looked_at_when_rest_begins():
    assert clock.local(wording.night_of(NIGHT)).hour == 22
    assert wording.night_words(NIGHT, wording.NIGHT) == (
        "The night from 21/11/2026 to 22/11/2026, as it was at 22:00, when rest begins."
    )
    assert wording.night_words(NIGHT, 60) == "As it was on 21/11/2026 at 01:00."


def test_the_night_of_the_clock_change_is_looked_at_by_the_wall_clock():
    at = wording.night_of(date(2026, 10, 25))
    assert (clock.local(at).hour, clock.local(at).day) == (22, 25)


def test_what_has_no_end_says_so():
    assert wording.until_words(FOREVER) == "no end yet"


def test_a_day_in_a_sentence_shows_too_few_beds_below_zero():
    assert wording.day_sentence(FULL) == (
        "21/11/2026: 26 in use, −2 free, 4 shut of 28 beds; 2 without a bed"
    )


def test_every_figure_of_the_table_is_defined():
    columns = wording.day_columns()
    defined = wording.definitions().splitlines()
    assert len(defined) == len(columns) - 1
    for column, words in zip(columns[1:], defined, strict=True):
        assert words == f"{column.title}: {column.hint}"
    shown = [column.show(FULL) for column in columns]
    assert shown == ["21/11/2026 Sa", "28", "4", "26", "−2", "1", "27", "2"]
