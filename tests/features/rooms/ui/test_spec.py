"""What the rooms give to the window: tab, search, menu line, and the deeds a card asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from openblock.features.accounts.rights import may
from openblock.features.rooms.ui import (
    menu_entries,
    place_resident,
    search_source,
    swap_resident,
    tab_spec,
)
from openblock.features.rooms.ui.tab import RoomsTab
from openblock.ui.desk import Desk
from tests.features.rooms.ui.conftest import Block
from tests.rig import meet


def test_the_tab_is_made_when_it_is_first_opened(block: Block, desk: Desk) -> None:
    spec = tab_spec()
    assert (spec.key, spec.icon, spec.title()) == ("rooms", "room", "Rooms")
    assert may("duty_officer", spec.operation)
    assert not may("trainee", spec.operation)
    page = spec.make(desk)
    assert isinstance(page, RoomsTab)
    page.deleteLater()


def test_a_room_is_found_by_its_number(block: Block, desk: Desk) -> None:
    source = search_source()
    (hit,) = source.find(desk, "102")
    assert (hit.title, hit.tab) == ("Room 102", "rooms")
    assert hit.place == {"room_id": block.house.rooms["102"]}
    assert "1. stāvs" in hit.detail
    assert source.find(desk, "nowhere") == ()
    assert not source.consults


def test_only_those_who_build_have_the_set_up_in_their_menu(
    block: Block, desk: Desk, parent: QWidget
) -> None:
    (entry,) = menu_entries()
    assert may("administrator", entry.operation)
    assert not may("duty_officer", entry.operation)
    met = []
    meet(lambda: entry.open(desk, parent), lambda dialog: met.append(dialog.windowTitle()))
    assert met == ["Set up rooms"]


def test_a_card_places_and_swaps_the_person_it_shows(
    block: Block, desk: Desk, parent: QWidget
) -> None:
    done = []
    meet(
        lambda: done.append(place_resident(desk, block.zalitis, parent)),
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return),
    )
    assert done == [True]
    assert block.occupant("101 B") == block.zalitis
    met = []
    meet(lambda: swap_resident(desk, block.zalitis, parent), met.append)
    assert met[0].first.value() == block.zalitis
