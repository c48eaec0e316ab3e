"""The editor of a moment, and the list of prisons."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit

from openblock import clock
from openblock.features.residents.queries import prisons
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.ui.prisons_dialog import PrisonsDialog
from openblock.features.residents.ui.spec import menu_entries
from tests.features.residents.ui.screen import NOW

WHY = "komisija tā lēma"


def test_a_moment_left_as_it_was_keeps_its_seconds(qtbot):
    moment = NOW + timedelta(seconds=37)
    edit = MomentEdit(moment)
    qtbot.addWidget(edit)
    assert edit.value() == moment
    edit.time.setText("8.30")
    assert edit.value() == clock.at(date(2026, 11, 22), 510)
    edit.time.clear()
    assert edit.value() is None
    assert edit.unread()
    edit.day.setText("31.02.")
    assert "Not a date" in edit.unread()
    edit.set_value(None)
    assert (edit.value(), edit.unread()) == (None, "")


def test_both_of_october_s_hours_and_the_one_march_lacks_can_be_kept(qtbot):
    second = clock.at(date(2026, 10, 25), 3 * 60 + 30) + timedelta(hours=1)
    edit = MomentEdit(second)
    qtbot.addWidget(edit)
    assert edit.time.text() == "03:30"
    assert edit.value() == second
    edit.set_value(None)
    edit.day.set_value(date(2026, 3, 29))
    edit.time.setText("03:30")
    assert clock.local(edit.value()).hour == 4


def test_prisons_are_kept_in_one_window(qtbot, desk, store):
    dialog = PrisonsDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.fill({"name": "Jaunais cietums", "active_from": date(2026, 3, 1)})
    dialog.save()
    row = next(each for each in store.read(prisons) if each.name == "Jaunais cietums")
    dialog.table.choose(row.prison_id)
    dialog.form.fill({"active_to": date(2026, 2, 1)})
    dialog.save()
    assert dialog.form.fields["active_to"].problem()
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_menu_offers_prisons_to_whoever_may_change_them(qtbot, desk):
    (entry,) = menu_entries()
    assert entry.operation == "residents.save_prison"
    over = QLineEdit()
    qtbot.addWidget(over)
    entry.open(desk, over)
    (dialog,) = over.findChildren(PrisonsDialog)
    assert dialog.isVisible()
    dialog.reject()
