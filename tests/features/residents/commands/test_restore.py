"""Rows are written one by one, and going back is the same way backwards."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, NotAllowed
from openblock.features.residents.commands import (
    AddNote,
    CancelArrival,
    EraseResident,
    OpenKeepApart,
    RestoreRows,
    SaveAlert,
    add_note,
    cancel_arrival,
    erase_resident,
    open_keep_apart,
    restore_rows,
    save_alert,
)
from openblock.features.residents.commands.restore import RowChange, Rows
from openblock.features.residents.queries import read_notes
from openblock.features.residents.queries.card import stay_content
from openblock.features.residents.rules.content import AlertContent
from openblock.features.residents.tables import Stay
from openblock.storage.store import Done, Step
from tests.factories import with_resident
from tests.features.residents.doing import (
    DAY,
    NOW,
    WHY,
    back,
    card,
    log_of,
    refusal,
    stands,
    version,
)


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


def test_nothing_comes_back_about_somebody_who_was_erased_since(store):
    number = with_resident(store, admitted=NOW + DAY)
    noted = store.run(add_note, AddNote(number, "fact", "Noslēpums."))
    alert = AlertContent("health", "Noslēpums", NOW.date())
    marked = store.run(save_alert, SaveAlert(number, None, 0, alert))
    again = [back(store, each) for each in (marked, noted)]
    shown = card(store, number).stays[0]
    again.append(store.run(cancel_arrival, CancelArrival(shown.stay_id, shown.version, WHY)))
    store.run(erase_resident, EraseResident(number, version(store, number), WHY))
    stood = stands(store)
    for each in again:
        assert refusal(store, each.undo.command, each.undo.request).code == "resident-erased"
    assert store.read(read_notes, number) == ()
    assert stands(store) == stood


def test_sec_01_a_step_back_does_nothing_that_the_role_may_not_do(store, store_as):
    number, other = with_resident(store), with_resident(store, "Ozols")
    gone = with_resident(store, "Vecais", admitted=NOW - 9000 * DAY, discharged=NOW - 8000 * DAY)
    stood = stands(store)
    duty = store_as("duty_officer")
    for command, request in (
        (erase_resident, EraseResident(gone, version(store, gone), WHY)),
        (open_keep_apart, OpenKeepApart(number, other, "room", WHY)),
    ):
        for steps in ({"first": (Step(command, request),)}, {"then": (Step(command, request),)}):
            with pytest.raises(NotAllowed):
                duty.run(restore_rows, RestoreRows((), **steps))
    assert stands(store) == stood
