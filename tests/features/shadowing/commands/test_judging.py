"""What takes a place, what takes more than it did, and what an answer answers."""

from __future__ import annotations

import pytest

from openblock.errors import Problem, Severity
from openblock.features.shadowing.commands import plan_shadowing
from openblock.features.shadowing.commands.judging import answer, gains, lives
from openblock.storage.store import Done
from tests.features.shadowing.commands.doing import refused, wish
from tests.features.shadowing.practising import on


def values(state="planned", hours=(9, 21), officer=1, cause="", actual=None):
    really = (None, None) if actual is None else tuple(on(26, hour) for hour in actual)
    return {
        "officer_id": officer,
        "state": state,
        "cause": cause,
        "starts_at": on(26, hours[0]),
        "ends_at": on(26, hours[1]),
        "actual_starts_at": really[0],
        "actual_ends_at": really[1],
    }


CONFIRMED = values("confirmed", actual=(10, 20))


@pytest.mark.parametrize(
    ("stands", "lively"),
    [
        (None, False),
        (values(), True),
        (values(cause="class"), False),
        (values("missed"), False),
        (CONFIRMED, True),
    ],
)
def test_tr_06_planned_and_confirmed_ones_take_a_place_unless_something_took_them(stands, lively):
    assert lives(stands) is lively


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        (None, values(), True),
        (None, values("missed"), False),
        (values(), None, False),
        (values(), values(), False),
        (values(), values(hours=(10, 21)), False),
        (values(), values(hours=(8, 21)), True),
        (values(), values(hours=(9, 22)), True),
        (values(), values(officer=2), True),
        (values(cause="class"), values(), True),
        (values(), values(cause="class"), False),
        (values("missed"), values(), True),
        (values(), CONFIRMED, False),
        (CONFIRMED, values(), True),
        (values(), values("confirmed", actual=(9, 22)), True),
    ],
)
def test_more_is_taken_by_what_is_new_longer_elsewhere_or_alive_again(before, after, more):
    assert gains(before, after) is more


def test_what_only_informs_asks_for_nothing_and_is_not_answered_for(block, deeds):
    told = Problem("practice-hours-short", Severity.INFORMATION)
    subjects = []

    def ask(work, _request):
        kept = answer(work, [told], "tāpat vien")
        subjects.extend(work.subjects)
        return Done(kept)

    ask.__module__, ask.__name__ = plan_shadowing.__module__, plan_shadowing.__name__
    assert deeds.store.run(ask, None).value == ""
    assert subjects == []


def test_a_warning_answered_by_a_page_is_refused_with_both(block):
    asked = wish(block.arturs, block.kristine, 28, reason="x" * 501)
    assert refused(block.store.run, plan_shadowing, asked) == [
        "practice-mentor-expired",
        "reason-needed",
    ]
