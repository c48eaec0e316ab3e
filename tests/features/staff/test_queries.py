from __future__ import annotations

from datetime import date

from openblock.features.staff.queries import (
    find_officers,
    officer_card,
    officers,
    remembered_mapping,
)
from openblock.storage.searching import Rank
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
