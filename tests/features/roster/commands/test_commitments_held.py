"""Duties that confirmed hours stand in, with the database's own guard behind the rules (TR-12)."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from openblock.clock import at
from openblock.errors import KnownError
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import joined, roster
from openblock.features.shadowing.tables import Shadowing
from openblock.ui.messages import words
from tests.factories import with_course, with_officer, with_templates, with_trainee
from tests.features.roster.days import DAY, NEXT


@pytest.fixture
def who(store, monkeypatch):
    """A night and the day after it; ten to two of that day is confirmed practice.

    Nothing has joined the roster, as if a feature had forgotten to.
    """
    monkeypatch.setattr(joined, "_joined", {})
    with_templates(store)
    officer = with_officer(store)
    edit(store, officer, DAY, "N")
    edit(store, officer, NEXT, "D")
    start, end = at(NEXT, 600), at(NEXT, 840)
    row = {
        "trainee_id": with_trainee(store, with_course(store)),
        "officer_id": officer,
        "starts_at": start,
        "ends_at": end,
        "state": "confirmed",
        "duty_starts_at": at(NEXT, 540),
        "duty_ends_at": at(NEXT, 1260),
        "planned_by": "Anna",
        "planned_at": start,
        "actual_starts_at": start,
        "actual_ends_at": end,
        "version": 1,
    }
    with store.engine.begin() as connection:
        connection.execute(insert(Shadowing), row)
    return officer


def edit(store, officer, *cells):
    days = zip(cells[::2], cells[1::2], strict=True)
    edits = tuple(CellEdit(officer, day, code) for day, code in days)
    return store.run(change_cells, ChangeCells(edits))


def codes(store):
    return [each.code for each in store.read(roster, DAY, NEXT).duties.values()]


def test_tr_12_a_duty_taken_from_under_confirmed_hours_is_refused_by_the_file_in_words(store, who):
    for code in (None, "N"):
        with pytest.raises(KnownError) as refusal:
            edit(store, who, NEXT, code)
        assert refusal.value.code == "duty-held-back"
        assert "Confirmed hours of practice" in words(refusal.value)
    assert codes(store) == ["N", "D"]


def test_a_duty_that_goes_on_holding_them_moves_into_the_time_another_one_leaves(store, who):
    done = edit(store, who, DAY, None, NEXT, "8")
    assert codes(store) == ["8"]
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert codes(store) == ["N", "D"]


def test_two_duties_that_change_places_at_once_are_held_back_and_one_by_one_they_go(store, who):
    with pytest.raises(KnownError) as refusal:
        edit(store, who, DAY, "D", NEXT, "8")
    assert refusal.value.code == "duty-held-back"
    assert codes(store) == ["N", "D"]
    edit(store, who, DAY, "D")
    edit(store, who, NEXT, "8")
    assert codes(store) == ["D", "8"]
