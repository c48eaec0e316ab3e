"""The plan and its two panels stay in step, and share the width with large text."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from openblock.features.rooms.commands import VacateBed, Why, vacate_bed
from openblock.features.rooms.ui.tab import RoomsTab
from openblock.ui.theme import apply
from tests.features.rooms.ui.conftest import NOON, Block


def test_a_bed_shows_its_room_and_closing_gives_the_width_back(tab: RoomsTab, block: Block) -> None:
    page = tab.plan
    assert not page.panel.isVisible()
    page.view.choose(block.beds["102 A"])
    assert page.panel.isVisible()
    assert page.panel.title.text() == "Room 102"
    assert page.view.plan.rooms[block.house.rooms["102"]].chosen
    page.panel.leave.click()
    assert not page.panel.isVisible()
    assert page.view.hasFocus()


def test_the_panel_follows_what_happens_in_the_room(tab: RoomsTab, block: Block) -> None:
    tab.plan.view.choose(block.beds["102 A"])
    assert tab.plan.panel.count.text() == "2 / 2"
    block.store.run(vacate_bed, VacateBed(block.vanags, NOON, Why("request")))
    assert tab.plan.panel.count.text() == "1 / 2"
    assert tab.waiting.count.text() == "2"


def test_with_large_text_one_panel_stands_beside_the_plan(
    qapp: QApplication, tab: RoomsTab, block: Block
) -> None:
    apply(qapp, "light", 200)
    assert tab.plan.waiting.isVisible()
    assert not tab.plan.legend.isVisible()
    tab.plan.view.choose(block.beds["102 A"])
    assert not tab.plan.waiting.isVisible()
    apply(qapp, "light", 100)
    assert tab.plan.waiting.isVisible()
    assert tab.plan.legend.isVisible()


def test_a_room_that_is_gone_is_not_shown(tab: RoomsTab) -> None:
    tab.plan.go_to_room(9999)
    assert not tab.plan.panel.isVisible()
