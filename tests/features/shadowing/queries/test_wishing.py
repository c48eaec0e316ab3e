"""A wish is judged by everything it can clash with, and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.clock import standing_at
from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.shadowing.commands import (
    ConfirmShadowing,
    PlanShadowing,
    confirm_shadowing,
    plan_shadowing,
)
from openblock.features.shadowing.queries import plan_risks
from openblock.features.shadowing.rules.content import Confirmation, Span
from tests.factories import with_duty, with_mentor, with_trainee
from tests.features.shadowing.practising import FIRST, on
from tests.features.shadowing.queries.asking import alter_course, statements
from tests.features.shadowing.queries.planners import wish


def codes(block, request):
    return [each.code for each in block.store.read(plan_risks, request)]


def test_a_mentor_comes_with_the_duties_of_the_days_around(block):
    found = wish(block, block.arturs, block.agnese, on(28, 9), on(28, 21)).mentor
    assert (found.name, found.is_mentor) == ("Liepa Agnese", True)
    assert [each.day.day for each in found.duties] == [24, 28, 1]
    assert found.duties[1].minutes == 23 * 60


def test_tr_06_who_is_with_the_mentor_and_who_in_the_block_is_told_apart(block):
    found = wish(block, block.arturs, block.andris, on(26, 9), on(26, 21))
    assert found.with_mentor == ()
    assert [each.trainee for each in found.in_block] == ["Zariņa Elīna", "Balode Sintija"]
    assert {each.planned_by for each in found.in_block} == {"Anna Bērziņa"}
    found = wish(block, block.arturs, block.normunds, on(26, 20), on(26, 23))
    assert [each.span for each in found.with_mentor] == [Span(on(26, 9), on(26, 21))] * 2
    found = wish(block, block.arturs, block.normunds, on(26, 21), on(26, 23))
    assert found.with_mentor == found.in_block == ()


def test_tr_06_missed_shifts_and_those_the_own_time_took_away_take_no_place(block):
    found = wish(block, block.elina, block.ilze, on(7, 9), on(7, 21))
    assert found.in_block == ()


def test_tr_06_a_confirmed_shift_takes_the_hours_it_really_had(block):
    assert wish(block, block.arturs, block.agnese, on(4, 20), on(4, 21)).with_mentor
    late = wish(block, block.arturs, block.agnese, on(4, 20.5), on(4, 21))
    assert late.with_mentor == ()
    with standing_at(on(27, 9)):
        hours = Confirmation(on(26, 9), on(27, 1))
        request = ConfirmShadowing(block.next, 1, hours, "palika pa nakti")
        block.store.run(confirm_shadowing, request)
    longer = wish(block, block.gatis, block.normunds, on(26, 23), on(27, 1))
    assert [each.trainee for each in longer.with_mentor] == ["Zariņa Elīna"]


def test_what_is_moved_is_not_in_its_own_way(block):
    there = wish(block, block.elina, block.normunds, on(26, 10), on(26, 22))
    assert "shadowing" in [each.kind for each in there.busy if each.span.meets(there.span)]
    moved = wish(block, block.elina, block.normunds, on(26, 10), on(26, 22), block.next)
    assert not any(each.span.meets(moved.span) for each in moved.busy)
    assert [each.trainee for each in moved.with_mentor] == ["Balode Sintija"]


def test_the_own_time_is_read_ten_days_around_and_no_further(block):
    around = wish(block, block.elina, block.andris, on(3, 9, 4), on(3, 21, 4))
    assert [each.span.start for each in around.busy] == [on(26, 9), on(30, 9), on(31, 9)]
    # On the 25th the class of the 23rd is nine days off; the confirmed shift of the 4th is not.
    assert {
        each.span.start.day
        for each in wish(block, block.elina, block.andris, on(14, 9), on(14, 21)).busy
    } == {4, 23}


def test_tr_09_everybody_on_duty_is_looked_at_by_night_and_only_then(block):
    night = wish(block, block.gatis, block.agnese, on(28, 21), on(29, 6))
    assert night.on_duty == (Span(on(28, 9), on(29, 9)),) * 2
    assert wish(block, block.gatis, block.agnese, on(28, 9), on(28, 22)).on_duty == ()


def test_tr_09_who_may_not_be_there_at_night_is_told_that_and_not_that_nobody_is_on_duty(block):
    request = PlanShadowing(block.arturs, block.agnese, on(28, 12), on(28, 23))
    assert codes(block, request) == ["practice-night"]


def test_tr_09_the_risk_of_a_night_with_one_officer_is_told(block):
    block.duty(block.oskars, 28, None)
    request = PlanShadowing(
        block.gatis, block.agnese, on(28, 20), on(29, 8), shadowing_id=block.night
    )
    assert codes(block, request) == ["practice-alone-at-night"]


@pytest.mark.parametrize(
    ("trainee", "officer"), [(99, "agnese"), ("elina", 99)], ids=["trainee", "officer"]
)
def test_whoever_is_unknown_is_said_to_be(block, trainee, officer):
    number = getattr(block, trainee) if isinstance(trainee, str) else trainee
    other = getattr(block, officer) if isinstance(officer, str) else officer
    with pytest.raises(KnownError) as refused:
        block.store.read(plan_risks, PlanShadowing(number, other, on(1, 9, 4), on(1, 21, 4)))
    assert refused.value.code in {"trainee-unknown", "officer-unknown"}


@pytest.mark.parametrize(
    ("trainee", "officer", "start", "end"),
    [
        ("elina", "agnese", on(1, 9, 4), on(1, 21, 4)),
        ("arturs", "normunds", on(26, 9), on(26, 21)),
        ("marta", "oskars", on(28, 9), on(29, 3)),
        ("arturs", "ilze", on(4, 9, 4), on(4, 21, 4)),
        ("sintija", "kristine", on(28, 9), on(28, 10)),
        ("elina", "madara", on(28, 9), on(28, 21)),
    ],
)
def test_the_risks_told_are_the_very_problems_the_command_meets(
    block, trainee, officer, start, end
):
    request = PlanShadowing(getattr(block, trainee), getattr(block, officer), start, end)
    told = block.store.read(plan_risks, request)
    if not told:
        assert block.store.run(plan_shadowing, request).value
        return
    with pytest.raises(RuleBroken) as refused:
        block.store.run(plan_shadowing, request)
    assert {each.code for each in told} == {each.code for each in refused.value.problems}


def test_the_settings_of_the_block_are_what_is_judged_by(block):
    request = PlanShadowing(block.arturs, block.agnese, on(28, 9), on(28, 21))
    assert codes(block, request) == []
    block.store.run(change_setting, ChangeSetting("shadow_longest_hours", 8, 0))
    assert codes(block, request) == ["practice-too-long"]


def test_tr_01_outside_the_course_is_outside_by_a_minute(block):
    alter_course(block, block.second, last_day=date(2026, 3, 28))
    within = PlanShadowing(block.arturs, block.agnese, on(28, 15), on(29, 0))
    beyond = PlanShadowing(block.arturs, block.agnese, on(28, 15), on(29, 1))
    assert "practice-outside-course" not in codes(block, within)
    assert "practice-outside-course" in codes(block, beyond)


def test_warnings_and_errors_are_both_told(block):
    request = PlanShadowing(block.arturs, block.kristine, on(28, 9), on(28, 21))
    found = block.store.read(plan_risks, request)
    assert [(each.code, each.severity) for each in found] == [
        ("practice-mentor-expired", Severity.WARNING)
    ]


def test_a_wish_costs_as_many_statements_however_many_others_there_are(block):
    request = PlanShadowing(block.arturs, block.agnese, on(28, 9), on(28, 21))
    few = statements(block.store, plan_risks, request)
    for place in range(3):
        mentor = with_mentor(block.store, f"M{place}", f"Ozols{place}")
        with_duty(block.store, mentor, date(2026, 3, 28))
        trainee = with_trainee(block.store, block.third, f"Egle{place}", cleared=FIRST)
        block.plan(trainee, mentor, 28)
    assert statements(block.store, plan_risks, request) == few
