"""RES-06, RES-07, RES-09 to RES-11, each with its boundary on both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import FOREVER
from openblock.errors import Severity
from openblock.features.residents.rules.content import Status, StayContent
from openblock.features.residents.rules.stays import (
    age_on,
    age_problems,
    holding,
    may_be_erased,
    release_problems,
    shown_stay,
    status_at,
    stay_problems,
)

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
STAY = StayContent(NOW - 30 * DAY, NOW + 30 * DAY)


def told(content: StayContent, *others: StayContent) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in stay_problems(content, others)]


def test_a_stay_as_it_should_be_has_no_problem():
    assert told(StayContent(NOW)) == []
    assert told(replace(STAY, sentence_start=date(2026, 1, 1), sentence_end=date(2027, 1, 1))) == []


def test_every_problem_of_a_stay_is_told():
    wrong = StayContent(
        NOW,
        NOW,
        "x",
        discharge_kind="y",
        sentence_start=date(2026, 2, 2),
        sentence_end=date(2026, 2, 1),
    )
    assert told(wrong) == [
        ("admission_kind", "choice-unknown"),
        ("discharge_kind", "choice-unknown"),
        ("discharged", "stay-ends-before-start"),
        ("sentence_end", "sentence-ends-before-start"),
    ]


@pytest.mark.parametrize(
    ("shift", "overlaps"), [(timedelta(0), False), (-MINUTE, True), (MINUTE, False)]
)
def test_res_06_stays_may_touch_but_not_overlap(shift, overlaps):
    later = StayContent(STAY.discharged + shift)
    expected = [("admitted", "stays-overlap")] if overlaps else []
    assert told(later, STAY) == expected
    assert told(STAY, later) == expected


def test_res_06_each_overlapped_stay_is_named():
    others = (replace(STAY, discharged=NOW), replace(STAY, admitted=NOW))
    found = stay_problems(StayContent(NOW - DAY, NOW + DAY), others)
    assert [each.facts["discharged"] for each in found] == [NOW, NOW + 30 * DAY]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (date(2026, 3, 1), []),
        (date(2026, 2, 28), [("sentence_end", "sentence-ends-before-start")]),
    ],
)
def test_res_07_a_sentence_may_last_one_day_and_never_less(end, expected):
    assert told(replace(STAY, sentence_start=date(2026, 3, 1), sentence_end=end)) == expected


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        (datetime(1949, 12, 31, 12, tzinfo=UTC), False),
        (datetime(1950, 1, 1, 12, tzinfo=UTC), True),
        (datetime(2100, 12, 31, 12, tzinfo=UTC), True),
        (datetime(2101, 1, 1, 12, tzinfo=UTC), False),
        (datetime(1, 1, 1, tzinfo=UTC), False),
        (FOREVER - timedelta(days=1), False),
    ],
)
def test_a_mistyped_year_is_refused(moment, known):
    assert told(StayContent(moment)) == ([] if known else [("admitted", "date-out-of-range")])


def test_mistyped_years_of_release_and_sentence_are_refused_too():
    wrong = replace(
        STAY,
        discharged=datetime(2126, 1, 1, tzinfo=UTC),
        sentence_start=date(1026, 1, 1),
        sentence_end=date(2206, 1, 1),
    )
    assert [field for field, _code in told(wrong)] == [
        *("discharged", "sentence_start", "sentence_end"),
    ]


@pytest.mark.parametrize(
    ("born", "admitted", "warned"),
    [
        (date(2008, 11, 22), datetime(2026, 11, 22, 0, 0, tzinfo=UTC), False),
        (date(2008, 11, 23), datetime(2026, 11, 22, 21, 59, tzinfo=UTC), True),
        # By the block's own clock the birthday has begun.
        (date(2008, 11, 23), datetime(2026, 11, 22, 22, 0, tzinfo=UTC), False),
        (None, NOW, False),
    ],
)
def test_res_07_exactly_eighteen_on_the_day_of_admission_is_old_enough(born, admitted, warned):
    found = age_problems(born, admitted, 18)
    assert bool(found) is warned
    for each in found:
        assert (each.severity, each.field) == (Severity.WARNING, "birth_date")
        assert each.facts == {"age": 17, "minimum": 18}


def test_res_07_somebody_born_after_admission_is_nought_years_old():
    (found,) = age_problems(date(2027, 1, 1), NOW, 18)
    assert found.facts["age"] == 0


def test_who_is_born_on_the_leap_day_is_older_on_the_first_of_march():
    born = date(2008, 2, 29)
    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18
    assert age_on(born, date(2028, 2, 29)) == 20


@pytest.mark.parametrize(
    ("at", "status"),
    [
        (STAY.admitted - MINUTE, Status.PLANNED),
        (STAY.admitted, Status.PRESENT),
        (STAY.discharged - MINUTE, Status.PRESENT),
        (STAY.discharged, Status.DISCHARGED),
    ],
)
def test_res_11_planned_then_present_then_discharged(at, status):
    assert status_at([STAY], at) is status


def test_res_11_who_was_here_and_comes_again_is_planned():
    again = StayContent(NOW + 90 * DAY)
    assert status_at([STAY, again], NOW + 60 * DAY) is Status.PLANNED
    assert status_at([], NOW) is Status.DISCHARGED


def test_the_stay_that_is_shown_holds_or_comes_next_or_was_the_last():
    first, last = StayContent(NOW - 90 * DAY, NOW - 60 * DAY), StayContent(NOW + 90 * DAY)
    stays = (last, first, STAY)
    assert shown_stay(stays, NOW) == STAY
    assert shown_stay(stays, NOW - 45 * DAY) == STAY
    assert shown_stay(stays, NOW + 60 * DAY) == last
    assert shown_stay((first, STAY), NOW + 60 * DAY) == STAY
    assert shown_stay((), NOW) is None
    assert holding(stays, NOW - 45 * DAY) is None


INSTANTS = st.integers(0, 40).map(lambda number: NOW + number * DAY)


@given(st.lists(INSTANTS, min_size=2, max_size=8, unique=True), INSTANTS)
def test_res_11_the_status_is_what_the_stay_that_holds_says(ends, at):
    ends = sorted(ends)
    stays = [StayContent(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    held = [each for each in stays if each.admitted <= at < each.discharged]
    assert len(held) <= 1
    assert holding(stays, at) == (held[0] if held else None)
    assert (status_at(stays, at) is Status.PRESENT) == bool(held)
    shown = shown_stay(stays, at)
    assert shown in stays
    assert not held or shown == held[0]


def released(at: datetime, *others: StayContent, kind: str = "released") -> list[tuple[str, str]]:
    stay = replace(STAY, discharged=at, discharge_kind=kind)
    return [(each.field, each.code) for each in release_problems(stay, others, NOW)]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (STAY.admitted - MINUTE, [("at", "release-before-admission")]),
        (STAY.admitted, [("at", "release-before-admission")]),
        (NOW, []),
        (NOW + DAY, []),
    ],
)
def test_res_09_a_release_is_later_than_the_admission(at, expected):
    assert released(at) == expected


@pytest.mark.parametrize(("hours", "warned"), [(72, False), (73, True)])
def test_res_09_a_release_entered_more_than_three_days_late_wants_a_reason(hours, warned):
    expected = [("at", "release-long-ago")] if warned else []
    assert released(NOW - timedelta(hours=hours)) == expected


@pytest.mark.parametrize("kind", ["", "escaped"])
def test_res_09_a_release_says_how_the_stay_ended(kind):
    assert released(NOW, kind=kind) == [("kind", "choice-unknown")]


def test_res_09_a_planned_release_may_not_reach_into_the_next_stay():
    following = StayContent(NOW + 40 * DAY)
    assert released(NOW + 40 * DAY, following) == []
    assert released(NOW + 41 * DAY, following) == [("at", "stays-overlap")]
    assert released(datetime(2200, 1, 1, tzinfo=UTC)) == [("at", "date-out-of-range")]


@pytest.mark.parametrize(
    ("today", "may"), [(date(2026, 11, 21), False), (date(2026, 11, 22), True)]
)
def test_res_10_erasing_waits_for_exactly_the_years_of_retention(today, may):
    left = StayContent(NOW - 5000 * DAY, datetime(2016, 11, 22, 10, tzinfo=UTC))
    earlier = StayContent(NOW - 6000 * DAY, NOW - 5500 * DAY)
    assert may_be_erased([left, earlier], 10, today) is may


def test_res_10_who_is_here_is_never_erased_and_who_has_no_stay_may_be():
    assert not may_be_erased([StayContent(NOW)], 10, date(2099, 1, 1))
    assert may_be_erased([], 10, date(2026, 1, 1))
