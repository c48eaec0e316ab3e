"""Beside the plan: who has no bed, which beds suit them, and the figures."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from openblock.features.accounts.rights import may
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    Why,
    close_space,
    hold_bed,
    place_resident,
)
from openblock.features.rooms.queries import Homeless, occupancy
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.ui.plan.dragging import unpacked
from openblock.features.rooms.ui.side.figures import roll_of_floor
from openblock.features.rooms.ui.side.homeless import HomelessModel, Waiting
from openblock.features.rooms.ui.side.suited import Suited
from openblock.features.rooms.ui.side.waiting import WaitingPanel
from openblock.ui.desk import Desk
from tests.conftest import StoreAs
from tests.factories import with_house, with_resident
from tests.features.rooms.ui.conftest import HOUR, NOON, Block


def seen(block: Block):
    return block.store.read(occupancy, NOON)


# Those without a bed


def test_who_has_no_bed_stands_first_then_who_is_expected(block: Block) -> None:
    arrives = NOON + timedelta(days=2)
    expected = with_resident(block.store, "Kalve", "Otto", admitted=arrives)
    model = HomelessModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    now = seen(block)
    model.show_people(now.without_bed, now.expected)
    assert [each.person.resident_id for each in model.people] == [block.zalitis, expected]
    assert [each.missing for each in model.people] == [True, False]
    assert model.people[1].lines == ("expected 24 Nov 12:00",)
    assert unpacked(model.mimeData([model.index(1, 0)])) == expected
    assert tester.model() is model


def test_needs_plans_and_holds_stand_under_the_name(block: Block) -> None:
    planned = PlaceResident(block.zalitis, block.beds["101 B"], NOON + HOUR, Why("admission"))
    block.store.run(place_resident, planned)
    (person,) = seen(block).without_bed
    lines = Waiting(person, missing=True).lines
    assert lines[0].startswith("without a bed since 5 Jan")
    assert lines[-1] == "\N{RIGHTWARDS ARROW} 101 B from 22/11/2026 13:00"
    needy = Homeless(1, "Kalve Otto", NOON, ("accessible", "lower_bed"), "")
    assert "needs: accessible room, lower bed" in Waiting(needy, missing=True).lines


def test_a_hold_for_the_person_is_said(block: Block) -> None:
    content = HoldContent(block.beds["101 B"], NOON, NOON + HOUR, block.zalitis)
    block.store.run(hold_bed, HoldBed(content))
    (person,) = seen(block).without_bed
    assert Waiting(person, missing=True).lines[-1].startswith("R a bed is reserved until")


@pytest.fixture
def waiting(qtbot: QtBot, block: Block, desk: Desk) -> WaitingPanel:
    suited = Suited(desk, lambda: seen(block), lambda: NOON)
    panel = WaitingPanel(suited.how_many, may_place=True)
    qtbot.addWidget(panel)
    panel.resize(230, 560)
    panel.show()
    now = seen(block)
    panel.show_occupancy(now, now.buildings[0].floors[0])
    return panel


def test_the_panel_counts_the_beds_that_suit_and_enter_places(
    qtbot: QtBot, waiting: WaitingPanel, block: Block
) -> None:
    assert waiting.count.text() == "1"
    assert waiting.suits.text() == "1 bed suits"
    assert waiting.place.accessibleName() == "Place Zālītis Kaspars"
    waiting.list.setFocus()
    with qtbot.waitSignal(waiting.place_wanted) as placed:
        QTest.keyClick(waiting.list, Qt.Key.Key_Return)
    assert placed.args == [block.zalitis]
    with qtbot.waitSignal(waiting.place_wanted):
        waiting.place.click()


def test_nobody_waiting_is_good_news(waiting: WaitingPanel, block: Block) -> None:
    placed = PlaceResident(block.zalitis, block.beds["101 B"], NOON, Why("admission"))
    block.store.run(place_resident, placed)
    now = seen(block)
    waiting.show_occupancy(now, now.buildings[0].floors[0])
    assert waiting.nothing.isVisibleTo(waiting)
    assert waiting.chosen_id() is None
    assert not waiting.place.isVisibleTo(waiting)


def test_figures_follow_the_definitions_of_the_roll(block: Block) -> None:
    with_house(block.store, {"201": ("A", "B", "C")}, floor="2. stāvs")
    closed = ClosureContent("bed", block.beds["101 B"], "damp", NOON)
    block.store.run(close_space, CloseSpace(closed))
    now = seen(block)
    roll = roll_of_floor(now, now.buildings[0].floors[0])
    assert (roll.beds, roll.out_of_service, roll.beds_in_use, roll.free) == (4, 1, 3, 0)
    assert (now.roll.beds, now.roll.free) == (7, 3)


def test_suiting_beds_are_asked_anew_once_the_house_is_another(block: Block, desk: Desk) -> None:
    suited = Suited(desk, lambda: None, lambda: NOON)
    assert suited.how_many(block.zalitis) == 1
    placed = PlaceResident(block.zalitis, block.beds["101 B"], NOON, Why("admission"))
    block.store.run(place_resident, placed)
    assert suited.how_many(block.berzins) == 0
    assert suited.how_many(block.zalitis) == 1
    suited.forget()
    assert suited.how_many(block.zalitis) == 0


def test_who_may_not_ask_is_told_no_number(block: Block, store_as: StoreAs) -> None:
    reader = Desk(store_as("trainee"), may=may)
    assert Suited(reader, lambda: None, lambda: NOON).how_many(block.zalitis) is None
    reader.close()


def test_the_best_bed_comes_first(block: Block, desk: Desk) -> None:
    suited = Suited(desk, lambda: None, lambda: NOON)
    assert [each.bed for each in suited.beds_for(block.zalitis) if not each.stops] == ["101 B"]


def test_one_who_is_expected_is_judged_at_the_hour_of_arrival(block: Block, desk: Desk) -> None:
    arrives = NOON + timedelta(days=2)
    expected = with_resident(block.store, "Kalve", "Otto", admitted=arrives)
    suited = Suited(desk, lambda: seen(block), lambda: NOON)
    assert suited.how_many(expected) == 1
