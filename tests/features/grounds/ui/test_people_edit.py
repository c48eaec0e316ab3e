"""Who takes part is typed by letters, counted, and taken out with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from openblock.features.grounds.ui.people_edit import PeopleEdit
from openblock.ui import theme
from tests.rig import press


def test_delete_takes_the_person_out_and_the_picker_offers_them_again(qtbot, block, desk):
    edit = PeopleEdit(desk)
    QAbstractItemModelTester(edit.model)
    qtbot.addWidget(edit)
    edit.offer_places(2)
    edit.set_value(block.people("cab"))
    assert edit.value() == block.people("abc")
    assert edit.count.text() == "3 of 2"
    edit.list.setCurrentIndex(edit.model.index(1))
    QTest.keyClick(edit.list, Qt.Key.Key_Delete)
    assert edit.value() == block.people("ac")
    edit.show()
    edit.picker.setFocus()
    press(edit, "berz", Qt.Key.Key_Return)
    assert edit.value() == block.people("abc")


def test_whom_a_problem_names_carries_a_sign(qtbot, block, desk):
    edit = PeopleEdit(desk)
    qtbot.addWidget(edit)
    edit.set_value(block.people("ab"))
    edit.model.mark({"Bērziņš Jānis"})
    shown = [edit.model.index(row).data() for row in (0, 1)]
    assert shown == ["Apsītis Jānis", "▲ Bērziņš Jānis"]


def test_with_large_text_few_people_take_little_room(qtbot, qapp, block, desk):
    theme.apply(qapp, "light", 200)
    edit = PeopleEdit(desk)
    qtbot.addWidget(edit)
    edit.set_value(block.people("a"))
    few = edit.list.height()
    edit.set_value(block.people("abcdefgh"))
    assert few < edit.list.height()
    theme.apply(qapp, "light", 100)
