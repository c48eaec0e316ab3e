"""What the roster's tables refuse by themselves, whatever writes into them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DatabaseError, IntegrityError

from openblock import clock
from openblock.features.roster.tables import Duty, ShiftTemplate
from tests.factories import with_officer, with_templates
from tests.features.roster.days import DAY, NEXT


@pytest.fixture
def duty(store):
    """The columns of one whole day's duty that may be written."""
    numbers = with_templates(store)
    starts = clock.at(DAY, 540)
    return {
        "officer_id": with_officer(store),
        "template_id": numbers["24"],
        "day": DAY,
        "code": "24",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=24),
        "post": "",
        "origin": "typed",
        "changed_by": "Anna Bērziņa",
        "changed_at": starts,
        "version": 1,
    }


def write(store, table, *rows):
    with store.engine.begin() as connection:
        for row in rows:
            connection.execute(insert(table), row)


def test_a_duty_may_be_written(store, duty):
    write(store, Duty, duty)


@pytest.mark.parametrize(
    "wrong",
    [{"origin": "guessed"}, {"officer_id": 4711}, {"template_id": 4711}],
)
def test_a_duty_of_nobody_or_of_no_origin_is_refused(store, duty, wrong):
    with pytest.raises(IntegrityError):
        write(store, Duty, duty | wrong)


def test_a_duty_that_ends_before_it_starts_is_refused(store, duty):
    with pytest.raises(IntegrityError):
        write(store, Duty, duty | {"ends_at": duty["starts_at"]})


def test_one_officer_has_one_duty_on_a_day(store, duty):
    later = duty["ends_at"] + timedelta(hours=1)
    again = duty | {"starts_at": later, "ends_at": later + timedelta(hours=1)}
    with pytest.raises(IntegrityError):
        write(store, Duty, duty, again)


def test_overlapping_duties_of_one_officer_are_refused_by_the_file_itself(store, duty):
    next_day = duty | {"day": NEXT, "starts_at": duty["ends_at"] - timedelta(minutes=1)}
    next_day["ends_at"] = next_day["starts_at"] + timedelta(hours=1)
    with pytest.raises(DatabaseError, match="overlap:duty"):
        write(store, Duty, duty, next_day)


@pytest.mark.parametrize("wrong", [{"length_minutes": 59}, {"start_minute": 1440}])
def test_a_shift_of_no_length_or_beyond_the_day_is_refused(store, wrong):
    row = {
        "code": "X",
        "name": "x",
        "start_minute": 0,
        "length_minutes": 60,
        "post": "",
        "active": True,
        "version": 1,
    }
    with pytest.raises(IntegrityError):
        write(store, ShiftTemplate, row | wrong)
