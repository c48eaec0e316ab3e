"""What is known of a person and a stay is corrected; a release ends all that hangs on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.residents.commands import (
    ChangeResident,
    ChangeStay,
    change_resident,
    change_stay,
)
from openblock.features.residents.queries import personal_code
from openblock.features.residents.rules.content import Status
from tests.factories import with_house, with_placement
from tests.features.residents.ui.screen import NOW, card_of, dialog_of, problems, typed
from tests.rig import settle

WHY = "komisija tā lēma"


def test_a_person_is_changed_and_the_code_left_alone(qtbot, store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Rudzītis"])
    qtbot.keyClick(tab, Qt.Key.Key_F2)
    form = dialog_of(tab)
    assert form.form.fields["personal_code"].value() == "******-*9997"
    typed(form, surname="Rudzīte", needs=("own_toilet", "lower_bed"))
    assert problems(form) == []
    form.accept()
    settle()
    assert tab.card.heading.name.text() == "Rudzīte Aigars"
    assert tab.card.shown.row.needs == ("lower_bed", "own_toilet")
    assert store.read(personal_code, ids["Rudzītis"]) == "16117519997"


def test_a_change_somebody_made_meanwhile_is_shown_beside_yours(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.do("edit")
    form = typed(dialog_of(tab), given_name="Zigis")
    version = card_of(store, ids["Ābols"]).row.version
    store.run(change_resident, ChangeResident(ids["Ābols"], version, _named(store, ids)))
    form.accept()
    assert form.isVisible()
    assert form.trouble.text()
    assert problems(form) == ["given_name"]
    assert form.form.fields["given_name"].problem() == "Theirs: Zigfrīds"
    assert form.form.fields["given_name"].value() == "Zigis"
    assert card_of(store, ids["Ābols"]).row.given_name == "Zigfrīds"
    form.accept()
    settle()
    assert card_of(store, ids["Ābols"]).row.given_name == "Zigis"


def test_a_stay_changed_meanwhile_is_shown_beside_yours(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.do("stay")
    form = typed(dialog_of(tab), sentence_end=date(2027, 1, 31))
    stay = card_of(store, ids["Ābols"]).stays[0]
    theirs = replace(stay.content, sentence_end=date(2027, 2, 1))
    store.run(change_stay, ChangeStay(stay.stay_id, stay.version, theirs))
    form.accept()
    assert form.form.fields["sentence_end"].problem() == "Theirs: 01/02/2027"
    form.accept()
    settle()
    assert card_of(store, ids["Ābols"]).stays[0].content.sentence_end == date(2027, 1, 31)


def _named(store, ids):
    return replace(card_of(store, ids["Ābols"]).content, given_name="Zigfrīds")


def test_a_stay_is_corrected_and_its_end_left_alone(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.do("stay")
    form = typed(dialog_of(tab), sentence_end=date(2027, 1, 31))
    form.accept()
    settle()
    stay = card_of(store, ids["Ābols"]).stays[0].content
    assert (stay.sentence_end, stay.discharged) == (date(2027, 1, 31), FOREVER)


def test_a_planned_arrival_is_called_off_with_a_reason(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Zariņš"])
    tab.do("cancel")
    form = dialog_of(tab)
    form.accept()
    assert problems(form) == ["reason"]
    typed(form, reason=WHY).accept()
    settle()
    assert tab.card.shown.stays == ()
    assert tab.card.shown.row.status is Status.DISCHARGED


def test_a_release_shows_first_what_ends_with_it(qtbot, store, ids, show_tab):
    house = with_house(store)
    with_placement(store, ids["Ābols"], house.beds["101 B"], NOW)
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    qtbot.keyClick(tab, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    form = dialog_of(tab)
    assert "Bed 101 B is left." in form.ending.lines.text()
    assert form.ending.stops.isHidden()
    typed(form, kind="transferred")
    assert not form.form.fields["transferred_to_id"].isHidden()
    typed(form, kind="released")
    qtbot.keyClick(form.form.fields["at"].editor.day, Qt.Key.Key_Return)
    settle()
    assert not tab.findChildren(QDialog) or not form.isVisible()
    assert card_of(store, ids["Ābols"]).row.status is Status.DISCHARGED
    assert tab.card.shown.row.status is Status.DISCHARGED


def test_a_release_before_the_admission_is_refused_beside_its_date(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.do("release")
    form = typed(dialog_of(tab), at=clock.at(date(2025, 1, 1)))
    form.accept()
    assert problems(form) == ["at"]
    form.reject()
    assert card_of(store, ids["Ābols"]).row.status is Status.PRESENT


def test_a_planned_release_stands_in_the_register(store, ids, desk, show_tab):
    tab = show_tab()
    tab.open_card(ids["Žagars"])
    tab.do("release")
    typed(dialog_of(tab), at=clock.at(date(2026, 12, 1), 600)).accept()
    settle()
    assert desk.undo_label == "Release planned: Žagars Ivo"
    row = tab.register.model.row_of(ids["Žagars"])
    assert "leaves 1 Dec" in tab.register.model.index(row, 3).data()
