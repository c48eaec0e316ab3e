"""A list leaves for a file: asked why, for whom and where, told to the log, then written."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from openblock.importing.table import read_table
from openblock.ui.importing.export_dialog import CSV, XLSX, ExportDialog, ExportRequest
from openblock.ui.importing.exporting import ListToWrite, ask_where, write_list

LISTED = ListToWrite(
    key="things",
    name="Things",
    what="thing-list",
    head=("Code", "Name"),
    rows=(("K1", "=1+1"), ("K2", "plain")),
    count="2 things",
    subjects=("thing:1", "thing:2"),
)


def dialog_of(qtbot, more: str = "") -> ExportDialog:
    dialog = ExportDialog("4 things go into it.", "Anna Bērziņa", more=more)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_an_export_asks_why_and_for_whom(qtbot, desk):
    dialog = dialog_of(qtbot)
    dialog.purpose.recipient.clear()
    dialog.export_button.click()
    assert dialog.isVisible()
    dialog.purpose.recipient.setText("IeVP")
    dialog.kind.set_value(CSV)
    dialog.export_button.click()
    assert not dialog.isVisible()
    assert dialog.request() == ExportRequest(CSV, "duty", "IeVP")


def test_what_goes_only_when_ticked_is_not_ticked_by_itself(qtbot, desk):
    assert not dialog_of(qtbot).more.isVisible()
    dialog = dialog_of(qtbot, "With personal codes")
    assert dialog.more.isVisible()
    assert not dialog.request().with_more
    dialog.more.setChecked(True)
    assert dialog.request().with_more


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_a_list_is_told_to_the_log_before_it_is_written(qtbot, desk, store, tmp_path, kind):
    path, before = tmp_path / f"things.{kind}", store.head().number
    with qtbot.waitSignal(desk.said) as said:
        write_list(desk, LISTED, ExportRequest(kind, "duty", "IeVP"), path)
    assert said.args == [f"Exported: 2 things to things.{kind}"]
    assert store.head().number == before + 1
    assert read_table(path).rows[1].cells == ("K1", "=1+1")
    if kind == CSV:
        assert "'=1+1" in path.read_text(encoding="utf-8")


def test_a_list_that_cannot_be_written_says_so(qtbot, desk, tmp_path):
    with qtbot.waitSignal(desk.refused) as refused:
        write_list(desk, LISTED, ExportRequest(CSV, "duty", "x"), tmp_path / "none" / "a.csv")
    assert refused.args[0].code == "write-failed"


@pytest.mark.parametrize(
    ("chosen", "name"), [("list", "list.csv"), ("list.CSV", "list.CSV"), ("a.b", "a.b.csv")]
)
def test_an_exported_file_gets_its_ending(desk, tmp_path, monkeypatch, chosen, name):
    answer = (str(tmp_path / chosen), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    assert ask_where(desk, "things", "Things", CSV, None) == tmp_path / name


def test_leaving_the_file_question_exports_nothing(desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    assert ask_where(desk, "things", "Things", CSV, None) is None
