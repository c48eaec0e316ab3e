"""Vacate, stretch, cancel, close, hold: each asks what it needs, and refusals name the way out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem, Severity
from openblock.features.rooms.commands import (
    CloseSpace,
    PlaceResident,
    VacateBed,
    Why,
    close_space,
    place_resident,
    vacate_bed,
)
from openblock.features.rooms.queries import resident_placements
from openblock.features.rooms.rules.content import ClosureContent
from openblock.features.rooms.ui.dialogs.cancelling import CancelDialog
from openblock.features.rooms.ui.dialogs.closing import ChangeClosureDialog, CloseDialog
from openblock.features.rooms.ui.dialogs.holding import HoldDialog
from openblock.features.rooms.ui.dialogs.risks import RisksBox
from openblock.features.rooms.ui.dialogs.stretching import StretchDialog
from openblock.features.rooms.ui.dialogs.vacating import VacateDialog
from openblock.ui.desk import Desk
from tests.features.rooms.ui.conftest import HOUR, NOON, Block

DAY = 24 * HOUR


@pytest.fixture
def shown(qtbot: QtBot, parent: QWidget, block: Block, desk: Desk):
    """Opens a dialog without its own loop."""

    def opened(kind, *arguments):
        dialog = kind(desk, *arguments, parent)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return opened


def newest(block: Block, person: int):
    return block.store.read(resident_placements, person)[0]


def planned(block: Block) -> int:
    """Zālītis comes to 101 B tomorrow; the number of that assignment."""
    request = PlaceResident(block.zalitis, block.beds["101 B"], NOON + DAY, Why("admission"))
    return int(block.store.run(place_resident, request).value)


def test_vacating_asks_for_the_remark_of_another_reason(shown, block: Block) -> None:
    dialog = shown(VacateDialog, block.berzins)
    dialog.accept()
    assert block.occupant("101 A") == block.berzins
    assert dialog.form.fields["remark"].problem()
    dialog.form.fields["remark"].set_value("swap through the corridor")
    QTest.keyClick(dialog.form.fields["remark"].editor, Qt.Key.Key_Return)
    assert block.occupant("101 A") is None


def test_one_without_a_bed_has_none_to_leave(shown, block: Block) -> None:
    with pytest.raises(KnownError) as refused:
        shown(VacateDialog, block.zalitis)
    assert refused.value.code == "resident-without-bed"


def test_a_stretched_bar_changes_both_ends_and_the_bed(shown, block: Block) -> None:
    number = planned(block)
    ends = (NOON + 2 * DAY, NOON + 5 * DAY)
    dialog = shown(StretchDialog, number, block.beds["101 B"], ends)
    dialog.accept()
    content = newest(block, block.zalitis).content
    assert (content.starts_at, content.ends_at) == ends
    open_end = (NOON + 2 * DAY, FOREVER)
    again = shown(StretchDialog, number, block.beds["101 B"], open_end)
    assert again.form.fields["ends_at"].value() is None
    again.accept()
    assert newest(block, block.zalitis).content.ends_at == FOREVER


def test_a_bar_pulled_over_somebody_is_refused_by_name(shown, block: Block) -> None:
    number = planned(block)
    dialog = shown(StretchDialog, number, block.beds["101 A"], (NOON + DAY, FOREVER))
    dialog.accept()
    assert not dialog.result()
    assert "Bērziņš Andrejs" in dialog.risks_box.text()
    assert dialog.save_button.isEnabled()


def test_a_bar_somebody_else_changed_meanwhile_is_told_so(shown, block: Block, desk: Desk) -> None:
    number = planned(block)
    ends = (NOON + 2 * DAY, FOREVER)
    late = shown(StretchDialog, number, block.beds["101 B"], ends)
    first = shown(StretchDialog, number, block.beds["101 B"], (NOON + 3 * DAY, FOREVER))
    first.accept()
    late.accept()
    assert not late.result()
    assert late.trouble.isVisible()
    assert newest(block, block.zalitis).content.starts_at == NOON + 3 * DAY


def test_a_planned_move_is_cancelled_with_a_reason(shown, block: Block) -> None:
    number = planned(block)
    dialog = shown(CancelDialog, number)
    dialog.accept()
    assert dialog.form.fields["reason"].problem() == "Needed"
    dialog.form.fields["reason"].set_value("no")
    dialog.accept()
    assert not dialog.result()
    dialog.form.fields["reason"].set_value("goes home instead")
    dialog.accept()
    assert block.store.read(resident_placements, block.zalitis) == ()


def test_closing_an_occupied_room_names_who_must_be_moved_first(shown, block: Block) -> None:
    dialog = shown(CloseDialog, "room", block.house.rooms["102"])
    dialog.accept()
    said = dialog.risks_box.text()
    assert "Vanags Pēteris (102 B)" in said
    assert "Žukovs Deniss (102 A)" in said
    for person in (block.zukovs, block.vanags):
        block.store.run(vacate_bed, VacateBed(person, NOON, Why("closure")))
    dialog.form.fill({"reason": "damp", "expected_on": date(2026, 12, 1)})
    dialog.accept()
    closure = block.bed("102 A").closure
    assert (closure.named, closure.content.expected_on) == ("102", date(2026, 12, 1))


def test_another_reason_needs_its_remark_and_the_day_runs_forwards(shown, block: Block) -> None:
    dialog = shown(CloseDialog, "bed", block.beds["101 B"])
    dialog.form.fill({"reason": "other", "expected_on": date(2026, 11, 1)})
    dialog.accept()
    assert dialog.form.fields["remark"].problem()
    assert dialog.form.fields["expected_on"].problem()
    dialog.form.fill({"remark": "burnt mattress", "expected_on": None})
    dialog.accept()
    assert block.bed("101 B").closure.content.remark == "burnt mattress"


def test_a_closure_is_given_another_day(shown, block: Block) -> None:
    content = ClosureContent("bed", block.beds["101 B"], "repair", NOON - DAY, date(2026, 11, 22))
    number = block.store.run(close_space, CloseSpace(content)).value
    dialog = shown(ChangeClosureDialog, number)
    dialog.form.fields["expected_on"].set_value(date(2026, 11, 30))
    dialog.accept()
    kept = block.bed("101 B").closure.content
    assert (kept.expected_on, kept.starts_at) == (date(2026, 11, 30), NOON - DAY)


def test_a_bed_is_held_for_the_hours_of_the_setting(shown, block: Block, desk: Desk) -> None:
    dialog = shown(HoldDialog, block.beds["101 B"])
    assert dialog.form.fields["ends_at"].value() == NOON + timedelta(hours=24)
    dialog.accept()
    assert dialog.form.fields["resident_id"].problem()
    dialog.person.set_value(block.zalitis)
    dialog.accept()
    held = block.bed("101 B").hold
    assert held.content.resident_id == block.zalitis
    assert desk.undo_label == "101 B reserved for Zālītis Kaspars until 23/11/2026 12:00"


# Risks


def test_risks_stand_worst_first_and_go_away(qtbot: QtBot, standing: None) -> None:
    box = RisksBox()
    qtbot.addWidget(box)
    assert box.text() == ""
    warning = Problem("back-dated", Severity.WARNING, {"at": NOON})
    error = Problem("too-far-ahead", facts={"days": 90, "latest": NOON})
    box.show_problems([warning, error])
    assert box.problems == (error, warning)
    assert box.text().startswith("This cannot be done\n")
    assert box.accessibleName() == box.text()
    box.show_problems([warning])
    assert box.text().startswith("Consider this")
    box.show_problems([])
    assert not box.isVisibleTo(None)
