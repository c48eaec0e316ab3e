"""Which account is an officer's own: said by an administrator, one account for one officer."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.accounts.queries import log_rows
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.features.staff.queries import officer_account
from openblock.storage.log import LogFilter
from tests.features.staff.officers import add


def account(store, name="Anna Bērzgrauda", role="duty_officer") -> int:
    return int(store.run(add_account, AddAccount(f"slot {name}", name, role, "lv")).value)


def refused(store, *facts, **more) -> KnownError:
    with pytest.raises(KnownError) as found:
        store.run(link_officer, LinkOfficer(*facts, **more))
    return found.value


def test_an_account_is_linked_changed_and_taken_away_and_each_is_taken_back(store):
    officer, first, second = add(store), account(store), account(store, "Otra Anna")
    steps = [None, first, second, None]
    done = [store.run(link_officer, LinkOfficer(officer, each)) for each in steps]
    seen = []
    for each in reversed(done):
        seen.append(store.read(officer_account, officer))
        store.run(each.undo.command, each.undo.request, undoes=True)
    assert seen == [None, second, first, None]
    assert store.read(officer_account, officer) is None


def test_the_undo_refuses_what_somebody_has_changed_since(store):
    officer, first, second = add(store), account(store), account(store, "Otra Anna")
    done = store.run(link_officer, LinkOfficer(officer, first))
    store.run(link_officer, LinkOfficer(officer, second))
    error = refused(store, officer, done.undo.request.account_id, done.undo.request.seen)
    assert (error.code, error.facts) == (
        "officers-changed-meanwhile",
        {"name": "Bērzgrauds Jānis"},
    )
    assert store.read(officer_account, officer) == second


def test_an_account_of_another_officer_is_refused_with_the_name(store):
    first, second, one = add(store), add(store, "A-2", surname="Ozolzars"), account(store)
    store.run(link_officer, LinkOfficer(first, one))
    store.run(link_officer, LinkOfficer(first, one))
    error = refused(store, second, one)
    assert isinstance(error, RuleBroken)
    (problem,) = error.problems
    assert (problem.code, problem.field) == ("officer-account-taken", "account")
    assert problem.facts == {"name": "Bērzgrauds Jānis"}


def test_a_trainees_account_is_no_officers(store):
    error = refused(store, add(store), account(store, role="trainee"))
    assert isinstance(error, RuleBroken)
    assert [each.code for each in error.problems] == ["officer-account-trainee"]


def test_an_officer_or_an_account_that_is_gone_is_refused(store):
    assert refused(store, 99, None).code == "officer-unknown"
    assert refused(store, add(store), 99).code == "account-gone"


def test_sec_01_only_an_administrator_says_whose_account_it_is(store_as):
    store = store_as("administrator")
    officer, one = add(store), account(store)
    for role in ("senior_officer", "practice_coordinator", "duty_officer", "trainee"):
        with pytest.raises(NotAllowed):
            store_as(role).run(link_officer, LinkOfficer(officer, one))
    assert store.read(officer_account, officer) is None


def test_the_log_tells_which_officer_got_which_account(store):
    officer, one = add(store), account(store)
    store.run(link_officer, LinkOfficer(officer, one))
    (row,) = store.read(log_rows, LogFilter(operation="staff.link_officer"))
    assert row.subjects == (("officer", str(officer)),)
    assert row.changes == (
        {
            "table": "officer_accounts",
            "id": str(officer),
            "new": {"officer_id": officer, "account_id": one},
        },
    )
