"""What the diary's table refuses by itself, whatever writes into it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from openblock.clock import at
from openblock.features.diary.tables import Commitment

DAY = date(2026, 11, 22)
SHORT_DAY, LONG_DAY = date(2026, 3, 29), date(2026, 10, 25)
SECOND = timedelta(seconds=1)


def row(start, end, source_id=1, **facts):
    columns = {"person": "trainee:3", "kind": "class", "source_id": source_id}
    return {**columns, "starts_at": start, "ends_at": end, **facts}


def write(store, *rows):
    with store.engine.begin() as connection:
        for each in rows:
            connection.execute(insert(Commitment), each)


def move(store, source_id, **values):
    with store.engine.begin() as connection:
        connection.execute(
            update(Commitment).where(Commitment.source_id == source_id).values(**values)
        )


NINE, ONE = at(DAY, 540), at(DAY, 780)


def test_touching_commitments_of_one_person_and_the_same_time_of_another_are_let_through(store):
    write(store, row(NINE, ONE), row(ONE, at(DAY, 900), 2), row(at(DAY, 480), NINE, 3))
    write(store, row(NINE, ONE, 4, person="officer:3"))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (ONE - SECOND, at(DAY, 900)),
        (at(DAY, 480), NINE + SECOND),
        (NINE, ONE),
        (at(DAY), at(DAY, 1440)),
    ],
)
def test_tr_07_an_overlap_is_refused_on_insert_and_on_update_whatever_the_kind(store, start, end):
    write(store, row(NINE, ONE))
    other = row(start, end, 2, kind="shadowing")
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        write(store, other)
    write(store, row(at(DAY, 3000), at(DAY, 3060), 2, kind="shadowing"))
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        move(store, 2, starts_at=start, ends_at=end)
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        move(store, 2, starts_at=start)


def test_a_commitment_may_be_moved_within_itself_and_given_to_who_is_free(store):
    write(store, row(NINE, ONE), row(NINE, ONE, 2, person="trainee:4"))
    move(store, 1, starts_at=at(DAY, 600))
    move(store, 1, person="trainee:5")
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        move(store, 1, person="trainee:4")


@pytest.mark.parametrize("day", [SHORT_DAY, LONG_DAY])
def test_ro_03_duties_over_the_day_the_clock_changes_touch_and_do_not_overlap(store, day):
    before = day - timedelta(days=1)
    night = row(at(before, 540), at(before, 540 + 1440), 1, person="officer:1", kind="duty")
    day_after = row(at(day, 540), at(day, 1260), 2, person="officer:1", kind="duty")
    write(store, night, day_after)
    # The hour that is skipped or comes twice belongs to the night, however it is written.
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        write(store, row(at(day, 180), at(day, 180) + SECOND, 3, person="officer:1"))


@pytest.mark.parametrize(
    "wrong", [{"ends_at": NINE}, {"person": None}, {"kind": None}, {"source_id": None}]
)
def test_a_commitment_of_nobody_of_nothing_or_without_length_is_refused(store, wrong):
    with pytest.raises(IntegrityError):
        write(store, row(NINE, ONE) | wrong)


def test_a_row_stands_for_one_time_of_a_person(store):
    write(store, row(NINE, ONE))
    with pytest.raises(IntegrityError):
        write(store, row(at(DAY, 900), at(DAY, 960)))
