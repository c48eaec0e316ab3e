from __future__ import annotations

from datetime import date

from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.features.staff.queries import (
    find_officers,
    officer_account,
    officer_card,
    officer_of_account,
    officers,
    own_officer,
    remembered_mapping,
)
from openblock.storage.searching import Rank
from openblock.storage.store import Done
from tests.features.staff.officers import add, content, one


def test_the_list_stands_by_team_then_rank_then_the_latvian_alphabet(store):
    add(store, "1", surname="Zaķis", team=None, rank="majors")
    add(store, "2", surname="Čakste", team=2, rank="kaprālis")
    add(store, "3", surname="Cukurs", team=2, rank="kaprālis")
    add(store, "4", surname="Žagata", team=2, rank="leitnants")
    add(store, "5", surname="Ābele", team=1, rank="")
    assert [row.badge for row in store.read(officers)] == ["5", "4", "3", "2", "1"]


def test_only_those_who_serve_on_a_day_are_listed_when_asked(store):
    add(store, "here")
    add(store, "gone", last_day=date(2026, 6, 30))
    add(store, "coming", active_from=date(2026, 7, 2))
    assert [row.badge for row in store.read(officers, on=date(2026, 6, 30))] == ["gone", "here"]
    assert [row.badge for row in store.read(officers, on=date(2026, 7, 1))] == ["here"]
    assert len(store.read(officers)) == 3


def test_a_card_holds_everything_that_was_entered(store):
    entered = content(
        given_name="Ģirts",
        position="uzraugs",
        post="korpuss",
        is_mentor=True,
        mentor_certified_until=date(2027, 1, 31),
        phone="6000 0001",
        last_day=date(2027, 5, 5),
    )
    number = add(
        store, **{name: getattr(entered, name) for name in entered.__slots__ if name != "badge"}
    )
    row = store.read(officer_card, number)
    assert row.content == entered
    assert (row.name, row.initialled) == ("Bērzgrauds Ģirts", "Bērzgrauds Ģ.")
    assert row.serves_on(date(2027, 5, 5))
    assert row.mentor_standing(date(2027, 2, 1)) == "expired"


def test_officers_are_found_by_name_or_badge_the_best_first(store):
    add(store, "A-10", surname="Zariņš", given_name="Bērts")
    add(store, "A-2", surname="Bērziņš", given_name="Jānis")
    add(store, "A-3", surname="Čakste", given_name="Alberts")

    def found(typed: str) -> list[tuple[str, Rank]]:
        return [(each.row.badge, each.rank) for each in store.read(find_officers, typed)]

    assert found("ber") == [("A-2", Rank.SURNAME), ("A-10", Rank.WORD), ("A-3", Rank.INSIDE)]
    assert found("JANIS berz") == [("A-2", Rank.SURNAME)]
    assert found("a-10") == [("A-10", Rank.WORD)]
    assert found("cakxte") == [("A-3", Rank.NEARLY)]
    assert found("") == []


def test_an_unknown_number_has_no_card(store):
    assert store.read(officer_card, 99) is None


def test_no_headings_are_remembered_at_first(store):
    assert store.read(remembered_mapping) == {}
    add(store)
    assert one(store).version == 1


def test_an_officer_is_known_by_the_account_and_the_account_by_the_officer(store):
    first, second = add(store), add(store, "A-2")
    account = store.run(add_account, AddAccount("slot", "Anna", "duty_officer", "lv")).value
    store.run(link_officer, LinkOfficer(second, account))
    assert store.read(officer_account, second) == account
    assert store.read(officer_account, first) is None
    seen = []

    def look(work, request):
        seen.append(officer_of_account(work.session, request))
        return Done()

    look.__module__, look.__name__ = link_officer.__module__, "link_officer"
    for each in (account, account + 1):
        store.run(look, each)
    assert seen == [second, None]


def test_who_asks_is_told_the_own_number_and_nobody_elses(store):
    officer = add(store)
    assert store.read(own_officer) is None
    numbers = [
        store.run(add_account, AddAccount(name, name, "duty_officer", "lv")).value
        for name in ("Anna", "Zane")
    ]
    assert store.actor.account_id == numbers[0]
    store.run(link_officer, LinkOfficer(officer, numbers[1]))
    assert store.read(own_officer) is None
    store.run(link_officer, LinkOfficer(officer, numbers[0]))
    assert store.read(own_officer) == officer
