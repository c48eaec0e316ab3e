"""Own shifts leave as a calendar and the time-sheet as a workbook: asked, logged, then written."""

from __future__ import annotations

import io

import icalendar
import openpyxl
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.rights import may
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.ui.exporting import export_calendar, export_time_sheet
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from openblock.ui.paper.file_saving import FileDialog
from tests.features.roster.ui.conftest import TODAY


@pytest.fixture
def desk(block, qtbot):
    block.store.run(change_cells, ChangeCells((CellEdit(block.berzins, TODAY, "24"),)))
    return Desk(block.store, may=may)


def answer(accept: bool, seen: list[str]) -> None:
    """Answer the dialog that opens next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FileDialog)
        seen.append(dialog.purpose.recipient.text())
        dialog.save_button.click() if accept else dialog.reject()

    QTimer.singleShot(0, act)


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "fails"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path


def disclosed(block):
    return block.store.read(log_rows, LogFilter(operation="disclose"))


def test_own_shifts_leave_as_a_calendar_for_the_officer(desk, block, over, chosen):
    seen: list[str] = []
    answer(True, seen)
    export_calendar(desk, over, block.berzins, TODAY)
    (event,) = icalendar.Calendar.from_ical(chosen.with_name("fails.ics").read_bytes()).walk(
        "VEVENT"
    )
    assert str(event["uid"]) == f"duty-{block.berzins}-2026-11-22@openblock"
    assert seen == ["Bērziņš Jānis"]
    row = disclosed(block)[0]
    assert row.subjects == (("officer", str(block.berzins)),)
    assert (row.recipient, row.details["what"]) == ("Bērziņš Jānis", "own-calendar")


def test_the_time_sheet_leaves_as_a_workbook_for_accounting(desk, block, over, chosen):
    seen: list[str] = []
    answer(True, seen)
    export_time_sheet(desk, over, TODAY)
    content = chosen.with_name("fails.xlsx").read_bytes()
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert page["A1"].value == "TIME-SHEET OF SERVICE DUTY (WORK)"
    assert seen == ["Accounting"]
    assert len(disclosed(block)[0].subjects) == 3


def test_who_leaves_the_question_has_written_and_logged_nothing(desk, block, over, chosen):
    answer(False, [])
    export_time_sheet(desk, over, TODAY)
    assert disclosed(block) == ()
    assert not list(chosen.parent.iterdir())


def test_a_role_that_may_not_see_the_time_sheet_is_told_and_asked_nothing(
    block, store_as, over, chosen
):
    desk = Desk(store_as("duty_officer"), may=may)
    said = []
    desk.refused.connect(said.append)
    export_time_sheet(desk, over, TODAY)
    assert said
    assert not list(chosen.parent.iterdir())


def test_the_tab_s_menu_saves_the_shifts_of_whom_the_keyboard_stands_on(desk, block, tab, chosen):
    tab.grid.go_to(block.berzins, TODAY)
    tab.toolbar.menu.aboutToShow.emit()
    lines = {each.text(): each for each in tab.toolbar.menu.actions()}
    for words, ending in (
        ("Own shifts as a calendar…", ".ics"),
        ("Time-sheet as a workbook…", ".xlsx"),
    ):
        answer(True, [])
        lines[words].trigger()
        assert chosen.with_name(f"fails{ending}").exists()
    assert disclosed(block)[1].subjects == (("officer", str(block.berzins)),)
