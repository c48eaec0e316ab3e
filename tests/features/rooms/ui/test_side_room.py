"""The chosen room beside the plan, and what Enter, keys, drops and the menu of a bed mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    VacateBed,
    Why,
    close_space,
    hold_bed,
    place_resident,
    vacate_bed,
)
from openblock.features.rooms.queries import occupancy
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.ui.plan.picture import pictures_of
from openblock.features.rooms.ui.side.empty import EmptyRooms
from openblock.features.rooms.ui.side.room_facts import (
    fact_lines,
    occupant_lines,
    square_metres,
    troubles_of,
)
from openblock.features.rooms.ui.side.room_panel import RoomPanel, RoomRights
from openblock.features.rooms.ui.side.suited import Suited
from openblock.features.rooms.ui.tab import RoomsTab
from openblock.i18n import set_language
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.factories import with_house, with_resident
from tests.features.rooms.ui.conftest import HOUR, NOON, Block


def seen(block: Block):
    return block.store.read(occupancy, NOON)


def room(block: Block, code: str):
    now = seen(block)
    pictures = pictures_of(now, now.buildings[0].floors[0])
    return next(each for each in pictures if each.room.code == code)


# The chosen room


def test_a_pair_too_near_is_told_once_by_who_came_last(block: Block) -> None:
    block.store.run(
        vacate_bed, VacateBed(block.vanags, NOON - HOUR, Why("request", override="x" * 5))
    )
    back = PlaceResident(
        block.vanags, block.beds["102 B"], NOON - HOUR / 2, Why("request", override="x" * 5)
    )
    block.store.run(place_resident, back)
    block.keep_apart()
    (trouble,) = troubles_of(room(block, "102"))
    assert (trouble.resident_id, trouble.surname, trouble.red) == (block.vanags, "Vanags", True)
    assert trouble.heading == "102 B: To be kept apart"


def test_occupants_are_told_with_since_and_what_comes(block: Block) -> None:
    request = PlaceResident(block.zalitis, block.beds["101 B"], NOON + HOUR, Why("admission"))
    block.store.run(place_resident, request)
    assert occupant_lines(room(block, "101")) == (
        ("A", "Bērziņš Andrejs", "since 5 Jan 11:00"),
        ("B", "free", "then Zālītis K. from 22/11/2026 13:00"),
    )


def test_a_held_and_a_closed_bed_say_why(block: Block) -> None:
    content = HoldContent(block.beds["101 B"], NOON, NOON + HOUR, None, "painter")
    block.store.run(hold_bed, HoldBed(content))
    assert occupant_lines(room(block, "101"))[1] == (
        "B",
        "R painter",
        "reserved until 22/11/2026 13:00",
    )
    block.store.run(vacate_bed, VacateBed(block.vanags, NOON, Why("closure")))
    closed = ClosureContent("bed", block.beds["102 B"], "damp", NOON)
    block.store.run(close_space, CloseSpace(closed))
    assert occupant_lines(room(block, "102"))[1][1:] == (
        "S shut",
        "out of service: damp or mould since 22 Nov",
    )


def test_facts_name_area_attributes_and_sex(block: Block) -> None:
    with_house(
        block.store,
        {"103": ("A", "B", "C")},
        name="Stūra",
        area=1740,
        attributes=("non_smoking",),
        section="B",
        sex="male",
    )
    assert fact_lines(room(block, "103")) == (
        ("Name", "Stūra"),
        ("Area", "17.40\N{NO-BREAK SPACE}m², 5.80\N{NO-BREAK SPACE}m² for each bed"),
        ("Offers", "non-smokers"),
        ("For whom", "For men"),
    )
    set_language("lv")
    assert square_metres(1740) == "17,40\N{NO-BREAK SPACE}m²"


@pytest.fixture
def panel(qtbot: QtBot, block: Block, desk: Desk) -> RoomPanel:
    suited = Suited(desk, lambda: seen(block), lambda: NOON)
    made = RoomPanel(suited.beds_for, RoomRights(place=True, close=True))
    qtbot.addWidget(made)
    made.resize(286, 560)
    made.show()
    return made


def press(panel: RoomPanel, words: str) -> None:
    next(each for each in panel.buttons if each.accessibleName() == words).click()


def said(panel: RoomPanel) -> str:
    return "\n".join(each.text() for each in panel.findChildren(QLabel))


def test_the_panel_offers_the_move_the_swap_and_the_best_bed(
    qtbot: QtBot, panel: RoomPanel, block: Block
) -> None:
    block.keep_apart()
    panel.show_room(room(block, "102"))
    assert panel.title.text() == "Room 102"
    assert "must be kept apart" in said(panel)
    with qtbot.waitSignal(panel.move_wanted) as moved:
        press(panel, "Move to 101 B")
    assert moved.args[1] == block.beds["101 B"]
    who = moved.args[0]
    with qtbot.waitSignal(panel.swap_wanted) as swapped:
        press(panel, "Swap…")
    assert swapped.args == [who]


def test_a_bed_against_which_something_speaks_is_no_way_out_of_a_problem(
    qtbot: QtBot, panel: RoomPanel, block: Block
) -> None:
    """Both live in one section: the free bed of the next room mends nothing."""
    request = OpenKeepApart(block.zukovs, block.vanags, "section", "they threaten each other")
    block.store.run(open_keep_apart, request)
    panel.show_room(room(block, "102"))
    assert "must be kept apart" in said(panel)
    assert not [each for each in panel.buttons if each.accessibleName().startswith("Move to ")]
    assert "No bed suits." in said(panel)


def test_an_open_room_can_be_closed_and_a_closed_one_opened(
    qtbot: QtBot, panel: RoomPanel, block: Block
) -> None:
    panel.show_room(room(block, "101"))
    with qtbot.waitSignal(panel.close_wanted) as closing:
        press(panel, "Close room…")
    assert closing.args == [block.house.rooms["101"]]
    block.store.run(vacate_bed, VacateBed(block.berzins, NOON, Why("closure")))
    closed = ClosureContent("room", block.house.rooms["101"], "repair", NOON)
    number = block.store.run(close_space, CloseSpace(closed)).value
    panel.show_room(room(block, "101"))
    with qtbot.waitSignal(panel.open_wanted) as opening:
        press(panel, "Open again")
    assert opening.args == [number]


def test_a_reader_sees_the_trouble_and_no_buttons_for_it(
    qtbot: QtBot, block: Block, desk: Desk
) -> None:
    made = RoomPanel(lambda _who: (), RoomRights(place=False, close=False))
    qtbot.addWidget(made)
    block.keep_apart()
    made.show_room(room(block, "102"))
    assert "must be kept apart" in said(made)
    assert [each.accessibleName() for each in made.buttons] == ["History"]


def test_a_name_full_of_signs_stays_as_it_is_written(
    qapp: QApplication, panel: RoomPanel, block: Block
) -> None:
    odd = with_resident(block.store, "O'Brien-" + "Garš" * 12, "Ann")
    placed = PlaceResident(odd, block.beds["101 B"], NOON, Why("admission"))
    block.store.run(place_resident, placed)
    panel.show_room(room(block, "101"))
    assert "O'Brien-" + "Garš" * 12 + " Ann" in said(panel)
    apply(qapp, "night", 200)
    assert "O'Brien-" in said(panel)


def test_an_empty_house_leads_an_administrator_to_the_set_up(qtbot: QtBot, standing: None) -> None:
    for may_build in (True, False):
        page = EmptyRooms(may_build=may_build)
        qtbot.addWidget(page)
        assert page.set_up.isVisibleTo(page) is may_build


# What a bed's keys mean


def test_a_menu_of_a_bed_offers_what_makes_sense_there(tab: RoomsTab, block: Block) -> None:
    def offered(name: str) -> list[str]:
        menu = tab.bed_deeds.menu(block.beds[name], QPoint(0, 0))
        words = [action.text() for action in menu.actions()]
        menu.close()
        return words

    assert offered("101 A") == ["Move Bērziņš…", "Swap…", "Vacate the bed…"]
    assert offered("101 B") == ["Place…", "Reserve…", "Close the bed…"]
    content = HoldContent(block.beds["101 B"], NOON, NOON + HOUR, None, "painter")
    block.store.run(hold_bed, HoldBed(content))
    assert offered("101 B") == ["Place…", "End the reservation", "Close the bed…"]
    tab.bed_deeds.ask("hold-bed", block.beds["101 B"])
    assert block.bed("101 B").hold is None
    closed = ClosureContent("bed", block.beds["101 B"], "damp", NOON)
    block.store.run(close_space, CloseSpace(closed))
    assert offered("101 B") == ["Place…", "Change the closure…", "Open again"]
    tab.bed_deeds.ask("close-bed", block.beds["101 B"])
    assert block.bed("101 B").closure is None


def test_a_key_that_makes_no_sense_for_a_bed_does_nothing(tab: RoomsTab, block: Block) -> None:
    assert not tab.bed_deeds.ask("vacate-bed", block.beds["101 B"])
    assert not tab.bed_deeds.ask("hold-bed", block.beds["101 A"])
    assert not tab.bed_deeds.open(9999)
    assert not tab.bed_deeds.drop(block.berzins, block.beds["101 A"])
    assert tab.bed_deeds.menu(9999, QPoint(0, 0)) is None


def test_a_reader_has_no_menu_of_deeds(block: Block, open_tab) -> None:
    reader = open_tab("auditor")
    assert reader.bed_deeds.menu(block.beds["101 B"], QPoint(0, 0)) is None
    assert not reader.bed_deeds.open(block.beds["101 B"])
