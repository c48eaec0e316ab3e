"""Admission: likely values, problems while typing, reasons asked for, nobody entered twice."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.features.residents.commands import (
    ChangeResident,
    change_resident,
)
from openblock.features.residents.queries import personal_code, prisons
from openblock.features.residents.rules.content import Status
from openblock.features.residents.ui.stay_fields import prison_options
from tests.factories import with_prison
from tests.features.residents.ui.screen import NOW, card_of, dialog_of, focus, problems, typed
from tests.rig import settle

WHY = "komisija tā lēma"


def test_the_first_resident_is_admitted_from_the_empty_tab(qtbot, store, show_tab):
    tab = show_tab()
    tab.focus_first()
    assert focus() is tab.page.empty.admit_button
    qtbot.keyClick(tab.page.empty.admit_button, Qt.Key.Key_Space)
    form = dialog_of(tab)
    assert form.form.fields["admitted"].value() == NOW
    assert form.focusWidget() is form.form.fields["surname"].editor
    form.form.fields["surname"].editor.insert("Ūdris-Ņemme")
    form.form.fields["given_name"].editor.insert("Ģirts")
    qtbot.keyClick(form.form.fields["given_name"].editor, Qt.Key.Key_Return)
    settle()
    assert tab.card.shown.row.name == "Ūdris-Ņemme Ģirts"
    assert tab.card.shown.row.status is Status.PRESENT
    assert tab.register.chosen_id() == tab.card.shown.row.resident_id


def test_an_arrival_that_lies_ahead_is_planned(store, ids, desk, show_tab):
    tab = show_tab()
    tab.admit()
    tuesday = clock.at(date(2026, 11, 24), 600)
    form = typed(dialog_of(tab), surname="Jauns", given_name="Jānis", admitted=tuesday)
    form.accept()
    settle()
    assert tab.card.shown.row.status is Status.PLANNED
    assert desk.undo_label == "Arrival planned: Jauns Jānis"


def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(ids, show_tab):
    tab = show_tab()
    tab.admit()
    form = typed(dialog_of(tab), given_name="Jānis")
    assert problems(form) == []
    form.accept()
    assert form.isVisible()
    assert problems(form) == ["surname"]
    assert form.form.fields["given_name"].value() == "Jānis"
    form.reject()


@pytest.mark.parametrize(
    ("code", "said", "born"),
    [
        ("161175-19997", "", date(1975, 11, 16)),
        ("16117519997", "", date(1975, 11, 16)),
        ("328673-00679", "", None),
        ("16117", "", None),
        ("161375-19997", "date", None),
        ("161175-19996", "last digit", date(1975, 11, 16)),
        ("32867300677", "last digit", None),
        ("16117x-19997", "digits", None),
    ],
)
def test_a_code_is_looked_at_while_it_is_typed(code, said, born, qtbot, ids, show_tab):
    tab = show_tab()
    tab.admit()
    form = dialog_of(tab)
    qtbot.keyClicks(form.form.fields["personal_code"].editor, code)
    field = form.form.fields["personal_code"]
    assert bool(field.problem()) == bool(said)
    assert said in field.problem()
    assert form.form.fields["birth_date"].value() == born
    form.reject()


def test_a_birth_date_that_was_typed_is_not_overwritten_by_the_code(qtbot, ids, show_tab):
    tab = show_tab()
    tab.admit()
    form = typed(dialog_of(tab), birth_date=date(1975, 11, 17))
    qtbot.keyClicks(form.form.fields["personal_code"].editor, "161175-19997")
    assert form.form.fields["birth_date"].value() == date(1975, 11, 17)
    assert form.form.fields["personal_code"].problem()
    form.reject()


def test_a_warning_asks_for_a_reason_and_the_reason_sends_it(store, ids, show_tab):
    tab = show_tab()
    tab.admit()
    form = typed(dialog_of(tab), surname="Jauns", given_name="Jānis", personal_code="328673-00677")
    reason = form.form.fields["reason"]
    assert not reason.isVisible()
    form.accept()
    assert form.isVisible()
    assert reason.isVisible()
    assert form.focusWidget() is reason.editor
    reason.set_value("nav")
    form.accept()
    assert form.isVisible()
    reason.set_value(WHY)
    form.accept()
    settle()
    number = tab.card.shown.row.resident_id
    assert store.read(personal_code, number) == "32867300677"


def test_somebody_known_by_code_is_opened_and_readmitted_instead(store, ids, show_tab):
    store.run(
        change_resident,
        ChangeResident(
            ids["Bite"],
            card_of(store, ids["Bite"]).row.version,
            _with_code(store, ids["Bite"], "010190-15267"),
        ),
    )
    tab = show_tab()
    tab.admit()
    form = typed(dialog_of(tab), surname="Bite", given_name="R", personal_code="010190-15267")
    assert form.known.isHidden()
    form.accept()
    assert not form.known.isHidden()
    form.known.button.click()
    settle()
    readmit = dialog_of(tab)
    assert tab.card.shown.row.surname == "Bite"
    readmit.accept()
    settle()
    assert tab.card.shown.row.status is Status.PRESENT
    assert len(tab.card.shown.stays) == 2


def _with_code(store, number, code):
    from dataclasses import replace

    return replace(card_of(store, number).content, personal_code=code)


def test_a_possible_double_is_offered_too_and_a_reason_says_it_is_another(store, ids, show_tab):
    tab = show_tab()
    tab.admit()
    form = typed(dialog_of(tab), surname="abols", given_name="ZIGURDS")
    form.accept()
    assert not form.known.isHidden()
    form.form.fields["reason"].set_value("cits cilvēks")
    form.accept()
    settle()
    assert tab.card.shown.row.name == "abols ZIGURDS"


def test_only_a_transfer_asks_where_from(ids, show_tab):
    tab = show_tab()
    tab.admit()
    form = dialog_of(tab)
    origin = form.form.fields["admitted_from_id"]
    assert not origin.isHidden()
    form.form.fields["admission_kind"].set_value("court")
    assert origin.isHidden()
    form.reject()


def test_a_closed_prison_is_offered_only_for_the_days_it_was_open(store):
    number = with_prison(store, "Vecais cietums", active_to=date(2019, 3, 31))
    known = store.read(prisons)
    assert number in dict(prison_options(known, date(2019, 3, 31), None))
    assert number not in dict(prison_options(known, date(2019, 4, 1), None))
    assert number in dict(prison_options(known, date(2026, 1, 1), number))
