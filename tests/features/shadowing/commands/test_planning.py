"""Shadowing shifts are planned, moved and dropped; every refusal leaves everything as it was."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from openblock.clock import standing_at
from openblock.features.shadowing.commands import (
    CancelShadowing,
    ConfirmShadowing,
    PlanShadowing,
    SaveClasses,
    cancel_shadowing,
    confirm_shadowing,
    plan_shadowing,
    save_classes,
)
from openblock.features.shadowing.queries import to_replan
from openblock.features.shadowing.rules.content import Confirmation, Upset
from tests.features.shadowing.commands.doing import (
    lesson,
    problems,
    refusal,
    refused,
    standing,
    wish,
)
from tests.features.shadowing.practising import NOW, on


def cancel(deeds, number, reason=""):
    return deeds.store.run(cancel_shadowing, CancelShadowing(number, deeds.version(number), reason))


def test_a_shift_is_planned_with_the_duty_it_stands_in_and_who_planned_it(block, deeds):
    number = deeds.run(plan_shadowing, wish(block.arturs, block.agnese, 28, (10, 20))).value
    row = deeds.row(number)
    assert (row.trainee_id, row.officer_id) == (block.arturs, block.agnese)
    assert (row.starts_at, row.ends_at) == (on(28, 10), on(28, 20))
    assert (row.state, row.cause, row.override) == ("planned", "", "")
    assert (row.duty_code, row.duty_starts_at, row.duty_ends_at) == ("24", on(28, 9), on(29, 9))
    assert (row.planned_by, row.planned_at) == ("Anna Bērziņa", NOW)
    assert (f"trainee:{block.arturs}", "shadowing", number) in deeds.diary()
    (logged, *_rest) = deeds.log("shadowing.plan_shadowing")
    assert set(logged.subjects) >= {
        ("trainee", str(block.arturs)),
        ("officer", str(block.agnese)),
        ("shadowing", str(number)),
    }


def test_tr_06_the_third_with_one_mentor_is_told_who_has_the_places_and_who_planned_them(
    block, deeds
):
    before = standing(block.store)
    error = refusal(block.store.run, plan_shadowing, wish(block.arturs, block.normunds, 26))
    (problem,) = problems(error)
    assert problem.code == "practice-mentor-full"
    assert problem.facts["name"] == "Lācis Normunds"
    assert set(problem.facts["trainees"]) == {"Zariņa Elīna", "Balode Sintija"}
    assert problem.facts["planned_by"] == ("Anna Bērziņa",)
    assert problem.facts["planned_at"] == on(2, 8)
    assert standing(block.store) == before
    deeds.run(plan_shadowing, wish(block.arturs, block.andris, 26))


def test_tr_06_the_fifth_in_the_block_is_refused_and_the_fourth_is_not(block, deeds):
    deeds.set("shadow_most_per_block", 3)
    deeds.run(plan_shadowing, wish(block.arturs, block.andris, 26))
    late = wish(block.gatis, block.andris, 26, (14, 21))
    assert refused(block.store.run, plan_shadowing, late) == ["practice-block-full"]
    deeds.set("shadow_most_per_block", 4)
    deeds.run(plan_shadowing, late)


def test_tr_03_a_warning_needs_a_reason_of_five_letters_which_is_kept_with_the_shift(block, deeds):
    asked = wish(block.arturs, block.kristine, 28)
    assert refused(block.store.run, plan_shadowing, asked) == ["practice-mentor-expired"]
    short = wish(block.arturs, block.kristine, 28, reason=" abcd ")
    assert refused(block.store.run, plan_shadowing, short) == ["practice-mentor-expired"]
    enough = wish(block.arturs, block.kristine, 28, reason=" abcde ")
    number = deeds.run(plan_shadowing, enough).value
    assert deeds.row(number).override == "abcde"
    (logged, *_rest) = deeds.log("shadowing.plan_shadowing")
    assert ("rule", "practice-mentor-expired") in logged.subjects
    assert logged.reason == "abcde"


def test_a_reason_nothing_asked_for_is_not_kept_and_one_too_long_is_refused(block, deeds):
    asked = wish(block.arturs, block.agnese, 28, reason="tāpat vien")
    assert deeds.row(deeds.run(plan_shadowing, asked).value).override == ""
    long = wish(block.sintija, block.agnese, 28, (9, 20), reason="x" * 501)
    assert refused(block.store.run, plan_shadowing, long) == ["reason-needed"]


def test_an_error_is_not_answered_by_a_reason(block, deeds):
    asked = wish(block.arturs, block.madara, 28, reason="ļoti vajag")
    assert refused(block.store.run, plan_shadowing, asked) == ["practice-mentor-expired"]


@pytest.mark.parametrize("hours", [(12, 12), (13, 12)])
def test_a_time_that_ends_as_it_begins_is_refused(block, hours):
    request = wish(block.arturs, block.agnese, 28, hours)
    assert refused(block.store.run, plan_shadowing, request) == ["practice-time-backwards"]


def test_years_nobody_can_mean_are_refused_before_any_rule_reckons_with_them(block):
    first, last = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)
    request = PlanShadowing(block.arturs, block.agnese, first, last)
    assert refused(block.store.run, plan_shadowing, request) == ["date-out-of-range"] * 2


def test_who_is_not_there_cannot_be_planned(block):
    nobody = wish(99, block.agnese, 28)
    assert refused(block.store.run, plan_shadowing, nobody) == ["trainee-unknown"]
    assert refused(block.store.run, plan_shadowing, wish(block.elina, 99, 28)) == [
        "officer-unknown"
    ]


def test_a_planned_shift_is_moved_and_is_not_in_its_own_way(block, deeds):
    number = deeds.run(plan_shadowing, deeds.moved(block.next, block.normunds, 26, (10, 22))).value
    assert number == block.next
    row = deeds.row(number)
    assert (row.starts_at, row.ends_at) == (on(26, 10), on(26, 22))
    deeds.run(plan_shadowing, deeds.moved(block.next, block.andris, 26))
    assert deeds.row(number).duty_ends_at == on(26, 21)


def test_a_shift_moved_to_where_it_stands_is_no_change(block, deeds):
    request = deeds.moved(block.next, block.normunds, 26)
    assert deeds.run(plan_shadowing, request).undo is None


def test_sec_09_a_move_from_an_old_version_is_refused(block, deeds):
    old = deeds.moved(block.next, block.andris, 26)
    deeds.run(plan_shadowing, deeds.moved(block.next, block.normunds, 26, (10, 21)))
    error = refusal(block.store.run, plan_shadowing, old)
    assert error.code == "changed-meanwhile"
    assert error.facts["who"] == "Anna Bērziņa"


def test_one_trainees_shift_is_not_moved_to_another(block, deeds):
    request = PlanShadowing(block.arturs, block.andris, on(26, 9), on(26, 21), block.next, 1)
    assert refused(block.store.run, plan_shadowing, request) == ["shadowing-unknown"]
    gone = PlanShadowing(block.arturs, block.andris, on(26, 9), on(26, 21), 99, 1)
    assert refused(block.store.run, plan_shadowing, gone) == ["shadowing-unknown"]


@pytest.mark.parametrize("name", ["seen", "missed"])
def test_tr_12_what_is_settled_is_neither_moved_nor_dropped(block, deeds, name):
    number = getattr(block, name)
    move = deeds.moved(number, block.agnese, 4, (9, 12))
    error = refusal(block.store.run, plan_shadowing, move)
    assert (error.code, error.facts["who"]) == ("practice-locked", "Anna Bērziņa")
    assert refused(cancel, deeds, number) == ["practice-locked"]


def test_tr_05_what_the_roster_has_upset_is_planned_anew_under_its_number(block, deeds):
    block.duty(block.normunds, 26, None)
    upset = {each.shadowing_id: each.upset for each in block.store.read(to_replan, NOW)}
    assert upset == {block.next: Upset.DUTY_GONE, block.beside: Upset.DUTY_GONE}
    still = deeds.moved(block.next, block.normunds, 26)
    assert refused(block.store.run, plan_shadowing, still) == ["practice-outside-duty"]
    deeds.run(plan_shadowing, deeds.moved(block.next, block.andris, 26))
    assert [each.shadowing_id for each in block.store.read(to_replan, NOW)] == [block.beside]


def test_a_dropped_shift_is_gone_and_the_log_keeps_it_and_why(block, deeds):
    request = CancelShadowing(block.next, deeds.version(block.next), " Elīna  slimo ")
    deeds.run(cancel_shadowing, request)
    assert deeds.row(block.next) is None
    (logged, *_rest) = deeds.log("shadowing.cancel_shadowing")
    assert logged.reason == "Elīna slimo"
    assert logged.changes[0]["old"]["trainee_id"] == block.elina


def test_a_shift_is_dropped_without_a_reason_but_not_with_one_too_long(block, deeds):
    assert refused(cancel, deeds, block.next, "x" * 501) == ["reason-needed"]
    cancel(deeds, block.next)
    gone = CancelShadowing(block.next, 1)
    assert refused(block.store.run, cancel_shadowing, gone) == ["shadowing-unknown"]
    old = CancelShadowing(block.beside, 9)
    assert refused(block.store.run, cancel_shadowing, old) == ["changed-meanwhile"]


def test_an_undo_is_refused_once_the_place_is_somebody_elses(block, deeds):
    done = cancel(deeds, block.next)
    taken = deeds.run(plan_shadowing, wish(block.arturs, block.normunds, 26)).value
    error = refusal(deeds.back, done.undo)
    (problem,) = problems(error)
    assert problem.code == "practice-mentor-full"
    assert "Kalniņš Artūrs" in problem.facts["trainees"]
    cancel(deeds, taken)
    deeds.back(done.undo)
    assert deeds.row(block.next) is not None


def test_an_undo_is_refused_where_the_trainee_is_at_something_else_by_now(block, deeds):
    done = cancel(deeds, block.next)
    deeds.run(save_classes, SaveClasses((lesson(block.second, 26, (8, 10), group="A"),)))
    assert "practice-trainee-busy" in refused(deeds.back, done.undo)


def test_an_undo_is_refused_where_the_trainee_would_have_too_little_rest(block, deeds):
    done = cancel(deeds, block.next)
    early = deeds.run(plan_shadowing, wish(block.elina, block.normunds, 27, (6, 9))).value
    assert refused(deeds.back, done.undo) == ["practice-rest-short"]
    deeds.run(plan_shadowing, deeds.moved(early, block.ilze, 27, (10, 15)))
    deeds.back(done.undo)


def test_tr_05_an_undo_may_bring_back_what_needs_planning_anew(block, deeds):
    done = cancel(deeds, block.next)
    block.duty(block.normunds, 26, None)
    deeds.back(done.undo)
    assert block.next in {each.shadowing_id for each in block.store.read(to_replan, NOW)}


def test_an_undo_is_not_refused_for_a_limit_tightened_before_the_change(block, deeds):
    deeds.set("shadow_longest_hours", 8)
    done = cancel(deeds, block.next)
    deeds.back(done.undo)
    assert deeds.row(block.next).ends_at == on(26, 21)


def test_an_undo_is_refused_for_a_limit_tightened_since(block, deeds):
    done = cancel(deeds, block.next)
    deeds.set("shadow_longest_hours", 8)
    assert refused(deeds.back, done.undo) == ["practice-too-long"]


def test_an_undo_is_refused_where_the_places_have_become_fewer(block, deeds):
    done = cancel(deeds, block.next)
    deeds.set("shadow_most_per_mentor", 1)
    assert refused(deeds.back, done.undo) == ["practice-mentor-full"]


def test_a_plan_is_not_taken_back_once_it_is_confirmed(block, deeds):
    done = deeds.run(plan_shadowing, wish(block.gatis, block.ilze, 27))
    with standing_at(on(27, 22)):
        hours = Confirmation(on(27, 9), on(27, 21))
        request = ConfirmShadowing(done.value, deeds.version(done.value), hours)
        deeds.store.run(confirm_shadowing, request)
        assert refused(deeds.back, done.undo) == ["practice-changed-meanwhile"]


def test_what_is_taken_back_is_not_taken_back_twice(block, deeds):
    done = deeds.run(plan_shadowing, wish(block.arturs, block.agnese, 28))
    deeds.back(done.undo)
    assert refused(deeds.back, done.undo) == ["practice-changed-meanwhile"]
