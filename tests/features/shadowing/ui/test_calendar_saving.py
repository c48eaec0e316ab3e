"""A calendar leaves for a telephone: asked for whom, told to the log first, written whole."""

from __future__ import annotations

import icalendar
import pytest
from PySide6.QtWidgets import QFileDialog

from openblock.errors import NotAllowed, StorageTrouble
from openblock.features.accounts.queries import log_rows
from openblock.features.shadowing.sheets_pdf.own import Trainee, ready_calendar
from openblock.features.shadowing.ui.calendar_saving import (
    CalendarDialog,
    save_calendar,
    write_calendar,
)
from openblock.storage.log import LogFilter
from tests.features.shadowing.practising import ELINA, NOW


def disclosed(block):
    block.sign_in(1, "administrator")
    return block.store.read(log_rows, LogFilter(operation="disclose"))


def test_a_trainee_saves_the_own_calendar_without_a_question_and_the_log_knows(
    sign_in, block, tmp_path, monkeypatch
):
    desk = sign_in(ELINA, "trainee")
    chosen = tmp_path / "mana prakse"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(chosen), ""))
    said = []
    desk.said.connect(said.append)
    save_calendar(desk)
    written = tmp_path / "mana prakse.ics"
    assert len(list(icalendar.Calendar.from_ical(written.read_bytes()).walk("VEVENT"))) == 5
    assert said == ["Saved: mana prakse.ics"]
    row = disclosed(block)[0]
    assert row.subjects == (("trainee", str(block.elina)),)
    assert (row.purpose, row.recipient) == ("duty", "Somebody")


def test_who_leaves_the_file_dialog_has_written_and_logged_nothing(sign_in, block, monkeypatch):
    desk = sign_in(ELINA, "trainee")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    save_calendar(desk)
    assert disclosed(block) == ()


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_stands_there(desk, block, tmp_path):
    made = ready_calendar(Trainee(desk.read, "administrator", block.elina), NOW)
    with pytest.raises(StorageTrouble):
        write_calendar(desk, made, ("duty", "Zariņa Elīna"), tmp_path / "nowhere" / "x.ics")
    assert not list(tmp_path.glob("**/*.ics"))


def test_a_coordinator_says_why_and_for_whom(desk, block, qtbot):
    dialog = CalendarDialog("Zariņa Elīna")
    qtbot.addWidget(dialog)
    assert dialog.purpose.recipient.text() == "Zariņa Elīna"
    dialog.purpose.recipient.setText(" ")
    dialog.save_button.click()
    assert not dialog.result()
    dialog.purpose.recipient.setText("Zariņa Elīna")
    dialog.save_button.click()
    assert dialog.result() == CalendarDialog.DialogCode.Accepted


def test_tr_15_another_trainee_s_calendar_is_refused(sign_in, block):
    desk = sign_in(ELINA, "trainee")
    with pytest.raises(NotAllowed):
        ready_calendar(Trainee(desk.read, desk.actor.role, block.arturs), NOW)
