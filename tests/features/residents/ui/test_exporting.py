"""The list of residents leaves for a file; codes only for those who may and tick them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from openblock.features.accounts.rights import may
from openblock.features.residents.ui.exporting import export_dialog, export_list, listed
from openblock.importing.table import read_table
from openblock.ui.desk import Desk
from openblock.ui.importing.export_dialog import CSV, XLSX, ExportDialog, ExportRequest
from tests.factories import with_resident

PLAIN = ExportRequest(CSV, "duty", "IeVP")
CODED = ExportRequest(CSV, "duty", "IeVP", with_more=True)


@pytest.fixture
def two(store) -> tuple[int, int]:
    first = with_resident(store, "Bērziņš", personal_code="161175-19997")
    return first, with_resident(store, "Liepa", "Zane")


def test_codes_go_out_only_when_they_were_ticked(desk, two):
    plain, coded = listed(desk, PLAIN), listed(desk, CODED)
    assert "161175-19997" not in [str(cell) for row in plain.rows for cell in row]
    assert "161175-19997" in [str(cell) for row in coded.rows for cell in row]
    assert set(plain.subjects) == {f"resident:{number}" for number in two}


def test_codes_are_not_offered_to_who_may_not_see_them(qtbot, qapp, store_as, desk, two):
    planner = export_dialog(desk)
    qtbot.addWidget(planner)
    planner.show()
    assert planner.more.isVisible()
    assert not planner.more.isChecked()
    officer = Desk(store_as("duty_officer"), may=may)
    dialog = export_dialog(officer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.more.isVisible()
    officer.close()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_an_export_is_asked_about_and_written(qtbot, desk, tmp_path, monkeypatch, kind):
    answer = (str(tmp_path / f"list.{kind}"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)

    def accept(dialog: ExportDialog) -> int:
        dialog.kind.set_value(kind)
        return 1

    monkeypatch.setattr(ExportDialog, "exec", accept)
    with qtbot.waitSignal(desk.said, timeout=20_000) as said:
        export_list(desk)
    assert said.args == [f"Exported: 2 residents to list.{kind}"]
    table = read_table(tmp_path / f"list.{kind}")
    assert [row.cells[0] for row in table.rows] == ["Surname", "Bērziņš", "Liepa"]


def test_leaving_the_question_writes_nothing(desk, store, two, monkeypatch):
    before = store.head().number
    monkeypatch.setattr(ExportDialog, "exec", lambda _self: 0)
    export_list(desk)
    assert store.head().number == before
