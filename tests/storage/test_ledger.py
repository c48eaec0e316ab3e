"""Tests of the rows an undo is made of: written one by one, and put back where nothing moved on."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import KnownError
from openblock.features.staff.tables import Officer
from openblock.storage.ledger import RowChange, RowLedger, demand_unmoved, put_back
from openblock.storage.store import Done
from tests.factories import with_duty, with_officer, with_templates

TABLES = {Officer.__tablename__: Officer}


@pytest.fixture
def within(store):
    """Runs a deed with a ledger within a command of the staff; what it gives back."""

    def run(deed):
        def command(work, _request):
            return Done(deed(RowLedger(work, "in-use"), work))

        command.__module__ = "openblock.features.staff.commands"
        command.__name__ = "change_officer"
        return store.run(command, None).value

    return run


def test_what_was_written_goes_back_in_the_other_order_to_the_last_value(store, within):
    number = with_officer(store, surname="Liepa")

    def write(ledger, work):
        row = work.session.get_one(Officer, number)
        ledger.change(row, surname="Ozola")
        ledger.change(row, surname="Ozola")
        ledger.change(row, surname="Kļava", given_name="Ilze")
        return [(each.before["surname"], each.after["surname"]) for each in ledger.back()]

    assert within(write) == [("Kļava", "Ozola"), ("Ozola", "Liepa")]


def test_a_row_that_something_hangs_on_is_not_taken_out(store, within):
    with_templates(store)
    used, free = with_officer(store, "1"), with_officer(store, "2", "Liepa")
    with_duty(store, used, date(2026, 9, 16))

    def remove(number):
        def deed(ledger, work):
            ledger.remove(work.session.get_one(Officer, number))
            (change,) = ledger.back()
            return change.before is None and change.after["surname"] == "Liepa"

        return deed

    assert within(remove(free))
    with pytest.raises(KnownError, match="in-use"):
        within(remove(used))


def test_what_has_moved_on_since_is_not_put_back(store, within):
    number = with_officer(store, surname="Liepa")

    def deed(ledger, work):
        row = work.session.get_one(Officer, number)
        ledger.change(row, surname="Ozola")
        back = ledger.back()
        demand_unmoved(work, back, TABLES, "moved")
        put_back(ledger, back[0], TABLES, "moved")
        assert row.surname == "Liepa"
        with pytest.raises(KnownError, match="moved"):
            demand_unmoved(work, back, TABLES, "moved")
        gone = RowChange("officers", 99, {"surname": "Kļava"}, None)
        with pytest.raises(KnownError, match="moved"):
            demand_unmoved(work, [gone], TABLES, "moved")
        return len(ledger.back())

    assert within(deed) == 2


def test_a_row_that_was_taken_out_comes_back_under_its_number(store, within):
    number = with_officer(store, surname="Liepa")

    def deed(ledger, work):
        ledger.remove(work.session.get_one(Officer, number))
        (back,) = ledger.back()
        put_back(ledger, back, TABLES, "moved")
        return work.session.get_one(Officer, number).surname

    assert within(deed) == "Liepa"


def test_what_the_database_will_not_have_is_told_as_moved_on(store, within):
    with_officer(store, "2", "Ozola")
    number = with_officer(store, "1", "Liepa")
    change = RowChange("officers", number, {"badge": "1"}, {"badge": "2"})
    with pytest.raises(KnownError, match="moved"):
        within(lambda ledger, _work: put_back(ledger, change, TABLES, "moved"))
