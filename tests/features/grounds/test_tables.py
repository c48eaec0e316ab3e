"""What the tables of the grounds refuse by themselves, whatever writes into them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from openblock.features.diary.tables import Commitment
from openblock.features.grounds.rules.content import ALWAYS
from openblock.features.grounds.tables import (
    Area,
    AreaClosure,
    AreaDay,
    Booking,
    Participant,
    Series,
)
from tests.features.grounds.outside import TODAY, on

TICKED = {"started_at": on(17, 10)}


def area(**facts):
    hours = [[list(each) for each in day] for day in ALWAYS]
    return {"name": "Siltumnīca", "place": 9, "hours": hours, "version": 1, **facts}


def booking(**facts):
    return {
        "area_id": 3,
        "starts_at": on(17, 10),
        "ends_at": on(17, 11),
        "heads": 1,
        "booked_by": "Nobody",
        "booked_at": on(16, 12),
        "version": 1,
        **facts,
    }


def closure(**facts):
    return {
        "area_id": 3,
        "starts_at": on(17, 10),
        "ends_at": on(17, 11),
        "reason": "repair",
        "closed_by": "Nobody",
        "closed_at": on(16, 12),
        "version": 1,
        **facts,
    }


def write(store, statement):
    with store.engine.begin() as connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("table", "row", "why"),
    [
        (Area, area(), ""),
        (Area, area(name=""), "name_given"),
        (Area, area(name="Dārzs"), "UNIQUE"),
        (Area, area(kind="river"), "kind_known"),
        (Area, area(capacity=0), "capacity"),
        (Area, area(ratio=-1), "ratio"),
        (Area, area(shortest=60, longest=30), "lengths"),
        (Area, area(width=0), "plan_has_size"),
        (Booking, booking(), ""),
        (Booking, booking(ends_at=on(17, 10)), "forwards"),
        (Booking, booking(heads=0), "heads"),
        (Booking, booking(state="dreamt"), "state_known"),
        (Booking, booking(state="in-use"), "use_was_begun"),
        (Booking, booking(**TICKED), "use_was_begun"),
        (Booking, booking(state="in-use", **TICKED), ""),
        (Booking, booking(state="finished", **TICKED), "finished_has_end"),
        (Booking, booking(state="finished", ended_at=on(17, 9), **TICKED), "ended_forwards"),
        (Booking, booking(state="finished", ended_at=on(17, 11), **TICKED), ""),
        (Booking, booking(area_id=99), "FOREIGN KEY"),
        (Booking, booking(officer_id=99), "FOREIGN KEY"),
        (Booking, booking(heads=3), "area-full"),
        (Booking, booking(ends_at=on(18, 10.25)), "booking-over-a-day"),
        (AreaClosure, closure(), ""),
        (AreaClosure, closure(ends_at=on(17, 10)), "forwards"),
        (AreaClosure, closure(reason="mood"), "reason_known"),
        (AreaDay, {"area_id": 3, "day": TODAY, "version": 1}, ""),
        (
            Series,
            {
                "area_id": 3,
                "first_day": TODAY,
                "last_day": TODAY - timedelta(days=1),
                "version": 1,
            },
            "days_in_order",
        ),
        (Participant, {"booking_id": 1, "resident_id": 1, "came": False}, "UNIQUE"),
        (Participant, {"booking_id": 1, "resident_id": 5}, "booking-over-heads"),
    ],
)
def test_a_row_that_cannot_be_is_refused_however_written(block, table, row, why):
    if not why:
        write(block.store, insert(table).values(row))
        return
    with pytest.raises(IntegrityError, match=why):
        write(block.store, insert(table).values(row))


def test_a_date_has_one_line_of_other_hours(block):
    row = {"area_id": 3, "day": TODAY, "version": 1}
    write(block.store, insert(AreaDay).values(row))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        write(block.store, insert(AreaDay).values(row))


def test_gr_03_the_database_counts_what_went_past_the_rules(block):
    full = booking(area_id=block.hall, heads=4)
    with pytest.raises(IntegrityError, match="area-full"):
        write(block.store, insert(Booking).values(full))
    beside = booking(area_id=block.corner)
    write(block.store, insert(Booking).values(beside))
    with pytest.raises(IntegrityError, match="area-taken"):
        write(block.store, insert(Booking).values(beside))


def test_nobody_is_on_two_areas_at_once(block):
    """The diary is the database's own too: its time is one person's, whatever took it."""
    twice = {
        "person": f"resident:{block.a}",
        "kind": "booking",
        "source_id": block.weeding,
        "starts_at": on(16, 16),
        "ends_at": on(16, 17),
    }
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        write(block.store, insert(Commitment).values(twice))


def test_an_area_does_not_go_from_under_its_bookings(block):
    with pytest.raises(IntegrityError):
        write(block.store, update(Area).where(Area.id == block.field).values(id=99))
