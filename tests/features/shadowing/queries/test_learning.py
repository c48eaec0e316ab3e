"""What of a course's situations has been seen, is coming, and is lacking."""

from __future__ import annotations

from datetime import date

from openblock.clock import standing_at
from openblock.features.roster.commands import SaveCalendarDay, save_calendar_day
from openblock.features.roster.rules import DayKind
from openblock.features.shadowing.commands import ConfirmShadowing, confirm_shadowing
from openblock.features.shadowing.rules.content import Confirmation
from tests.features.shadowing.practising import NOW, on
from tests.features.shadowing.queries.asking import line


def told(block, trainee, at=NOW):
    course = "third" if trainee in {"gatis", "marta"} else "second"
    usual = (
        *("day", "night", "weekend", "morning_count"),
        *("evening_count", "leave_desk", "admission"),
    )
    names = {block.situation(course, code): code for code in usual}
    found = line(block, block.trainees[trainee], at).learning
    return [[names[each] for each in part] for part in (found.seen, found.planned, found.lacking)]


def test_what_was_confirmed_is_seen_and_what_is_planned_offers_the_rest(block):
    seen, planned, lacking = told(block, "elina")
    assert (seen, planned) == (["day"], [])
    assert lacking == [
        *("night", "weekend", "morning_count", "evening_count", "leave_desk", "admission"),
    ]


def test_a_night_of_a_weekend_offers_what_its_hours_hold(block):
    seen, planned, lacking = told(block, "gatis")
    assert (seen, lacking) == ([], ["leave_desk", "admission"])
    assert planned == ["day", "night", "weekend", "morning_count", "evening_count"]


def test_a_shift_to_be_confirmed_still_counts_as_coming_and_a_missed_or_upset_one_does_not(block):
    assert told(block, "sintija")[1] == ["day"]
    block.duty(block.normunds, 18, None)
    block.duty(block.normunds, 26, None)
    assert told(block, "sintija")[1] == []
    assert told(block, "arturs")[1] == []


def test_a_post_is_seen_beside_an_officer_who_stands_there(block):
    block.plan(block.gatis, block.andris, 30, (9, 12))
    assert "leave_desk" in told(block, "gatis")[1]
    block.plan(block.sintija, block.andris, date(2026, 4, 3))
    # The second course has named no post for its leave desk.
    assert "leave_desk" in told(block, "sintija")[2]


def test_a_holiday_is_as_good_as_a_weekend(block):
    assert "weekend" in told(block, "elina")[2]
    day = SaveCalendarDay(date(2026, 3, 31), DayKind.HOLIDAY, "Svētki")
    block.store.run(save_calendar_day, day)
    assert "weekend" in told(block, "elina")[1]


def test_what_was_confirmed_otherwise_than_offered_stands_as_it_was_seen(block):
    admission = block.situation("second", "admission")
    with standing_at(on(27, 9)):
        hours = Confirmation(on(26, 9), on(26, 21), (admission,))
        block.store.run(confirm_shadowing, ConfirmShadowing(block.beside, 1, hours))
        seen, planned, _lacking = told(block, "sintija")
    assert (seen, planned) == (["admission"], ["day"])
