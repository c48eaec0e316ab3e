"""The one door to the deeds: a dialog where an answer is needed, the message bar where none is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from openblock.clock import FOREVER
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    Why,
    close_space,
    hold_bed,
    place_resident,
)
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.ui.deeds import RoomDeeds
from openblock.features.rooms.ui.dialogs.cancelling import CancelDialog
from openblock.features.rooms.ui.dialogs.closing import ChangeClosureDialog, CloseDialog
from openblock.features.rooms.ui.dialogs.holding import HoldDialog
from openblock.features.rooms.ui.dialogs.placing import PlaceDialog
from openblock.features.rooms.ui.dialogs.stretching import StretchDialog
from openblock.features.rooms.ui.dialogs.swapping import SwapDialog
from openblock.features.rooms.ui.dialogs.vacating import VacateDialog
from openblock.ui.desk import Desk
from tests.features.rooms.ui.conftest import HOUR, NOON, Block
from tests.rig import meet


@pytest.fixture
def deeds(block: Block, desk: Desk, parent: QWidget) -> RoomDeeds:
    return RoomDeeds(desk, parent)


def test_a_deed_is_done_when_its_dialog_is_answered(deeds: RoomDeeds, block: Block) -> None:
    done = []
    meet(
        lambda: done.append(deeds.place(block.zalitis)),
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return),
    )
    assert done == [True]
    assert block.occupant("101 B") == block.zalitis


def test_leaving_a_dialog_does_nothing(deeds: RoomDeeds, block: Block) -> None:
    done = []
    meet(
        lambda: done.append(deeds.swap(block.berzins, block.zukovs)),
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape),
    )
    assert done == [False]
    assert block.occupant("101 A") == block.berzins


def test_every_deed_opens_its_own_dialog(deeds: RoomDeeds, block: Block) -> None:
    planned = PlaceResident(block.zalitis, block.beds["101 B"], NOON + HOUR, Why("admission"))
    number = int(block.store.run(place_resident, planned).value)
    closed = ClosureContent("bed", block.beds["101 B"], "damp", NOON, ends_at=NOON + HOUR / 2)
    closure_id = int(block.store.run(close_space, CloseSpace(closed)).value)
    acts = (
        (lambda: deeds.place(block.berzins, block.beds["101 B"], NOON), PlaceDialog),
        (lambda: deeds.swap(block.berzins), SwapDialog),
        (lambda: deeds.vacate(block.berzins), VacateDialog),
        (lambda: deeds.stretch(number, block.beds["101 B"], NOON + HOUR, FOREVER), StretchDialog),
        (lambda: deeds.cancel(number), CancelDialog),
        (lambda: deeds.close("section", block.house.section_id), CloseDialog),
        (lambda: deeds.change_closure(closure_id), ChangeClosureDialog),
        (lambda: deeds.hold(block.beds["101 B"]), HoldDialog),
    )
    for act, kind in acts:
        met: list[QWidget] = []
        meet(act, met.append)
        assert type(met[0]) is kind


def test_opening_again_and_ending_a_hold_need_no_answer(
    deeds: RoomDeeds, block: Block, desk: Desk
) -> None:
    closed = ClosureContent("bed", block.beds["101 B"], "damp", NOON - HOUR)
    closure_id = int(block.store.run(close_space, CloseSpace(closed)).value)
    assert deeds.open_again(closure_id)
    assert block.bed("101 B").closure is None
    assert desk.undo_label == "101 B is in service again"
    content = HoldContent(block.beds["101 B"], NOON - HOUR, NOON + HOUR, None, "painter")
    hold_id = int(block.store.run(hold_bed, HoldBed(content)).value)
    assert deeds.end_hold(hold_id)
    assert block.bed("101 B").hold is None
    assert desk.undo()
    assert block.bed("101 B").hold is not None


def test_what_is_gone_is_told_in_the_message_bar(
    deeds: RoomDeeds, block: Block, desk: Desk
) -> None:
    refused = []
    desk.refused.connect(lambda refusal: refused.append(refusal.code))
    assert not deeds.open_again(99)
    assert not deeds.end_hold(99)
    assert not deeds.cancel(99)
    assert not deeds.vacate(block.zalitis)
    assert refused == ["closure-over", "hold-over", "assignment-unknown", "resident-without-bed"]
