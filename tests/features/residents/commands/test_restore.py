"""Rows are written one by one, and going back is the same way backwards."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.features.residents.commands import RestoreRows, restore_rows
from openblock.features.residents.commands.restore import RowChange, Rows
from openblock.features.residents.queries.card import stay_content
from openblock.features.residents.tables import Stay
from openblock.storage.store import Done
from tests.factories import with_resident
from tests.features.residents.doing import DAY, NOW, back, card, log_of, stands


def split(work, number) -> Done:
    """Cuts a stay in two with a day between, each row at its time."""
    rows = Rows(work)
    stay = work.session.get_one(Stay, number)
    values = {"admission_kind": "return", "discharge_kind": ""}
    end = stay.discharged
    rows.change(stay, discharged=NOW)
    rows.add(Stay(resident_id=stay.resident_id, admitted=NOW + DAY, discharged=end, **values))
    rows.change(stay, discharged=NOW)
    return Done(stay_content(stay).discharged == NOW, rows.undo())


split.__module__ = "openblock.features.residents.commands"
split.__name__ = "change_stay"


def test_rows_that_would_overlap_in_any_other_order_go_back_and_forth(store):
    number = with_resident(store)
    before = stands(store)
    done = store.run(split, number)
    between = stands(store)
    assert len(card(store, number).stays) == 2
    for _ in range(3):
        again = back(store, done)
        assert stands(store) == before
        done = back(store, again)
        assert stands(store) == between


def test_a_value_that_is_the_same_is_no_change(store):
    number = with_resident(store)
    done = store.run(split, number)
    assert len(done.undo.request.changes) == 2


def test_the_log_says_whose_rows_were_put_back(store):
    number = with_resident(store)
    back(store, store.run(split, number))
    row = log_of(store, "restore_rows")
    assert row.subjects == (("resident", str(number)),)
    assert row.details == {"undoes": True}


def test_a_row_that_is_gone_or_there_already_is_refused(store):
    number = with_resident(store)
    done = store.run(split, number)
    again = back(store, done)
    for step in (done,):
        with pytest.raises(KnownError) as found:
            back(store, step)
        assert found.value.code == "residents-changed-meanwhile"
    back(store, again)
    with pytest.raises(KnownError) as found:
        back(store, again)
    assert found.value.code == "residents-changed-meanwhile"


def test_nothing_of_a_refused_step_is_left(store):
    number = with_resident(store)
    done = store.run(split, number)
    stood = stands(store)
    good, bad = done.undo.request.changes
    wrong = RestoreRows((good, RowChange(bad.table, bad.key, {}, bad.after)))
    with pytest.raises(KnownError):
        store.run(restore_rows, wrong)
    assert stands(store) == stood
