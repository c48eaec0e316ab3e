"""Exchanges as each of those who have to do with them sees them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from openblock.clock import at, standing_at
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.roster.commands.exchanges import (
    agree_exchange,
    ask_exchange,
    decline_exchange,
    put_in_substitute,
    swap_duties,
)
from openblock.features.roster.commands.requests import (
    AgreeExchange,
    AskExchange,
    DeclineExchange,
    PutInSubstitute,
    SwapDuties,
)
from openblock.features.roster.queries.exchanges import (
    exchanges,
    open_exchanges,
    waiting_exchanges,
)
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.store import Actor
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence

DAY = date(2026, 11, 20)
NEXT = DAY + timedelta(days=4)
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
ADMINISTRATOR = Actor(1, "Anna Bērziņa", "administrator", "en")


@pytest.fixture(autouse=True)
def standing():
    with standing_at(NOW):
        yield


@pytest.fixture
def people(store):
    with_templates(store)
    found = [with_officer(store, str(n), name) for n, name in enumerate(["Bērziņš", "Kalniņš"])]
    with_duty(store, found[0], DAY)
    with_duty(store, found[1], NEXT)
    return found


@pytest.fixture
def asked(store, people):
    return store.run(ask_exchange, AskExchange(people[0], DAY, people[1], NEXT, "kāzas")).value


def sign_in(store, officer_id):
    """The officer comes in with an account of the officer's own, and plans nothing."""
    store.sign_in(ADMINISTRATOR)
    account = AddAccount(f"slot-{officer_id}", f"Officer {officer_id}", "duty_officer", "en")
    number = store.run(add_account, account).value
    store.run(link_officer, LinkOfficer(officer_id, number))
    store.sign_in(Actor(number, account.name, "duty_officer", "en"))
    return store.actor


def test_an_exchange_is_read_with_both_duties_and_who_asked(store, people, asked):
    (row,) = store.read(open_exchanges)
    assert (row.exchange_id, row.kind, row.state) == (asked, "swap", "asked")
    assert (row.name, row.day, row.code, row.starts_at) == (
        "Bērziņš Jānis",
        DAY,
        "24",
        at(DAY, 540),
    )
    assert (row.other_name, row.other_day, row.other_code) == ("Kalniņš Jānis", NEXT, "24")
    assert (row.asked_by, row.asked_at, row.reason) == ("Anna Bērziņa", NOW, "kāzas")


def test_it_is_found_by_the_day_of_either_duty_and_a_settled_one_too(store, people, asked):
    for first, last in ((DAY, DAY), (NEXT, NEXT)):
        assert [each.exchange_id for each in store.read(exchanges, first, last)] == [asked]
    assert store.read(exchanges, NEXT + timedelta(days=1), date(2026, 12, 31)) == ()
    store.run(decline_exchange, DeclineExchange(asked, 1, "nevaru"))
    assert store.read(open_exchanges) == ()
    (row,) = store.read(exchanges, DAY, DAY)
    assert (row.state, row.refusal, row.stands) == ("declined", "nevaru", True)
    assert (row.may_agree, row.may_decide, row.may_withdraw) == (False, False, False)


def test_who_plans_may_note_the_word_of_the_other_and_then_approve(store, people, asked):
    (row,) = store.read(open_exchanges)
    assert (row.may_agree, row.may_decide, row.may_withdraw) == (True, False, True)
    assert store.read(waiting_exchanges) == 0
    store.run(agree_exchange, AgreeExchange(asked, row.version))
    (row,) = store.read(open_exchanges)
    assert (row.may_agree, row.may_decide, row.may_withdraw) == (False, True, True)
    assert store.read(waiting_exchanges) == 1


def test_who_plans_nothing_answers_for_the_own_part_only(store, people, asked):
    sign_in(store, people[0])
    (row,) = store.read(open_exchanges)
    assert (row.may_agree, row.may_decide, row.may_withdraw) == (False, False, True)
    assert store.read(waiting_exchanges) == 0
    sign_in(store, people[1])
    (row,) = store.read(open_exchanges)
    assert (row.may_agree, row.may_decide, row.may_withdraw) == (True, False, False)
    assert store.read(waiting_exchanges) == 1


def test_a_duty_that_is_another_by_now_does_not_stand_and_is_waited_for_by_nobody(
    store, people, asked
):
    store.run(agree_exchange, AgreeExchange(asked, 1))
    with_duty(store, people[1], NEXT, "D")
    (row,) = store.read(open_exchanges)
    assert not row.stands
    assert store.read(waiting_exchanges) == 0


def test_the_newest_is_first_among_those_of_a_time(store, people, asked):
    with standing_at(NOW + timedelta(hours=1)):
        done = store.run(swap_duties, SwapDuties(people[0], DAY, people[1], NEXT, "kāzas")).value
    assert [each.exchange_id for each in store.read(exchanges, DAY, NEXT)] == [done, asked]
    newest, oldest = store.read(exchanges, DAY, NEXT)
    assert (newest.state, newest.decided_by) == ("done", "Anna Bērziņa")
    # The duties have changed hands: what was asked for before is there no more.
    assert not oldest.stands


def test_an_auditor_reads_and_may_do_nothing_with_it(store, people, asked):
    store.sign_in(Actor(2, "Rita", "auditor", "en"))
    (row,) = store.read(open_exchanges)
    assert (row.may_agree, row.may_decide, row.may_withdraw) == (False, False, False)
    assert store.read(waiting_exchanges) == 0


def test_the_reason_is_told_to_the_two_and_to_who_plans_and_to_nobody_else(store, people, asked):
    store.run(decline_exchange, DeclineExchange(asked, 1, "nevaru"))

    def words():
        (row,) = store.read(exchanges, DAY, DAY)
        return row.reason, row.refusal

    stranger = with_officer(store, "9", "Zariņš")
    assert words() == ("kāzas", "nevaru")
    for officer in people:
        sign_in(store, officer)
        assert words() == ("kāzas", "nevaru")
    sign_in(store, stranger)
    assert words() == ("", "")


def test_why_a_substitute_is_needed_is_not_told_where_it_may_say_that_somebody_is_ill(
    store, people
):
    with_absence(store, people[0], DAY + timedelta(days=7))
    duty = (people[0], DAY, "24", at(DAY, 540), at(DAY, 1980), "")
    store.run(put_in_substitute, PutInSubstitute(*duty, people[1], "saslimis ar gripu"))
    actor = sign_in(store, people[1])
    (row,) = store.read(exchanges, DAY, DAY)
    assert row.reason == "saslimis ar gripu"
    store.sign_in(ADMINISTRATOR)
    with_absence(store, people[0], DAY)
    store.sign_in(actor)
    (row,) = store.read(exchanges, DAY, DAY)
    assert row.reason == ""
