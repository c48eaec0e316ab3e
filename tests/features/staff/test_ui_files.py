"""The staff list comes in from a file and goes out into one, through the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from openblock.features.staff.queries import officers
from openblock.features.staff.ui.export_dialog import CSV, XLSX, ExportDialog, ExportRequest
from openblock.features.staff.ui.exporting import ask_where, export_list
from openblock.importing.table import read_table
from openblock.resources import resource
from tests.features.staff.officers import stored


def test_an_import_through_the_window_by_keyboard(qtbot, desk, store, show_tab):
    tab = show_tab()
    tab.focus_first()
    dialog = tab.open_import()
    qtbot.waitExposed(dialog)
    dialog.file_line.path.setFocus()
    qtbot.keyClicks(dialog.file_line.path, str(resource("samples", "officers.csv")))
    qtbot.keyClick(dialog.file_line.path, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=5000)
    assert dialog.import_button.hasFocus()
    qtbot.keyClick(dialog.import_button, Qt.Key.Key_Return)
    assert len(stored(store)) == 26
    assert tab.pages.currentWidget() is not tab.empty
    assert len(tab.list.shown_rows()) == 26
    desk.undo()
    assert stored(store) == {}


def test_a_backup_is_taken_before_a_list_is_written(qtbot, desk, store, show_tab):
    reasons = []
    desk.back_up_before = lambda reason: reasons.append((reason, len(stored(store))))
    tab = show_tab()
    dialog = tab.open_import(resource("samples", "officers.xlsx"))
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=5000)
    with qtbot.waitSignal(dialog.written):
        dialog.import_button.click()
    assert reasons == [("import", 0)]
    assert len(stored(store)) == 26


def test_an_export_is_logged_before_it_is_written(qtbot, people, desk, store, show_tab, tmp_path):
    tab = show_tab()
    rows = tab.list.shown_rows()
    for kind, columns in ((CSV, 12), (XLSX, 12)):
        path = tmp_path / f"list.{kind}"
        before = store.head().number
        request = ExportRequest(kind, "inspection", "Anna Bērziņa")
        with qtbot.waitSignal(desk.said) as said:
            export_list(desk, rows, request, path)
        assert said.args == [f"Exported: 4 officers to list.{kind}"]
        assert store.head().number == before + 1
        table = read_table(path)
        assert len(table.rows) == 5
        assert len(table.rows[0].cells) == columns


def test_an_export_that_cannot_be_written_says_so(qtbot, people, desk, store, tmp_path):
    rows = store.read(officers)
    with qtbot.waitSignal(desk.refused) as refused:
        export_list(desk, rows, ExportRequest(CSV, "duty", "x"), tmp_path / "none" / "list.csv")
    assert refused.args[0].code == "write-failed"


def test_an_export_asks_why_and_for_whom(qtbot, desk):
    dialog = ExportDialog(4, "Anna Bērziņa")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.purpose.recipient.clear()
    dialog.export_button.click()
    assert dialog.isVisible()
    dialog.purpose.recipient.setText("IeVP")
    dialog.kind.set_value(CSV)
    dialog.export_button.click()
    assert not dialog.isVisible()
    assert dialog.request() == ExportRequest(CSV, "duty", "IeVP")


@pytest.mark.parametrize(
    ("chosen", "name"), [("list", "list.csv"), ("list.CSV", "list.CSV"), ("a.b", "a.b.csv")]
)
def test_an_exported_file_gets_its_ending(desk, tmp_path, monkeypatch, chosen, name):
    answer = (str(tmp_path / chosen), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    assert ask_where(desk, ExportRequest(CSV, "duty", "x"), None) == tmp_path / name


def test_leaving_the_file_question_exports_nothing(desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    assert ask_where(desk, ExportRequest(CSV, "duty", "x"), None) is None
