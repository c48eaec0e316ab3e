"""What the roster and the residents are told of bookings: lost officers, who is out, releases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from openblock.clock import standing_at
from openblock.errors import Severity
from openblock.features.grounds.commands import (
    CancelBooking,
    NoShow,
    StartBooking,
    cancel_booking,
    no_show,
    start_booking,
)
from openblock.features.grounds.queries import OF_RESIDENTS, ON_DUTIES
from openblock.features.residents.commands import (
    ReadmitResident,
    ReleaseResident,
    readmit_resident,
    release_resident,
)
from openblock.features.residents.queries import open_matters, resident_card
from openblock.features.residents.rules.content import StayContent
from openblock.features.roster.queries import joined, roster
from openblock.ui.messages import words
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, TODAY, on
from tests.features.shadowing.queries.asking import statements

LOST = "booking-lost-supervisor"
MONDAY, SUNDAY = date(2026, 9, 14), date(2026, 9, 20)


def marked(block, first=MONDAY, last=SUNDAY):
    found = block.store.read(roster, first, last)
    return [each for each in found.problems if each.problem.code == LOST]


def book(block, *wish, **facts):
    content = block.wish(*wish, **facts)
    times = (content.starts_at, content.ends_at)
    return with_booking(
        block.store, content.area_id, content.residents, *times, officer_id=content.officer_id
    )


@pytest.mark.parametrize("code", [None, "N"])
def test_gr_06_a_booking_whose_officer_is_gone_is_marked_on_the_cell_of_that_duty(block, code):
    assert marked(block) == []
    block.duty("agnese", 16, code)
    (mark,) = marked(block)
    assert mark.cells == ((block.agnese, TODAY),)
    assert mark.problem.severity is Severity.WARNING
    assert mark.problem.facts == {
        "area": "Sporta laukums",
        "start": on(16, 15),
        "end": on(16, 16.5),
        "heads": 4,
        "name": "Agneseska Jana",
    }
    assert words(mark.problem).startswith("Sporta laukums, 16 Sep 15:00–16:30, 4 residents: ")
    place = {"booking_id": block.football, "area_id": block.field, "day": TODAY}
    assert (mark.tab, mark.place, mark.lost) == ("grounds", place, 0)
    block.duty("agnese", 16, "24")
    assert marked(block) == []


def test_gr_06_two_duties_that_meet_hold_a_booking_and_one_of_them_does_not(block):
    block.duty("agnese", 19, "24")  # until 9:00 of the 20th, where the next one begins
    book(block, "field", "ab", 20, (8.5, 9.5), officer="agnese")
    assert marked(block) == []
    block.duty("agnese", 19, None)
    (mark,) = marked(block)
    assert mark.cells == ((block.agnese, date(2026, 9, 20)),)
    block.duty("agnese", 20, None)
    assert [each.cells for each in marked(block)] == [mark.cells]


def test_a_booking_of_the_morning_is_marked_on_the_duty_begun_the_day_before(block):
    book(block, "field", "ab", 19, (7.5, 8.5), officer="normunds")
    block.duty("normunds", 18, "D")
    assert [each.day for each in marked(block)] == [date(2026, 9, 19)]
    book(block, "field", "cd", 21, (8.5, 9), officer="agnese")
    block.duty("agnese", 20, "D")
    assert marked(block, SUNDAY, SUNDAY) == []


def test_what_is_over_or_off_is_not_marked_though_its_duty_goes(block):
    block.duty("andris", 15, None)
    block.store.run(cancel_booking, CancelBooking(block.gym, 1, "nobody wants to"))
    block.duty("kristine", 17, None)
    assert marked(block) == []
    block.duty("agnese", 16, None)
    with standing_at(on(16, 16.5)):
        assert marked(block) == []


def test_a_group_that_is_out_is_marked_when_its_officer_is_taken_away(block):
    with standing_at(on(16, 15.25)):
        block.store.run(start_booking, StartBooking(block.football, 1))
        block.duty("agnese", 16, None)
        assert len(marked(block)) == 1


def beside(block, first=MONDAY, last=SUNDAY):
    return block.store.read(roster, first, last).beside


def test_ro_12_a_cell_names_what_its_officer_watches_over_and_how_many(block):
    assert beside(block) == {
        (block.andris, date(2026, 9, 15)): ("Sporta laukums 15:00–16:00, 2",),
        (block.agnese, TODAY): ("Sporta laukums 15:00–16:30, 4",),
        (block.kristine, date(2026, 9, 17)): ("Sporta zāle 10:00–11:00, 1",),
    }
    book(block, "field", "gh", 17, (8, 8.5), officer="agnese")
    assert beside(block, TODAY, TODAY)[block.agnese, TODAY] == (
        "Sporta laukums 15:00–16:30, 4",
        "Sporta laukums 08:00–08:30, 2",
    )
    assert (block.agnese, date(2026, 9, 17)) not in beside(block, date(2026, 9, 17))


def test_nothing_stands_beside_a_duty_that_no_longer_holds_it(block):
    block.duty("agnese", 16, "N")
    assert (block.agnese, TODAY) not in beside(block)


def test_a_trainee_sees_no_booking_in_the_roster(block):
    block.duty("agnese", 16, None)
    block.sign_in("trainee")
    assert marked(block) == []
    assert beside(block) == {}


def test_a_roster_in_which_nothing_is_lost_asks_few_questions_of_the_grounds(block, monkeypatch):
    monkeypatch.setattr(joined, "_joined", {ON_DUTIES.key: ON_DUTIES})
    joins = statements(block.store, roster, MONDAY, SUNDAY)
    monkeypatch.setattr(joined, "_joined", {})
    # What is lost; what is watched with its areas and duties.
    assert joins - statements(block.store, roster, MONDAY, SUNDAY) == 4


def told(block, who):
    card = block.store.read(resident_card, block.residents[who], NOW)
    ours = {"booked", "on-grounds", "booking-missed"}
    return [(each.kind, each.facts["area"], each.at) for each in card.events if each.kind in ours]


def test_the_timeline_of_a_resident_has_what_was_and_what_is_to_come(block):
    field = "Sporta laukums"
    assert told(block, "a") == [
        ("booked", field, on(16, 15)),
        ("on-grounds", field, on(15, 15)),
    ]
    with standing_at(on(16, 15.5)):
        block.store.run(start_booking, StartBooking(block.football, 1, missing=block.people("b")))
        block.store.run(no_show, NoShow(block.weeding, 1))
    assert told(block, "b")[0] == ("booking-missed", field, on(16, 15))
    assert told(block, "a")[0] == ("on-grounds", field, on(16, 15))
    assert told(block, "g") == [("booking-missed", "Dārzs", on(16, 14))]
    block.store.run(cancel_booking, CancelBooking(block.gym, 1, "nobody wants to"))
    assert told(block, "e") == []


def test_an_entry_of_the_timeline_leads_to_its_booking_on_the_grounds(block):
    card = block.store.read(resident_card, block.g, NOW)
    (entry,) = [each for each in card.events if each.kind == "booked"]
    place = {"booking_id": block.weeding, "area_id": block.garden, "day": TODAY}
    assert (entry.tab, entry.place) == ("grounds", place)


def matters(block, who, at):
    found = block.store.read(open_matters, block.residents[who], at)
    return [(each.kind, each.facts["area"]) for each in found]


def test_res_09_a_release_lists_the_bookings_it_takes_somebody_out_of(block):
    assert matters(block, "a", NOW) == [("booking", "Sporta laukums")]
    assert matters(block, "e", NOW) == [("last-of-booking", "Sporta zāle")]
    assert matters(block, "a", on(16, 16.25)) == [("booking", "Sporta laukums")]
    assert matters(block, "a", on(16, 16.5)) == []


def test_res_09_several_bookings_of_an_area_are_one_matter_of_a_release(block):
    for day in (18, 17):
        book(block, "field", "ab", day, (10, 11), officer="kristine")
    (matter,) = block.store.read(open_matters, block.a, NOW)
    assert (matter.facts["number"], matter.facts["start"]) == (3, on(16, 15))
    assert matter.facts["last"] == on(18, 10)


def test_res_09_who_is_out_stays_in_what_was_ticked(block):
    with standing_at(on(16, 15)):
        block.store.run(start_booking, StartBooking(block.football, 1))
        assert matters(block, "a", on(16, 15.5)) == []


def test_res_09_what_is_booked_for_another_stay_is_not_listed(block):
    who = block.a
    version = block.store.read(resident_card, who, NOW).row.version
    request = ReleaseResident(who, version, on(17, 9), "released", reason="as it is")
    block.store.run(release_resident, request)
    version = block.store.read(resident_card, who, NOW).row.version
    again = ReadmitResident(who, version, StayContent(on(20, 9)), "back again")
    block.store.run(readmit_resident, again)
    book(block, "field", "ab", 22, (10, 11), officer="kristine")
    assert matters(block, "a", NOW) == [("booking", "Sporta laukums")]
    assert matters(block, "a", on(21, 9)) == [("booking", "Sporta laukums")]


def test_who_is_out_still_sleeps_in_the_bed_lists_show(block):
    with Session(block.store.engine.execution_options(readonly=True)) as session:
        assert OF_RESIDENTS.where(session, on(16, 15)) == {}
