"""The demonstration block is the same every time, complete, and worth looking at."""

from datetime import date

import pytest

from openblock.demonstration import open_demonstration
from openblock.features.roster.queries import month_roster, roster
from openblock.features.staff.queries import officers
from openblock.storage.check import check

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def demonstration():
    made = open_demonstration(DAY)
    yield made
    made.store.close()
    made.remove()
    assert not made.folder.exists()


def test_26_officers_in_four_teams_and_on_day_posts(demonstration):
    people = demonstration.store.read(officers)
    assert len(people) == 26
    assert {each.team for each in people} == {1, 2, 3, 4, None}


def test_its_names_have_every_latvian_letter(demonstration):
    names = "".join(each.name for each in demonstration.store.read(officers)).lower()
    assert set("āčēģīķļņšūž") <= set(names)


def test_three_full_months_and_half_of_the_next_are_planned(demonstration):
    for month in (9, 10, 11):
        shown = demonstration.store.read(month_roster, 2026, month)
        planned = {day for _officer, day in shown.duties}
        assert planned == {each.day for each in shown.days}
    december = demonstration.store.read(month_roster, 2026, 12)
    assert max(day for _officer, day in december.duties).day == 15


def test_gaps_and_rest_problems_are_there_to_look_at_and_one_is_accepted(demonstration):
    problems = demonstration.store.read(month_roster, 2026, 11).problems
    codes = {each.problem.code for each in problems}
    assert codes == {"rest-too-short", "weekly-rest-missing", "staffing-gap"}
    assert len([each for each in problems if each.accepted]) == 1


def test_a_duty_officer_who_may_plan_is_signed_in(demonstration):
    actor = demonstration.store.actor
    assert (actor.name, actor.role) == ("Dzērvgals Ķirils", "senior_officer")


def test_its_file_is_as_sound_as_any(demonstration):
    assert check(demonstration.store).is_clean


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2028, 2, 29), date(2027, 12, 1)])
def test_it_can_be_made_on_any_day_and_is_the_same_again(day):
    def planned():
        made = open_demonstration(day)
        try:
            shown = made.store.read(roster, date(day.year, day.month, 1), day)
        finally:
            made.store.close()
            made.remove()
        return {key: (duty.code, duty.starts_at) for key, duty in shown.duties.items()}

    first = planned()
    assert first
    assert planned() == first
