"""A course's situations are named, ordered, added and taken out in the list itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    SituationContent,
    SituationKind,
)
from openblock.features.shadowing.ui.situation_form import SituationForm
from openblock.features.shadowing.ui.situations_edit import SituationsEdit

MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot) -> SituationsEdit:
    made = SituationsEdit()
    qtbot.addWidget(made)
    tester = QAbstractItemModelTester(
        made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    assert tester.model() is made.model
    made.set_value(USUAL_SITUATIONS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def names(edit: SituationsEdit) -> list[str]:
    shown = edit.model.columns[0].show
    return [shown(line) for line in edit.model.rows]


def test_the_usual_ones_name_themselves_and_say_what_offers_them(edit):
    assert edit.value() == USUAL_SITUATIONS
    assert names(edit)[3] == "Morning count"
    assert edit.model.columns[1].show(edit.model.rows[3]) == "time of the day 06:45–07:00"
    edit.table.choose(3)
    assert edit.form.fields["name"].editor.placeholderText() == "Morning count"


def test_control_shift_and_arrows_reorder_and_the_moved_one_stays_chosen(qtbot, edit):
    edit.table.choose(2)
    edit.table.setFocus()
    qtbot.keyClick(edit.table, Qt.Key.Key_Up, MOVING)
    assert names(edit)[:3] == ["Day shift", "Weekend", "Night shift"]
    qtbot.keyClick(edit.table, Qt.Key.Key_Up, MOVING)
    qtbot.keyClick(edit.table, Qt.Key.Key_Up, MOVING)
    assert names(edit)[0] == "Weekend"
    assert not edit.up_button.isEnabled()
    qtbot.keyClick(edit.table, Qt.Key.Key_Down, MOVING)
    assert names(edit)[:2] == ["Day shift", "Weekend"]


def test_a_new_one_is_named_at_once_and_its_kind_asks_what_it_needs(qtbot, edit):
    edit.add_button.click()
    assert edit.form.fields["name"].editor.hasFocus()
    qtbot.keyClicks(edit.form.fields["name"].editor, "O'Brien <b>&")
    edit.form.fields["kind"].set_value(SituationKind.POST)
    assert not edit.form.fields["post"].isHidden()
    assert edit.form.fields["times"].isHidden()
    edit.form.fields["post"].set_value("Vārti")
    added = SituationContent(SituationKind.POST, "", "O'Brien <b>&", 0, 0, "Vārti")
    assert edit.value()[-1] == added
    assert names(edit)[-1] == "O'Brien <b>&"


def test_times_half_typed_are_said_and_change_nothing(edit):
    edit.table.choose(3)
    edit.form.fields["times"].editor.last.setText("")
    assert edit.unread()
    assert edit.value()[3] == USUAL_SITUATIONS[3]
    edit.form.fields["times"].editor.last.setText("7.30")
    assert edit.unread() == ""
    assert edit.value()[3].to_minute == 450


def test_a_usual_one_with_a_name_of_its_own_keeps_what_it_is(edit):
    edit.table.choose(1)
    edit.form.fields["name"].set_value("Deep night")
    assert edit.value()[1].code == "night"
    assert names(edit)[1] == "Deep night"
    edit.form.fields["name"].set_value("")
    assert edit.value()[1] == USUAL_SITUATIONS[1]


def test_delete_takes_out_the_chosen_and_goes_to_the_next(qtbot, edit):
    edit.table.choose(6)
    edit.table.setFocus()
    qtbot.keyClick(edit.table, Qt.Key.Key_Delete)
    assert len(edit.value()) == 6
    assert edit.table.currentIndex().row() == 5
    for _each in range(6):
        edit.remove()
    assert edit.value() == ()
    edit.remove()
    assert not edit.remove_button.isEnabled()


def test_looking_at_another_line_is_no_change(qtbot, edit):
    with qtbot.assertNotEmitted(edit.edited):
        edit.table.choose(4)
        edit.table.choose(0)
    assert edit.value() == USUAL_SITUATIONS


def test_without_a_choice_the_fields_are_shut(qtbot):
    form = SituationForm()
    qtbot.addWidget(form)
    assert not form.isEnabled()
    form.show_content(SituationContent(SituationKind.CHANCE, "admission"))
    assert form.isEnabled()
