"""Place, move and swap: defaults that suit, risks before the deed, a reason for warnings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.rooms.commands import (
    CloseSpace,
    PlaceResident,
    VacateBed,
    Why,
    close_space,
    place_resident,
    vacate_bed,
)
from openblock.features.rooms.queries import occupancy, resident_placements
from openblock.features.rooms.rules.content import ClosureContent, PlacementReason
from openblock.features.rooms.ui.dialogs.known import know, usual_reason
from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.features.rooms.ui.dialogs.placing import PlaceDialog
from openblock.features.rooms.ui.dialogs.swapping import SwapDialog
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.factories import with_house, with_resident
from tests.features.rooms.ui.conftest import HOUR, NOON, Block

Key = Qt.Key


def newest(block: Block, person: int):
    return block.store.read(resident_placements, person)[0].content


@pytest.fixture
def place(qtbot: QtBot, parent: QWidget, block: Block, desk: Desk):
    """Opens the dialog without its own loop."""

    def opened(resident_id, bed_id=None, at=None) -> PlaceDialog:
        dialog = PlaceDialog(desk, resident_id, bed_id, at, parent)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return opened


def test_enter_at_once_places_a_newcomer_in_the_best_bed(place, block: Block, desk: Desk) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    dialog = place(block.zalitis)
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.result()
    assert block.occupant("101 B") == block.zalitis
    content = newest(block, block.zalitis)
    assert (content.reason, content.starts_at) == (PlacementReason.ADMISSION, NOON)
    assert said == ["Zālītis Kaspars placed in 101 B, 22/11/2026 12:00"]
    assert desk.undo()
    assert block.occupant("101 B") is None


def test_one_who_is_kept_apart_is_moved_with_one_enter(place, block: Block) -> None:
    block.keep_apart()
    dialog = place(block.vanags)
    assert dialog.windowTitle() == "Move to another bed"
    assert "now in 102 B" in dialog.where.text()
    assert not dialog.risks_box.isVisible()
    QTest.keyClick(dialog, Key.Key_Return)
    assert block.occupant("101 B") == block.vanags
    assert newest(block, block.vanags).reason == PlacementReason.KEEP_APART


def test_a_warning_asks_for_its_reason_in_place(place, block: Block) -> None:
    dialog = place(block.zalitis, block.beds["101 B"])
    moment = NOON - 20 * HOUR
    dialog.form.fields["at"].set_value(moment)
    dialog.look()
    assert dialog.form.fields["at"].problem()
    assert dialog.answer.isVisible()
    dialog.accept()
    assert block.occupant("101 B") is None
    assert dialog.answer.problem() == "Give a reason, five characters or more."
    dialog.answer.set_value("the night shift forgot")
    dialog.accept()
    assert newest(block, block.zalitis).starts_at == moment
    assert newest(block, block.zalitis).override == "the night shift forgot"


def test_an_error_says_why_the_button_is_off(place, block: Block) -> None:
    dialog = place(block.zalitis, block.beds["101 A"])
    assert not dialog.save_button.isEnabled()
    assert dialog.save_button.toolTip() == "This cannot be done"
    assert "Bērziņš Andrejs" in dialog.risks_box.text()
    dialog.accept()
    assert block.occupant("101 A") == block.berzins
    dialog.finder.set_value(block.beds["101 B"])
    dialog.look()
    assert dialog.save_button.isEnabled()
    assert dialog.risks_box.text() == ""


def test_who_was_faster_is_named_and_nothing_typed_is_lost(place, block: Block) -> None:
    dialog = place(block.zalitis, block.beds["101 B"])
    dialog.form.fields["remark"].set_value("by the window")
    dialog.look()
    other = with_resident(block.store, "Kalve", "Otto")
    block.store.run(
        place_resident, PlaceResident(other, block.beds["101 B"], NOON, Why("admission"))
    )
    dialog.accept()
    assert not dialog.result()
    assert "Kalve Otto" in dialog.risks_box.text()
    assert dialog.form.fields["remark"].value() == "by the window"


def test_the_dialog_asks_for_a_person_where_none_is_said(place, block: Block) -> None:
    dialog = place(None, block.beds["101 B"])
    dialog.accept()
    assert dialog.form.fields["resident_id"].problem() == "Needed"
    dialog.form.fields["resident_id"].set_value(block.berzins)
    assert dialog.finder.value() == block.beds["101 B"]
    assert dialog.form.fields["reason"].value() == PlacementReason.COMMISSION
    dialog.accept()
    assert block.occupant("101 B") == block.berzins


def test_a_reason_that_was_chosen_stays_when_the_person_is_another(place, block: Block) -> None:
    dialog = place(block.zalitis)
    dialog.form.fields["reason"].set_value(PlacementReason.HEALTH)
    dialog.form.fields["resident_id"].set_value(block.berzins)
    assert dialog.form.fields["reason"].value() == PlacementReason.HEALTH


def test_the_decision_and_a_planned_end_are_kept(place, block: Block) -> None:
    start, end = NOON + 24 * HOUR, NOON + 72 * HOUR
    dialog = place(block.zalitis, block.beds["101 B"], start)
    dialog.form.fill(
        {"until": end, "decision_number": "41/2026", "decision_date": date(2026, 11, 20)}
    )
    dialog.accept()
    content = newest(block, block.zalitis)
    assert (content.starts_at, content.ends_at) == (start, end)
    assert (content.decision_number, content.decision_date) == ("41/2026", date(2026, 11, 20))


def test_an_end_before_the_beginning_is_refused_beside_its_field(place, block: Block) -> None:
    dialog = place(block.zalitis, block.beds["101 B"])
    dialog.form.fields["until"].set_value(NOON - HOUR)
    dialog.look()
    assert not dialog.save_button.isEnabled()
    assert dialog.form.fields["until"].problem() or dialog.risks_box.text()


def test_half_an_end_is_not_taken_for_open(place, block: Block) -> None:
    dialog = place(block.zalitis, block.beds["101 B"])
    dialog.form.fields["until"].editor.day.setText("24.11.")
    dialog.accept()
    assert block.occupant("101 B") is None
    assert dialog.form.fields["until"].problem()


def test_the_dialog_fits_twice_the_text(qapp: QApplication, place, block: Block) -> None:
    apply(qapp, "light", 200)
    dialog = place(block.zalitis)
    screen = qapp.primaryScreen().availableSize()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert dialog.save_button.isVisible()


def test_someone_expected_is_placed_at_the_hour_of_arrival(place, block: Block) -> None:
    arrives = NOON + 48 * HOUR
    kalve = with_resident(block.store, "Kalve", "Otto", admitted=arrives)
    dialog = place(kalve)
    assert dialog.form.fields["at"].value() == arrives
    dialog.accept()
    assert block.occupant("101 B", arrives) == kalve
    other = place(None)
    other.form.fields["resident_id"].set_value(block.zalitis)
    assert other.form.fields["at"].editor.stands_at_now


# Moments


def test_a_moment_left_at_now_goes_with_the_clock(qtbot: QtBot, standing: None) -> None:
    edit = NowEdit()
    qtbot.addWidget(edit)
    with clock.standing_at(NOON + HOUR):
        assert edit.value() == NOON + HOUR
        edit.time.setText("11:00")
        assert edit.value() == NOON - HOUR
        assert not edit.stands_at_now
        edit.set_now()
        assert edit.value() == NOON + HOUR


def test_a_moment_that_was_said_stays_to_the_second(qtbot: QtBot, standing: None) -> None:
    moment = NOON + timedelta(seconds=31)
    edit = NowEdit(moment)
    qtbot.addWidget(edit)
    assert edit.value() == moment
    edit.set_value(None)
    assert edit.value() is None


# The likeliest reason


def test_the_reason_filled_in_follows_from_what_happened(block: Block, desk: Desk) -> None:
    def reason(person: int) -> str:
        return usual_reason(desk, know(desk, NOON), person)

    assert reason(block.zalitis) == PlacementReason.ADMISSION
    assert reason(block.berzins) == PlacementReason.COMMISSION
    block.keep_apart()
    assert reason(block.vanags) == PlacementReason.KEEP_APART
    block.store.run(vacate_bed, VacateBed(block.berzins, NOON, Why("closure")))
    assert reason(block.berzins) == PlacementReason.COMMISSION
    content = ClosureContent("bed", block.beds["101 A"], "repair", NOON)
    block.store.run(close_space, CloseSpace(content))
    assert reason(block.berzins) == PlacementReason.CLOSURE


def test_everything_is_known_by_name(block: Block, desk: Desk) -> None:
    known = know(desk, NOON)
    assert known.name_of(block.berzins) == "Bērziņš Andrejs"
    assert known.name_of(block.zalitis) == "Zālītis Kaspars"
    assert known.name_of(9999) == ""
    assert known.space("bed", block.beds["102 B"]) == "102 B"
    assert known.space("room", block.house.rooms["102"]) == "102"
    assert known.space("section", block.house.section_id) == "A"
    assert known.space("building", block.house.building_id) == "Korpuss"
    assert known.bed(block.beds["101 B"]).assignment is None


# Swap


@pytest.fixture
def swap(qtbot: QtBot, parent: QWidget, block: Block, desk: Desk):
    def opened(first, second=None, at=None) -> SwapDialog:
        dialog = SwapDialog(desk, first, second, at, parent)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return opened


def test_two_people_change_beds_with_one_enter(swap, block: Block, desk: Desk) -> None:
    dialog = swap(block.berzins, block.zukovs)
    assert "Bērziņš Andrejs goes to 102 A, Žukovs Deniss goes to 101 A" in dialog.where.text()
    assert dialog.form.fields["reason"].value() == PlacementReason.SWAP
    QTest.keyClick(dialog, Key.Key_Return)
    assert (block.occupant("102 A"), block.occupant("101 A")) == (block.berzins, block.zukovs)
    assert desk.undo_label == "Bērziņš Andrejs and Žukovs Deniss changed beds"
    assert desk.undo()
    assert block.occupant("101 A") == block.berzins


def test_the_second_of_a_swap_is_found_by_three_letters(qtbot: QtBot, swap, block: Block) -> None:
    block.keep_apart()
    dialog = swap(block.vanags)
    assert dialog.form.fields["reason"].value() == PlacementReason.KEEP_APART
    assert dialog.second.hasFocus()
    QTest.keyClicks(dialog.second, "ber")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    assert dialog.second.value() == block.berzins
    dialog.look()
    dialog.accept()
    assert block.occupant("101 A") == block.vanags


def test_a_swap_that_cannot_be_is_refused_in_words(swap, block: Block) -> None:
    with_house(block.store, {"201": ("A",)}, section="S", sex="female")
    woman = with_resident(block.store, "Kalniņa", "Anna", sex="female")
    (bed,) = (
        each
        for each in block.store.read(occupancy, NOON).beds
        if each.bed_id not in block.beds.values()
    )
    block.store.run(place_resident, PlaceResident(woman, bed.bed_id, NOON, Why("admission")))
    dialog = swap(block.berzins, woman)
    assert not dialog.save_button.isEnabled()
    assert "201 A is for one sex only" in dialog.risks_box.text()
