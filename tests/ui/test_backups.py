"""Backups on the screen: taken when due, listed, restored in few clicks, the file checked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.errors import Problem, StorageTrouble
from openblock.storage.acts import Head
from openblock.storage.backup import list_backups
from openblock.storage.check import Report
from openblock.storage.keeper import Keeper
from openblock.ui.backups.panel import BackupPanel
from openblock.ui.backups.rounds import BackupRounds
from openblock.ui.backups.wording import reason_words, report_words, restore_words
from tests.ui.conftest import name_of, rename


@pytest.fixture
def rounds(desk, backups_folder):
    made = BackupRounds(desk, Keeper(desk.store, backups_folder), lambda: None)
    yield made
    made.stop()


def test_a_backup_that_is_due_is_taken_in_the_background(rounds, desk, backups_folder, qtbot):
    with qtbot.waitSignal(rounds.taken):
        rounds.look()
    assert len(list_backups(backups_folder)) == 1
    assert rounds.latest is not None
    rounds.look()
    desk.worker.finish()
    assert len(list_backups(backups_folder)) == 1


def test_a_backup_a_day_old_is_warned_of(rounds, desk, qtbot):
    rounds.back_up()
    desk.worker.finish()
    tomorrow = clock.now() + timedelta(hours=25)
    with clock.standing_at(tomorrow), qtbot.waitSignal(desk.noticed) as noticed:
        rounds.look()
    assert noticed.args[0].kind == "warning"
    assert noticed.args[0].actions[0].words == "Back up now"


def test_a_backup_that_fails_is_told_with_a_way_to_the_panel(desk, backups_folder, qtbot):
    backups_folder.write_text("not a folder")
    opened = []
    rounds = BackupRounds(desk, Keeper(desk.store, backups_folder), lambda: opened.append(1))
    with qtbot.waitSignal(desk.noticed) as noticed:
        rounds.back_up()
    assert str(backups_folder) in noticed.args[0].sentence
    noticed.args[0].actions[0].do()
    assert opened == [1]
    assert isinstance(rounds.before_closing(), StorageTrouble)
    rounds.stop()


def test_without_a_keeper_nothing_is_backed_up(desk):
    rounds = BackupRounds(desk, None, lambda: None)
    rounds.look()
    rounds.back_up()
    assert (rounds.latest, rounds.backups(), rounds.before_closing()) == (None, (), None)
    rounds.stop()


def test_another_place_for_backups_is_heeded(rounds, desk, tmp_path, qtbot):
    with qtbot.waitSignal(rounds.aged) as aged:
        rounds.renew(Keeper(desk.store, tmp_path / "other"))
    assert aged.args == [None]


def test_the_panel_takes_lists_and_checks(rounds, desk, qtbot):
    panel = BackupPanel(rounds.backups, None, rounds)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.empty.isVisible()
    qtbot.mouseClick(panel.back_up_button, Qt.MouseButton.LeftButton)
    desk.worker.finish()
    assert panel.model.rowCount() == 1
    assert "verified" in panel.messages.text()
    assert not panel.restore_button.isEnabled()
    qtbot.mouseClick(panel.check_button, Qt.MouseButton.LeftButton)
    desk.worker.finish()
    assert "sound" in panel.messages.text()
    assert panel.check_button.isEnabled()
    panel.close()


def test_a_check_that_cannot_be_made_says_why(rounds, desk, qtbot):
    panel = BackupPanel(rounds.backups, None, rounds)
    qtbot.addWidget(panel)
    panel.show()
    desk.store.close()
    qtbot.mouseClick(panel.check_button, Qt.MouseButton.LeftButton)
    desk.worker.finish()
    assert panel.messages.text()
    assert panel.check_button.isEnabled()
    panel.close()


def test_a_backup_is_restored_in_three_clicks_and_the_former_file_set_aside(premises, qtbot):
    desk = premises.enter()
    window = premises.window
    deeds_rounds = window.deeds.rounds
    deeds_rounds.back_up()
    desk.worker.finish()
    rename(desk, "After the backup")
    panel = BackupPanel(deeds_rounds.backups, window.deeds.restore, deeds_rounds, window)
    panel.show()
    qtbot.mouseClick(panel.restore_button, Qt.MouseButton.LeftButton)
    assert "put aside" in panel.question.text()
    qtbot.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.restore_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.confirm_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.restoring.answer is not None, timeout=10_000)
    assert "in place" in window.restoring.answer.text()
    window.restoring.answer.close()
    assert window.desk is None
    assert premises.path.with_name(premises.path.name + ".quarantine").is_dir()
    again = premises.enter()
    assert name_of(again.store) == "Paraugkorpuss"


@pytest.mark.parametrize("role", ["trainee", "duty_officer", "auditor"])
def test_a_backup_is_put_back_only_by_who_may(premises, qtbot, role):
    desk = premises.enter(role=role)
    window = premises.window
    window.deeds.rounds.back_up()
    desk.worker.finish()
    before = desk.store.head().number
    with qtbot.waitSignal(desk.refused) as refused:
        window.deeds.restore(window.deeds.rounds.backups()[0])
    assert refused.args[0].code == "not-allowed"
    assert desk.store.head().number == before + 1
    assert window.desk is desk
    panel = BackupPanel(window.deeds.rounds.backups, None, window.deeds.rounds, window)
    panel.show()
    assert not panel.restore_button.isVisible()
    panel.close()


def test_a_trainee_has_no_backups_in_the_menu_nor_by_the_shortcut(premises, qtbot):
    desk = premises.enter(role="trainee")
    window = premises.window
    window.deeds.open_menu()
    said = [each.text() for each in window.deeds.menu.actions()]
    assert not any("ackup" in each or "Back up" in each for each in said)
    window.deeds.menu.close()
    with qtbot.waitSignal(desk.refused):
        window.deeds.back_up()
    assert window.deeds.rounds.backups() == ()


def test_a_damaged_backup_is_refused_and_the_file_stays(premises, qtbot):
    desk = premises.enter()
    window = premises.window
    window.deeds.rounds.back_up()
    desk.worker.finish()
    backup = window.deeds.rounds.backups()[0]
    backup.path.write_bytes(b"\0" * 4096)
    window.deeds.restore(backup)
    qtbot.waitUntil(lambda: window.restoring.answer is not None, timeout=10_000)
    assert "damaged" in window.restoring.answer.text()
    window.restoring.answer.close()
    assert name_of(premises.enter().store) == "Paraugkorpuss"


def test_what_is_replaced_is_said_in_words(rounds, desk):
    rounds.back_up()
    desk.worker.finish()
    backup = rounds.backups()[0]
    said = restore_words(backup, backup.taken_at + timedelta(hours=3))
    assert "3 h old" in said
    assert reason_words("close") == "when the programme closed"
    assert reason_words("something else") == "something else"


def test_findings_of_a_check_are_counted_and_worded():
    report = Report((Problem("audit-row-altered", facts={"number": 7}),), Head(9, "00"), 9, 1)
    assert report_words(report).startswith("The check found 1 thing")
    assert "Row 7 of the log was changed" in report_words(report)
