"""Planned shifts give way to the trainee's own time in the order they come, each with its cause."""

from __future__ import annotations

from openblock.features.shadowing.commands import (
    RemoveClass,
    RemoveUnavailability,
    SaveClasses,
    SaveUnavailability,
    plan_shadowing,
    remove_class,
    remove_unavailability,
    save_classes,
    save_unavailability,
)
from tests.features.shadowing.commands.doing import away, lesson, problems, refusal, wish
from tests.features.shadowing.practising import on

REASON = "tā vajag šoreiz"


def test_all_that_is_in_the_way_is_told_in_order_of_time(block, deeds):
    content = away(block.elina, 25, (14, 24 * 8))
    error = refusal(deeds.run, save_unavailability, SaveUnavailability(None, 0, content))
    assert [each.facts["start"] for each in problems(error)] == [on(26, 9), on(31, 9)]
    deeds.run(save_unavailability, SaveUnavailability(None, 0, content, REASON))
    causes = {deeds.row(each).cause for each in (block.next, block.later)}
    assert causes == {"trainee-away"}


def test_what_has_given_way_already_is_not_asked_about_again(block, deeds):
    deeds.run(save_unavailability, SaveUnavailability(None, 0, away(block.elina, 26), REASON))
    deeds.run(save_classes, SaveClasses((lesson(block.second, 26, group="A"),)))
    assert deeds.row(block.next).cause == "trainee-away"


def test_tr_06_of_two_that_come_back_for_one_place_the_first_entered_has_it(block, deeds):
    absences = [
        deeds.run(save_unavailability, SaveUnavailability(None, 0, away(who, 26), REASON)).value
        for who in (block.elina, block.sintija)
    ]
    for who in (block.arturs, block.gatis):
        deeds.run(plan_shadowing, wish(who, block.normunds, 26, (12, 21)))
    deeds.run(remove_unavailability, RemoveUnavailability(absences[0], 1))
    assert deeds.row(block.next).cause == "trainee-away"


def test_tr_06_of_a_class_taken_from_two_one_comes_back_where_one_place_is_left(block, deeds):
    (number,) = deeds.run(
        save_classes, SaveClasses((lesson(block.second, 26, (8, 12)),), reason=REASON)
    ).value
    deeds.run(plan_shadowing, wish(block.gatis, block.normunds, 26))
    deeds.run(remove_class, RemoveClass(number, 1))
    assert [deeds.row(each).cause for each in (block.next, block.beside)] == ["", "class"]
