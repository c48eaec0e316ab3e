"""Who is on one shift: by time and post, the trainees beside them, and officers alone counted."""

from __future__ import annotations

from datetime import date

import pytest

from openblock import clock
from openblock.errors import NotAllowed
from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.rules.content import AreaKind
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    SaveMinimum,
    change_cells,
    save_minimum,
)
from openblock.features.roster.rules import Minimum
from openblock.features.shadowing.commands import MissShadowing, miss_shadowing
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.today.queries import lies_in, shift_list
from tests.factories import (
    with_area,
    with_booking,
    with_house,
    with_officer,
    with_placement,
    with_resident,
)
from tests.features.shadowing.practising import NOW, on

DAY = date(2026, 3, 26)


def listed(block, day=DAY, at=NOW):
    return block.store.read(shift_list, day, at)


def names(shift):
    return [each.name for each in shift.officers]


def test_the_shift_begins_when_the_block_s_shifts_do_and_lasts_until_the_next(block):
    shift = listed(block)
    assert shift.span == Span(on(26, 9), on(27, 9))


def test_everybody_on_duty_in_its_hours_is_on_it_in_order_of_time(block):
    block.duty(block.agnese, 26, "8")
    block.duty(block.ilze, 26, "N")
    shift = listed(block)
    assert names(shift) == ["Liepa Agnese", "Bērziņš Andris", "Lācis Normunds", "Kalniņa Ilze"]
    assert [each.span.start for each in shift.officers] == [
        *(on(26, 8), on(26, 9), on(26, 9), on(26, 21)),
    ]


def test_who_goes_home_when_the_shift_begins_and_who_comes_when_it_ends_are_not_on_it(block):
    block.duty(block.ilze, 25, "N")  # until 26 March 09:00
    block.duty(block.oskars, 27, "D")  # from 27 March 09:00
    assert "Kalniņa Ilze" not in names(listed(block))
    assert "Grīnbergs Oskars" not in names(listed(block))


def test_a_working_day_is_on_the_list_of_the_shift_most_of_itlies_in(block):
    block.duty(block.agnese, 26, "8")
    assert "Liepa Agnese" in names(listed(block))
    assert "Liepa Agnese" not in names(listed(block, date(2026, 3, 25)))


@pytest.mark.parametrize(
    ("part", "first", "second"),
    [
        (Span(on(25, 20), on(26, 23)), False, True),
        (Span(on(25, 21), on(26, 21)), True, False),
        (Span(on(25, 20), on(26, 21)), True, False),
        (Span(on(25, 9), on(26, 9)), True, False),
        (Span(on(26, 9), on(26, 21)), False, True),
        (Span(on(24, 9), on(25, 9)), False, False),
    ],
)
def test_of_two_halves_the_first_counts_and_each_duty_is_on_one_list(part, first, second):
    before, after = Span(on(25, 9), on(26, 9)), Span(on(26, 9), on(27, 9))
    assert (lies_in(part, before), lies_in(part, after)) == (first, second)


def test_of_those_who_begin_together_the_post_of_the_most_senior_comes_first(block):
    store = block.store
    found = {}
    for badge, surname, rank, post in (
        ("91", "Alksne", "ierindniece", "Vārti"),
        ("92", "Egle", "kapteinis", "Maiņas vecākais"),
        ("93", "Kļava", "seržants", "Vārti"),
        ("94", "Osis", "leitnants", "A nodaļa"),
    ):
        found[surname] = with_officer(store, badge, surname, rank=rank, post=post, team=2)
    edits = tuple(CellEdit(number, date(2026, 3, 29), "24") for number in found.values())
    store.run(change_cells, ChangeCells(edits))
    shift = listed(block, date(2026, 3, 29))
    order = [each.name.split()[0] for each in shift.officers if each.name.split()[0] in found]
    assert order == ["Egle", "Osis", "Kļava", "Alksne"]
    assert shift.team == 2


def test_the_team_is_told_only_where_most_of_those_who_begin_are_of_it(block):
    assert listed(block).team == 1
    edits = [CellEdit(with_officer(block.store, "88", "Postenis", team=None), DAY, "24")]
    block.store.run(change_cells, ChangeCells(tuple(edits)))
    assert listed(block).team == 1
    for number in (2, 3):
        officer = with_officer(block.store, f"9{number}", f"Osis{number}", team=number)
        edits.append(CellEdit(officer, DAY, "24"))
    block.store.run(change_cells, ChangeCells(tuple(edits)))
    assert listed(block).team is None


def test_trainees_stand_beside_their_mentors_with_their_hours(block):
    beside = {each.name: each.trainees for each in listed(block).officers}
    assert [each.name for each in beside["Lācis Normunds"]] == ["Balode Sintija", "Zariņa Elīna"]
    assert {each.span for each in beside["Lācis Normunds"]} == {Span(on(26, 9), on(26, 21))}
    assert beside["Bērziņš Andris"] == ()


def test_confirmed_hours_are_those_that_were_and_who_did_not_come_is_left_out(block):
    seen = listed(block, date(2026, 3, 4))
    (agnese,) = [each for each in seen.officers if each.name == "Liepa Agnese"]
    assert [each.span for each in agnese.trainees] == [Span(on(4, 9), on(4, 20.5))]
    missed = listed(block, date(2026, 3, 7))
    assert all(not each.trainees for each in missed.officers)
    assert missed.upset == ()


def test_a_night_shift_of_a_trainee_stands_on_the_shift_itlies_in(block):
    shift = listed(block, date(2026, 3, 28))
    assert shift.span == Span(on(28, 9), on(29, 9))
    assert shift.span.minutes == 23 * 60
    (agnese,) = [each for each in shift.officers if each.name == "Liepa Agnese"]
    assert [each.name for each in agnese.trainees] == ["Straume Gatis"]
    assert all(not each.trainees for each in listed(block, date(2026, 3, 29)).officers)


def test_who_lost_the_mentor_is_told_apart_and_stands_beside_nobody(block):
    block.duty(block.normunds, 26, None)
    shift = listed(block)
    assert {row.trainee for row in shift.upset} == {"Zariņa Elīna", "Balode Sintija"}
    assert {row.standing for row in shift.upset} == {Standing.REPLAN}
    assert all(not each.trainees for each in shift.officers)


def minimum(block, needed, first=540, last=1260, weekdays="1234567", name="Dienā"):
    request = SaveMinimum(Minimum(name, first, last, needed, weekdays=weekdays))
    block.store.run(save_minimum, request)


def test_tr_10_trainees_never_make_up_a_minimum(block):
    minimum(block, 3)
    (line,) = listed(block).staffing
    # Normunds and Andris are on duty by day, two trainees beside them.
    assert (line.needed, line.present) == (3, 2)
    assert [(gap.start, gap.end, gap.present) for gap in line.gaps] == [(on(26, 9), on(26, 21), 2)]


@pytest.mark.parametrize("needed", [1, 2])
def test_a_minimum_that_is_met_has_no_gap(block, needed):
    minimum(block, needed)
    (line,) = listed(block).staffing
    assert (line.present, line.gaps) == (2, ())


def test_a_minimum_before_the_shift_begins_is_that_of_the_next_morning(block):
    minimum(block, 1, 360, 480)
    block.duty(block.ilze, 27, "8")
    (line,) = listed(block).staffing
    assert line.present == 1  # Normunds until 09:00 of the 27th
    block.duty(block.normunds, 26, "D")
    (line,) = listed(block).staffing
    assert [(gap.start, gap.end) for gap in line.gaps] == [(on(27, 6), on(27, 8))]


def test_ro_09_a_minimum_is_listed_only_on_the_weekday_it_begins_on(block):
    weekday = on(26, 9).isoweekday()
    minimum(block, 9, weekdays="1234567".replace(str(weekday), ""))
    assert listed(block).staffing == ()
    minimum(block, 9, 360, 480, weekdays=str(weekday % 7 + 1), name="Rītā")
    assert [each.name for each in listed(block).staffing] == ["Rītā"]


def test_the_roll_is_that_of_now_on_the_day_itself_and_of_the_beginning_on_another(block):
    assert listed(block).roll is None
    place = with_house(block.store)
    person = with_resident(block.store, admitted=on(20, 9))
    with_placement(block.store, person, place.beds["101 A"], on(20, 10))
    with_resident(block.store, "Ozols", admitted=on(26, 12))
    early, late = listed(block, at=on(26, 8)), listed(block, at=on(26, 13))
    assert (early.counted_at, early.roll.present) == (on(26, 8), 1)
    assert (late.counted_at, late.roll.present) == (on(26, 13), 2)
    assert listed(block, at=on(25, 13)).counted_at == on(26, 9)
    assert listed(block, at=on(27, 3)).counted_at == on(27, 3)
    assert listed(block, at=on(27, 13)).counted_at == on(26, 9)
    assert [(each.section, each.beds) for each in late.sections] == [("A", 1)]


def test_a_day_without_any_duty_has_an_empty_list(block):
    shift = listed(block, date(2027, 3, 26))
    assert (shift.officers, shift.team, shift.staffing) == ((), None, ())


def test_a_shift_is_for_staff_and_not_for_trainees(block):
    block.sign_in(2, "trainee")
    with pytest.raises(NotAllowed):
        listed(block)


def test_a_missed_shift_of_today_stands_beside_nobody(block):
    with clock.standing_at(on(26, 22)):
        block.store.run(miss_shadowing, MissShadowing(block.next, 1, "saslimis"))
    found = [one.name for each in listed(block).officers for one in each.trainees]
    assert found == ["Balode Sintija"]


def test_the_bookings_of_the_shift_s_hours_are_on_its_list_also_the_group_that_is_out(block):
    out = with_area(block.store, "Dārzs", ratio=0, floodlit=True)
    field = with_area(block.store)
    people = tuple(with_resident(block.store, name) for name in ("Apsītis", "Celmiņš", "Egle"))
    with_booking(block.store, out, people[:1], on(26, 8.5), on(26, 9.5), purpose="Ravēšana")
    with_booking(block.store, field, people[1:], on(26, 15), on(26, 16), officer_id=block.normunds)
    with_booking(block.store, out, people[:1], on(27, 9), on(27, 10))
    shift = listed(block)
    told = [(each.area, each.heads, each.supervisor, each.purpose) for each in shift.bookings]
    assert told == [
        ("Dārzs", 1, "", "Ravēšana"),
        ("Sporta laukums", 2, "Lācis Normunds", ""),
    ]
    assert [each.lost for each in shift.bookings] == [None, None]
    block.duty(block.normunds, 26, "N")
    assert [each.lost is None for each in listed(block).bookings] == [True, False]


def test_gr_04_the_daylight_of_the_day_and_of_the_next_morning_is_there_where_grounds_are(block):
    assert listed(block).lights == ()
    with_area(block.store, "Korpuss", kind=AreaKind.BUILDING)
    assert listed(block).lights == ()
    with_area(block.store)
    today, tomorrow = listed(block).lights
    assert (today.day, tomorrow.day) == (DAY, date(2026, 3, 27))
    assert on(26, 18) < today.sunset < on(26, 19)
    assert on(27, 5) < tomorrow.sunrise < on(27, 7)


def test_a_cancelled_booking_is_on_no_list(block):
    garden = with_area(block.store, "Dārzs", ratio=0)
    who = with_resident(block.store)
    number = with_booking(block.store, garden, (who,), on(26, 10), on(26, 11))
    assert len(listed(block).bookings) == 1
    block.store.run(cancel_booking, CancelBooking(number, 1, "rain all day"))
    assert listed(block).bookings == ()
