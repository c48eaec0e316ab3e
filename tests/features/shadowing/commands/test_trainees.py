"""Trainees come, change course or group, give up, are cleared, and have an account of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.errors import NotAllowed
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.shadowing.commands import (
    CancelShadowing,
    LinkTrainee,
    RemoveTrainee,
    SaveClasses,
    SaveTrainee,
    SaveUnavailability,
    TickClearance,
    cancel_shadowing,
    link_trainee,
    plan_shadowing,
    remove_trainee,
    save_classes,
    save_trainee,
    save_unavailability,
    tick_clearance,
)
from openblock.features.shadowing.queries import items, to_replan, trainees
from openblock.features.shadowing.rules.content import ItemKind, TraineeContent, Upset
from openblock.storage.store import Actor
from tests.features.shadowing.commands.doing import (
    away,
    lesson,
    problems,
    refusal,
    refused,
    standing,
    wish,
)
from tests.features.shadowing.practising import ELINA, NOW, TODAY


def row_of(deeds, number):
    return next(each for each in deeds.store.read(trainees) if each.trainee_id == number)


def save(deeds, number, reason="", version=None, **facts):
    row = row_of(deeds, number)
    seen = row.version if version is None else version
    request = SaveTrainee(number, seen, replace(row.content, **facts), reason)
    return deeds.run(save_trainee, request)


def item(deeds, place=0, kind=ItemKind.CLEARANCE):
    return deeds.store.read(items, kind)[place].item_id


def causes(deeds):
    rows = (deeds.row(row[0]) for row in standing(deeds.store)["shadowings"])
    return {row.id: row.cause for row in rows if row.cause}


def test_tr_01_a_new_trainee_is_entered_tidied_with_what_was_had(block, deeds):
    content = TraineeContent(
        block.second,
        "  Ozola ",
        "Una  Marija",
        group=" B ",
        phone="+371 2900",
        clearances={item(deeds): date(2026, 3, 20)},
    )
    number = deeds.run(save_trainee, SaveTrainee(None, 0, content)).value
    row = row_of(deeds, number)
    assert (row.name, row.content.group) == ("Ozola Una Marija", "B")
    assert dict(row.content.clearances) == {item(deeds): date(2026, 3, 20)}
    assert row.lacking == (item(deeds, 1), item(deeds, 2))
    classes = {
        source for person, _kind, source in deeds.diary("class") if person[8:] == str(number)
    }
    assert len(classes) == 3


def test_a_number_once_given_stays_one_trainees(block, deeds):
    content = TraineeContent(block.second, "Ozola", "Una")
    done = deeds.store.run(save_trainee, SaveTrainee(None, 0, content))
    deeds.back(done.undo)
    again = deeds.store.run(save_trainee, SaveTrainee(None, 0, content))
    assert again.value > done.value


def test_every_problem_of_the_content_is_told(block, deeds):
    content = TraineeContent(
        block.second,
        " ",
        "Una",
        left_on=date(2026, 3, 1),
        clearances={item(deeds): TODAY + timedelta(days=1)},
    )
    assert refused(deeds.run, save_trainee, SaveTrainee(None, 0, content)) == [
        "text-missing",
        "practice-left-before-course",
        "practice-clearance-future",
    ]


def test_what_is_not_there_cannot_be_chosen(block, deeds):
    nowhere = SaveTrainee(None, 0, TraineeContent(99, "Ozola", "Una"))
    assert refused(deeds.run, save_trainee, nowhere) == ["course-unknown"]
    for number in (99, item(deeds, kind=ItemKind.COMPETENCE)):
        content = TraineeContent(block.second, "Ozola", "Una", clearances={number: TODAY})
        request = SaveTrainee(None, 0, content)
        assert refused(deeds.run, save_trainee, request) == ["item-unknown"]
    gone = SaveTrainee(99, 1, TraineeContent(block.second, "Ozola", "Una"))
    assert refused(deeds.run, save_trainee, gone) == ["trainee-unknown"]


def test_sec_09_a_tick_makes_the_card_that_was_open_before_it_a_stale_one(block, deeds):
    old = row_of(deeds, block.marta).version
    deeds.run(tick_clearance, TickClearance(block.marta, item(deeds), TODAY))
    assert refused(save, deeds, block.marta, "", old) == ["changed-meanwhile"]
    save(deeds, block.marta, phone="112")
    assert item(deeds) in row_of(deeds, block.marta).content.clearances


def test_a_card_saved_as_it_is_changes_nothing(block, deeds):
    assert save(deeds, block.elina).undo is None


def test_a_card_saved_with_other_days_of_clearance_changes_those_only(block, deeds):
    first, second = item(deeds), item(deeds, 1)
    save(deeds, block.elina, clearances={first: date(2026, 3, 1), second: date(2026, 3, 2)})
    rows = [row for row in standing(block.store)["clearances"] if row[1] == block.elina]
    assert [row[2:] for row in rows] == [
        (first, "2026-03-01", "Anna Bērziņa"),
        (second, "2026-03-02", "Anna Bērziņa"),
    ]


def test_tr_02_who_is_cleared_on_the_day_may_be_planned_and_who_was_unticked_not(block, deeds):
    asked = wish(block.marta, block.agnese, 28)
    for place in range(3):
        assert refused(block.store.run, plan_shadowing, asked) == ["practice-not-cleared"]
        deeds.run(tick_clearance, TickClearance(block.marta, item(deeds, place), TODAY))
    number = deeds.run(plan_shadowing, asked).value
    deeds.store.run(cancel_shadowing, CancelShadowing(number, deeds.version(number)))
    deeds.run(tick_clearance, TickClearance(block.marta, item(deeds, 1), None))
    assert refused(block.store.run, plan_shadowing, asked) == ["practice-not-cleared"]


def test_a_tick_is_moved_to_another_day_and_one_again_is_no_change(block, deeds):
    deeds.run(tick_clearance, TickClearance(block.elina, item(deeds), TODAY))
    assert row_of(deeds, block.elina).content.clearances[item(deeds)] == TODAY
    again = TickClearance(block.elina, item(deeds), TODAY)
    assert deeds.run(tick_clearance, again).undo is None
    never = TickClearance(block.marta, item(deeds), None)
    assert deeds.run(tick_clearance, never).undo is None


def test_a_tick_of_tomorrow_or_for_nobody_is_refused(block, deeds):
    tomorrow = TickClearance(block.marta, item(deeds), TODAY + timedelta(days=1))
    assert refused(deeds.run, tick_clearance, tomorrow) == ["practice-clearance-future"]
    nobody = TickClearance(99, item(deeds), TODAY)
    assert refused(deeds.run, tick_clearance, nobody) == ["trainee-unknown"]
    nothing = TickClearance(block.marta, 99, TODAY)
    assert refused(deeds.run, tick_clearance, nothing) == ["item-unknown"]


def test_another_group_brings_its_classes_and_the_old_ones_go(block, deeds):
    (number,) = deeds.run(save_classes, SaveClasses((lesson(block.second, 28, group="B"),))).value
    assert deeds.at_class(number) == {block.sintija}
    save(deeds, block.arturs, group="B")
    assert deeds.at_class(number) == {block.sintija, block.arturs}
    save(deeds, block.arturs, course_id=block.third, group="")
    assert deeds.at_class(number) == {block.sintija}
    assert not [row for row in deeds.diary("class") if row[0] == f"trainee:{block.arturs}"]


def test_a_group_whose_classes_are_in_the_way_of_planned_shifts_needs_a_reason(block, deeds):
    classes = (
        lesson(block.second, 26, (8, 12), group="C"),
        lesson(block.second, 31, (8, 12), group="D"),
    )
    deeds.run(save_classes, SaveClasses(classes))
    error = refusal(lambda: save(deeds, block.elina, group="C"))
    (problem,) = problems(error)
    assert (problem.code, problem.facts["trainee"]) == ("practice-in-the-way", "Zariņa Elīna")
    save(deeds, block.elina, "maina grupu", group="C")
    assert causes(deeds) == {block.next: "class"}
    save(deeds, block.elina, "maina grupu", group="D")
    assert causes(deeds) == {block.later: "class"}
    save(deeds, block.elina, group="A")
    assert causes(deeds) == {}


def test_tr_05_who_gives_up_has_no_classes_after_it_and_what_was_planned_waits(block, deeds):
    save(deeds, block.elina, left_on=date(2026, 3, 27))
    upset = {each.shadowing_id: each.upset for each in block.store.read(to_replan, NOW)}
    assert upset == {block.later: Upset.TRAINEE_LEFT}
    classes = [row for row in deeds.diary("class") if row[0] == f"trainee:{block.elina}"]
    assert len(classes) == 1
    save(deeds, block.elina, left_on=None)
    assert block.store.read(to_replan, NOW) == ()


def test_a_trainee_entered_by_mistake_is_taken_out_with_everything_ticked(block, deeds):
    absence = SaveUnavailability(None, 0, away(block.marta, 27))
    deeds.run(save_unavailability, absence)
    deeds.run(tick_clearance, TickClearance(block.marta, item(deeds), TODAY))
    version = row_of(deeds, block.marta).version
    deeds.run(remove_trainee, RemoveTrainee(block.marta, version))
    assert not [row for row in deeds.diary() if row[0] == f"trainee:{block.marta}"]
    assert refused(deeds.run, remove_trainee, RemoveTrainee(block.marta, 1)) == ["trainee-unknown"]


@pytest.mark.parametrize("who", ["elina", "arturs", "gatis"])
def test_a_trainee_with_practice_of_any_kind_is_not_taken_out(block, deeds, who):
    number = getattr(block, who)
    version = row_of(deeds, number).version
    assert refused(deeds.run, remove_trainee, RemoveTrainee(number, 99)) == ["changed-meanwhile"]
    request = RemoveTrainee(number, version)
    assert refused(deeds.run, remove_trainee, request) == ["trainee-has-practice"]


def test_an_addition_is_not_taken_back_once_the_trainee_has_practice(block, deeds):
    content = replace(row_of(deeds, block.arturs).content, surname="Ozols", given_name="Uldis")
    done = deeds.run(save_trainee, SaveTrainee(None, 0, content))
    number = deeds.run(plan_shadowing, wish(done.value, block.agnese, 28)).value
    assert refused(deeds.back, done.undo) == ["practice-in-use"]
    deeds.store.run(cancel_shadowing, CancelShadowing(number, deeds.version(number)))
    deeds.back(done.undo)


def test_tr_15_an_account_of_a_trainee_is_one_trainees_and_of_no_other_role(block, deeds):
    link = LinkTrainee(block.arturs, row_of(deeds, block.arturs).version, ELINA)
    (problem,) = problems(refusal(deeds.run, link_trainee, link))
    assert (problem.code, problem.facts["name"]) == ("trainee-account-taken", "Zariņa Elīna")
    assert refused(deeds.run, link_trainee, replace(link, account_id=3)) == ["trainee-account-role"]
    assert refused(deeds.run, link_trainee, replace(link, account_id=99)) == ["account-gone"]
    assert refused(deeds.run, link_trainee, replace(link, version=99)) == ["changed-meanwhile"]
    account = block.store.run(add_account, AddAccount("slot-9", "Kalniņš A", "trainee", "lv")).value
    deeds.run(link_trainee, replace(link, account_id=account))
    assert row_of(deeds, block.arturs).account_id == account
    again = LinkTrainee(block.arturs, row_of(deeds, block.arturs).version, account)
    assert deeds.run(link_trainee, again).undo is None
    deeds.run(link_trainee, replace(again, account_id=None))


def test_tr_15_a_coordinator_takes_back_no_account_but_keeps_it_on_the_card(block, deeds):
    version = row_of(deeds, block.elina).version
    done = deeds.store.run(link_trainee, LinkTrainee(block.elina, version, None))
    block.store.sign_in(Actor(9, "Koordinators", "practice_coordinator", "en"))
    with pytest.raises(NotAllowed):
        deeds.back(done.undo)
    save(deeds, block.elina, phone="112")
