"""An area's bookings leave as a calendar: asked why and for whom, told to the log, then written."""

from __future__ import annotations

import icalendar
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from openblock.features.accounts.queries import log_rows
from openblock.features.grounds.ui.exporting import export_area
from openblock.features.shadowing.ui.calendar_saving import CalendarDialog
from openblock.storage.log import LogFilter


def answer(accept: bool, seen: list[str]) -> None:
    """Answer the dialog that opens next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CalendarDialog)
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        seen.append(dialog.purpose.recipient.text())
        dialog.save_button.click() if accept else dialog.reject()

    QTimer.singleShot(0, act)


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    path = tmp_path / "laukums.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path


def test_who_exports_says_for_whom_and_the_log_knows_before_the_file_is_there(
    desk, block, over, chosen
):
    seen: list[str] = []
    answer(True, seen)
    export_area(desk, over, block.field)
    events = list(icalendar.Calendar.from_ical(chosen.read_bytes()).walk("VEVENT"))
    assert {str(each["uid"]) for each in events} == {
        f"booking-{block.gone}@openblock",
        f"booking-{block.football}@openblock",
    }
    assert any("no residents" in each for each in seen)
    assert desk.actor.name in seen
    row = block.store.read(log_rows, LogFilter(operation="disclose"))[0]
    assert (row.recipient, row.purpose) == (desk.actor.name, "duty")
    assert {kind for kind, _number in row.subjects} == {"officer"}


def test_who_leaves_has_written_and_logged_nothing(desk, block, over, chosen):
    answer(False, [])
    export_area(desk, over, block.field)
    assert not chosen.exists()
    assert block.store.read(log_rows, LogFilter(operation="disclose")) == ()
