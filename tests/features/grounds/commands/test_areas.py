"""Areas are set up, put in order, drawn on the plan, and open at other hours on a date (GR-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from openblock.features.grounds.commands import (
    BookArea,
    CancelBooking,
    MoveOnPlan,
    RemoveArea,
    RemoveAreaDay,
    SaveArea,
    SaveAreaDay,
    book_area,
    cancel_booking,
    move_on_plan,
    remove_area,
    remove_area_day,
    save_area,
    save_area_day,
)
from openblock.features.grounds.queries import areas
from openblock.features.grounds.rules.content import AreaContent, AreaDayContent
from tests.factories import with_area
from tests.features.grounds.commands.doing import REASON, refusal, refused

LATE = (((17 * 60, 21 * 60),),) * 7


def row(deeds, number):
    return next(each for each in deeds.store.read(areas) if each.area_id == number)


def changed(deeds, number, reason="", place=None, **facts):
    stored = row(deeds, number)
    content = replace(stored.content, **facts)
    return SaveArea(number, stored.version, content, place, reason)


def test_gr_01_a_new_area_stands_last_with_everything_that_was_entered(deeds):
    content = AreaContent(
        " Siltumnīca ", hours=(((480, 720), (780, 1020)),) * 7, ratio=0, capacity=3, indoor=True
    )
    number = deeds.run(save_area, SaveArea(None, 0, content)).value
    stored = row(deeds, number)
    assert stored.content == replace(content, name="Siltumnīca")
    assert [each.area_id for each in deeds.store.read(areas)][-1] == number


def test_all_that_is_wrong_with_an_area_is_told_at_once(deeds):
    content = AreaContent("sporta LAUKUMS", capacity=0, shortest=60, longest=30)
    found = refused(deeds.run, save_area, SaveArea(None, 0, content))
    assert "area-name-taken" in found
    assert len(found) >= 3


def test_an_area_keeps_its_own_name_and_is_given_another(deeds):
    deeds.run(save_area, changed(deeds, deeds.block.field, capacity=10))
    deeds.run(save_area, changed(deeds, deeds.block.field, name="Stadions"))
    assert row(deeds, deeds.block.field).content.name == "Stadions"


@pytest.mark.parametrize(
    "facts",
    [{"capacity": 3}, {"hours": LATE}, {"active": False}, {"longest": 60, "capacity": 1}],
)
def test_bookings_ahead_that_no_longer_fit_are_a_warning_and_stay(deeds, facts):
    block = deeds.block
    deeds.booked(block.wish("field", "abcd", 17, (16, 16.5), officer="ilze"))
    request = changed(deeds, block.field, **facts)
    error = refusal(deeds.run, save_area, request)
    (problem,) = error.problems
    assert (problem.code, problem.facts["number"]) == ("area-change-hits", 2)
    assert problem.facts["dates"] == (date(2026, 9, 16), date(2026, 9, 17))
    deeds.run(save_area, replace(request, reason=REASON))
    assert deeds.booking(block.football).state == "approved"


def test_what_was_wrong_before_is_not_asked_about_again(deeds):
    block = deeds.block
    block.duty("agnese", 16, None)
    deeds.run(save_area, changed(deeds, block.field, capacity=20))


def test_a_capacity_lowered_under_what_is_booked_still_lets_it_be_changed_and_taken_back(deeds):
    block = deeds.block
    deeds.store.run(save_area, changed(deeds, block.field, REASON, capacity=3))
    deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(block.gym), "the floor is wet"))
    done = deeds.store.run(book_area, deeds.changed(block.football, residents=block.people("ab")))
    assert refused(deeds.back, done.undo) == ["area-full"]


def test_areas_are_put_in_order(deeds):
    block = deeds.block
    deeds.run(save_area, changed(deeds, block.garden, place=1))
    order = [each.area_id for each in deeds.store.read(areas)]
    assert order == [block.garden, block.field, block.hall, block.corner, block.house]
    deeds.run(save_area, changed(deeds, block.garden, place=99))
    assert [each.area_id for each in deeds.store.read(areas)][-1] == block.garden


def test_only_an_area_nothing_was_ever_booked_in_is_taken_out(deeds):
    block = deeds.block
    used = RemoveArea(block.field, row(deeds, block.field).version)
    assert refused(deeds.run, remove_area, used) == ["area-in-use"]
    number = with_area(deeds.store, "Siltumnīca")
    day = SaveAreaDay(None, 0, AreaDayContent(number, date(2026, 9, 20), ()))
    deeds.store.run(save_area_day, day)
    deeds.run(remove_area, RemoveArea(number, row(deeds, number).version))
    gone = RemoveArea(number, 1)
    assert refused(deeds.run, remove_area, gone) == ["area-unknown"]


def test_taking_back_a_new_area_is_refused_once_it_is_booked(deeds):
    done = deeds.store.run(save_area, SaveArea(None, 0, AreaContent("Siltumnīca", ratio=0)))
    wish = replace(deeds.block.wish("garden", "a", 17), area_id=done.value)
    deeds.store.run(book_area, BookArea(wish))
    assert refused(deeds.back, done.undo) == ["area-in-use"]


def test_an_area_is_drawn_elsewhere_on_the_plan_but_not_beyond_it(deeds):
    field = deeds.block.field
    version = row(deeds, field).version
    deeds.run(move_on_plan, MoveOnPlan(field, version, 10, 20, 300, 200))
    content = row(deeds, field).content
    assert (content.x, content.y, content.width, content.height) == (10, 20, 300, 200)
    beyond = MoveOnPlan(field, row(deeds, field).version, 900, 20, 300, 200)
    assert refused(deeds.run, move_on_plan, beyond)
    stale = MoveOnPlan(field, version, 0, 0, 300, 200)
    assert refused(deeds.run, move_on_plan, stale) == ["changed-meanwhile"]


def test_gr_01_other_hours_hold_on_their_date_and_the_usual_ones_again_without_them(deeds):
    block = deeds.block
    day = date(2026, 9, 20)
    closed = SaveAreaDay(None, 0, AreaDayContent(block.garden, day, (), " Svētki "))
    number = deeds.run(save_area_day, closed).value
    wish = BookArea(block.wish("garden", "a", day))
    assert refused(deeds.run, book_area, wish) == ["booking-outside-hours"]
    (line,) = row(deeds, block.garden).days
    assert (line.area_day_id, line.remark, line.hours) == (number, "Svētki", ())
    opened = SaveAreaDay(number, line.version, AreaDayContent(block.garden, day, ((600, 660),)))
    deeds.run(save_area_day, opened)
    deeds.store.run(book_area, wish)
    (line,) = row(deeds, block.garden).days
    usual = RemoveAreaDay(number, line.version)
    deeds.run(remove_area_day, usual)
    assert row(deeds, block.garden).days == ()
    assert refused(deeds.run, remove_area_day, usual) == ["grounds-changed-meanwhile"]


def test_a_date_has_one_line_and_entering_it_again_is_a_stale_change(deeds):
    content = AreaDayContent(deeds.block.garden, date(2026, 9, 20), ())
    deeds.store.run(save_area_day, SaveAreaDay(None, 0, content))
    error = refusal(deeds.run, save_area_day, SaveAreaDay(None, 0, content))
    assert (error.code, error.facts["who"]) == ("changed-meanwhile", "Anna Bērziņa")


def test_other_hours_that_shut_a_booking_out_are_a_warning(deeds):
    block = deeds.block
    content = AreaDayContent(block.field, date(2026, 9, 16), ((420, 900),))
    request = SaveAreaDay(None, 0, content)
    assert refused(deeds.run, save_area_day, request) == ["area-change-hits"]
    number = deeds.run(save_area_day, replace(request, reason=REASON)).value
    usual = replace(content, hours=((420, 1260),))
    (line,) = row(deeds, block.field).days
    deeds.store.run(save_area_day, SaveAreaDay(number, line.version, usual))
    back = RemoveAreaDay(number, row(deeds, block.field).days[0].version)
    deeds.run(remove_area_day, back)


def test_a_senior_officer_may_not_take_back_what_only_an_administrator_may_do(deeds):
    done = deeds.store.run(save_area, changed(deeds, deeds.block.field, name="Stadions"))
    deeds.block.sign_in("senior_officer")
    assert refused(deeds.back, done.undo) == ["not-allowed"]
    content = AreaDayContent(deeds.block.garden, date(2026, 9, 20), ())
    deeds.run(save_area_day, SaveAreaDay(None, 0, content))


def test_a_number_once_given_stays_one_areas_and_one_bookings(deeds):
    asked = text("SELECT sql FROM sqlite_master WHERE name IN ('areas', 'bookings')")
    with deeds.store.engine.connect() as connection:
        assert all("AUTOINCREMENT" in made for made in connection.execute(asked).scalars())
