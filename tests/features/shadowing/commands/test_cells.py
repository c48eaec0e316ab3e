"""Cells of the practice grid: what a typed mentor plans, what gives way, and what stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from openblock.features.shadowing.commands import (
    ChangePractice,
    PlanShadowing,
    PracticeEdit,
    SaveClasses,
    change_practice,
    plan_shadowing,
    save_classes,
)
from openblock.storage.store import Actor
from tests.features.shadowing.commands.doing import (
    lesson,
    problems,
    refusal,
    refused,
    standing,
    wish,
)
from tests.features.shadowing.practising import on


def day(number, month=3):
    return date(2026, month, number)


def set_cells(deeds, *edits, reason=""):
    return deeds.run(change_practice, ChangePractice(tuple(edits), reason))


def cell(deeds, trainee, number, officer, *seen):
    there = tuple((each, deeds.version(each)) for each in seen)
    return PracticeEdit(trainee, day(number), officer, there)


def held(deeds, trainee, number):
    """What stands in a cell: mentor, start and end of each shift."""
    rows = [row for row in standing(deeds.store)["shadowings"] if row[1] == trainee]
    found = [deeds.row(row[0]) for row in rows]
    return [
        (row.officer_id, row.starts_at, row.ends_at)
        for row in found
        if on(number, 0) <= row.starts_at < on(number, 24)
    ]


def test_a_typed_mentor_plans_the_usual_part_of_the_duty(block, deeds):
    assert set_cells(deeds, cell(deeds, block.arturs, 28, block.agnese)).value == 1
    assert held(deeds, block.arturs, 28) == [(block.agnese, on(28, 9), on(28, 21))]


def test_a_night_from_yesterday_is_typed_on_the_day_whose_morning_it_is(block, deeds):
    """Andris has a night from the 27th 21:00; by day only its end can be taken."""
    asked = cell(deeds, block.sintija, 27, block.andris)
    assert "practice-night" in refused(set_cells, deeds, asked)
    set_cells(deeds, cell(deeds, block.sintija, 28, block.andris))
    assert held(deeds, block.sintija, 28) == [(block.andris, on(28, 6), on(28, 9))]
    assert held(deeds, block.sintija, 27) == []


def test_who_has_no_duty_that_day_is_told_so(block, deeds):
    error = refusal(set_cells, deeds, cell(deeds, block.arturs, 27, block.agnese))
    (problem,) = problems(error)
    assert problem.code == "practice-no-duty"
    assert problem.facts == {
        "trainee": "Kalniņš Artūrs",
        "name": "Liepa Agnese",
        "day": day(27),
    }


def test_a_mentor_typed_over_a_planned_shift_takes_its_place(block, deeds):
    set_cells(deeds, cell(deeds, block.elina, 26, block.andris, block.next))
    assert held(deeds, block.elina, 26) == [(block.andris, on(26, 9), on(26, 21))]


def test_the_same_mentor_typed_again_is_no_change(block, deeds):
    done = set_cells(deeds, cell(deeds, block.elina, 26, block.normunds, block.next))
    assert (done.value, done.undo) == (0, None)


def test_the_same_mentor_typed_over_what_needs_planning_anew_plans_it_anew(block, deeds):
    block.duty(block.normunds, 26, None)
    asked = cell(deeds, block.elina, 26, block.normunds, block.next)
    assert refused(set_cells, deeds, asked) == ["practice-no-duty"]
    block.duty(block.normunds, 26, "8")
    set_cells(deeds, asked)
    assert held(deeds, block.elina, 26) == [(block.normunds, on(26, 8), on(26, 16))]


def test_a_cut_cell_loses_what_is_planned_and_an_empty_one_nothing(block, deeds):
    done = set_cells(
        deeds,
        cell(deeds, block.elina, 26, None, block.next),
        cell(deeds, block.arturs, 26, None),
    )
    assert done.value == 1
    assert held(deeds, block.elina, 26) == []
    assert deeds.run(change_practice, ChangePractice(())).value == 0


@pytest.mark.parametrize(("who", "number", "name"), [("elina", 4, "seen"), ("arturs", 7, "missed")])
def test_tr_12_a_cut_cell_does_not_lose_what_is_settled(block, deeds, who, number, name):
    asked = cell(deeds, getattr(block, who), number, None, getattr(block, name))
    assert refused(set_cells, deeds, asked) == ["practice-locked"]
    beside = cell(deeds, block.elina, 26, None, block.next)
    assert refused(set_cells, deeds, beside, asked) == ["practice-locked"]
    assert deeds.row(block.next) is not None


def test_what_is_over_stays_beside_the_mentor_typed_if_the_rules_let_it(block, deeds):
    """Touching shifts are one stretch: 6 to 8 in the morning, and from 8 with the next mentor."""
    early = block.store.run(plan_shadowing, wish(block.gatis, block.agnese, 25, (6, 8))).value
    block.duty(block.ilze, 25, "D")
    asked = cell(deeds, block.gatis, 25, block.ilze, early)
    assert refused(set_cells, deeds, asked) == ["practice-rest-short"]
    block.duty(block.ilze, 25, "8")
    set_cells(deeds, asked)
    assert held(deeds, block.gatis, 25) == [
        (block.agnese, on(25, 6), on(25, 8)),
        (block.ilze, on(25, 8), on(25, 16)),
    ]


def test_a_cut_cell_loses_what_is_over_and_not_confirmed(block, deeds):
    set_cells(deeds, cell(deeds, block.sintija, 18, None, block.done))
    assert held(deeds, block.sintija, 18) == []


def test_a_cell_that_is_not_as_seen_is_refused_with_who_changed_it_and_what_is_in_it(block, deeds):
    old = cell(deeds, block.elina, 26, block.andris, block.next)
    block.store.sign_in(Actor(9, "Cits Plānotājs", "practice_coordinator", "en"))
    block.store.run(plan_shadowing, deeds.moved(block.next, block.normunds, 26, (10, 21)))
    error = refusal(set_cells, deeds, old)
    assert error.code == "practice-changed-meanwhile"
    assert error.facts["who"] == "Cits Plānotājs"
    assert error.facts["theirs"] == ("Lācis Normunds",)
    assert (error.facts["trainee"], error.facts["day"]) == ("Zariņa Elīna", day(26))


def test_a_cell_seen_full_that_is_empty_by_now_is_refused_and_the_other_way_round(block, deeds):
    full = cell(deeds, block.elina, 26, block.andris, block.next)
    set_cells(deeds, cell(deeds, block.elina, 26, None, block.next))
    error = refusal(set_cells, deeds, full)
    assert (error.code, error.facts["theirs"]) == ("practice-changed-meanwhile", ())
    assert error.facts["who"] == "Anna Bērziņa"
    empty = PracticeEdit(block.sintija, day(26), block.andris)
    assert refused(set_cells, deeds, empty) == ["practice-changed-meanwhile"]


def test_several_cells_are_set_together_or_none_of_them(block, deeds):
    changed = set_cells(
        deeds,
        cell(deeds, block.elina, 26, block.andris, block.next),
        cell(deeds, block.sintija, 26, None, block.beside),
        cell(deeds, block.arturs, 26, block.normunds),
    )
    assert changed.value == 3
    assert held(deeds, block.arturs, 26) == [(block.normunds, on(26, 9), on(26, 21))]
    assert held(deeds, block.sintija, 26) == []


def test_two_may_change_mentors_where_each_has_one_place(block, deeds):
    block.store.run(plan_shadowing, deeds.moved(block.beside, block.andris, 26))
    deeds.set("shadow_most_per_mentor", 1)
    set_cells(
        deeds,
        cell(deeds, block.elina, 26, block.andris, block.next),
        cell(deeds, block.sintija, 26, block.normunds, block.beside),
    )
    assert held(deeds, block.elina, 26)[0][0] == block.andris
    assert held(deeds, block.sintija, 26)[0][0] == block.normunds


def test_every_problem_of_every_cell_is_told_at_once_with_trainee_and_day(block, deeds):
    error = refusal(
        set_cells,
        deeds,
        cell(deeds, block.arturs, 26, block.normunds),
        cell(deeds, block.marta, 28, block.agnese),
        cell(deeds, block.arturs, 28, block.madara),
        cell(deeds, block.arturs, 27, block.ilze),
    )
    told = {(each.code, each.facts["trainee"], each.facts["day"]) for each in problems(error)}
    assert told >= {
        ("practice-mentor-full", "Kalniņš Artūrs", day(26)),
        ("practice-not-cleared", "Ziediņa Marta", day(28)),
        ("practice-mentor-expired", "Kalniņš Artūrs", day(28)),
    }
    assert held(deeds, block.arturs, 27) == []


def test_one_reason_answers_the_warnings_of_all_cells_and_stays_where_it_was_asked(block, deeds):
    edits = (
        cell(deeds, block.arturs, 28, block.kristine),
        cell(deeds, block.sintija, 31, block.ilze),
    )
    assert refused(set_cells, deeds, *edits) == ["practice-mentor-expired"]
    set_cells(deeds, *edits, reason="vienojāmies")
    rows = [deeds.row(row[0]) for row in standing(block.store)["shadowings"]]
    overrides = {row.trainee_id: row.override for row in rows if row.starts_at > on(27, 0)}
    assert overrides[block.arturs] == "vienojāmies"
    assert overrides[block.sintija] == ""


def test_cells_that_only_together_break_a_rule_are_refused_together(block, deeds):
    """From 20:00 a third trainee is beside Agnese."""
    edits = [cell(deeds, trainee, 28, block.agnese) for trainee in (block.arturs, block.sintija)]
    assert refused(set_cells, deeds, *edits) == ["practice-mentor-full"]
    assert held(deeds, block.arturs, 28) == held(deeds, block.sintija, 28) == []
    set_cells(deeds, edits[1])


def test_what_a_class_took_away_is_replaced_by_a_mentor_typed(block, deeds):
    classes = (lesson(block.second, 26, (8, 9), group="A"),)
    block.store.run(save_classes, SaveClasses(classes, reason="kursa plāns"))
    assert deeds.row(block.next).cause == ""
    classes = (lesson(block.second, 26, (19, 20), group="A"),)
    block.store.run(save_classes, SaveClasses(classes, reason="kursa plāns"))
    assert deeds.row(block.next).cause == "class"
    asked = cell(deeds, block.elina, 26, block.andris, block.next)
    assert "practice-trainee-busy" in refused(set_cells, deeds, asked)
    set_cells(deeds, cell(deeds, block.elina, 26, None, block.next))


def test_nobody_is_set_for_who_is_not_there(block, deeds):
    assert refused(set_cells, deeds, cell(deeds, 99, 26, block.andris)) == ["trainee-unknown"]
    assert refused(set_cells, deeds, cell(deeds, block.elina, 27, 99)) == ["officer-unknown"]


def test_more_cells_than_a_screen_can_hold_are_refused(block, deeds):
    first = date(2026, 3, 1)
    edits = [PracticeEdit(block.elina, first + timedelta(days=each), None) for each in range(2001)]
    assert refused(set_cells, deeds, *edits) == ["cells-too-many"]


def asked_for(deeds, *edits):
    """How often one sweep asks the database for rows."""
    seen = []

    def note(*heard):
        seen.extend([heard[2]] if heard[2].startswith("SELECT") else [])

    event.listen(deeds.store.engine, "before_cursor_execute", note)
    try:
        deeds.store.run(change_practice, ChangePractice(edits, "vienojāmies"))
    finally:
        event.remove(deeds.store.engine, "before_cursor_execute", note)
    return len(seen)


def test_a_sweep_reads_all_its_cells_at_once(block, deeds):
    first = date(2026, 4, 7)
    people = (block.arturs, block.sintija)
    edits = [
        PracticeEdit(trainee, first + timedelta(days=each), None)
        for trainee in people
        for each in range(40)
    ]
    assert asked_for(deeds, *edits) == asked_for(deeds, edits[0])


def test_who_is_planned_beside_one_mentor_on_one_day_costs_little_more_than_the_first(block, deeds):
    """Others' places and the own time are asked for anew, what stays as it is only once."""
    april = date(2026, 4, 8)
    one, other = (PracticeEdit(each, april, block.ilze) for each in (block.arturs, block.sintija))
    both = asked_for(deeds, one, other)
    later = replace(one, day=april + timedelta(days=4))
    assert both - asked_for(deeds, later) <= 7


def test_the_last_edit_of_one_cell_counts(block, deeds):
    done = set_cells(
        deeds,
        cell(deeds, block.arturs, 28, block.agnese),
        cell(deeds, block.arturs, 28, None),
    )
    assert (done.value, held(deeds, block.arturs, 28)) == (0, [])


def test_a_request_planned_by_dialog_and_one_typed_are_judged_alike(block, deeds):
    typed = refused(set_cells, deeds, cell(deeds, block.marta, 28, block.agnese))
    request = PlanShadowing(block.marta, block.agnese, on(28, 9), on(28, 21))
    assert refused(block.store.run, plan_shadowing, request) == typed
