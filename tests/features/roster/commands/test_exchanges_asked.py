"""Exchanges asked for, agreed to and approved, each by whose leave, and taken back (RO-11)."""

from datetime import timedelta

import pytest

from openblock.clock import at, standing_at
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.roster.commands.exchanges import (
    agree_exchange,
    approve_exchange,
    ask_exchange,
    decline_exchange,
    withdraw_exchange,
)
from openblock.features.roster.commands.requests import (
    AgreeExchange,
    ApproveExchange,
    AskExchange,
    DeclineExchange,
    WithdrawExchange,
)
from openblock.features.roster.queries import versions
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.store import Actor
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_published
from tests.features.roster.exchanging import DAY, LATER, NEXT, NOON, cells, exchange
from tests.features.roster.living import back_and_again, refusals, rows, taken_back, typed


@pytest.fixture
def pair(store):
    with_templates(store)
    with standing_at(NOON):
        yield with_officer(store), with_officer(store, "2", "Kalniņa")


def asked(store, one, other):
    with_duty(store, one, DAY, "D")
    with_duty(store, other, LATER, "D")
    return store.run(ask_exchange, AskExchange(one, DAY, other, LATER, "a wedding"))


def version(store):
    with store.engine.connect() as connection:
        return connection.exec_driver_sql("SELECT version FROM exchanges").scalar_one()


def test_an_exchange_is_asked_for_agreed_to_and_approved_and_every_step_taken_back(store, pair):
    one, other = pair
    done = asked(store, one, other)
    number = done.value
    assert exchange(store)["state"] == "asked"
    early = ApproveExchange(number, version(store))
    assert refusals(store, approve_exchange, early) == ["exchange-settled"]
    agreed = store.run(agree_exchange, AgreeExchange(number, version(store)))
    before = rows(store)
    approved = store.run(approve_exchange, ApproveExchange(number, version(store)))
    assert cells(store) == {(other, DAY): "D", (one, LATER): "D"}
    assert exchange(store)["reason"] == "a wedding"
    for late in (
        (approve_exchange, ApproveExchange(number, 0)),
        (decline_exchange, DeclineExchange(number, 0)),
        (withdraw_exchange, WithdrawExchange(number, 0)),
        (agree_exchange, AgreeExchange(number, 0)),
    ):
        assert refusals(store, *late) == ["exchange-settled"]
    redone = back_and_again(store, before, approved)
    taken_back(store, redone)
    taken_back(store, agreed)
    taken_back(store, done)
    assert rows(store, "exchanges") == {"exchanges": []}


def test_duties_that_are_others_by_now_are_not_exchanged(store, pair):
    one, other = pair
    number = asked(store, one, other).value
    store.run(agree_exchange, AgreeExchange(number, version(store)))
    typed(store, other, (LATER, "8"))
    request = ApproveExchange(number, version(store))
    assert refusals(store, approve_exchange, request) == ["exchange-moved"]
    store.run(withdraw_exchange, WithdrawExchange(number, version(store)))
    assert exchange(store)["state"] == "withdrawn"


def test_ro_04_what_an_exchange_breaks_is_answered_for_by_who_approves_not_by_who_asked(
    store, pair
):
    one, other = pair
    with_duty(store, one, NEXT, "N")
    with_duty(store, other, DAY, "24")
    asking = AskExchange(one, NEXT, other, None, "a wedding")
    number = store.run(ask_exchange, asking).value
    store.run(agree_exchange, AgreeExchange(number, 1))
    with_published(store, DAY.replace(day=1))
    bare = ApproveExchange(number, 2)
    assert refusals(store, approve_exchange, bare) == ["rest-too-short"]
    store.run(approve_exchange, ApproveExchange(number, 2, "nobody else"))


def test_ro_10_a_posted_month_changes_for_the_reason_an_exchange_was_asked_for(store, pair):
    one, other = pair
    number = asked(store, one, other).value
    store.run(agree_exchange, AgreeExchange(number, 1))
    with_published(store, DAY.replace(day=1))
    store.run(approve_exchange, ApproveExchange(number, 2))
    assert store.read(versions, DAY)[0].reason == "a wedding"


def test_two_answers_to_one_exchange_are_never_both_given(store, pair):
    one, other = pair
    done = asked(store, one, other)
    stale = version(store)
    store.run(decline_exchange, DeclineExchange(done.value, stale, "not then"))
    assert exchange(store)["refusal"] == "not then"
    request = AgreeExchange(done.value, stale)
    assert refusals(store, agree_exchange, request) == ["exchange-settled"]
    assert refusals(store, agree_exchange, AgreeExchange(99, 1)) == ["exchange-unknown"]
    undo = done.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["roster-moved"]


def test_who_does_not_plan_asks_for_the_own_duties_and_agrees_to_those_asked_of_them(store, pair):
    one, other = pair
    number = asked(store, one, other).value
    own = AskExchange(one, DAY, other, LATER)
    own_account, others = with_accounts(store, one, other)
    store.sign_in(Actor(others, "Kalniņa", "duty_officer", "en"))
    assert refusals(store, ask_exchange, own) == ["exchange-not-yours"]
    withdrawing = WithdrawExchange(number, version(store))
    assert refusals(store, withdraw_exchange, withdrawing) == ["exchange-not-yours"]
    agreed = store.run(agree_exchange, AgreeExchange(number, version(store)))
    assert refusals(store, approve_exchange, ApproveExchange(number, version(store))) == [
        "not-allowed"
    ]
    taken_back(store, agreed)
    store.sign_in(Actor(own_account, "Bērziņš", "duty_officer", "en"))
    assert refusals(store, agree_exchange, AgreeExchange(number, version(store))) == [
        "exchange-not-yours"
    ]
    store.run(withdraw_exchange, WithdrawExchange(number, version(store)))
    with standing_at(at(DAY, 540)):
        assert refusals(store, ask_exchange, own) == ["exchange-too-late"]
    with standing_at(at(DAY, 539)):
        store.run(ask_exchange, own)


def with_accounts(store, *officers):
    """An account for each of the officers; the accounts' numbers."""
    found = []
    for officer in officers:
        added = AddAccount(f"slot-{officer}", f"Officer {officer}", "duty_officer", "en")
        found.append(store.run(add_account, added).value)
        store.run(link_officer, LinkOfficer(officer, found[-1]))
    return found


def test_nobody_is_asked_who_is_unknown_or_has_left_by_the_day_of_the_duty(store, pair):
    one, _other = pair
    gone = with_officer(store, "3", "Ozols", last_day=DAY - timedelta(days=1))
    with_duty(store, one, DAY, "D")
    assert refusals(store, ask_exchange, AskExchange(one, DAY, 99)) == ["officer-unknown"]
    assert refusals(store, ask_exchange, AskExchange(one, DAY, gone)) == ["officer-not-active"]
