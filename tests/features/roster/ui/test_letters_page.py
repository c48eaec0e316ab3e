"""Letters of absences are typed one kind after the other, and given back their usual ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.roster.queries import absence_letters
from openblock.features.roster.rules.absence import AbsenceKind, Letters
from openblock.features.roster.ui.letters_page import LettersPage
from openblock.ui.desk import Desk


@pytest.fixture
def page(qtbot, qapp, store) -> LettersPage:
    made = LettersPage(Desk(store))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def letters(store, kind=AbsenceKind.LEAVE):
    return store.read(absence_letters)[kind]


def test_the_first_kind_is_shown_and_there_is_no_new_one(page):
    assert page.row.kind == AbsenceKind.LEAVE
    assert page.form.values() == {"code": "A", "sheet_code": "A"}
    assert page.new_button.isHidden()
    assert not page.remove_button.isEnabled()


def test_enter_saves_in_capitals_and_goes_on_to_the_next_kind(qtbot, page, store):
    page.form.fill({"code": "at"})
    page.form.fields["code"].editor.setFocus()
    qtbot.keyClick(page.form.fields["code"].editor, Qt.Key.Key_Return)
    assert letters(store) == Letters("AT", "A")
    assert page.row.kind == AbsenceKind.SICK
    assert page.form.fields["code"].editor.hasFocus()


def test_after_the_last_kind_comes_the_first(page):
    page.table.choose(AbsenceKind.OTHER)
    page.save()
    assert page.row.kind == AbsenceKind.LEAVE


def test_a_letter_that_is_taken_is_refused_beside_its_field(page, store):
    page.form.fill({"code": "S"})
    page.save()
    assert page.form.fields["code"].problem()
    assert letters(store) == Letters("A", "A")


def test_the_usual_letters_come_back_and_the_kind_stays_shown(page, store):
    page.form.fill({"code": "AT"})
    page.save()
    page.table.choose(AbsenceKind.LEAVE)
    assert page.model.index(0, 4).data() == "chosen here"
    page.remove()
    assert letters(store) == Letters("A", "A")
    assert page.row.kind == AbsenceKind.LEAVE


def test_sickness_stands_on_the_wall_as_x_and_leave_as_itself(page):
    shown = [page.model.index(row, 3).data() for row in range(2)]
    assert shown == ["A", "X"]
