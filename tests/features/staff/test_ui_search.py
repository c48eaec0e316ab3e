"""Officers in the search from anywhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.features.staff.ui import search_source
from openblock.storage.searching import Rank
from tests.rig import demonstration, press, pressed

DAY = clock.at(date(2026, 6, 1), 12 * 60)


@pytest.fixture
def find(desk):
    def find(typed: str):
        with clock.standing_at(DAY):
            return search_source().find(desk, typed)

    return find


def test_a_hit_shows_rank_team_and_badge_and_leads_to_the_card(people, find):
    (hit,) = find("zag")
    assert (hit.title, hit.detail) == ("Žagzars Jānis", "kaprālis · Team 1 · A-1")
    assert (hit.tab, hit.rank) == ("staff", Rank.SURNAME)
    assert hit.place == {"officer_id": 1}


def test_one_who_left_is_found_and_says_so(people, find):
    (hit,) = find("ciekur")
    assert hit.detail == "seržants · Team 2 · A-3 · left 01/02/2026"


def test_officers_are_no_residents_so_seeing_them_is_no_consultation(find):
    assert not search_source().consults
    assert find("qqq") == ()


def test_from_the_grid_three_letters_and_two_keys_open_an_officers_card(qapp):
    with demonstration() as window:
        pressed.clear()
        press(window, "k", ctrl=True)
        press(window, "puc")
        press(window, Qt.Key.Key_Return)
        assert len(pressed) == 5
        assert window.workplace.pages.key == "staff"
        assert window.workplace.pages.page.card.shown.surname == "Pūčmeža"


def test_after_the_lock_no_name_that_was_found_is_left(qapp):
    with demonstration() as window:
        press(window, "k", ctrl=True)
        press(window, "puc")
        panel = window.workplace.search
        panel.look()
        assert panel.model.lines[1].title.startswith("Pūčmeža")
        lines, line = panel.model, panel.line
        emptied = []
        lines.modelReset.connect(lambda: emptied.append((lines.rowCount(), line.text())))
        window.change_officer()
        assert emptied[-1] == (0, "")
        assert window.workplace is None
