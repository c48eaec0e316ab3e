"""The lock: it blanks at once, leaves nothing of the officer, and comes by itself."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.ui.window.idle import IdleLock
from tests.ui.conftest import Door, rename

MOMENT = datetime(2026, 11, 22, 2, 52, tzinfo=UTC)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def visible_words(window) -> str:
    said = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return " ".join((*said, window.windowTitle()))


def test_the_lock_leaves_nothing_of_the_officer(premises, qtbot):
    desk = premises.enter(name="Liepa Sofija")
    window = premises.window
    store = desk.store
    rename(desk, "Korpuss A")
    premises.page.typed.setText("half typed")
    page = premises.page
    dialog = QDialog(window)
    line = QLineEdit("Ozols Jānis", dialog)
    dialog.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    QGuiApplication.clipboard().setText("24\t24\tD")
    started = time.monotonic()
    window.lock()
    assert time.monotonic() - started < 5
    assert page.drafts == ["half typed"]
    assert window.desk is None
    assert window.workplace is None
    assert isinstance(window.door, Door)
    assert window.windowTitle() == "OpenBlock"
    assert "Liepa" not in visible_words(window)
    assert not dialog.isVisible()
    assert QGuiApplication.clipboard().text() == ""
    assert not desk.can_undo
    with pytest.raises(StorageTrouble, match="store-closed"):
        _ = store.dek
    with qtbot.waitSignals([page.destroyed, line.destroyed]):
        pass


def test_the_screen_blanks_within_200_milliseconds(premises, monkeypatch):
    premises.enter()
    window = premises.window
    blanked = []
    keep = premises.page.keep_draft

    def keep_draft():
        blanked.append((time.monotonic(), window.centralWidget().currentWidget().objectName()))
        keep()

    monkeypatch.setattr(premises.page, "keep_draft", keep_draft)
    started = time.monotonic()
    window.lock()
    at, shown = blanked[0]
    assert shown == "curtain"
    assert at - started < 0.2


def test_a_dialog_that_waits_for_an_answer_is_left_by_the_lock(premises):
    premises.enter()
    window = premises.window
    answers = []
    dialog = QDialog(window)
    QTimer.singleShot(20, window.lock)
    answers.append(dialog.exec())
    assert answers == [QDialog.DialogCode.Rejected]
    assert window.desk is None


def test_what_another_programme_copied_stays_on_the_clipboard(premises, qtbot):
    premises.enter()
    premises.window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    QGuiApplication.clipboard().setText("from elsewhere")
    premises.window.lock()
    assert QGuiApplication.clipboard().text() == "from elsewhere"


def test_the_same_officer_comes_back_to_the_same_place_and_another_does_not(premises):
    desk = premises.enter(1)
    desk.open_tab("roster", {"period": "2026-12"})
    premises.window.lock()
    left = premises.window.door.doorway.left
    assert (left.account_id, left.tab_title) == (1, "Roster")
    assert not premises.window.door.doorway.changing
    premises.enter(1)
    assert premises.window.workplace.pages.key == "roster"
    assert premises.page.period == "2026-12"
    premises.window.change_officer()
    assert premises.window.door.doorway.changing
    premises.enter(2, role="trainee")
    premises.window.workplace.open_tab("roster")
    assert premises.page.period == "2026-11"


def test_locking_twice_does_no_harm(premises):
    premises.enter()
    premises.window.lock()
    premises.window.lock()
    assert isinstance(premises.window.door, Door)


def test_keys_lock_the_window(premises, qtbot):
    premises.enter()
    window = premises.window
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL | SHIFT)
    assert window.desk is None


@pytest.mark.parametrize(("letter", "changing"), [("L", False), ("O", True)])
def test_keys_lock_over_a_half_typed_form(letter, changing, premises, qtbot):
    """Whoever believes the window is locked types the password into the form otherwise."""
    premises.enter()
    dialog = QDialog(premises.window)
    line = QLineEdit("half typed", dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    with qtbot.waitSignal(premises.window.locked):
        qtbot.keyClick(line, getattr(Qt.Key, f"Key_{letter}"), CTRL | SHIFT)
    assert not dialog.isVisible()
    assert premises.window.desk is None
    assert premises.window.door.doorway.changing is changing


def test_nobody_at_the_keyboard_locks_after_the_time_set(qtbot, dressed):
    idle = IdleLock(0.15)
    with qtbot.waitSignal(idle.expired, timeout=3000):
        idle.start()


def test_a_key_puts_the_lock_off(qtbot, dressed):
    idle, line = IdleLock(0.4), QLineEdit()
    qtbot.addWidget(line)
    line.show()
    idle.start()
    for _ in range(6):
        qtbot.wait(120)
        with qtbot.assertNotEmitted(idle.expired):
            qtbot.keyClick(line, Qt.Key.Key_A)
    idle.stop()


def test_a_computer_that_slept_is_locked_when_it_wakes(qtbot, dressed):
    idle = IdleLock(300)
    with clock.standing_at(MOMENT):
        idle.start()
        with qtbot.assertNotEmitted(idle.expired):
            idle.look()
    with clock.standing_at(MOMENT + timedelta(hours=2)), qtbot.waitSignal(idle.expired):
        idle.look()


def test_the_minutes_of_the_settings_are_heeded(premises):
    desk = premises.enter()
    premises.window.idle.seconds = 0
    rename(desk, "Korpuss C")
    assert premises.window.idle.seconds == 300
