"""Bugs end in a log without personal data and a dialog that says the data is safe."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from openblock.errors import KnownError
from openblock.ui.crash import CrashDialog, Crashes, open_log, redacted, report

SECRET = "Bērziņš Jānis 010190-12345"


def fault():
    try:
        int(SECRET)
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


@pytest.fixture
def crashes(dressed, tmp_path):
    made = Crashes()
    open_log(tmp_path)
    yield made
    if made.dialog is not None:
        made.dialog.close()
    for handler in list(logging.getLogger("openblock").handlers):
        logging.getLogger("openblock").removeHandler(handler)
        handler.close()


def test_a_report_says_where_and_never_whom():
    said = report(*fault())
    assert "test_crash.py" in said
    assert said.rstrip().endswith("ValueError")
    assert "Bērziņš" not in said


def test_a_report_keeps_the_code_of_a_refusal_and_the_kind_of_its_cause():
    refusal = KnownError("disk-full", name=SECRET)
    refusal.__cause__ = OSError(28, SECRET)
    said = report(type(refusal), refusal, None)
    assert "KnownError (disk-full)" in said
    assert "OSError" in said
    assert "Bērziņš" not in said


def test_a_fault_is_logged_and_shown_once(crashes, tmp_path, qtbot):
    crashes.caught(*fault())
    crashes.caught(*fault())
    assert crashes.dialog is not None
    written = (tmp_path / "openblock.log").read_text("utf-8")
    assert written.count("\nValueError\n") == 2
    assert "Bērziņš" not in written
    qtbot.mouseClick(crashes.dialog.continue_button, Qt.MouseButton.LeftButton)
    assert crashes.dialog is None


def test_details_are_copied_and_the_programme_can_be_closed(crashes, qtbot):
    crashes.caught(*fault())
    dialog = crashes.dialog
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.details
    with qtbot.waitSignal(crashes.close_wanted):
        qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)


def test_the_dialog_says_that_the_data_is_safe(dressed, qtbot):
    from PySide6.QtWidgets import QLabel

    dialog = CrashDialog("details")
    qtbot.addWidget(dialog)
    assert any("data is safe" in each.text() for each in dialog.findChildren(QLabel))


def test_an_interrupt_from_the_keyboard_closes_and_shows_nothing(crashes, qtbot):
    with qtbot.waitSignal(crashes.close_wanted):
        crashes.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert crashes.dialog is None


def test_installed_it_hears_of_every_thread_and_of_qt(crashes, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = qInstallMessageHandler(None)
    try:
        crashes.install(tmp_path)
        thread = threading.Thread(target=lambda: fault()[1].missing)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: crashes.dialog is not None)
        crashes.heed_qt(QtMsgType.QtWarningMsg, None, f'cannot open "{SECRET}"')
    finally:
        qInstallMessageHandler(before)
    written = (tmp_path / "openblock.log").read_text("utf-8")
    assert "AttributeError" in written
    assert "Qt: cannot open …" in written


def test_a_message_of_qt_loses_what_it_quotes():
    assert redacted(f"no such '{SECRET}' here") == "no such … here"


def test_a_folder_that_cannot_be_written_means_no_log(tmp_path):
    (tmp_path / "file").write_text("")
    assert open_log(tmp_path / "file" / "logs") is None
