"""The rooms tab: three views of one house, one instant, and every deed within four strokes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.rooms.commands import PlaceResident, Why, place_resident
from openblock.features.rooms.queries import house
from openblock.features.rooms.ui.tab import RoomsTab
from openblock.features.rooms.ui.toolbar import BOARD, PLAN, TABLE
from openblock.storage.store import Store
from tests import rig
from tests.factories import with_house
from tests.features.rooms.ui.conftest import HOUR, NOON, Block, OpenTab

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def floors(tab: RoomsTab) -> list[str]:
    return [name for _number, name in tab.toolbar.floors_offered]


def test_it_opens_on_the_plan_with_the_keyboard_on_the_beds(tab: RoomsTab, block: Block) -> None:
    assert tab.title() == "Rooms"
    assert tab.views.name == PLAN
    assert tab.plan.view.hasFocus()
    assert set(tab.plan.view.plan.beds) == set(block.beds.values())
    assert tab.waiting.chosen_id() == block.zalitis


def test_a_person_is_moved_in_four_strokes(tab: RoomsTab, block: Block) -> None:
    block.keep_apart()
    tab.plan.view.choose(block.beds["102 B"])
    before = len(rig.pressed)

    def answer(dialog) -> None:
        rig.press(dialog, Key.Key_Return)

    rig.meet(lambda: rig.press(tab, Key.Key_Return), answer)
    assert len(rig.pressed) - before <= 4
    assert block.occupant("101 B") == block.vanags


def test_two_people_are_swapped_in_four_strokes_and_three_letters(
    tab: RoomsTab, block: Block
) -> None:
    tab.plan.view.choose(block.beds["101 A"])
    before = len(rig.pressed)

    def answer(dialog) -> None:
        rig.press(dialog, "zuk")
        rig.wait_for(QApplication.activePopupWidget)
        rig.press(QApplication.activePopupWidget(), Key.Key_Return)
        rig.press(dialog, Key.Key_Return)

    rig.meet(lambda: rig.press(tab, Key.Key_J, ctrl=True), answer)
    assert len(rig.pressed) - before <= 4 + 3
    assert block.occupant("102 A") == block.berzins


def test_enter_on_a_free_bed_places_who_waits(tab: RoomsTab, block: Block) -> None:
    tab.plan.view.choose(block.beds["101 B"])
    rig.meet(
        lambda: rig.press(tab, Key.Key_Return),
        lambda dialog: rig.press(dialog, Key.Key_Return),
    )
    assert block.occupant("101 B") == block.zalitis
    assert tab.plan.view.current().text == "Zālītis K."


def test_a_drop_on_an_occupied_bed_offers_the_swap(tab: RoomsTab, block: Block) -> None:
    rig.meet(
        lambda: tab.bed_deeds.drop(block.berzins, block.beds["102 A"]),
        lambda dialog: rig.press(dialog, Key.Key_Return),
    )
    assert block.occupant("102 A") == block.berzins
    assert block.occupant("101 A") == block.zukovs


def test_one_without_a_bed_dropped_on_somebody_is_refused_in_the_dialog(
    tab: RoomsTab, block: Block
) -> None:
    said = []
    rig.meet(
        lambda: tab.bed_deeds.drop(block.zalitis, block.beds["102 A"]),
        lambda dialog: said.append(dialog.risks_box.text()),
    )
    assert "Žukovs Deniss" in said[0]


def test_the_three_views_keep_the_bed_that_is_chosen(tab: RoomsTab, block: Block) -> None:
    tab.plan.view.choose(block.beds["102 A"])
    QTest.keyClick(tab.plan.view, Key.Key_T, ALT)
    assert tab.views.name == TABLE
    assert tab.table.chosen().bed_id == block.beds["102 A"]
    tab.table.choose(block.beds["101 B"])
    QTest.keyClick(tab.table.table, Key.Key_P, ALT)
    assert tab.plan.view.current().bed_id == block.beds["101 B"]
    tab.show_view(BOARD)
    assert tab.views.pages.currentWidget() is tab.views.board
    assert not tab.toolbar.when.isVisible()


def test_another_floor_is_a_stroke_away_and_remembered(tab: RoomsTab, block: Block) -> None:
    upper = with_house(block.store, {"201": ("A",)}, floor="2. stāvs")
    QTest.keyClick(tab.plan.view, Key.Key_Up, ALT)
    assert tab.floor_id == upper.floor_id
    assert set(tab.plan.view.plan.beds) == set(upper.beds.values())
    assert tab.desk.prefer("rooms/floor") == upper.floor_id
    QTest.keyClick(tab.plan.view, Key.Key_Up, ALT)
    assert tab.floor_id == upper.floor_id


def test_the_state_at_another_instant_is_shown_and_fills_the_deeds_in(
    tab: RoomsTab, block: Block
) -> None:
    planned = PlaceResident(block.zalitis, block.beds["101 B"], NOON + HOUR, Why("admission"))
    block.store.run(place_resident, planned)
    assert tab.deed_at() is None
    QTest.keyClick(tab.plan.view, Key.Key_PageDown, ALT)
    assert tab.shown_at() == NOON + timedelta(days=1)
    assert tab.deed_at() == NOON + timedelta(days=1)
    assert tab.plan.view.plan.beds[block.beds["101 B"]].bed.text == "Zālītis K."
    QTest.keyClick(tab.plan.view, Key.Key_Home, ALT)
    assert tab.deed_at() is None
    assert tab.plan.view.plan.beds[block.beds["101 B"]].bed.text == "free"


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 10, 24)])
def test_a_day_is_stepped_over_the_change_of_clocks(tab: RoomsTab, day: date) -> None:
    tab.toolbar.show_moment(clock.at(day, 12 * 60))
    tab.refresh()
    QTest.keyClick(tab.plan.view, Key.Key_PageDown, ALT)
    assert clock.day_of(tab.shown_at()) == day + timedelta(days=1)
    assert clock.local(tab.shown_at()).hour == 12


def test_what_cannot_be_read_leaves_the_plan_as_it_was(tab: RoomsTab) -> None:
    before = tab.seen
    tab.toolbar.moment.day.setText("32.13.")
    tab.toolbar.moment_changed.emit()
    assert tab.seen is before


def test_the_search_leads_to_a_room_on_any_floor(tab: RoomsTab, block: Block) -> None:
    upper = with_house(block.store, {"201": ("A",)}, floor="2. stāvs")
    tab.show_view(TABLE)
    tab.go_to({"room_id": upper.rooms["201"]})
    assert tab.views.name == PLAN
    assert tab.floor_id == upper.floor_id
    assert tab.views.panel.title.text() == "Room 201"


def test_the_place_is_kept_without_names(tab: RoomsTab, block: Block, open_tab: OpenTab) -> None:
    tab.plan.view.choose(block.beds["102 B"])
    place = tab.place()
    assert place == {
        "view": PLAN,
        "floor_id": block.house.floor_id,
        "bed_id": block.beds["102 B"],
    }
    again = open_tab(store=block.store)
    again.go_to(place)
    assert again.plan.view.current().bed_id == block.beds["102 B"]


def test_walls_are_saved_as_one_deed_with_its_undo(tab: RoomsTab, block: Block) -> None:
    before = block.store.read(house)
    tab.plan.show_room(block.house.rooms["102"])
    tab.toolbar.edit_action.trigger()
    assert tab.plan.edit_bar.isVisible()
    QTest.keyClick(tab.plan.view, Key.Key_Down)
    tab.plan.save_walls.click()
    assert not tab.plan.edit_bar.isVisible()
    walls = {room.code: room.content.walls for room in block.store.read(house)[0].floors[0].rooms}
    assert walls["102"].y == 10
    assert tab.desk.undo()
    after = block.store.read(house)[0].floors[0].rooms
    assert [each.content for each in after] == [each.content for each in before[0].floors[0].rooms]


def test_leaving_the_edited_plan_changes_nothing(tab: RoomsTab, block: Block) -> None:
    before = block.store.read(house)
    tab.toolbar.edit_action.trigger()
    QTest.keyClick(tab.plan.view, Key.Key_Right)
    tab.plan.leave_walls.click()
    tab.toolbar.edit_action.trigger()
    tab.plan.leave_walls.click()
    assert block.store.read(house) == before


def test_a_minute_later_the_present_is_read_again(tab: RoomsTab, block: Block) -> None:
    planned = PlaceResident(block.zalitis, block.beds["101 B"], NOON + HOUR, Why("admission"))
    block.store.run(place_resident, planned)
    with clock.standing_at(NOON + HOUR):
        tab.pass_a_minute()
        assert tab.plan.view.plan.beds[block.beds["101 B"]].bed.text == "Zālītis K."


def test_a_reader_sees_everything_and_does_nothing(block: Block, open_tab: OpenTab) -> None:
    reader = open_tab("auditor")
    assert not reader.toolbar.place.isVisible()
    assert not reader.waiting.place.isVisible()
    assert not reader.toolbar.edit_action.isVisible()
    reader.plan.view.choose(block.beds["101 A"])
    QTest.keyClick(reader.plan.view, Key.Key_Return)
    assert block.occupant("101 A") == block.berzins


def test_a_house_without_rooms_begins_with_the_set_up(store: Store, open_tab: OpenTab) -> None:
    empty = open_tab(store=store)
    assert empty.views.pages.currentWidget() is empty.views.empty
    assert empty.views.empty.set_up.hasFocus()
    assert not empty.toolbar.isVisible()
    met = []
    rig.meet(empty.views.empty.set_up.click, lambda dialog: met.append(dialog.windowTitle()))
    assert met == ["Set up rooms"]


def test_the_sheets_carry_the_instant_on_show(tab: RoomsTab) -> None:
    offers = tab.sheets()
    assert offers
    assert all(offer.title for offer in offers)


def test_many_floors_become_a_list_to_choose_from(
    qtbot: QtBot, tab: RoomsTab, block: Block
) -> None:
    for number in range(2, 7):
        with_house(block.store, {f"{number}01": ("A",)}, floor=f"{number}. stāvs")
    assert len(floors(tab)) == 6
    with qtbot.waitSignal(tab.toolbar.floor_wanted) as wanted:
        tab.toolbar.floor_choice.setCurrentIndex(5)
    assert tab.floor_id == wanted.args[0]


def test_a_floor_of_another_building_carries_its_name(tab: RoomsTab, block: Block) -> None:
    with_house(block.store, {"1": ("A",)}, building="Piebūve", floor="1. stāvs")
    assert floors(tab) == ["Korpuss: 1. stāvs", "Piebūve: 1. stāvs"]
