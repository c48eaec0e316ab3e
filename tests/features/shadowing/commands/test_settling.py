"""Hours are confirmed or missed by whom they concern, and are locked from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.clock import standing_at
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import (
    AddAddendum,
    ConfirmShadowing,
    MissShadowing,
    RestoreSettling,
    RowChange,
    SaveClasses,
    add_addendum,
    confirm_shadowing,
    miss_shadowing,
    plan_shadowing,
    restore_settling,
    save_classes,
)
from openblock.features.shadowing.queries import items
from openblock.features.shadowing.rules.content import Confirmation, ItemKind, Mark
from openblock.storage.acts import plain_values
from openblock.storage.store import Actor, NotAllowed
from tests.features.shadowing.commands.doing import (
    lesson,
    problems,
    refusal,
    refused,
    standing,
    wish,
)
from tests.features.shadowing.practising import AGNESE, on

MENTOR = Actor(AGNESE, "Liepa Agnese", "duty_officer", "en")
STRANGER = Actor(4, "Kāds Cits", "duty_officer", "en")
COORDINATOR = Actor(9, "Koordinators", "practice_coordinator", "en")


def request(deeds, number, day=18, hours=(9, 21), reason="", **facts):
    start, end = (on(day, hour) for hour in hours)
    confirmation = Confirmation(start, end, **facts)
    return ConfirmShadowing(number, deeds.version(number), confirmation, reason)


def confirm(deeds, number, day=18, hours=(9, 21), reason="", **facts):
    return deeds.run(confirm_shadowing, request(deeds, number, day, hours, reason, **facts))


def miss(deeds, number, reason="nebija, slimo"):
    return deeds.run(miss_shadowing, MissShadowing(number, deeds.version(number), reason))


def competence(deeds):
    return deeds.store.read(items, ItemKind.COMPETENCE)[0].item_id


def test_tr_11_the_hours_as_they_were_are_kept_with_what_was_learnt_and_who_says_so(block, deeds):
    day, evening = (block.situation("second", code) for code in ("day", "evening_count"))
    number = competence(deeds)
    confirm(
        deeds,
        block.done,
        hours=(9.5, 20),
        situations=(evening, day, day),
        evaluation={number: Mark.ALONE},
        remark=" Labi.\nPatstāvīgi. ",
    )
    row = deeds.row(block.done)
    assert (row.state, row.actual_starts_at, row.actual_ends_at) == (
        "confirmed",
        on(18, 9.5),
        on(18, 20),
    )
    assert (row.starts_at, row.ends_at) == (on(18, 9), on(18, 21))
    assert row.situations == [day, evening]
    assert row.evaluation == {str(number): "alone"}
    assert row.remark == "Labi.\nPatstāvīgi."
    assert (row.settled_by, row.settled_at) == ("Anna Bērziņa", on(25, 12))
    held = [row for row in standing(block.store)["diary"] if row[1:3] == ("shadowing", block.done)]
    assert [row[3:] for row in held] == [
        ("2026-03-18 07:30:00.000000", "2026-03-18 18:00:00.000000")
    ]
    (logged, *_rest) = deeds.log("shadowing.confirm_shadowing")
    assert ("trainee", str(block.sintija)) in logged.subjects


def test_tr_11_what_was_missed_frees_the_time_and_says_why(block, deeds):
    miss(deeds, block.done, "  nebija,  slimo ")
    row = deeds.row(block.done)
    assert (row.state, row.remark, row.settled_by) == ("missed", "nebija, slimo", "Anna Bērziņa")
    assert ("shadowing", block.done) not in [row[1:] for row in deeds.diary()]


def test_tr_06_hours_of_a_place_that_was_given_are_confirmed_though_the_cap_is_lower_by_now(
    block, deeds
):
    deeds.set("shadow_most_per_mentor", 1)
    with standing_at(on(26, 22)):
        assert "practice-mentor-full" in refused(confirm, deeds, block.next, 26, (9, 21.5))
        for number in (block.next, block.beside):
            confirm(deeds, number, 26)
            assert deeds.row(number).state == "confirmed"


def test_missed_needs_a_reason_of_five_letters(block, deeds):
    assert refused(miss, deeds, block.done, "abcd") == ["reason-needed"]
    miss(deeds, block.done, "abcde")


def test_nothing_is_settled_before_it_has_begun(block, deeds):
    early = request(deeds, block.next, 26)
    assert "practice-not-begun" in refused(deeds.run, confirm_shadowing, early)
    assert refused(miss, deeds, block.next) == ["practice-not-begun"]


def test_tr_12_the_mentor_settles_the_own_trainees_and_no_other_mentors(block, deeds):
    block.store.sign_in(MENTOR)
    assert refused(confirm, deeds, block.done) == ["practice-not-yours"]
    assert refused(miss, deeds, block.done) == ["practice-not-yours"]
    addendum = AddAddendum(block.done, "Vēl kaut kas.")
    assert refused(deeds.run, add_addendum, addendum) == ["practice-not-yours"]
    with standing_at(on(29, 8)):
        confirm(deeds, block.night, 28, (20, 32))
    assert deeds.row(block.night).settled_by == "Liepa Agnese"


def test_tr_12_a_coordinator_settles_for_every_mentor(block, deeds):
    block.store.sign_in(COORDINATOR)
    confirm(deeds, block.done)


def test_tr_12_who_is_no_officer_of_the_block_settles_nothing(block, deeds):
    block.store.sign_in(STRANGER)
    assert refused(confirm, deeds, block.done) == ["practice-not-yours"]


@pytest.mark.parametrize("name", ["seen", "missed"])
def test_tr_12_what_is_settled_stays_as_it_is(block, deeds, name):
    number = getattr(block, name)
    error = refusal(confirm, deeds, number, 4)
    assert error.code == "practice-locked"
    assert (error.facts["who"], error.facts["standing"]) == (
        "Anna Bērziņa",
        {"seen": "confirmed", "missed": "missed"}[name],
    )
    assert refused(miss, deeds, number) == ["practice-locked"]


def test_tr_12_exactly_seven_days_are_in_time(block, deeds):
    with standing_at(on(25, 21)):
        confirm(deeds, block.done)


def test_tr_12_a_minute_after_seven_days_needs_a_reason(block, deeds):
    with standing_at(on(25, 21) + timedelta(minutes=1)):
        assert refused(confirm, deeds, block.done) == ["practice-confirm-late"]
        confirm(deeds, block.done, reason="bija atvaļinājumā")
    (logged, *_rest) = deeds.log("shadowing.confirm_shadowing")
    assert logged.reason == "bija atvaļinājumā"


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        ((8, 21), "practice-hours-outside-duty"),
        ((9, 34), "practice-hours-outside-duty"),
        ((12, 12), "practice-time-backwards"),
        ((13, 12), "practice-time-backwards"),
    ],
)
def test_tr_04_actual_hours_outside_the_duty_or_backwards_are_refused(block, deeds, hours, code):
    assert refused(confirm, deeds, block.done, 18, hours) == [code]
    assert refused(confirm, deeds, block.done, 18, (9, 33)) == ["practice-too-long"]
    confirm(deeds, block.done, 18, (9, 33), "palika līdz rītam")


def test_actual_hours_may_be_longer_than_planned_but_not_into_what_the_trainee_was_at(block, deeds):
    deeds.run(save_classes, SaveClasses((lesson(block.second, 19, (8, 9), group="B"),)))
    assert "practice-trainee-busy" in refused(confirm, deeds, block.done, 18, (9, 33))
    confirm(deeds, block.done, 18, (9, 32), "palika līdz rītam")


def test_tr_06_actual_hours_take_no_third_place_with_the_mentor(block, deeds):
    for who in (block.elina, block.arturs):
        deeds.run(plan_shadowing, wish(who, block.normunds, 19, (6, 9)))
    assert "practice-mentor-full" in refused(confirm, deeds, block.done, 18, (9, 31))
    confirm(deeds, block.done, 18, (9, 30), "palika līdz rītam")


def test_situations_of_another_course_and_unknown_competences_are_refused(block, deeds):
    foreign = block.situation("third", "night")
    assert refused(lambda: confirm(deeds, block.done, situations=(foreign,))) == [
        "practice-situation-unknown"
    ]
    clearance = deeds.store.read(items, ItemKind.CLEARANCE)[0].item_id
    assert refused(lambda: confirm(deeds, block.done, evaluation={clearance: Mark.ALONE})) == [
        "practice-competence-unknown"
    ]


def test_tr_05_what_needs_planning_anew_is_not_settled(block, deeds):
    block.duty(block.normunds, 18, None)
    assert "practice-upset" in refused(confirm, deeds, block.done)
    assert refused(miss, deeds, block.done) == ["practice-upset"]


def test_a_stale_confirmation_is_refused_and_so_is_one_of_nothing(block, deeds):
    stale = replace(request(deeds, block.done), version=9)
    assert refused(deeds.run, confirm_shadowing, stale) == ["changed-meanwhile"]
    gone = replace(stale, shadowing_id=99)
    assert refused(deeds.run, confirm_shadowing, gone) == ["shadowing-unknown"]
    assert refused(deeds.run, miss_shadowing, MissShadowing(99, 1, "nebija")) == [
        "shadowing-unknown"
    ]
    assert refused(deeds.run, add_addendum, AddAddendum(99, "Vēl.")) == ["shadowing-unknown"]


def test_tr_12_something_is_added_to_what_is_confirmed_and_to_nothing_else(block, deeds):
    number = deeds.run(add_addendum, AddAddendum(block.seen, " Palīdzēja\narī vakarā. ")).value
    (row,) = standing(block.store)["addenda"]
    assert row[:4] == (number, block.seen, "Palīdzēja\narī vakarā.", "Anna Bērziņa")
    assert refused(deeds.run, add_addendum, AddAddendum(block.done, "Vēl.")) == [
        "practice-not-confirmed"
    ]
    assert refused(deeds.run, add_addendum, AddAddendum(block.seen, "  ")) == ["text-missing"]
    (logged, *_rest) = deeds.log("shadowing.add_addendum")
    assert set(logged.subjects) >= {("shadowing", str(block.seen)), ("trainee", str(block.elina))}


def test_a_mentor_takes_back_the_own_confirmation_and_nobody_elses(block, deeds):
    with standing_at(on(29, 8)):
        block.store.sign_in(MENTOR)
        night = request(deeds, block.night, 28, (20, 32))
        done = deeds.store.run(confirm_shadowing, night)
        block.store.sign_in(STRANGER)
        assert refused(deeds.back, done.undo) == ["practice-not-yours"]
        block.store.sign_in(MENTOR)
        deeds.back(done.undo)
    assert deeds.row(block.night).state == "planned"


def test_a_mentor_takes_back_what_was_settled_and_moves_no_plan_whatever_is_asked(block, deeds):
    """A step is kept by the window; what it may touch is looked at all the same."""
    stands = plain_values(deeds.row(block.night))
    moved = RowChange("shadowings", block.night, stands, {**stands, "starts_at": on(28, 21)})
    block.store.sign_in(MENTOR)
    for forged in (moved, replace(moved, after=None), RowChange("courses", 1, {}, {})):
        with pytest.raises(NotAllowed):
            deeds.store.run(restore_settling, RestoreSettling((forged,)))
    gone = replace(moved, number=99, after={**stands, "state": "missed"})
    assert refused(deeds.store.run, restore_settling, RestoreSettling((gone,))) == [
        "practice-changed-meanwhile"
    ]
    block.store.sign_in(COORDINATOR)
    deeds.store.run(restore_settling, RestoreSettling((moved,)))
    assert deeds.row(block.night).starts_at == on(28, 21)


def test_a_confirmation_is_not_taken_back_into_what_the_trainee_is_at_by_now(block, deeds):
    """Confirmed to have left at 12, there is time for a class from 13; planned was until 21."""
    done = deeds.run(confirm_shadowing, request(deeds, block.done, 18, (9, 12)))
    deeds.run(save_classes, SaveClasses((lesson(block.second, 18, (13, 15), group="B"),)))
    assert refused(deeds.back, done.undo) == ["practice-trainee-busy"]


def test_a_confirmation_is_not_given_again_outside_a_duty_that_was_cut_since(block, deeds):
    done = deeds.run(confirm_shadowing, request(deeds, block.done, 18, (9, 21)))
    forth = deeds.back(done.undo)
    block.duty(block.normunds, 18, "8")
    (problem,) = problems(refusal(deeds.back, forth))
    assert problem.code == "practice-hours-outside-duty"
    block.duty(block.normunds, 18, "24")
    deeds.back(forth)


def test_ro_12_the_duty_of_confirmed_hours_is_not_taken_away(block, deeds):
    confirm(deeds, block.done)
    cut = ChangeCells((CellEdit(block.normunds, on(18, 12).date(), None),))
    assert refused(block.store.run, change_cells, cut) == ["practice-confirmed-on-duty"]


def test_what_is_missed_may_be_taken_back_where_its_place_is_still_free(block, deeds):
    done = miss(deeds, block.done)
    for who in (block.elina, block.arturs):
        deeds.run(plan_shadowing, wish(who, block.normunds, 18))
    assert refused(deeds.back, done.undo) == ["practice-mentor-full"]
