"""Whether the roster that is laid still holds what is lacking: "no" only where it is certain."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import SaveUnavailability, save_unavailability
from openblock.features.shadowing.rules.content import UnavailabilityContent
from tests.factories import with_class
from tests.features.shadowing.practising import NOW, on
from tests.features.shadowing.queries.asking import (
    alter_course,
    alter_officer,
    alter_trainee,
    line,
)

#: Mentors who may go with a trainee of the second course in the days that are left.
MENTORS = ("agnese", "ilze", "normunds", "andris", "kristine")


def cleared(block):
    """Take every duty of the mentors away from the 26th on."""
    edits = []
    for name in MENTORS:
        day = date(2026, 3, 26)
        while day <= date(2026, 5, 15):
            edits.append(CellEdit(block.officers[name], day, None))
            day += timedelta(days=1)
    block.store.run(change_cells, ChangeCells(tuple(edits)))


def needs(block, minutes):
    """The second course asks for so many minutes more of arturs, who has none."""
    alter_course(block, block.second, required_minutes=minutes)


def reached(block, at=NOW):
    return line(block, block.arturs, at).within_reach


def test_nothing_lacking_is_neither_in_reach_nor_out_of_it(block):
    needs(block, 0)
    assert reached(block) is None


def test_a_roster_of_many_weeks_holds_enough_and_an_empty_one_does_not(block):
    assert reached(block) is True
    cleared(block)
    assert reached(block) is False


@pytest.mark.parametrize(("minutes", "reach"), [(720, True), (721, False)])
def test_tr_08_one_duty_of_a_day_holds_the_longest_shift_and_no_minute_more(block, minutes, reach):
    cleared(block)
    block.duty(block.normunds, 7, "D", 4)
    needs(block, minutes)
    assert reached(block) is reach


@pytest.mark.parametrize(("minutes", "reach"), [(1440, True), (1441, False)])
def test_tr_08_the_rest_is_kept_between_two(block, minutes, reach):
    cleared(block)
    for day in (7, 8):
        block.duty(block.normunds if day == 7 else block.ilze, day, "D", 4)
    needs(block, minutes)
    assert reached(block) is reach


def test_tr_09_the_night_is_no_practice_where_the_course_has_none(block):
    cleared(block)
    block.duty(block.normunds, 7, "N", 4)
    # The hour before 22:00 is too short to be a shift; from 6:00 to 9:00 is left.
    needs(block, 3 * 60)
    assert reached(block) is True
    needs(block, 3 * 60 + 1)
    assert reached(block) is False
    alter_course(block, block.second, night_allowed=True)
    assert reached(block) is True


def test_tr_07_what_the_trainee_is_at_takes_the_time_and_a_class_the_rest_too(block):
    cleared(block)
    block.duty(block.normunds, 8, "D", 4)
    needs(block, 361)
    assert reached(block) is True
    away = UnavailabilityContent(block.arturs, on(8, 12, 4), on(8, 18, 4))
    block.store.run(save_unavailability, SaveUnavailability(None, 0, away))
    assert reached(block) is False
    needs(block, 360)
    assert reached(block) is True
    with_class(block.store, block.second, on(7, 20, 4), on(7, 23, 4))
    assert reached(block) is False


def test_tr_06_where_others_have_the_places_there_is_none_left(block):
    cleared(block)
    block.duty(block.normunds, 8, "D", 4)
    needs(block, 720)
    block.plan(block.elina, block.normunds, date(2026, 4, 8))
    assert reached(block) is True
    block.plan(block.sintija, block.normunds, date(2026, 4, 8))
    assert reached(block) is False
    block.store.run(change_setting, ChangeSetting("shadow_most_per_mentor", 3, 0))
    assert reached(block) is True


def test_tr_06_a_shift_that_stands_in_no_duty_takes_no_place_from_another_mentor(block):
    cleared(block)
    block.duty(block.normunds, 8, "D", 4)
    block.duty(block.ilze, 8, "D", 4)
    needs(block, 720)
    block.plan(block.elina, block.normunds, date(2026, 4, 8))
    block.plan(block.sintija, block.normunds, date(2026, 4, 8))
    block.duty(block.normunds, 8, None, 4)
    assert reached(block) is True


def test_tr_03_only_who_may_mentor_counts(block):
    cleared(block)
    block.duty(block.normunds, 8, "D", 4)
    needs(block, 60)
    assert reached(block) is True
    alter_officer(block, block.normunds, last_day=date(2026, 4, 8))
    assert reached(block) is True
    alter_officer(block, block.normunds, last_day=date(2026, 4, 7))
    assert reached(block) is False
    alter_officer(block, block.normunds, last_day=None, is_mentor=False)
    assert reached(block) is False


def test_tr_01_what_comes_after_the_course_or_the_trainee_s_last_day_does_not_count(block):
    cleared(block)
    block.duty(block.normunds, 29, "D", 4)
    needs(block, 720)
    assert reached(block) is True
    alter_trainee(block, block.arturs, left_on=date(2026, 4, 28))
    assert reached(block) is False
    alter_trainee(block, block.arturs, left_on=None)
    alter_course(block, block.second, last_day=date(2026, 4, 28))
    assert reached(block) is False


def test_what_has_passed_is_gone(block):
    cleared(block)
    block.duty(block.normunds, 8, "D", 4)
    needs(block, 660)
    assert reached(block, on(8, 10, 4)) is True
    assert reached(block, on(8, 10.5, 4)) is False
    assert reached(block, on(20, 12, 5)) is False
