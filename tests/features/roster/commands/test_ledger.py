"""What the ledger of a living roster puts back, tells the diary, and refuses to put back."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.roster.commands import (
    AgreeExchange,
    AskExchange,
    RestoreExchange,
    RestoreLiving,
    SaveCallOut,
    agree_exchange,
    ask_exchange,
    restore_exchange,
    restore_living,
    save_call_out,
)
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.ledger import RowChange
from openblock.storage.store import Actor
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.living import refusals, rows, taken_back

PAST = date(2026, 1, 12)
AHEAD = date(2050, 1, 10)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def called(officer, first=600, last=660, **facts):
    return SaveCallOut(officer, at(PAST, first), at(PAST, last), "a broken fence", **facts)


def diary(store):
    found = [dict(row) for row in rows(store, "commitments")["commitments"]]
    return sorted((row["kind"], row["person"]) for row in found)


def test_ro_03_the_diary_holds_absences_and_call_outs_and_lets_go_of_them(store, officer):
    done = store.run(save_call_out, called(officer))
    with_absence(store, officer, PAST + timedelta(days=1))
    assert diary(store) == [("absence", f"officer:{officer}"), ("call-out", f"officer:{officer}")]
    taken_back(store, done)
    assert diary(store) == [("absence", f"officer:{officer}")]


@pytest.mark.parametrize(("first", "last", "fits"), [
    (540, 600, True),
    (660, 720, True),
    (540, 601, False),
    (659, 720, False),
    (610, 620, False),
])  # fmt: skip
def test_ro_03_two_call_outs_at_once_are_refused_in_words_before_the_database_does(
    store, officer, first, last, fits
):
    store.run(save_call_out, called(officer))
    if fits:
        store.run(save_call_out, called(officer, first, last))
    else:
        wanted = called(officer, first, last)
        assert refusals(store, save_call_out, wanted) == ["commitment-clashes"]


def test_a_call_out_moved_over_its_own_time_is_no_clash(store, officer):
    number = store.run(save_call_out, called(officer)).value
    before = rows(store)
    done = store.run(save_call_out, called(officer, 630, 700, call_out_id=number, version=1))
    taken_back(store, done)
    assert rows(store) == before


def test_an_undo_is_refused_where_the_time_was_taken_since(store, officer):
    done = store.run(save_call_out, called(officer))
    undone = taken_back(store, done)
    store.run(save_call_out, called(officer, 630, 700))
    redo = undone.undo
    assert refusals(store, redo.command, redo.request, undoes=True) == ["commitment-clashes"]


def test_rows_of_other_features_are_nobodys_to_put_back(store, officer):
    foreign = (RowChange("officers", officer, {}, None),)
    with pytest.raises(KeyError):
        store.run(restore_living, RestoreLiving(None, foreign), undoes=True)
    # An exchange is put back by who may ask; absences are for who plans.
    with_absence(store, officer, PAST)
    absence = (RowChange("absences", 1, {}, None),)
    with pytest.raises(KeyError):
        store.run(restore_exchange, RestoreExchange(absence), undoes=True)


def signed_in(store, officer):
    """Somebody who does not plan, and is this officer."""
    added = AddAccount(f"slot-{officer}", f"Officer {officer}", "duty_officer", "en")
    account = store.run(add_account, added).value
    store.run(link_officer, LinkOfficer(officer, account))
    return Actor(account, f"Officer {officer}", "duty_officer", "en")


def test_an_officer_takes_back_the_own_asking_and_agreeing_and_nobody_elses(store, officer):
    other, third = with_officer(store, "2", "Kalniņa"), with_officer(store, "3", "Ozols")
    with_duty(store, officer, AHEAD, "D")
    people = [signed_in(store, each) for each in (officer, other, third)]
    store.sign_in(people[0])
    done = store.run(ask_exchange, AskExchange(officer, AHEAD, other))
    store.sign_in(people[1])
    agreed = store.run(agree_exchange, AgreeExchange(done.value, 1))
    store.sign_in(people[2])
    undo = agreed.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["exchange-not-yours"]
    store.sign_in(people[1])
    taken_back(store, agreed)
    store.sign_in(people[0])
    taken_back(store, done)
    assert rows(store, "exchanges") == {"exchanges": []}


def test_an_agreement_is_not_put_back_onto_what_was_answered_since(store, officer):
    other = with_officer(store, "2", "Kalniņa")
    with_duty(store, officer, AHEAD, "D")
    done = store.run(ask_exchange, AskExchange(officer, AHEAD, other))
    store.run(agree_exchange, AgreeExchange(done.value, 1))
    undo = done.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["roster-moved"]


@pytest.mark.parametrize("state", ["agreed", "declined", "done"])
def test_nobody_answers_an_exchange_for_the_other_by_taking_something_back(store, officer, state):
    other = with_officer(store, "2", "Kalniņa")
    with_duty(store, officer, AHEAD, "D")
    store.sign_in(signed_in(store, officer))
    done = store.run(ask_exchange, AskExchange(officer, AHEAD, other))
    (back,) = done.undo.request.rows
    made_up = RowChange(back.table, back.number, back.before, {**back.before, "state": state})
    request = RestoreExchange((made_up,))
    assert refusals(store, restore_exchange, request, undoes=True) == ["exchange-not-yours"]
    made_up = RowChange(back.table, back.number, back.before, {**back.before, "officer_id": other})
    request = RestoreExchange((made_up,))
    assert refusals(store, restore_exchange, request, undoes=True) == ["exchange-not-yours"]
