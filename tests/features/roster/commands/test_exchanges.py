"""Substitutes and swaps: judged as it all ends, by whose leave, taken back (RO-11)."""

from datetime import date, timedelta

import pytest

from openblock.clock import at, standing_at
from openblock.errors import Severity
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    ChangeLimits,
    change_cells,
    change_limits,
)
from openblock.features.roster.commands.absences import save_absence
from openblock.features.roster.commands.exchanges import (
    agree_exchange,
    approve_exchange,
    ask_exchange,
    decline_exchange,
    put_in_substitute,
    swap_duties,
    withdraw_exchange,
)
from openblock.features.roster.commands.requests import (
    AgreeExchange,
    ApproveExchange,
    AskExchange,
    DeclineExchange,
    PutInSubstitute,
    SaveAbsence,
    SwapDuties,
    WithdrawExchange,
)
from openblock.features.roster.queries import join, joined, month_roster, versions
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.store import Actor
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_published
from tests.features.roster.living import back_and_again, refusals, rows, taken_back, typed
from tests.features.roster.practising import Practice, Shadow

DAY = date(2026, 11, 10)
LATER = DAY + timedelta(days=4)
NEXT = DAY + timedelta(days=1)
NOON = at(DAY - timedelta(days=5), 12 * 60)


@pytest.fixture
def pair(store):
    with_templates(store)
    with standing_at(NOON):
        yield with_officer(store), with_officer(store, "2", "Kalniņa")


def cells(store):
    found = {}
    for month in (10, 11, 12):
        duties = store.read(month_roster, 2026, month).duties
        found |= {cell: duty.code for cell, duty in duties.items()}
    return found


def substitute(store, officer, day, other, **facts):
    duty = store.read(month_roster, day.year, day.month).duties[officer, day]
    return PutInSubstitute(
        officer, day, duty.code, duty.starts_at, duty.ends_at, duty.post, other, **facts
    )


def exchange(store):
    (row,) = rows(store, "exchanges")["exchanges"]
    return dict(row)


def test_ro_11_a_substitute_takes_the_duty_and_the_cycle_leaves_the_giver_free(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    before = rows(store)
    done = store.run(put_in_substitute, substitute(store, one, DAY, other))
    assert cells(store) == {(other, DAY): "24"}
    assert store.read(month_roster, 2026, 11).kept_free == {(one, DAY): False}
    row = exchange(store)
    assert (row["state"], row["asked_by"], row["agreed_by"], row["decided_by"]) == (
        "done",
        "Bērziņš Jānis",
        "Kalniņa Jānis",
        "Anna Bērziņa",
    )
    back_and_again(store, before, done)


def test_who_was_only_told_has_not_agreed(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "D")
    request = substitute(store, one, DAY, other, agreed=False, asked_by="Chief")
    store.run(put_in_substitute, request)
    assert (exchange(store)["agreed_by"], exchange(store)["asked_by"]) == ("", "Chief")


def test_a_duty_an_absence_took_is_put_into_another_hand_once(store, pair):
    one, other = pair
    third = with_officer(store, "3", "Ozols")
    with_duty(store, one, DAY, "24")
    request = substitute(store, one, DAY, other)
    with_absence(store, one, DAY)
    before = rows(store)
    done = store.run(put_in_substitute, request)
    assert cells(store) == {(other, DAY): "24"}
    again = PutInSubstitute(*(getattr(request, name) for name in _NAMED), third)
    assert refusals(store, put_in_substitute, again) == ["exchange-moved"]
    back_and_again(store, before, done)


_NAMED = ("officer_id", "day", "code", "starts_at", "ends_at", "post")


def test_the_rest_of_a_duty_cut_at_midnight_is_the_substitutes_on_the_day_after(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    with_absence(store, one, NEXT)
    request = PutInSubstitute(one, DAY, "24", at(NEXT), at(NEXT, 540), "", other)
    store.run(put_in_substitute, request)
    assert cells(store) == {(one, DAY): "24", (other, NEXT): "24"}


def test_a_duty_of_somebody_who_is_there_and_has_none_is_nobodys_to_take(store, pair):
    one, other = pair
    request = PutInSubstitute(one, DAY, "24", at(DAY, 540), at(NEXT, 540), "", other)
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]
    with_duty(store, one, DAY, "D")
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]


def test_ro_03_a_substitute_has_one_duty_a_day_and_none_that_overlaps(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "N")
    with_duty(store, other, DAY, "8")
    request = substitute(store, one, DAY, other, reason="nobody else")
    assert refusals(store, put_in_substitute, request) == ["duty-that-day"]
    typed(store, other, (DAY, None), (NEXT, "8"))
    assert refusals(store, put_in_substitute, request) == ["duty-overlaps"]
    typed(store, other, (NEXT, None))
    with_absence(store, other, NEXT)
    assert refusals(store, put_in_substitute, request) == ["officer-absent"]


@pytest.mark.parametrize(("severity", "reason", "refused"), [
    (Severity.WARNING, "", True),
    (Severity.WARNING, "four", True),
    (Severity.WARNING, "nobody else", False),
    (Severity.ERROR, "nobody else", True),
])  # fmt: skip
def test_ro_04_short_rest_takes_a_reason_or_is_refused_as_the_settings_say(
    store, pair, severity, reason, refused
):
    one, other = pair
    store.run(change_limits, ChangeLimits(Limits(rest_severity=severity)))
    with_duty(store, one, NEXT, "N")
    with_duty(store, other, DAY, "24")
    request = substitute(store, one, NEXT, other, reason=reason)
    if refused:
        assert refusals(store, put_in_substitute, request) == ["rest-too-short"]
    else:
        store.run(put_in_substitute, request)


def test_ro_12_practice_that_must_stay_holds_a_duty_back_from_a_substitute_and_an_absence(
    store, pair, monkeypatch
):
    monkeypatch.setattr(joined, "_joined", {})
    one, other = pair
    with_duty(store, one, DAY, "D")
    practice = Practice(Shadow(one, DAY, confirmed=True))
    join(practice.join)
    absence = SaveAbsence(AbsenceContent(one, AbsenceKind.SICK, DAY, DAY))
    for each in (
        (put_in_substitute, substitute(store, one, DAY, other)),
        (save_absence, absence),
        (change_cells, ChangeCells((CellEdit(one, DAY, "S"),))),
    ):
        assert refusals(store, *each) == ["practice-confirmed-on-duty"]
    assert cells(store) == {(one, DAY): "D"}
    afternoon = AbsenceContent(one, AbsenceKind.SICK, DAY, DAY, from_minute=20 * 60)
    practice.shadows[:] = [Shadow(one, DAY, end=19 * 60, confirmed=True)]
    store.run(save_absence, SaveAbsence(afternoon))


@pytest.mark.parametrize(
    ("own", "others"),
    [
        ((DAY, "24"), (LATER, "24")),
        ((DAY, "D"), (DAY, "N")),
        # Each alone would overlap: the 24 of one reaches into the 8 of the day after.
        ((DAY, "24"), (NEXT, "8")),
        ((NEXT, "8"), (DAY, "24")),
        ((date(2026, 10, 31), "24"), (date(2026, 11, 1), "D")),
        ((date(2026, 11, 30), "24"), (date(2026, 12, 1), "N")),
        ((date(2026, 10, 24), "24"), (date(2026, 10, 25), "N")),
    ],
)
def test_ro_03_a_swap_is_one_transaction_judged_on_its_final_state(store, pair, own, others):
    one, other = pair
    with_duty(store, one, *own)
    with_duty(store, other, *others)
    before = rows(store)
    request = SwapDuties(one, own[0], other, others[0], reason="the two agreed")
    done = store.run(swap_duties, request)
    assert cells(store) == {(other, own[0]): own[1], (one, others[0]): others[1]}
    row = exchange(store)
    assert (row["kind"], row["state"], row["agreed_by"]) == ("swap", "done", "Kalniņa Jānis")
    back_and_again(store, before, done)


def test_a_swap_with_nothing_to_give_or_to_get_is_refused(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    request = SwapDuties(one, DAY, other, LATER)
    assert refusals(store, swap_duties, request) == ["exchange-moved"]
    assert refusals(store, swap_duties, SwapDuties(one, DAY, one, DAY)) == ["exchange-same-officer"]


def test_ro_03_a_swap_onto_a_day_with_another_duty_is_refused(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    typed(store, other, (DAY, "8"), (LATER, "24"))
    request = SwapDuties(one, DAY, other, LATER, reason="the two agreed")
    assert refusals(store, swap_duties, request) == ["duty-that-day"]


# asked for, agreed to, approved


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
