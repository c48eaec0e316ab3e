"""The block's own lists are renamed, reordered, added to, and taken out of use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.shadowing.queries import items
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.ui.items_page import ItemsPage
from openblock.features.shadowing.words import item_name
from openblock.ui.desk import Desk

MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot, block, desk: Desk) -> ItemsPage:
    made = ItemsPage(desk, ItemKind.CLEARANCE)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def names(desk: Desk, *, only_active: bool = False) -> list[str]:
    rows = desk.read(items, ItemKind.CLEARANCE, only_active=only_active)
    return [item_name(row.code, row.name) for row in rows]


def test_a_new_one_comes_last(qtbot, desk, page):
    page.new_button.click()
    qtbot.keyClicks(page.form.fields["name"].editor, "O'Brien <b>&")
    qtbot.keyClick(page.form.fields["name"].editor, Qt.Key.Key_Return)
    usual = ["Briefing", "Pledge of confidentiality", "Work safety"]
    assert names(desk) == [*usual, "O'Brien <b>&"]
    assert desk.undo_label == "Saved: O'Brien <b>&"


def test_a_usual_one_names_itself_until_it_is_renamed(desk, page):
    page.table.choose(page.model.rows[0].item_id)
    editor = page.form.fields["name"].editor
    assert (editor.text(), editor.placeholderText()) == ("", "Briefing")
    editor.setText("Ievadinstruktāža")
    page.save()
    assert names(desk)[0] == "Ievadinstruktāža"
    page.table.choose(page.model.rows[0].item_id)
    editor.setText("")
    page.save()
    assert names(desk)[0] == "Briefing"


def test_control_shift_and_arrows_bring_an_entry_up_and_down(qtbot, desk, page):
    page.table.choose(page.model.rows[2].item_id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Up, MOVING)
    assert names(desk) == ["Briefing", "Work safety", "Pledge of confidentiality"]
    assert page.row.code == "work_safety"
    page.up_button.click()
    page.up_button.click()
    assert names(desk)[0] == "Work safety"
    page.down_button.click()
    assert names(desk)[:2] == ["Briefing", "Work safety"]


def test_what_is_out_of_use_stays_in_the_list_and_may_come_back(desk, page):
    page.table.choose(page.model.rows[1].item_id)
    page.remove()
    assert names(desk, only_active=True) == ["Briefing", "Work safety"]
    assert len(names(desk)) == 3
    page.table.choose(page.model.rows[1].item_id)
    assert not page.remove_button.isEnabled()
    page.form.fields["active"].set_value(True)
    page.save()
    assert len(names(desk, only_active=True)) == 3


def test_a_name_twice_or_none_is_refused_beside_it(desk, page):
    page.start_new()
    page.save()
    assert page.form.fields["name"].problem()
    page.form.fields["name"].set_value("work SAFETY")
    page.save()
    assert page.form.fields["name"].problem()
    assert len(names(desk)) == 3


def test_nothing_is_moved_while_nothing_is_chosen(desk, page):
    before = names(desk)
    page.start_new()
    page.bring(1)
    assert names(desk) == before
