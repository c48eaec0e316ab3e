from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock.features.staff.commands import ChangeOfficer, change_officer
from openblock.features.staff.ui.heading import tags_of
from openblock.features.staff.ui.tab import StaffTab
from openblock.features.staff.ui.versions import differences, shown
from openblock.ui import theme
from tests.features.staff.officers import JANIS, add, one, stored
from tests.rig import settle


@pytest.fixture
def tab(qtbot, desk, store):
    """The staff tab with two officers, the first one's card on show."""
    add(store, "A-1", phone="6000 0001")
    add(store, "A-2", surname="Ozolzars", team=2)
    made = StaffTab(desk)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.list.choose(made.list.model.rows[0].officer_id)
    return made


def field(tab, name):
    return tab.card.form.fields[name]


def type_into(qtbot, tab, name, text):
    editor = field(tab, name).editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    return editor


def test_enter_saves_what_was_typed_and_undo_takes_it_back(qtbot, tab, store, desk):
    said = []
    desk.said.connect(said.append)
    editor = type_into(qtbot, tab, "phone", "6000 0099")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [each.phone for each in stored(store).values()] == ["6000 0099", ""]
    assert said == ["Changed: Bērzgrauds Jānis"]
    desk.undo()
    assert [each.phone for each in stored(store).values()] == ["6000 0001", ""]


def test_escape_leaves_without_saving(qtbot, tab, store):
    editor = type_into(qtbot, tab, "phone", "6000 0099")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert field(tab, "phone").value() == "6000 0001"
    assert not tab.card.dirty
    assert next(iter(stored(store).values())).phone == "6000 0001"


def test_problems_stand_beside_their_fields_while_typing(qtbot, tab):
    type_into(qtbot, tab, "badge", "a-2")
    assert "Ozolzars" in field(tab, "badge").problem()
    type_into(qtbot, tab, "last_day", "1.1.2020")
    assert "before the first" in field(tab, "last_day").problem()
    type_into(qtbot, tab, "last_day", "31.02.2026")
    assert "Not a date" in field(tab, "last_day").problem()


def test_a_refused_form_loses_nothing_and_goes_to_the_field(qtbot, tab, store):
    type_into(qtbot, tab, "phone", "6000 0099")
    editor = type_into(qtbot, tab, "badge", "A-2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert field(tab, "phone").value() == "6000 0099"
    assert field(tab, "badge").editor.hasFocus()
    assert next(iter(stored(store).values())).badge == "A-1"


def test_a_date_that_cannot_be_read_is_not_saved_as_none(qtbot, tab, store):
    editor = type_into(qtbot, tab, "active_from", "nekad")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert tab.card.dirty
    assert field(tab, "active_from").problem()
    assert next(iter(stored(store).values())).active_from == JANIS.active_from


def test_the_same_name_is_asked_about_and_can_be_confirmed(qtbot, tab, store):
    editor = type_into(qtbot, tab, "surname", "Ozolzars")
    another = field(tab, "another_person")
    assert another.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert {each.surname for each in stored(store).values()} == {"Bērzgrauds", "Ozolzars"}
    another.editor.setChecked(True)
    assert not field(tab, "surname").problem()
    assert tab.card.save()
    assert {each.surname for each in stored(store).values()} == {"Ozolzars"}


def test_what_another_saved_meanwhile_is_shown_beside_mine(qtbot, tab, store):
    row = tab.list.chosen_row()
    newer = replace(row.content, phone="6000 0055", team=3)
    type_into(qtbot, tab, "phone", "6000 0099")
    store.run(change_officer, ChangeOfficer(row.officer_id, row.version, newer))
    assert not tab.card.save()
    assert tab.card.versions.isVisible()
    assert field(tab, "phone").value() == "6000 0099"
    tab.card.versions.mine_button.click()
    assert stored(store)[row.officer_id] == replace(row.content, phone="6000 0099")


def test_theirs_can_be_taken_instead(qtbot, tab, store):
    row = tab.list.chosen_row()
    type_into(qtbot, tab, "phone", "6000 0099")
    newer = replace(row.content, phone="6000 0055")
    store.run(change_officer, ChangeOfficer(row.officer_id, row.version, newer))
    tab.card.save()
    tab.card.versions.theirs_button.click()
    assert field(tab, "phone").value() == "6000 0055"
    assert not tab.card.dirty
    assert not tab.card.versions.isVisible()


def test_differences_read_as_people_say_them():
    theirs = replace(JANIS, team=None, is_mentor=True, last_day=date(2026, 12, 31))
    assert differences(JANIS, theirs) == [
        ("Team", "1", "–"),
        ("Mentor", "no", "yes"),
        ("Last day", "–", "31/12/2026"),
    ]
    assert shown("") == "–"


def test_tags_tell_what_matters_today(store):
    add(store, post="korpuss", is_mentor=True, last_day=date(2026, 12, 31))
    row = one(store)
    words = [words for words, _kind in tags_of(row, date(2026, 11, 22))]
    assert words == [
        *("Team 1", "korpuss", "Mentor without a valid certificate", "until 31/12/2026"),
    ]
    certified = replace(row, team=None, post="", mentor_certified_until=date(2027, 1, 1))
    assert [words for words, _kind in tags_of(certified, date(2027, 1, 1))] == [
        *("Day post", "Mentor", "left 31/12/2026"),
    ]
    coming = [words for words, _kind in tags_of(certified, date(2025, 1, 1))]
    assert coming[-1] == "from 01/01/2026"


def test_a_name_with_markup_is_shown_as_typed(qtbot, tab, store):
    add(store, "A-3", surname="O'Brien <b>&")
    tab.refresh()
    tab.list.choose(tab.list.model.rows[-1].officer_id)
    for row in tab.list.model.rows:
        if row.badge == "A-3":
            tab.list.choose(row.officer_id)
    assert tab.card.heading.name.text() == "O'Brien <b>& Jānis"
    assert tab.card.heading.name.textFormat() == Qt.TextFormat.PlainText


def test_who_may_not_change_sees_the_card_and_no_buttons(qtbot, store_as, desk, store):
    from openblock.features.accounts.rights import may
    from openblock.ui.desk import Desk

    add(store)
    other = Desk(store_as("duty_officer"), may=may)
    tab = StaffTab(other)
    qtbot.addWidget(tab)
    tab.show()
    tab.list.choose(tab.list.model.rows[0].officer_id)
    assert not tab.card.save_button.isVisible()
    assert not tab.add_button.isVisible()
    assert not tab.card.form.fields["phone"].editor.isEnabled()
    assert not tab.card.save()
    other.close()


def test_the_card_grows_with_the_text_and_gives_the_list_its_room_back(qapp, tab):
    usual = tab.card.width()
    theme.apply(qapp, "light", 200)
    settle()
    assert tab.card.width() >= 2 * 240
    theme.apply(qapp, "light", 100)
    settle()
    assert tab.card.width() == usual
