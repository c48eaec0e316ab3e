"""Courses, their situations, and the block's own lists: what keeps its number and what may go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.shadowing.commands import (
    RemoveCourse,
    SaveCourse,
    SaveItem,
    remove_course,
    save_course,
    save_item,
)
from openblock.features.shadowing.queries import courses, items, to_replan
from openblock.features.shadowing.rules.content import (
    CourseContent,
    ItemKind,
    SituationContent,
    SituationKind,
    Upset,
)
from tests.factories import with_class
from tests.features.shadowing.commands.doing import problems, refusal, refused, standing
from tests.features.shadowing.practising import NOW, on

NEW = CourseContent("4. kurss", date(2026, 4, 1), date(2026, 6, 30))


def row_of(deeds, number):
    return next(each for each in deeds.store.read(courses) if each.course_id == number)


def save(deeds, number, **facts):
    row = row_of(deeds, number)
    request = SaveCourse(number, row.version, replace(row.content, **facts))
    return deeds.run(save_course, request)


def numbers(deeds, course):
    return {
        each.content.code or each.content.name: each.situation_id
        for each in row_of(deeds, course).situations
    }


def test_tr_01_a_new_course_is_entered_tidied_with_the_usual_situations(block, deeds):
    content = replace(NEW, name=" 4.  kurss ")
    number = deeds.run(save_course, SaveCourse(None, 0, content)).value
    assert row_of(deeds, number).content == NEW


def test_a_course_saved_as_it_is_changes_nothing(block, deeds):
    assert save(deeds, block.second).undo is None


def test_every_problem_of_a_course_is_told_its_name_taken_among_them(block, deeds):
    wrong = replace(NEW, name="2. KURSS", last_day=date(2026, 3, 1), required_minutes=-1)
    assert refused(deeds.run, save_course, SaveCourse(None, 0, wrong)) == [
        "practice-course-backwards",
        "practice-required-hours",
        "practice-course-taken",
    ]
    save(deeds, block.second, name="2. Kurss")


def test_a_course_that_is_gone_or_has_changed_is_refused(block, deeds):
    assert refused(deeds.run, save_course, SaveCourse(99, 1, NEW)) == ["course-unknown"]
    assert refused(deeds.run, save_course, SaveCourse(block.second, 99, NEW)) == [
        "changed-meanwhile"
    ]


def test_situations_keep_their_numbers_when_they_are_put_in_another_order_or_changed(block, deeds):
    before = numbers(deeds, block.second)
    listed = row_of(deeds, block.second).content.situations
    turned = tuple(reversed(listed))
    save(deeds, block.second, situations=turned)
    assert row_of(deeds, block.second).content.situations == turned
    assert numbers(deeds, block.second) == before
    other = tuple(
        replace(each, from_minute=360, to_minute=375) if each.code == "morning_count" else each
        for each in listed
    )
    save(deeds, block.second, situations=other)
    assert numbers(deeds, block.second) == before


def test_an_own_situation_keeps_its_number_under_another_name(block, deeds):
    listed = row_of(deeds, block.second).content.situations
    own = SituationContent(SituationKind.CHANCE, name="Kratīšana")
    save(deeds, block.second, situations=(*listed, own))
    number = numbers(deeds, block.second)["Kratīšana"]
    search = replace(own, name="KRATĪŠANA", kind=SituationKind.DAY)
    save(deeds, block.second, situations=(search, *listed))
    assert numbers(deeds, block.second)["KRATĪŠANA"] == number
    save(deeds, block.second, situations=(*listed, replace(search, name="Pārmeklēšana")))
    assert numbers(deeds, block.second)["Pārmeklēšana"] == number


def test_sec_09_a_situation_changed_makes_the_course_open_before_it_a_stale_one(block, deeds):
    row = row_of(deeds, block.second)
    save(deeds, block.second, situations=row.content.situations[:-1])
    stale = SaveCourse(block.second, row.version, row.content)
    assert refused(deeds.run, save_course, stale) == ["changed-meanwhile"]


def test_a_situation_nobody_has_been_at_may_be_left_out_and_one_somebody_has_not(block, deeds):
    listed = row_of(deeds, block.second).content.situations
    save(deeds, block.second, situations=tuple(each for each in listed if each.code != "night"))
    without = tuple(each for each in listed if each.code != "day")
    error = refusal(lambda: save(deeds, block.second, situations=without))
    (problem,) = problems(error)
    assert (problem.code, problem.facts["code"]) == ("practice-situation-seen", "day")


def test_an_added_situation_is_not_taken_back_once_somebody_has_been_at_it(block, deeds):
    listed = row_of(deeds, block.second).content.situations
    own = SituationContent(SituationKind.CHANCE, name="Kratīšana")
    done = save(deeds, block.second, situations=(*listed, own))
    number = numbers(deeds, block.second)["Kratīšana"]
    deeds.confirm(block.done, situations=(number,))
    assert refused(deeds.back, done.undo) == ["practice-in-use"]


def test_tr_05_a_course_that_ends_sooner_leaves_what_was_planned_beyond_it_waiting(block, deeds):
    save(deeds, block.second, last_day=date(2026, 3, 30))
    upset = {each.shadowing_id: each.upset for each in block.store.read(to_replan, NOW)}
    assert upset == {block.later: Upset.OUTSIDE_COURSE}


def test_a_course_nobody_is_on_is_taken_out_with_its_timetable(block, deeds):
    number = deeds.run(save_course, SaveCourse(None, 0, NEW)).value
    with_class(block.store, number, on(7, 9, 4), on(7, 12, 4))
    assert refused(deeds.run, remove_course, RemoveCourse(number, 99)) == ["changed-meanwhile"]
    deeds.run(remove_course, RemoveCourse(number, row_of(deeds, number).version))
    assert number not in {each.course_id for each in block.store.read(courses)}
    assert number not in {row[1] for row in standing(block.store)["classes"]}
    assert refused(deeds.run, remove_course, RemoveCourse(number, 1)) == ["course-unknown"]


def test_a_course_somebody_is_on_is_not_taken_out(block, deeds):
    error = refusal(
        deeds.run, remove_course, RemoveCourse(block.third, row_of(deeds, block.third).version)
    )
    assert (error.code, error.facts["trainees"]) == ("course-has-trainees", 2)


def entry(deeds, place=0, kind=ItemKind.CLEARANCE):
    return deeds.store.read(items, kind)[place]


def test_a_new_entry_comes_last_and_one_with_a_place_stands_there(block, deeds):
    number = deeds.run(save_item, SaveItem(None, 0, ItemKind.CLEARANCE, "  Ugunsdrošība ")).value
    last = entry(deeds, -1)
    assert (last.item_id, last.name, last.place) == (number, "Ugunsdrošība", 3)
    deeds.run(save_item, SaveItem(None, 0, ItemKind.COMPETENCE, "Latīņu valoda", place=1))
    assert entry(deeds, 2, ItemKind.COMPETENCE).name == "Latīņu valoda"


def test_an_entry_is_renamed_put_out_of_use_and_names_itself_again(block, deeds):
    first = entry(deeds)
    request = SaveItem(first.item_id, first.version, ItemKind.CLEARANCE, "Ievads", active=False)
    deeds.run(save_item, request)
    assert (entry(deeds).name, entry(deeds).active) == ("Ievads", False)
    back = SaveItem(first.item_id, entry(deeds).version, ItemKind.CLEARANCE, "")
    deeds.run(save_item, back)
    assert (entry(deeds).code, entry(deeds).name) == (first.code, "")
    again = replace(back, version=entry(deeds).version)
    assert deeds.run(save_item, again).undo is None


@pytest.mark.parametrize("name", ["", "Briefing", "BRIEFING"])
def test_tr_02_an_entry_needs_a_name_no_other_has_the_usual_ones_among_them(block, deeds, name):
    request = SaveItem(None, 0, ItemKind.CLEARANCE, name)
    expected = "practice-item-taken" if name else "text-missing"
    assert refused(deeds.run, save_item, request) == [expected]


def test_an_entry_of_the_other_list_or_gone_or_changed_is_refused(block, deeds):
    number = entry(deeds).item_id
    other = SaveItem(number, 1, ItemKind.COMPETENCE, "x")
    assert refused(deeds.run, save_item, other) == ["item-unknown"]
    assert refused(deeds.run, save_item, replace(other, item_id=99)) == ["item-unknown"]
    stale = SaveItem(number, 99, ItemKind.CLEARANCE, "x")
    assert refused(deeds.run, save_item, stale) == ["changed-meanwhile"]
