"""The search from anywhere finds trainees and opens their card; a trainee finds nobody (TR-15)."""

from __future__ import annotations

from datetime import date

from openblock.features.shadowing.ui import search_source
from openblock.storage.searching import Rank
from openblock.ui.search.finding import Finder
from tests.factories import with_trainee
from tests.features.shadowing.practising import ELINA


def test_a_trainee_is_found_without_diacritics_and_leads_to_the_card(block, desk):
    (hit,) = search_source().find(desk, "zarina")
    assert (hit.title, hit.tab, hit.place) == (
        *("Zariņa Elīna", "shadowing", {"trainee_id": block.elina}),
    )
    assert hit.detail == "2. kurss · A"
    assert hit.rank == Rank.SURNAME


def test_what_stands_in_the_way_of_practice_is_said_beside_the_name(block, desk):
    with_trainee(block.store, block.third, "Zutis", "Ivo", cleared=None, left_on=date(2026, 3, 20))
    details = {hit.title: hit.detail for hit in search_source().find(desk, "z")}
    assert details["Ziediņa Marta"] == "3. kurss · not cleared"
    assert details["Zutis Ivo"] == "3. kurss · not cleared · gave up on 20/03/2026"


def test_a_trainee_may_not_look_for_others(block, sign_in):
    trainee = sign_in(ELINA, "trainee")
    assert Finder(trainee, (search_source(),)).find("balode") == ()
    officer = sign_in(1, "duty_officer")
    (group,) = Finder(officer, (search_source(),)).find("balode")
    assert [hit.title for hit in group.hits] == ["Balode Sintija"]
