"""Every code of the grounds has words, the same on the screen and on paper."""

from __future__ import annotations

import pytest

from openblock.features.grounds import words
from openblock.features.grounds.rules.content import (
    ALWAYS,
    AreaContent,
    AreaKind,
    AreaState,
    ClosureReason,
    Repeat,
    State,
)
from openblock.i18n import set_language


@pytest.mark.parametrize(
    ("choices", "codes"),
    [
        (words.states, State),
        (words.area_states, AreaState),
        (words.closure_reasons, ClosureReason),
        (words.area_kinds, AreaKind),
        (words.repeats, Repeat),
    ],
)
def test_every_code_is_offered_once_and_in_words(choices, codes):
    assert [code for code, _said in choices()] == list(codes)
    assert len({said for _code, said in choices()}) == len(list(codes))


def test_a_code_from_a_newer_programme_stands_for_itself():
    assert words.state_words("postponed") == "postponed"
    assert words.closure_reason("moles") == "moles"
    assert words.area_state_words("flooded") == "flooded"
    assert words.area_letter("flooded") == "flooded"


def test_each_state_of_an_area_has_a_letter_of_its_own():
    assert "".join(map(words.area_letter, AreaState)) == "FUCD-"


def test_a_closure_says_its_reason_and_what_was_remarked():
    assert words.closure_words(ClosureReason.REPAIR) == "Repair"
    assert words.closure_words("repair", "goal posts") == "Repair: goal posts"
    assert words.closure_words("other", "birds nest here") == "birds nest here"
    assert words.closure_words("other") == "Other reason"


def test_what_the_light_of_an_area_depends_on_is_one_word_and_indoors_comes_first():
    kinds = (
        AreaContent("A"),
        AreaContent("A", floodlit=True),
        AreaContent("A", floodlit=True, indoor=True),
    )
    assert [words.light_kind(each) for each in kinds] == ["by daylight", "floodlit", "indoors"]


def test_how_it_repeats_names_the_weekdays_in_their_order():
    assert words.repeat_words("daily") == "every day"
    assert words.repeat_words("weekly") == "every week"
    assert words.repeat_words("weekly", (3, 0, 3)) == "every week: Mo, Th"
    set_language("lv")
    assert words.weekdays_words((4, 0)) == "P, Pk"
    assert words.weekday_words(6) == "svētdiena"


def test_hours_run_to_24_and_a_day_without_any_says_so():
    assert words.minutes_words(0, 1440) == "00:00–24:00"
    assert words.hours_words(((420, 720), (780, 1260))) == "07:00–12:00, 13:00–21:00"
    assert words.hours_words(()) == "does not open"


def test_weekdays_in_a_row_with_the_same_hours_are_one_line():
    assert words.week_words(ALWAYS) == (("Mo–Su", "07:00–21:00"),)
    split = (*ALWAYS[:5], (), ALWAYS[0])
    assert words.week_words(split) == (
        ("Mo–Fr", "07:00–21:00"),
        ("Sa", "does not open"),
        ("Su", "07:00–21:00"),
    )
