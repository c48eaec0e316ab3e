"""What was half typed comes back after a lock, and only then."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from openblock.features.accounts.queries import own_draft
from openblock.features.residents.commands import (
    SaveAlert,
    save_alert,
)
from openblock.features.residents.rules.content import AlertContent
from openblock.ui.window.leaving import close_windows
from tests.features.residents.ui.screen import dialog_of, typed
from tests.rig import settle

WHY = "komisija tā lēma"


@pytest.mark.parametrize(
    ("open_form", "values"),
    [
        (lambda tab, _ids: tab.admit(), {"surname": "Pus", "needs": ("lower_bed",)}),
        (lambda tab, ids: _do(tab, ids["Ābols"], "edit"), {"birth_date": date(1990, 1, 2)}),
        (lambda tab, ids: _do(tab, ids["Ābols"], "stay"), {"sentence_end": date(2028, 1, 2)}),
        (lambda tab, ids: _do(tab, ids["Bite"], "readmit"), {"admission_kind": "court"}),
        (lambda tab, ids: _do(tab, ids["Ābols"], "release"), {"kind": "died"}),
        (lambda tab, ids: _do(tab, ids["Ābols"], "mark"), {"text": "pusē"}),
        (lambda tab, ids: _do(tab, ids["Ābols"], "apart"), {"level": "building"}),
    ],
)
def test_a_half_typed_form_comes_back_after_a_lock(open_form, values, desk, store, ids, show_tab):
    tab = show_tab()
    open_form(tab, ids)
    form = typed(dialog_of(tab), **values)
    close_windows(desk, [form])
    settle()
    again = show_tab()
    back = dialog_of(again)
    assert back.windowTitle()
    assert {name: back.form.fields[name].value() for name in values} == values
    back.reject()
    settle()
    assert store.read(own_draft, 1, "residents.form") is None


def _do(tab, number, name):
    tab.open_card(number)
    tab.do(name)


def test_a_form_left_on_purpose_is_no_draft(desk, store, ids, show_tab):
    tab = show_tab()
    tab.admit()
    typed(dialog_of(tab), surname="Pus").reject()
    assert store.read(own_draft, 1, "residents.form") is None
    tab.admit()
    close_windows(desk, [dialog_of(tab)])
    assert store.read(own_draft, 1, "residents.form") is None


def test_a_draft_about_a_mark_that_is_gone_is_let_go(desk, store, ids, show_tab):
    mark = AlertContent("health", "alerģija", date(2026, 11, 1))
    number = store.run(save_alert, SaveAlert(ids["Ābols"], None, 0, mark)).value
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.card.alerts.table.choose(number)
    tab.card.alerts.do(0)
    close_windows(desk, [typed(dialog_of(tab), text="pusē")])
    settle()
    _taken_out = tab.openings.remove_alert(tab.card.shown, tab.card.shown.alerts[0])
    again = show_tab()
    assert [each for each in again.findChildren(QDialog) if each.isVisible()] == []
    assert store.read(own_draft, 1, "residents.form") is None
