"""What was done goes back row by row, and not at all where a row has moved on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import NotAllowed
from openblock.features.shadowing.commands import (
    CancelShadowing,
    RemoveCourse,
    RestorePractice,
    RowChange,
    SaveCourse,
    SaveItem,
    SaveTrainee,
    TickClearance,
    cancel_shadowing,
    remove_course,
    restore_practice,
    save_course,
    save_item,
    save_trainee,
    tick_clearance,
)
from openblock.features.shadowing.queries import courses, items, trainees
from openblock.features.shadowing.rules.content import CourseContent, ItemKind
from openblock.storage.acts import plain_values
from openblock.storage.store import Actor
from tests.features.shadowing.commands.doing import refused, standing
from tests.features.shadowing.practising import TODAY

NEW = CourseContent("4. kurss", date(2026, 4, 1), date(2026, 6, 30))


def version_of_course(deeds, number):
    return next(each.version for each in deeds.store.read(courses) if each.course_id == number)


def test_there_and_back_and_there_again_ends_where_it_began(block, deeds):
    before = standing(block.store)
    step = deeds.store.run(cancel_shadowing, CancelShadowing(block.next, 1)).undo
    for _ in range(3):
        step = deeds.back(step)
        assert standing(block.store) == before
        step = deeds.back(step)
    assert deeds.row(block.next) is None


def test_undo_is_refused_once_the_row_has_moved_on(block, deeds):
    row = next(each for each in block.store.read(courses) if each.course_id == block.second)
    done = deeds.run(
        save_course, SaveCourse(block.second, row.version, replace(row.content, name="2a. kurss"))
    )
    later = replace(row.content, name="2b. kurss")
    deeds.run(save_course, SaveCourse(block.second, version_of_course(deeds, block.second), later))
    assert refused(deeds.back, done.undo) == ["practice-changed-meanwhile"]


def test_what_the_file_refuses_to_take_back_is_told_as_a_change(block, deeds):
    """A course of the name that is to come back was entered anew."""
    number = deeds.run(save_course, SaveCourse(None, 0, NEW)).value
    deeds.run(save_course, SaveCourse(None, 0, replace(NEW, name="5. kurss")))  # another number
    done = deeds.run(remove_course, RemoveCourse(number, version_of_course(deeds, number)))
    deeds.store.run(save_course, SaveCourse(None, 0, NEW))
    assert refused(deeds.back, done.undo) == ["practice-changed-meanwhile"]


def test_an_entry_that_is_needed_by_now_is_not_taken_back(block, deeds):
    done = deeds.run(save_item, SaveItem(None, 0, ItemKind.CLEARANCE, "Ugunsdrošība"))
    deeds.run(tick_clearance, TickClearance(block.elina, done.value, TODAY))
    assert refused(deeds.back, done.undo) == ["practice-in-use"]


def test_the_log_of_an_undo_says_whose_it_was_as_the_deed_did(block, deeds):
    step = deeds.store.run(cancel_shadowing, CancelShadowing(block.next, 1)).undo
    deeds.back(step)
    (logged, *_rest) = deeds.log("shadowing.restore_practice")
    assert set(logged.subjects) >= {
        ("trainee", str(block.elina)),
        ("officer", str(block.normunds)),
        ("shadowing", str(block.next)),
    }
    assert logged.details == {"undoes": True}


@pytest.mark.parametrize("role", ["duty_officer", "auditor", "trainee"])
def test_sec_01_who_may_not_plan_takes_no_plan_back(block, deeds, role):
    step = deeds.store.run(cancel_shadowing, CancelShadowing(block.next, 1)).undo
    block.store.sign_in(Actor(9, "Kāds", role, "en"))
    with pytest.raises(NotAllowed):
        deeds.back(step)


def test_sec_09_a_card_open_since_before_a_tick_was_taken_back_is_a_stale_one(block, deeds):
    item = block.store.read(items, ItemKind.CLEARANCE)[0].item_id
    done = deeds.store.run(tick_clearance, TickClearance(block.marta, item, TODAY))
    row = next(each for each in block.store.read(trainees) if each.trainee_id == block.marta)
    deeds.back(done.undo)
    stale = SaveTrainee(block.marta, row.version, row.content)
    assert refused(deeds.store.run, save_trainee, stale) == ["changed-meanwhile"]


def test_nothing_to_take_back_is_taken_back_without_a_change(block, deeds):
    before = standing(block.store)
    assert deeds.store.run(restore_practice, RestorePractice(())).undo is None
    assert standing(block.store) == before


def test_a_row_changed_twice_goes_both_ways_and_is_looked_at_as_it_stands_first(block, deeds):
    first = plain_values(deeds.row(block.next))
    second = {**first, "override": "vienojāmies"}
    third = {**second, "override": "vienojāmies vēlreiz"}
    changes = (
        RowChange("shadowings", block.next, first, second),
        RowChange("shadowings", block.next, second, third),
    )
    done = deeds.run(restore_practice, RestorePractice(changes))
    assert deeds.row(block.next).override == "vienojāmies vēlreiz"
    deeds.back(done.undo)
    assert deeds.row(block.next).override == ""
