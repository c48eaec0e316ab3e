"""Letters of absences typed like codes: spells are joined, cut, split and ended (RO-03, RO-13)."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import KnownError
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import month_roster
from openblock.features.roster.rules.absence import AbsenceKind
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.living import back_and_again, refusals, rows, spells, typed


def day(number, month=11):
    return date(2026, month, number)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def days(first, last):
    return [day(each) for each in range(first, last + 1)]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([(12, "A")], [("leave", 10, 12), ("leave", 15, 15)]),
        ([(13, "A")], [("leave", 10, 11), ("leave", 13, 13), ("leave", 15, 15)]),
        ([(12, "A"), (13, "A"), (14, "A")], [("leave", 10, 15)]),
        ([(12, "S")], [("leave", 10, 11), ("sick", 12, 12), ("leave", 15, 15)]),
        ([(10, None)], [("leave", 11, 11), ("leave", 15, 15)]),
        ([(11, "8")], [("leave", 10, 10), ("leave", 15, 15)]),
        ([(15, "B")], [("leave", 10, 11)]),
        ([(10, "s"), (11, "s"), (12, "s")], [("sick", 10, 12), ("leave", 15, 15)]),
        ([(11, "A")], [("leave", 10, 11), ("leave", 15, 15)]),
    ],
)
def test_ro_13_letters_join_the_days_beside_them_and_other_codes_cut_them_off(
    store, officer, edits, expected
):
    for each in (10, 11, 15):
        typed(store, officer, (day(each), "A"))
    before = rows(store)
    done = typed(store, officer, *((day(number), code) for number, code in edits))
    assert [(kind, first.day, last.day) for kind, first, last in spells(store, officer)] == expected
    if done.value:
        back_and_again(store, before, done)
    else:
        assert done.undo is None


def test_a_spell_is_split_in_its_middle_and_both_ends_keep_their_times(store, officer):
    with_absence(store, officer, day(5), day(9), AbsenceKind.TRIP, from_minute=600, to_minute=900)
    before = rows(store)
    done = typed(store, officer, (day(7), "D"))
    assert spells(store, officer) == [
        ("trip", day(5), day(6)),
        ("trip", day(8), day(9)),
    ]
    stored = dict(rows(store, "absences")["absences"][0])
    assert stored["starts_at"].startswith(str(at(day(5), 600))[:16])
    back_and_again(store, before, done)


def test_two_remarks_are_never_made_one(store, officer):
    with_absence(store, officer, day(5), kind=AbsenceKind.LEAVE, remark="first half")
    with_absence(store, officer, day(7), kind=AbsenceKind.LEAVE, remark="second half")
    typed(store, officer, (day(6), "A"))
    assert spells(store, officer) == [("leave", day(5), day(6)), ("leave", day(7), day(7))]


def test_ro_03_a_duty_that_begins_in_an_absence_goes_and_one_that_runs_is_cut_there(store, officer):
    with_duty(store, officer, day(9), "24")
    with_duty(store, officer, day(11), "8")
    before = rows(store)
    done = typed(store, officer, (day(10), "S"), (day(11), "S"))
    duties = store.read(month_roster, 2026, 11).duties
    assert {cell: duty.ends_at for cell, duty in duties.items()} == {(officer, day(9)): at(day(10))}
    assert done.value == 3
    back_and_again(store, before, done)


def test_ro_03_a_duty_that_would_reach_into_an_absence_is_refused_when_typed_later(store, officer):
    with_absence(store, officer, day(10))
    edit = ChangeCells((CellEdit(officer, day(9), "24"),))
    assert refusals(store, change_cells, edit) == ["commitment-clashes"]
    typed(store, officer, (day(9), "8"))


def test_one_paste_of_duties_and_letters_is_judged_as_it_ends(store, officer):
    before = rows(store)
    done = typed(store, officer, (day(9), "24"), (day(10), "A"), (day(11), "24"))
    (first, second) = store.read(month_roster, 2026, 11).duties.values()
    assert (first.ends_at, second.starts_at) == (at(day(10)), at(day(11), 540))
    back_and_again(store, before, done)


def test_an_absence_of_the_night_of_25_hours_holds_all_of_it(store, officer):
    typed(store, officer, (date(2026, 10, 25), "A"))
    (stored,) = rows(store, "commitments")["commitments"]
    found = dict(stored)
    assert found["starts_at"].startswith("2026-10-24 21:00")
    assert found["ends_at"].startswith("2026-10-25 22:00")


def test_a_letter_takes_the_place_of_a_day_kept_free_and_comes_back_with_it(store, officer):
    typed(store, officer, (day(9), "B"))
    before = rows(store)
    done = typed(store, officer, (day(9), "A"))
    assert store.read(month_roster, 2026, 11).kept_free == {}
    back_and_again(store, before, done)


def test_what_was_seen_is_the_letter_or_the_code_of_a_duty_that_an_absence_cuts(store, officer):
    with_duty(store, officer, day(9), "D")
    with_absence(store, officer, day(9), from_minute=15 * 60)
    for seen in ("", "A", "24"):
        edit = ChangeCells((CellEdit(officer, day(9), None, seen),))
        with pytest.raises(KnownError, match="cell-changed-meanwhile") as refused:
            store.run(change_cells, edit)
        assert (refused.value.facts["theirs"], refused.value.facts["who"]) == (
            "S",
            "Anna Bērziņa",
        )
    for seen in ("S", "D"):
        store.run(change_cells, ChangeCells((CellEdit(officer, day(9), "D", seen),)))
        with_absence(store, officer, day(9), from_minute=15 * 60)


def test_a_letter_needs_an_officer_who_serves(store, officer):
    gone = with_officer(store, "2", "Kalniņa", last_day=day(20))
    edit = ChangeCells((CellEdit(gone, day(21), "A"),))
    assert refusals(store, change_cells, edit) == ["officer-not-active"]
    typed(store, gone, (day(20), "A"))


def test_an_absence_of_more_than_a_year_is_not_made_day_by_day(store, officer):
    with_absence(store, officer, day(1), day(1) + timedelta(days=365), AbsenceKind.LEAVE)
    after = day(1) + timedelta(days=366)
    edit = ChangeCells((CellEdit(officer, after, "A"),))
    assert refusals(store, change_cells, edit) == ["absence-too-long"]
