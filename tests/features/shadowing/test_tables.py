"""What the tables of practice refuse by themselves, whatever writes into them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from openblock.features.diary.tables import Commitment
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.tables import (
    Addendum,
    ClassSession,
    Clearance,
    Course,
    PracticeItem,
    Shadowing,
    Situation,
    Trainee,
    Unavailability,
)
from tests.features.shadowing.commands.doing import Deeds
from tests.features.shadowing.practising import ELINA, on

MINUTE = timedelta(minutes=1)


def write(store, table, *rows):
    with store.engine.begin() as connection:
        for row in rows:
            connection.execute(insert(table), row)


def change(store, statement):
    with store.engine.begin() as connection:
        connection.execute(statement)


def shift(trainee, officer, start, end, **facts):
    """The columns of a planned shift, written past every rule."""
    return {
        "trainee_id": trainee,
        "officer_id": officer,
        "starts_at": start,
        "ends_at": end,
        "duty_starts_at": start,
        "duty_ends_at": end,
        "planned_by": "Nobody",
        "planned_at": start,
        "version": 1,
        **facts,
    }


def confirmed(start, end):
    return {"state": "confirmed", "actual_starts_at": start, "actual_ends_at": end}


def of(number):
    return update(Shadowing).where(Shadowing.id == number)


def test_tr_06_a_third_beside_one_mentor_is_refused_by_the_file_itself(block, store):
    """Elīna and Sintija are beside Normunds on the 26th from 9 to 21."""
    third = shift(block.arturs, block.normunds, on(26, 20), on(26, 22))
    with pytest.raises(IntegrityError, match="mentor-full"):
        write(store, Shadowing, third)
    after = third | {"starts_at": on(26, 21)}
    before = third | {"starts_at": on(26, 7), "ends_at": on(26, 9)}
    write(store, Shadowing, after, before)


def test_tr_06_a_third_does_not_come_in_by_a_change_either(block, store):
    move = of(block.later).values(
        officer_id=block.normunds, starts_at=on(26, 20), ends_at=on(26, 22)
    )
    with pytest.raises(IntegrityError, match="mentor-full"):
        change(store, move)
    change(store, move.values(starts_at=on(26, 21)))


def test_tr_06_the_fifth_in_the_block_is_refused_and_one_that_was_missed_takes_no_place(
    block, store
):
    more = [
        shift(block.arturs, officer, on(26, 9), on(26, 12))
        for officer in (block.andris, block.ilze, block.agnese)
    ]
    with pytest.raises(IntegrityError, match="block-full"):
        write(store, Shadowing, *more)
    write(store, Shadowing, *more[:2])
    change(store, of(block.next).values(state="missed"))
    write(store, Shadowing, more[2])
    with pytest.raises(IntegrityError, match="block-full"):
        change(store, of(block.next).values(state="planned"))


@pytest.mark.parametrize(("most", "refused"), [(1, True), (2, True), (3, False)])
def test_tr_06_the_caps_of_the_settings_hold_in_the_file_too(block, most, refused):
    Deeds(block).set("shadow_most_per_mentor", most)
    third = shift(block.arturs, block.normunds, on(26, 9), on(26, 21))
    if refused:
        with pytest.raises(IntegrityError, match="mentor-full"):
            write(block.store, Shadowing, third)
    else:
        write(block.store, Shadowing, third)


@pytest.mark.parametrize(
    ("start", "end"), [(on(18, 8), on(18, 12)), (on(19, 8), on(19, 9) + MINUTE)]
)
def test_tr_12_confirmed_hours_outside_the_duty_are_refused_by_the_file_itself(
    block, store, start, end
):
    with pytest.raises(IntegrityError, match="confirmed-outside-duty"):
        change(store, of(block.done).values(confirmed(start, end)))
    outside = shift(block.arturs, block.normunds, start, end, **confirmed(start, end))
    with pytest.raises(IntegrityError, match="confirmed-outside-duty"):
        write(store, Shadowing, outside)
    change(store, of(block.done).values(confirmed(on(18, 9), on(19, 9))))


def test_ro_12_a_duty_is_not_taken_or_cut_from_under_confirmed_hours(block, store):
    """Elīna was with Agnese on the 4th from 9 to 20:30."""
    duty = (Duty.officer_id == block.agnese, Duty.day == date(2026, 3, 4))
    with pytest.raises(IntegrityError, match="duty-has-confirmed"):
        change(store, delete(Duty).where(*duty))
    for values in ({"ends_at": on(4, 20)}, {"starts_at": on(4, 10)}, {"officer_id": block.ilze}):
        with pytest.raises(IntegrityError, match="duty-has-confirmed"):
            change(store, update(Duty).where(*duty).values(values))
    change(store, update(Duty).where(*duty).values(ends_at=on(4, 20.5)))


def test_tr_05_a_duty_goes_from_under_what_is_only_planned(block, store):
    duty = (Duty.officer_id == block.normunds, Duty.day == date(2026, 3, 26))
    change(store, delete(Duty).where(*duty))


@pytest.mark.parametrize(
    ("hours", "refused"), [((8, 9), False), ((8, 10), True), ((21, 22), False)]
)
def test_tr_07_a_trainee_is_at_two_things_at_once_in_no_diary(block, store, hours, refused):
    start, end = (on(26, hour) for hour in hours)
    row = {"person": f"trainee:{block.elina}", "kind": "class", "source_id": 99}
    row |= {"starts_at": start, "ends_at": end}
    if refused:
        with pytest.raises(IntegrityError, match="overlap:commitments"):
            write(store, Commitment, row)
    else:
        write(store, Commitment, row)


def test_a_trainees_number_is_never_given_again(block, store):
    trainee = {"course_id": block.second, "surname": "Ozola", "given_name": "Una", "version": 1}
    numbers = []
    for _ in range(2):
        write(store, Trainee, trainee)
        with store.engine.begin() as connection:
            number = connection.execute(
                select(Trainee.id).where(Trainee.surname == "Ozola")
            ).scalar_one()
            connection.execute(delete(Trainee).where(Trainee.id == number))
        numbers.append(number)
    assert numbers[1] > numbers[0]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (Course, {"name": ""}),
        (Course, {"name": "2. kurss"}),
        (Course, {"last_day": date(2026, 4, 30)}),
        (Course, {"required_minutes": -1}),
        (Situation, {"kind": "whatever"}),
        (Situation, {"course_id": 99}),
        (PracticeItem, {"kind": "whatever"}),
        (PracticeItem, {"name": ""}),
        (Trainee, {"surname": ""}),
        (Trainee, {"given_name": ""}),
        (Trainee, {"course_id": 99}),
        (Trainee, {"account_id": ELINA}),
        (Trainee, {"account_id": 99}),
        (Clearance, {"item_id": 1}),
        (Clearance, {"trainee_id": 99}),
        (ClassSession, {"ends_at": on(27, 9)}),
        (ClassSession, {"course_id": 99}),
        (Unavailability, {"ends_at": on(27, 9)}),
        (Unavailability, {"trainee_id": 99}),
        (Shadowing, {"ends_at": on(27, 9)}),
        (Shadowing, {"state": "whatever"}),
        (Shadowing, {"cause": "whatever"}),
        (Shadowing, {"state": "confirmed"}),
        (Shadowing, {"actual_starts_at": on(27, 9), "actual_ends_at": on(27, 10)}),
        (Shadowing, confirmed(on(27, 12), on(27, 12))),
        (Shadowing, {"trainee_id": 99}),
        (Shadowing, {"officer_id": 99}),
        (Addendum, {"words": ""}),
        (Addendum, {"shadowing_id": 99}),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_and_without_its_fault_it_is_not(
    block, store, table, wrong
):
    times = {"starts_at": on(27, 9), "ends_at": on(27, 12)}
    right = {
        Course: {
            "name": "4. kurss",
            "first_day": date(2026, 5, 1),
            "last_day": date(2026, 6, 1),
            "required_minutes": 0,
        },
        Situation: {"course_id": block.second, "place": 9, "kind": "chance", "name": "x"},
        PracticeItem: {"kind": "clearance", "place": 9, "name": "x"},
        Trainee: {"course_id": block.second, "surname": "Ozola", "given_name": "Una"},
        Clearance: {
            "trainee_id": block.elina,
            "item_id": 9,
            "day": date(2026, 3, 2),
            "noted_by": "x",
        },
        ClassSession: {"course_id": block.second, **times},
        Unavailability: {"trainee_id": block.elina, **times},
        Shadowing: shift(block.arturs, block.ilze, on(27, 9), on(27, 12)),
        Addendum: {
            "shadowing_id": block.seen,
            "words": "x",
            "added_by": "x",
            "added_at": on(5, 9),
        },
    }
    write(store, PracticeItem, right[PracticeItem] | {"id": 9, "version": 1})
    row = right[table] | ({} if table is Addendum else {"version": 1})
    with pytest.raises(IntegrityError):
        write(store, table, row | wrong)
    write(store, table, row)


@pytest.mark.parametrize(
    ("table", "number"),
    [
        (Course, "second"),
        (Trainee, "elina"),
        (Shadowing, "seen"),
    ],
)
def test_what_others_hang_on_is_not_taken_out_from_under_them(block, store, table, number):
    write(
        store,
        Addendum,
        {"shadowing_id": block.seen, "words": "x", "added_by": "x", "added_at": on(5, 9)},
    )
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        change(store, delete(table).where(table.id == getattr(block, number)))
