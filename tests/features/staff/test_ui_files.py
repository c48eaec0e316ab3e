"""The staff list comes in from a file and goes out into one, through the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openblock.features.staff.queries import officers
from openblock.features.staff.ui.exporting import listed
from openblock.importing.table import read_table
from openblock.resources import resource
from openblock.ui.importing.export_dialog import CSV, XLSX, ExportRequest
from openblock.ui.importing.exporting import write_list
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
            write_list(desk, listed(rows), request, path)
        assert said.args == [f"Exported: 4 officers to list.{kind}"]
        assert store.head().number == before + 1
        table = read_table(path)
        assert len(table.rows) == 5
        assert len(table.rows[0].cells) == columns


def test_an_export_that_cannot_be_written_says_so(qtbot, people, desk, store, tmp_path):
    rows = store.read(officers)
    with qtbot.waitSignal(desk.refused) as refused:
        path = tmp_path / "none" / "list.csv"
        write_list(desk, listed(rows), ExportRequest(CSV, "duty", "x"), path)
    assert refused.args[0].code == "write-failed"
