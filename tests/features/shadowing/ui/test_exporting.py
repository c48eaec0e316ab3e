"""The list of trainees leaves for a file, asked about and told to the log."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from openblock.features.accounts.queries import log_rows
from openblock.features.shadowing.ui.exporting import export_dialog, export_list, listed
from openblock.importing.table import read_table
from openblock.storage.log import LogFilter
from openblock.ui.importing.export_dialog import CSV, XLSX, ExportDialog


def test_one_course_or_all_of_them_go_into_the_list(block, desk):
    second, everybody = listed(desk, block.second), listed(desk, None)
    assert [row[0] for row in second.rows] == ["Balode", "Kalniņš", "Zariņa"]
    assert second.subjects == tuple(
        f"trainee:{number}" for number in (block.sintija, block.arturs, block.elina)
    )
    assert len(everybody.rows) == 5
    assert {row[-1] for row in everybody.rows} == {"2. kurss", "3. kurss"}


def test_the_question_says_how_many_go_into_it(qtbot, block, desk):
    dialog = export_dialog(desk, block.third)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "2 trainees go into it." in said
    assert dialog.purpose.recipient.text() == desk.actor.name


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_an_export_is_asked_about_written_and_told_to_the_log(
    qtbot, block, desk, tmp_path, monkeypatch, kind
):
    answer = (str(tmp_path / f"list.{kind}"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)

    def accept(dialog: ExportDialog) -> int:
        dialog.kind.set_value(kind)
        return 1

    monkeypatch.setattr(ExportDialog, "exec", accept)
    with qtbot.waitSignal(desk.said, timeout=20_000) as said:
        export_list(desk, block.second)
    assert said.args == [f"Exported: 3 trainees to list.{kind}"]
    table = read_table(tmp_path / f"list.{kind}")
    assert [row.cells[0] for row in table.rows] == ["Surname", "Balode", "Kalniņš", "Zariņa"]
    told = block.store.read(log_rows, LogFilter(subject=("trainee", str(block.elina))))
    assert any(row.operation == "disclose" for row in told)


def test_leaving_the_question_writes_nothing(block, desk, monkeypatch):
    before = block.store.head().number
    monkeypatch.setattr(ExportDialog, "exec", lambda _self: 0)
    export_list(desk, None)
    assert block.store.head().number == before
