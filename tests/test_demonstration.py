"""The demonstration block is the same every time, complete, and worth looking at."""

from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.demonstration import ADMINISTRATOR, open_demonstration
from openblock.features.accounts.queries import accounts
from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.rules.content import AreaKind, State
from openblock.features.residents.queries import pairs_open, resident_card, residents
from openblock.features.rooms.queries import (
    BedState,
    occupancy,
    resident_placements,
    upcoming,
    who_slept,
)
from openblock.features.roster.queries import month_roster, roster
from openblock.features.roster.queries.exchanges import exchanges
from openblock.features.roster.queries.months import month_state
from openblock.features.roster.queries.versions import versions
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.shadowing.queries import practice_grid
from openblock.features.shadowing.rules.content import Standing, Upset
from openblock.features.staff.queries import officers
from openblock.storage.acts import Actor
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
    assert codes == {
        "rest-too-short",
        "weekly-rest-missing",
        "staffing-gap",
        "practice-needs-replanning",
        "average-over",
        "overtime-over",
    }
    assert len([each for each in problems if each.accepted]) == 1


def test_two_months_are_posted_one_is_closed_and_the_next_is_a_draft(demonstration):
    months = (date(2026, number, 1) for number in (9, 10, 11, 12))
    states = [demonstration.store.read(month_state, month) for month in months]
    standings = [each.standing for each in states]
    assert standings == ["closed", "published", "published", "draft"]
    assert states[2].number > states[2].posted > 1
    assert states[2].changed
    kinds = {each.kind for each in demonstration.store.read(versions, date(2026, 11, 1))}
    assert kinds == {"published", "changed"}


def test_officers_are_away_for_every_reason_one_of_them_since_the_middle_of_a_duty(demonstration):
    shown = [demonstration.store.read(month_roster, 2026, month) for month in (9, 10, 11)]
    kinds = {each.kind for month in shown for each in month.absences.values()}
    assert kinds == set(AbsenceKind)
    (cut,) = (
        duty for month in shown for cell, duty in month.duties.items() if cell in month.absences
    )
    assert cut.code == "24"
    assert cut.minutes == 5 * 60 + 30


def test_duties_were_taken_over_and_swapped_and_one_swap_is_asked_for(demonstration):
    found = demonstration.store.read(exchanges, date(2026, 11, 1), date(2026, 12, 31))
    assert {(each.kind, each.state) for each in found} == {
        ("substitution", "done"),
        ("swap", "done"),
        ("swap", "asked"),
    }
    done = [each for each in found if each.state == "done"]
    assert all(each.asked_by and each.agreed_by and each.decided_by for each in done)


def test_one_officer_is_over_the_limit_of_four_months(demonstration):
    shown = demonstration.store.read(month_roster, 2026, 11)
    assert [each.name for each in shown.officers if each.counters.overtime_over] == [
        "Āmurnieks Ņikita"
    ]


@pytest.fixture
def lived(demonstration):
    afternoon = clock.at(DAY, 15 * 60)
    with clock.standing_at(afternoon):
        return demonstration.store.read(occupancy, afternoon)


def test_one_building_has_two_floors_three_sections_24_rooms_and_48_beds(lived):
    (building,) = lived.buildings
    sections = [each for floor in building.floors for each in floor.sections]
    rooms = [room for each in sections for room in each.rooms if room.beds]
    assert (len(building.floors), len(sections), len(rooms)) == (2, 3, 24)
    assert len(lived.beds) == sum(len(room.beds) for room in rooms) == 48
    assert [each.content.sex for each in sections].count("female") == 1


def test_44_residents_live_there_one_without_a_bed_and_one_is_expected(demonstration, lived):
    present = demonstration.store.read(residents, clock.at(DAY, 15 * 60))
    assert [each.status for each in present].count("present") == 44
    assert len(lived.without_bed) == len(lived.expected) == 1
    assert lived.roll.beds_in_use == 43
    assert lived.expected[0].hold is not None


def test_a_room_is_closed_past_its_day_and_a_bed_is_held(lived):
    (closure,) = lived.closures
    assert closure.late_on(DAY)
    states = [each.state for each in lived.beds]
    assert states.count(BedState.CLOSED) == 2
    assert states.count(BedState.HELD) == 1


def test_pairs_who_must_be_apart_share_a_room_and_a_section_and_one_has_made_it_up(
    demonstration, lived
):
    troubles = {problem.code for each in lived.beds for problem in each.problems}
    assert troubles == {"apart-in-room", "apart-nearby"}
    pairs = demonstration.store.read(pairs_open)
    assert [each.is_open for each in pairs].count(False) == 1


def test_people_have_histories_and_the_next_days_bring_a_move_and_a_release(demonstration):
    store = demonstration.store
    moved = [
        each
        for each in store.read(residents, clock.at(DAY, 15 * 60), with_discharged=True)
        if len(store.read(resident_placements, each.resident_id)) > 1
    ]
    assert len(moved) >= 6
    soon = store.read(upcoming, clock.at(DAY, 15 * 60))
    assert len(soon.moves) == len(soon.leavers) == 1


def test_no_personal_code_is_anybodys_but_the_two_published_examples(demonstration):
    store = demonstration.store
    now = clock.at(DAY, 15 * 60)
    with_code = [
        each.name
        for each in store.read(residents, now, with_discharged=True)
        if store.read(resident_card, each.resident_id, now).has_code
    ]
    assert with_code == ["Pūpols Kaspars", "Žagariņš Toms"]


@pytest.fixture
def practice(demonstration):
    morning = clock.at(DAY, 9 * 60)
    month = timedelta(days=45)
    with clock.standing_at(morning):
        return demonstration.store.read(practice_grid, DAY - month, DAY + month, morning)


def test_fourteen_trainees_of_two_courses_stand_in_every_state(practice):
    assert len(practice.courses) == 2
    assert len(practice.lines) == 14
    assert {each.standing for each in practice.shadowings} == set(Standing)
    hung = {each.upset for each in practice.to_replan}
    assert hung >= {Upset.DUTY_GONE, Upset.DUTY_MOVED, Upset.TRAINEE_AWAY}


def test_some_trainees_are_ahead_some_behind_and_some_not_cleared(practice):
    under_way = [each for each in practice.lines if each.trainee.course.endswith("/2")]
    short = {each.trainee.name: each.hours.short for each in under_way}
    assert min(short.values()) == 0
    assert max(short.values()) > 60 * 60
    assert [bool(each.trainee.lacking) for each in practice.lines].count(True) == 2
    assert {False, None} <= {each.within_reach for each in practice.lines}


@pytest.fixture
def grounds(demonstration):
    morning = clock.at(DAY, 9 * 60)
    asked = WeekAsked(DAY - timedelta(days=7), DAY + timedelta(days=10), None)
    return demonstration.store.read(week, asked, morning)


def test_nine_areas_on_a_plan_have_bookings_in_every_state(grounds):
    drawn = [each.area.content for each in grounds.areas]
    assert [each.kind for each in drawn].count(AreaKind.PLACE) == 9
    assert len({(each.x, each.y) for each in drawn}) == 10
    assert {each.state for each in grounds.bookings} == set(State)


def test_an_area_is_closed_an_officer_is_lost_and_two_are_together_who_should_not_be(grounds):
    assert [each.content.remark for each in grounds.closures] == ["nosūces remonts"]
    assert [each.lost is not None for each in grounds.to_mend] == [True]
    warned = {found.code for each in grounds.bookings for found in each.warnings}
    assert "guests-apart" in warned


def test_a_duty_officer_who_may_plan_is_signed_in(demonstration):
    actor = demonstration.store.actor
    assert (actor.name, actor.role) == ("Dzērvgals Ķirils", "senior_officer")


def test_whoever_is_let_in_is_asked_for_no_other_password_than_the_one_shown(demonstration):
    store = demonstration.store
    officer, administrator = store.actor, Actor(1, ADMINISTRATOR, "administrator", "en")
    store.sign_out()
    store.sign_in(administrator)
    asked = {each.name for each in store.read(accounts) if each.must_change_password}
    store.sign_out()
    store.sign_in(officer)
    assert asked == set()


def test_its_file_is_as_sound_as_any(demonstration):
    assert check(demonstration.store).is_clean


def planned(made, day):
    shown = made.store.read(roster, date(day.year, day.month, 1), day)
    return {key: (duty.code, duty.starts_at) for key, duty in shown.duties.items()}


def outside(made, day):
    asked = WeekAsked(day, day + timedelta(days=9), None)
    shown = made.store.read(week, asked, clock.at(day, 9 * 60))
    return [(each.span, each.area, each.officer, each.state) for each in shown.bookings]


def sleeping(made, day):
    noon = clock.at(day, 12 * 60)
    return [(each.bed, each.name, each.since) for each in made.store.read(who_slept, noon)]


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2028, 2, 29), date(2027, 12, 1)])
def test_it_can_be_made_on_any_day(day):
    made = open_demonstration(day)
    try:
        assert planned(made, day)
        assert len(sleeping(made, day)) == 43
        assert outside(made, day)
    finally:
        made.store.close()
        made.remove()


def test_the_same_day_gives_the_same_block_again(demonstration):
    made = open_demonstration(DAY)
    try:
        assert planned(made, DAY) == planned(demonstration, DAY)
        assert sleeping(made, DAY) == sleeping(demonstration, DAY)
        assert outside(made, DAY) == outside(demonstration, DAY)
    finally:
        made.store.close()
        made.remove()
