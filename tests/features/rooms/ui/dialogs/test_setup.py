"""The set-up of the house: tree and form, several rooms at once, nothing in use removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openblock.features.rooms.queries import house
from openblock.features.rooms.rules.content import RoomKind
from openblock.features.rooms.ui.dialogs.setup import SetUpDialog
from openblock.features.rooms.ui.dialogs.setup.dialog import SEVERAL
from openblock.features.rooms.ui.dialogs.setup.editors import AreaEdit, SpreadEdit
from openblock.features.rooms.ui.dialogs.setup.fresh import fresh
from openblock.features.rooms.ui.dialogs.setup.spread import gathered, spread
from openblock.features.rooms.ui.dialogs.setup.tree import HouseModel
from openblock.i18n import set_language
from openblock.ui.desk import Desk
from openblock.ui.drawn_plan import overlap
from tests.factories import with_house
from tests.features.rooms.ui.conftest import Block


@pytest.fixture
def set_up(qtbot: QtBot, parent: QWidget, desk: Desk):
    """Opens the dialog without its own loop."""

    def opened() -> SetUpDialog:
        dialog = SetUpDialog(desk, parent)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return opened


def choose(dialog: SetUpDialog, kind: str, number: int) -> None:
    dialog.tree.setCurrentIndex(dialog.model.index_of((kind, number)))


def fill(dialog: SetUpDialog, **values) -> None:
    assert dialog.side.form is not None
    dialog.side.form.fill(values)


def rooms(desk: Desk):
    return {
        room.code: room
        for building in desk.read(house)
        for floor in building.floors
        for room in floor.rooms
    }


# A house from nothing


def test_a_house_is_set_up_from_nothing_level_by_level(set_up, desk: Desk) -> None:
    dialog = set_up()
    assert dialog.side.title.text() == "Begin with the building."
    assert not dialog.add_buttons["floor"].isEnabled()
    for kind, name in (("building", "Korpuss"), ("floor", "1. stāvs"), ("section", "A")):
        dialog.add_buttons[kind].click()
        fill(dialog, name=name)
        dialog.side.save()
        assert dialog.chosen().kind == kind
        assert dialog.chosen().title == name
    dialog.add_buttons["room"].click()
    fill(dialog, code="101", beds=("A", "B"), area=1740)
    dialog.side.save()
    assert rooms(desk)["101"].content.beds == ("A", "B")
    assert rooms(desk)["101"].content.area == 1740
    assert desk.undo()
    assert rooms(desk) == {}


def test_several_rooms_come_in_one_step_beside_one_another(
    set_up, desk: Desk, block: Block
) -> None:
    dialog = set_up()
    choose(dialog, "section", block.house.section_id)
    dialog.add(SEVERAL)
    fill(dialog, codes=("103", "104", "105"), beds=("A", "B", "C", "D"), sex="male")
    dialog.side.save()
    found = rooms(desk)
    assert {"103", "104", "105"} < set(found)
    assert found["104"].content.beds == ("A", "B", "C", "D")
    walls = [found[code].content.walls for code in ("103", "104", "105")]
    assert not any(overlap(one, two) for one in walls for two in walls if one is not two)
    assert desk.undo_label == "3 rooms added"
    assert desk.undo()
    assert "103" not in rooms(desk)


def test_a_taken_number_among_several_writes_none_of_them(set_up, desk: Desk, block: Block) -> None:
    dialog = set_up()
    choose(dialog, "section", block.house.section_id)
    dialog.add(SEVERAL)
    fill(dialog, codes=("102", "103"), beds=("A",))
    dialog.side.save()
    assert "102" in dialog.side.form.fields["codes"].problem()
    assert "103" not in rooms(desk)
    fill(dialog, codes=())
    dialog.side.save()
    assert dialog.side.form.fields["codes"].problem()


def test_a_room_like_the_last_one_is_offered(set_up, block: Block) -> None:
    dialog = set_up()
    choose(dialog, "room", block.house.rooms["102"])
    made = fresh("room", dialog.chosen())
    assert made.beds == ("A", "B")
    assert made.code == ""
    assert fresh("floor", None) is None


# Changing and removing


def test_a_room_becomes_a_place_without_beds(set_up, desk: Desk, block: Block) -> None:
    with_house(block.store, {"109": ("A",)})
    dialog = set_up()
    choose(dialog, "room", rooms(desk)["109"].room_id)
    fill(dialog, kind=RoomKind.OTHER, name="Duty post", door="bottom")
    assert not dialog.side.form.fields["beds"].isVisibleTo(dialog)
    dialog.side.save()
    content = rooms(desk)["109"].content
    assert (content.kind, content.name, content.beds) == (RoomKind.OTHER, "Duty post", ())
    assert content.walls.door == "bottom"


def test_a_bed_somebody_has_slept_in_is_not_taken_away(set_up, desk: Desk, block: Block) -> None:
    dialog = set_up()
    choose(dialog, "bed", block.beds["101 A"])
    assert dialog.side.title.text() == "101"
    fill(dialog, beds=("B",))
    dialog.side.save()
    assert dialog.side.trouble.text()
    assert rooms(desk)["101"].content.beds == ("A", "B")


def test_what_is_in_use_is_not_removed_and_says_so(set_up, desk: Desk, block: Block) -> None:
    dialog = set_up()
    choose(dialog, "room", block.house.rooms["101"])
    dialog.remove.click()
    assert dialog.trouble.text()
    assert "101" in rooms(desk)
    with_house(block.store, {"109": ("A",)})
    dialog.read()
    choose(dialog, "room", rooms(desk)["109"].room_id)
    dialog.remove.click()
    assert "109" not in rooms(desk)
    assert dialog.chosen().key == ("section", block.house.section_id)
    choose(dialog, "bed", block.beds["101 A"])
    assert not dialog.remove.isEnabled()


def test_a_name_that_is_taken_stands_beside_its_field(set_up, block: Block) -> None:
    dialog = set_up()
    choose(dialog, "building", block.house.building_id)
    dialog.add("building")
    fill(dialog, name="Korpuss")
    QTest.keyClick(dialog.side.form.fields["name"].editor, Qt.Key.Key_Return)
    assert dialog.side.form.fields["name"].problem()
    assert dialog.side.form.fields["name"].value() == "Korpuss"


def test_what_is_typed_is_not_lost_by_looking_elsewhere(set_up, block: Block) -> None:
    dialog = set_up()
    choose(dialog, "room", block.house.rooms["101"])
    fill(dialog, name="Stūra telpa")
    choose(dialog, "room", block.house.rooms["102"])
    assert dialog.chosen().key == ("room", block.house.rooms["101"])
    assert dialog.side.form.fields["name"].value() == "Stūra telpa"
    assert "not saved" in dialog.side.trouble.text()
    dialog.reject()
    dialog.add("building")
    assert dialog.isVisible()
    assert dialog.side.form.fields["name"].value() == "Stūra telpa"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.side.form.fields["name"].value() == ""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_somebody_elses_change_is_not_written_over(set_up, desk: Desk, block: Block) -> None:
    first, second = set_up(), set_up()
    for dialog, name in ((first, "one"), (second, "two")):
        choose(dialog, "section", block.house.section_id)
        fill(dialog, name=name)
    first.side.save()
    second.side.save()
    assert second.side.trouble.text()
    assert desk.read(house)[0].floors[0].sections[0].content.name == "one"


def test_the_tree_keeps_to_the_rules_of_models(block: Block) -> None:
    model = HouseModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_house(block.store.read(house))
    with_house(block.store, {"201": ("A",)}, floor="2. stāvs")
    model.show_house(block.store.read(house))
    bed = model.index_of(("bed", block.beds["101 A"]))
    assert bed.data() == "Bed A"
    assert bed.parent().data() == "101 · 2 beds"
    assert not model.index_of(("room", 9999)).isValid()
    assert model.columnCount() == 1
    assert tester.model() is model


# What is typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("A–D", ("A", "B", "C", "D")),
        ("a-c", ("a", "b", "c")),
        ("101-103", ("101", "102", "103")),
        ("098 – 101", ("098", "099", "100", "101")),
        ("K1–K3", ("K1", "K2", "K3")),
        ("A101–103", ("A101", "A102", "A103")),
        ("A, B;C  A", ("A", "B", "C")),
        ("7", ("7",)),
        ("", ()),
    ],
)
def test_codes_are_typed_as_ranges_or_one_by_one(typed: str, meant: tuple[str, ...]) -> None:
    assert spread(typed) == meant


@pytest.mark.parametrize("typed", ["D–A", "12–3", "A–d", "1–900", "101–", "–5"])
def test_a_range_nobody_means_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        spread(typed)


def test_labels_are_shown_as_briefly_as_they_are_typed() -> None:
    assert gathered(("A", "B", "C", "D")) == "A–D"
    assert gathered(("A", "B")) == "A, B"
    assert gathered(("A", "C", "D")) == "A, C, D"
    assert gathered(("1", "2", "3")) == "1–3"
    assert gathered(("D", "A", "B")) == "D, A, B"
    assert gathered(()) == ""


def test_a_list_that_cannot_be_read_says_how_to_type_it(qtbot: QtBot, standing: None) -> None:
    edit = SpreadEdit(("A", "B", "C"))
    qtbot.addWidget(edit)
    assert edit.text() == "A–C"
    edit.setText("9–1")
    assert edit.value() == ()
    assert "A–D" in edit.unread()


@pytest.mark.parametrize(
    ("typed", "value"), [("17,4", 1740), ("17.40 m²", 1740), ("9", 900), ("", 0), ("0,5", 50)]
)
def test_an_area_is_typed_with_comma_or_point(
    qtbot: QtBot, standing: None, typed: str, value: int
) -> None:
    edit = AreaEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert (edit.value(), edit.unread()) == (value, "")


def test_an_area_reads_as_the_language_writes_it(qtbot: QtBot, standing: None) -> None:
    set_language("lv")
    edit = AreaEdit(1740)
    qtbot.addWidget(edit)
    assert edit.text() == "17,40"
    edit.setText("wide")
    assert edit.unread()
    assert edit.value() == 0
