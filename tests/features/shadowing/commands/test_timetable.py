"""Classes and times away: what they take, what they upset, and what comes back after them."""

from __future__ import annotations

import pytest

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
from openblock.features.shadowing.queries import classes, to_replan
from openblock.features.shadowing.rules.content import Upset
from tests.features.shadowing.commands.doing import (
    away,
    lesson,
    problems,
    refusal,
    refused,
    standing,
    wish,
)
from tests.features.shadowing.practising import LAST, NOW, TODAY, on

REASON = "kursa vadītāja lūgums"


def save(deeds, *contents, reason=""):
    return deeds.run(save_classes, SaveClasses(contents, reason=reason))


def change(deeds, number, content, reason="", version=None):
    seen = class_version(deeds, number) if version is None else version
    return deeds.run(save_classes, SaveClasses((content,), number, seen, reason))


def class_version(deeds, number):
    found = (
        row
        for course in deeds.block.courses.values()
        for row in deeds.store.read(classes, course, TODAY.replace(day=1), LAST)
    )
    return next(row.version for row in found if row.class_id == number)


def save_away(deeds, content, reason="", number=None, version=0):
    return deeds.run(save_unavailability, SaveUnavailability(number, version, content, reason))


def causes(deeds):
    rows = (deeds.row(row[0]) for row in standing(deeds.store)["shadowings"])
    return {row.id: row.cause for row in rows if row.cause}


def test_a_class_takes_the_time_of_its_group_and_one_for_all_of_everybody(block, deeds):
    first, second = save(
        deeds,
        lesson(block.second, 27, group="A"),
        lesson(block.second, 28, title=" Tiesības  un ētika "),
    ).value
    assert deeds.at_class(first) == {block.elina, block.arturs}
    assert deeds.at_class(second) == {block.elina, block.arturs, block.sintija}
    titles = [row[-1] for row in standing(block.store)["classes"] if row[0] == second]
    assert titles == ["Tiesības un ētika"]


def test_tr_07_nobody_is_planned_during_a_class_and_right_after_the_rest_anybody(block, deeds):
    save(deeds, lesson(block.second, 27, (12, 22), group="A"))
    late = wish(block.arturs, block.agnese, 28)
    busy = wish(block.arturs, block.ilze, 27, (20, 22))
    assert "practice-trainee-busy" in refused(block.store.run, plan_shadowing, busy)
    deeds.run(plan_shadowing, late)


def test_a_class_over_planned_shifts_lists_them_and_needs_a_reason(block, deeds):
    content = lesson(block.second, 26, (8, 12))
    error = refusal(save, deeds, content)
    told = {(each.code, each.facts["trainee"], each.facts["name"]) for each in problems(error)}
    assert told == {
        ("practice-in-the-way", "Zariņa Elīna", "Lācis Normunds"),
        ("practice-in-the-way", "Balode Sintija", "Lācis Normunds"),
    }
    assert {each.severity for each in problems(error)} == {"warning"}
    assert {(each.facts["start"], each.facts["end"]) for each in problems(error)} == {
        (on(26, 9), on(26, 21))
    }
    (number,) = save(deeds, content, reason=REASON).value
    assert causes(deeds) == {block.next: "class", block.beside: "class"}
    assert deeds.at_class(number) == {block.elina, block.arturs, block.sintija}
    upset = {each.shadowing_id: each.upset for each in block.store.read(to_replan, NOW)}
    assert upset == {block.next: Upset.CLASS, block.beside: Upset.CLASS}


def test_tr_06_a_shift_that_gave_way_leaves_its_place_to_others(block, deeds):
    save(deeds, lesson(block.second, 26, (8, 12), group="A"), reason=REASON)
    deeds.run(plan_shadowing, wish(block.gatis, block.normunds, 26))


def test_touching_classes_and_shifts_are_in_nobodys_way(block, deeds):
    save(deeds, lesson(block.second, 26, (7, 9)), lesson(block.second, 26, (21, 22)))
    assert causes(deeds) == {}


def test_a_class_taken_out_gives_back_what_fits_again(block, deeds):
    (number,) = save(deeds, lesson(block.second, 26, (8, 12)), reason=REASON).value
    deeds.run(plan_shadowing, wish(block.gatis, block.normunds, 26))
    deeds.run(remove_class, RemoveClass(number, class_version(deeds, number)))
    assert causes(deeds) == {block.beside: "class"}
    assert deeds.at_class(number) == set()


def test_what_another_class_still_takes_does_not_come_back(block, deeds):
    first, second = save(
        deeds,
        lesson(block.second, 26, (8, 10), group="A"),
        lesson(block.second, 26, (12, 14), group="A"),
        reason=REASON,
    ).value
    deeds.run(remove_class, RemoveClass(first, class_version(deeds, first)))
    assert causes(deeds) == {block.next: "class"}
    deeds.run(remove_class, RemoveClass(second, class_version(deeds, second)))
    assert causes(deeds) == {}


def test_a_class_moved_gives_back_there_and_takes_away_here(block, deeds):
    (number,) = save(deeds, lesson(block.second, 26, (8, 12), group="A"), reason=REASON).value
    other = lesson(block.second, 31, (8, 12), group="A")
    assert refused(change, deeds, number, other) == ["practice-in-the-way"]
    change(deeds, number, other, REASON)
    assert causes(deeds) == {block.later: "class"}
    change(deeds, number, lesson(block.second, 31, (8, 12), group="B"))
    assert causes(deeds) == {}
    assert deeds.at_class(number) == {block.sintija}


def test_two_classes_of_the_same_trainees_do_not_overlap(block, deeds):
    (number,) = save(deeds, lesson(block.second, 27, (9, 12), group="A", title="Ētika")).value
    error = refusal(save, deeds, lesson(block.second, 27, (11, 14), title="Sports"))
    (problem,) = problems(error)
    assert problem.code == "practice-class-overlap"
    assert (problem.facts["other"], problem.facts["start"]) == ("Ētika", on(27, 9))
    save(deeds, lesson(block.second, 27, (9, 12), group="B"))
    save(deeds, lesson(block.third, 27, (9, 12)))
    change(deeds, number, lesson(block.second, 27, (10, 12), group="A"))
    assert refused(change, deeds, number, lesson(block.second, 27, (10, 13))) == [
        "practice-class-overlap"
    ]


def test_classes_of_one_request_do_not_overlap_either(block, deeds):
    pair = lesson(block.second, 27, (9, 12)), lesson(block.second, 27, (11, 14), group="A")
    assert refused(save, deeds, *pair) == ["practice-class-overlap"]
    save(deeds, lesson(block.second, 27, (9, 12)), lesson(block.second, 27, (12, 14), group="A"))
    save(deeds, lesson(block.second, 28, group="A"), lesson(block.second, 28, group="B"))


def test_a_class_backwards_or_beyond_its_course_is_refused(block, deeds):
    wrong = lesson(block.second, 27, (12, 9)), lesson(block.third, 15, (9, 12))
    assert refused(save, deeds, *wrong) == [
        "practice-time-backwards",
        "practice-class-outside-course",
    ]
    assert refused(save, deeds, lesson(99, 27)) == ["course-unknown"]


def test_a_group_nobody_can_write_down_is_refused(block, deeds):
    half = lesson(block.second, 27, group="\ud800")
    assert refused(save, deeds, half) == ["text-not-printable"]


def test_a_class_that_is_gone_or_has_changed_is_refused(block, deeds):
    (number,) = save(deeds, lesson(block.second, 27)).value
    assert refused(change, deeds, number, lesson(block.second, 28), "", 9) == ["changed-meanwhile"]
    assert refused(deeds.run, remove_class, RemoveClass(number, 9)) == ["changed-meanwhile"]
    deeds.run(remove_class, RemoveClass(number, class_version(deeds, number)))
    assert refused(deeds.run, remove_class, RemoveClass(number, 1)) == ["class-unknown"]
    with pytest.raises(ValueError, match="one content"):
        deeds.run(save_classes, SaveClasses((), 1, 1))


def test_the_same_class_saved_again_is_no_change(block, deeds):
    (number,) = save(deeds, lesson(block.second, 27)).value
    assert change(deeds, number, lesson(block.second, 27)).undo is None


def test_what_is_confirmed_is_upset_by_no_class_and_the_trainee_was_not_in_it(block, deeds):
    (number,) = save(deeds, lesson(block.second, 4, (8, 12))).value
    assert deeds.row(block.seen).cause == ""
    assert deeds.at_class(number) == {block.elina, block.arturs, block.sintija}
    held = [row for row in standing(block.store)["diary"] if row[1:3] == ("class", number)]
    cut = next(row for row in held if row[0] == f"trainee:{block.elina}")
    assert cut[4] == "2026-03-04 07:00:00.000000"
    (number,) = save(deeds, lesson(block.second, 4, (13, 15))).value
    assert deeds.at_class(number) == {block.arturs, block.sintija}


def test_a_time_away_takes_the_trainees_own_time_only(block, deeds):
    number = save_away(deeds, away(block.arturs, 27, remark="  pie  ārsta ")).value
    assert (f"trainee:{block.arturs}", "unavailable", number) in deeds.diary()
    row = standing(block.store)["unavailabilities"][-1]
    assert "pie ārsta" in row
    busy = wish(block.arturs, block.ilze, 27)
    assert refused(block.store.run, plan_shadowing, busy) == ["practice-trainee-busy"]


def test_a_time_away_over_planned_shifts_needs_a_reason_and_gives_them_back_in_the_end(
    block, deeds
):
    content = away(block.elina, 26, (20, 24))
    (problem,) = problems(refusal(save_away, deeds, content))
    assert (problem.code, problem.facts["kind"]) == ("practice-in-the-way", "unavailable")
    number = save_away(deeds, content, REASON).value
    assert causes(deeds) == {block.next: "trainee-away"}
    save_away(deeds, away(block.elina, 26, (21, 24)), "", number, 1)
    assert causes(deeds) == {}
    version = 4  # saved, changed, taken back, changed again
    save_away(deeds, content, REASON, number, version)
    version += 3
    deeds.run(remove_unavailability, RemoveUnavailability(number, version))
    assert causes(deeds) == {}
    assert ("unavailable", number) not in [row[1:] for row in deeds.diary()]


def test_away_and_in_class_at_once_the_class_goes_on_without_the_trainee(block, deeds):
    (number,) = save(deeds, lesson(block.second, 27)).value
    absence = save_away(deeds, away(block.elina, 27)).value
    assert deeds.at_class(number) == {block.arturs, block.sintija}
    deeds.run(remove_unavailability, RemoveUnavailability(absence, 1))
    assert deeds.at_class(number) == {block.elina, block.arturs, block.sintija}


def test_what_waits_for_the_trainees_return_is_then_said_to_wait_for_the_class(block, deeds):
    absence = save_away(deeds, away(block.elina, 26), REASON).value
    save(deeds, lesson(block.second, 26, (8, 12), group="A"))
    deeds.run(remove_unavailability, RemoveUnavailability(absence, 1))
    assert causes(deeds) == {block.next: "class"}


def test_what_has_too_little_rest_by_now_does_not_come_back(block, deeds):
    absence = save_away(deeds, away(block.elina, 26), REASON).value
    deeds.run(plan_shadowing, wish(block.elina, block.normunds, 27, (6, 9)))
    deeds.run(remove_unavailability, RemoveUnavailability(absence, 1))
    assert causes(deeds) == {block.next: "trainee-away"}


def test_what_the_roster_upset_meanwhile_comes_back_to_wait_for_the_roster(block, deeds):
    absence = save_away(deeds, away(block.elina, 26), REASON).value
    block.duty(block.normunds, 26, None)
    deeds.run(remove_unavailability, RemoveUnavailability(absence, 1))
    upset = {each.shadowing_id: each.upset for each in block.store.read(to_replan, NOW)}
    assert upset[block.next] is Upset.DUTY_GONE


def test_a_time_away_over_confirmed_hours_or_another_one_is_refused(block, deeds):
    assert refused(save_away, deeds, away(block.elina, 4, (20, 24)), REASON) == [
        "practice-trainee-busy"
    ]
    save_away(deeds, away(block.elina, 4, (20.5, 24)))
    error = refusal(save_away, deeds, away(block.elina, 4, (23, 30)), REASON)
    (problem,) = problems(error)
    assert (problem.code, problem.facts["kind"]) == ("practice-trainee-busy", "unavailable")


def test_what_cannot_be_a_time_away_is_refused(block, deeds):
    assert refused(save_away, deeds, away(block.elina, 27, (9, 9))) == ["practice-time-backwards"]
    assert refused(save_away, deeds, away(99, 27)) == ["trainee-unknown"]
    number = save_away(deeds, away(block.elina, 27)).value
    assert refused(save_away, deeds, away(block.elina, 27), "", number, 9) == ["changed-meanwhile"]
    stale = RemoveUnavailability(number, 9)
    assert refused(deeds.run, remove_unavailability, stale) == ["changed-meanwhile"]
    gone = RemoveUnavailability(99, 1)
    assert refused(deeds.run, remove_unavailability, gone) == ["unavailability-unknown"]


def test_an_undo_of_a_class_taken_out_is_refused_where_a_shift_was_planned_since(block, deeds):
    (number,) = save(deeds, lesson(block.second, 27, (12, 14), group="A")).value
    done = deeds.run(remove_class, RemoveClass(number, class_version(deeds, number)))
    deeds.run(plan_shadowing, wish(block.arturs, block.ilze, 27, (9, 15)))
    assert refused(deeds.back, done.undo) == ["practice-trainee-busy"]
