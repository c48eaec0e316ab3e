"""The grid shows what is stored, neither more nor less, in as many statements for few and many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock.errors import RuleBroken, Severity
from openblock.features.roster.commands import SaveCalendarDay, save_calendar_day
from openblock.features.roster.rules import DayKind
from openblock.features.shadowing.commands import TickClearance, tick_clearance
from openblock.features.shadowing.queries import practice_grid
from openblock.features.shadowing.rules.content import Span, Standing
from tests.factories import with_course, with_duty, with_mentor, with_trainee
from tests.features.shadowing.practising import FIRST, LAST, NOW, TODAY, on
from tests.features.shadowing.queries.asking import (
    MONDAY,
    SUNDAY,
    alter_officer,
    alter_trainee,
    grid,
    statements,
)
from tests.features.shadowing.queries.recount import Recount

QUIET = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
OFFICERS = ("agnese", "ilze", "normunds")


def names(found):
    return [each.trainee.name for each in found.lines]


def ids(rows):
    return {row.shadowing_id for row in rows}


def test_the_lines_are_the_trainees_of_the_courses_that_meet_the_days(block):
    assert names(grid(block)) == [
        "Balode Sintija",
        "Kalniņš Artūrs",
        "Straume Gatis",
        "Zariņa Elīna",
        "Ziediņa Marta",
    ]
    assert names(grid(block, course_id=block.third)) == ["Straume Gatis", "Ziediņa Marta"]
    after_second = date(2026, 5, 1)
    assert names(grid(block, after_second, LAST)) == ["Straume Gatis", "Ziediņa Marta"]
    assert names(grid(block, date(2026, 4, 30), LAST)) == names(grid(block))
    assert grid(block, date(2027, 1, 1), date(2027, 1, 14)).lines == ()


def test_the_days_show_the_shifts_that_begin_on_them(block):
    shown = ids(grid(block, date(2026, 3, 26), date(2026, 3, 28)).shadowings)
    assert shown == {block.next, block.beside, block.night}
    assert ids(grid(block, date(2026, 3, 29), date(2026, 3, 31)).shadowings) == {block.later}


def test_classes_and_absences_stand_with_whom_they_concern(block):
    found = grid(block)
    everybody = (Span(on(23, 9), on(23, 16)), Span(on(30, 9), on(30, 16)))
    assert found.classes[block.elina] == everybody
    assert found.classes[block.sintija] == (*everybody, Span(on(1, 9, 4), on(1, 12, 4)))
    assert found.classes[block.gatis] == ()
    assert [row.content.remark for row in found.away[block.arturs]] == ["eksāmeni"]
    assert found.away[block.elina] == ()
    assert grid(block, MONDAY, date(2026, 4, 1)).away[block.arturs] == ()


def test_who_left_before_the_days_is_not_shown_and_the_lost_shifts_still_wait(block):
    alter_trainee(block, block.elina, left_on=date(2026, 3, 25))
    found = grid(block)
    assert "Zariņa Elīna" in names(found)
    found = grid(block, date(2026, 4, 1), SUNDAY)
    assert "Zariņa Elīna" not in names(found)
    assert ids(found.to_replan) == {block.next, block.later}


def test_tr_05_what_needs_planning_anew_is_told_whatever_days_are_shown(block):
    block.duty(block.ilze, 31, None)
    found = grid(block, MONDAY, date(2026, 3, 29))
    assert ids(found.to_replan) == {block.later}
    assert ids(grid(block, course_id=block.third).to_replan) == set()


def test_what_waits_for_a_mentor_is_counted(block):
    assert grid(block).to_confirm == 1
    assert grid(block, at=on(29, 12)).to_confirm == 4
    assert grid(block, at=on(29, 12), course_id=block.third).to_confirm == 1


def test_under_the_grid_stands_who_may_mentor_on_a_day_shown(block):
    assert [each.code for each in grid(block).mentors] == ["AB", "IK", "NL", "AL", "KV"]
    # Expired on the 20th of March: with a reason until 29 days later, and not on the 30th.
    last = date(2026, 4, 18)
    assert "KV" in [each.code for each in grid(block, last, LAST).mentors]
    after = grid(block, last + timedelta(days=1), LAST)
    assert "KV" not in [each.code for each in after.mentors]


def test_letters_are_typed_of_mentors_only_and_never_of_who_is_none_any_more(block):
    assert set(grid(block).codes.values()) == {
        each for name, each in block.officers.items() if name != "oskars"
    }
    alter_officer(block, block.normunds, is_mentor=False)
    found = grid(block)
    assert block.normunds not in found.codes.values()
    assert {row.mentor_code for row in found.to_replan} == {"NL"}


def test_a_duty_begun_before_the_first_day_reaches_into_the_grid(block):
    lines = {each.code: each for each in grid(block, date(2026, 3, 27), SUNDAY).mentors}
    reaching = lines["NL"].duties[0]
    assert (reaching.day, reaching.taken, reaching.places) == (date(2026, 3, 26), 2, 2)
    ended = {each.code: each for each in grid(block, date(2026, 3, 28), SUNDAY).mentors}
    assert ended["NL"].duties[0].day == date(2026, 3, 30)


def test_holidays_and_free_days_are_named(block):
    request = SaveCalendarDay(date(2026, 4, 2), DayKind.HOLIDAY, "Svētki")
    block.store.run(save_calendar_day, request)
    found = grid(block).holidays
    assert found[date(2026, 4, 2)] == "Svētki"
    assert date(2026, 4, 3) in found
    assert TODAY not in found


def test_what_has_come_to_speak_against_a_planned_shift_stands_beside_it(block):
    assert grid(block).problems == {}
    alter_officer(block, block.ilze, mentor_certified_until=date(2026, 3, 30))
    item = next(iter(grid(block).lines[0].trainee.content.clearances))
    block.store.run(tick_clearance, TickClearance(block.gatis, item, None))
    found = grid(block).problems
    assert {number: [each.code for each in found[number]] for number in found} == {
        block.later: ["practice-mentor-expired"],
        block.night: ["practice-not-cleared"],
    }


def test_tr_02_who_is_not_cleared_is_told_until_the_course_is_over(block):
    marta = grid(block).lines[-1]
    assert [(each.code, each.severity) for each in marta.warnings] == [
        ("practice-not-cleared", Severity.WARNING)
    ]
    assert len(marta.warnings[0].facts["items"]) == len(marta.trainee.lacking) == 3
    over = grid(block, at=on(16, 0, 5)).lines[-1]
    assert [each.code for each in over.warnings] == ["practice-hours-short"]


@pytest.mark.parametrize(("day", "warned"), [(15, False), (16, True)])
def test_tr_14_lacking_hours_are_warned_of_from_fourteen_days_before_the_end(block, day, warned):
    lines = grid(block, at=on(day, 12, 4)).lines
    elina = next(each for each in lines if each.trainee.trainee_id == block.elina)
    assert elina.hours.short > 0
    assert ("practice-hours-short" in [each.code for each in elina.warnings]) is warned


def changed(block, officer, day, code):
    try:
        block.duty(block.officers[officer], day, code)
    except RuleBroken:
        return  # the roster's own rules, or hours that are confirmed, stand in the way


@QUIET
@given(
    officer=st.sampled_from(OFFICERS),
    day=st.integers(24, 31).map(lambda day: date(2026, 3, day)),
    code=st.sampled_from([None, "24", "D", "N", "8"]),
    hours=st.integers(-400, 400),
)
def test_tr_11_hours_standings_and_places_are_those_of_a_plain_recount(
    block, officer, day, code, hours
):
    changed(block, officer, day, code)
    at = NOW + timedelta(hours=hours)
    found, plain = grid(block, FIRST, LAST, at), Recount(block.store, at)
    stands = {row.shadowing_id: row.standing.value for row in found.shadowings}
    assert stands == plain.standings()
    minutes = plain.minutes()
    for each in found.lines:
        counted = minutes[each.trainee.trainee_id]
        shown = {name: getattr(each.hours, name) for name in Standing if name != "replan"}
        assert shown == {name: counted[name] for name in shown}
        reached = sum(shown.values()) - shown["missed"]
        assert each.hours.short == max(each.hours.required - reached, 0)
    for each in found.mentors:
        for duty in each.duties:
            assert duty.taken == plain.beside(each.officer_id, duty.day)


def test_the_grid_is_read_in_as_many_statements_however_many_there_are(block):
    few = statements(block.store, practice_grid, MONDAY, SUNDAY, NOW)
    course = with_course(block.store, "4. kurss", first_day=FIRST, last_day=LAST)
    for place in range(6):
        mentor = with_mentor(block.store, f"M{place}", f"Ozols{place}")
        with_duty(block.store, mentor, date(2026, 3, 27))
        trainee = with_trainee(block.store, course, f"Egle{place}", cleared=FIRST)
        if place < 4:
            block.plan(trainee, mentor, 27)
    found = grid(block)
    assert len(found.lines) == 11
    assert statements(block.store, practice_grid, MONDAY, SUNDAY, NOW) == few
