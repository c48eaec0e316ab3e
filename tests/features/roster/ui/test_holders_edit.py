"""Officers who may stand on a post are ticked; whose own post it is, is ticked already."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.roster.ui.holders_edit import HoldersEdit, HoldersModel
from openblock.features.staff.queries import officers
from tests.factories import with_officer

Checked, Unchecked = Qt.CheckState.Checked, Qt.CheckState.Unchecked
TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def people(store):
    with_officer(store, "1", "Ozols", post="Vārti")
    with_officer(store, "2", "Āboliņš")
    with_officer(store, "3", "O'Brien <b>&", post="korpuss")
    return {each.surname: each for each in store.read(officers)}


@pytest.fixture
def edit(qtbot, qapp, people):
    made = HoldersEdit()
    qtbot.addWidget(made)
    made.model.show_officers(list(people.values()))
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(model: HoldersModel, surname: str):
    place = [each.surname for each in model.officers].index(surname)
    return model.index(place)


def test_the_model_keeps_its_promises_while_people_and_posts_change(qtbot, qapp, people):
    model = HoldersModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.show_officers(list(people.values()))
    model.name_post("vārti")
    model.hold([people["Āboliņš"].officer_id])
    model.show_officers([])
    assert tester.parent() is model
    assert model.rowCount() == 0


def test_officers_stand_in_latvian_order_with_their_posts(edit):
    shown = [edit.model.index(row).data() for row in range(3)]
    assert shown == ["Āboliņš Jānis · ", "O'Brien <b>& Jānis · korpuss", "Ozols Jānis · Vārti"]


def test_space_ticks_an_officer_and_the_count_follows(qtbot, edit, people):
    edit.model.name_post("vārti")
    edit.list.setCurrentIndex(at(edit.model, "Āboliņš"))
    qtbot.keyClick(edit.list, Qt.Key.Key_Space)
    assert edit.value() == (people["Āboliņš"].officer_id,)
    assert edit.count.text() == "2 officers may stand on it"
    qtbot.keyClick(edit.list, Qt.Key.Key_Space)
    assert edit.value() == ()


def test_whose_own_post_it_is_is_ticked_and_cannot_be_unticked(qtbot, edit):
    edit.model.name_post(" VĀRTI")
    place = at(edit.model, "Ozols")
    assert place.data(TICK) == Checked
    assert "own post" in place.data()
    edit.list.setCurrentIndex(place)
    qtbot.keyClick(edit.list, Qt.Key.Key_Space)
    assert (place.data(TICK), edit.value()) == (Checked, ())
    edit.model.name_post("korpuss")
    assert place.data(TICK) == Unchecked


def test_officers_read_again_keep_their_ticks(edit, people):
    edit.set_value([people["Āboliņš"].officer_id])
    edit.model.show_officers(list(people.values()))
    assert edit.value() == (people["Āboliņš"].officer_id,)
