"""What sheets of the roster say alike: which version they are, and letters a wall may show."""

from datetime import date

import pytest

from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.sheets.words import (
    days_words,
    earlier_words,
    in_one_line,
    is_hidden,
    states_words,
    version_words,
    wall_letter,
)
from tests.features.roster.living_rosters import away, state


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (None, "Draft, not published yet"),
        (state(MonthStanding.DRAFT, 2, 0), "Draft, not published yet"),
        (state(), "Version 3, published 20/11/2026 07:55"),
        (state(number=5, changed=4), "Version 5, 4 changes since version 3"),
        (state(number=4, changed=1), "Version 4, 1 change since version 3"),
        (state(MonthStanding.CLOSED, 4), "Version 4, closed"),
    ],
)
def test_the_head_says_which_version_it_is_and_how_it_stands(shown, words):
    assert in_one_line(version_words(shown)) == words


def test_a_version_of_the_past_says_that_another_is_in_force():
    then = state(number=2, posted=2)
    assert in_one_line(earlier_words(then, 5)) == (
        "Version 2, published 20/11/2026 07:55 · version 5 is in force"
    )
    assert in_one_line(earlier_words(then, 2)) == "Version 2, published 20/11/2026 07:55"


def test_a_week_across_two_months_tells_how_both_stand():
    december = state(MonthStanding.DRAFT, 0, 0, month=date(2026, 12, 1))
    words = states_words((state(), december))
    assert words == (
        "November 2026: Version 3, published 20/11/2026 07:55"
        " · December 2026: Draft, not published yet"
    )
    assert states_words((state(),)) == "Version 3, published 20/11/2026 07:55"


@pytest.mark.parametrize("kind", AbsenceKind)
def test_health_and_other_reasons_are_x_on_the_wall_whoever_prints_it(kind):
    hidden = kind in {AbsenceKind.SICK, AbsenceKind.OTHER}
    assert wall_letter(away(kind, "Q")) == ("X" if hidden else "Q")
    assert is_hidden(kind.value) is hidden


def test_what_is_masked_already_stays_masked_and_nothing_is_not_hidden():
    assert wall_letter(away(None, "X")) == "X"
    assert is_hidden("X")
    assert not is_hidden("")


def test_a_run_of_days_is_told_by_its_ends():
    day = date(2026, 11, 9)
    assert days_words(day, day) == "9 Nov"
    assert days_words(day, date(2026, 11, 15)) == "9 Nov–15 Nov"
