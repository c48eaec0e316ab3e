"""The status bar: what happened and when, how old the backup is, the switches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.ui.status import StatusBar, age_in_words, theme_words

MOMENT = datetime(2026, 11, 22, 2, 52, tzinfo=UTC)


@pytest.fixture
def status(dressed, qtbot):
    made = StatusBar()
    qtbot.addWidget(made)
    return made


def test_it_says_what_happened_and_at_what_time(status):
    with clock.standing_at(MOMENT):
        status.say("Saved.")
    assert status.text() == "Saved. · 04:52"
    status.say("")
    assert status.text() == ""


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(minutes=38), "38 min"),
        (timedelta(hours=5, minutes=59), "5 h"),
        (timedelta(days=3), "3 days"),
        (timedelta(seconds=-5), "0 min"),
    ],
)
def test_ages_are_said_in_the_unit_that_matters(age, said):
    assert age_in_words(age) == said


def test_an_old_backup_warns_in_words_and_not_by_colour_alone(status):
    with clock.standing_at(MOMENT):
        status.show_backup(MOMENT - timedelta(minutes=38))
        assert status.backup_button.text() == "Backup 38 min ago"
        assert status.backup_button.property("state") == ""
        status.show_backup(MOMENT - timedelta(hours=30))
        assert status.backup_button.property("state") == "warning"
        status.show_backup(None)
    assert status.backup_button.text() == "No backup yet"


def test_work_in_the_background_shows_and_can_be_stopped(status, qtbot):
    status.show()
    status.show_progress(busy=True, done=2, total=5, words="Reading")
    assert status.text() == "Reading"
    with qtbot.waitSignal(status.stop_wanted):
        qtbot.mouseClick(status.stop_button, Qt.MouseButton.LeftButton)
    status.show_progress(busy=False)
    assert not status.stop_button.isVisible()


def test_what_is_done_no_longer_says_that_it_goes_on(status):
    status.show_progress(busy=True, words="Looking through the rows…")
    assert status.text() == "Looking through the rows…"
    status.show_progress(busy=False)
    assert status.text() == ""
    status.show_progress(busy=True, words="Backing up…")
    status.say("Saved.")
    status.show_progress(busy=False)
    assert status.text().startswith("Saved.")


def test_each_switch_asks_for_its_change(status, qtbot):
    status.show()
    for button, wanted in (
        (status.backup_button, status.backups_wanted),
        (status.language_button, status.language_wanted),
        (status.zoom_button, status.zoom_wanted),
        (status.theme_button, status.theme_wanted),
    ):
        with qtbot.waitSignal(wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_undo_is_faded_when_there_is_nothing_to_take_back(status):
    status.show_undo("", possible=False)
    assert not status.undo_button.isEnabled()
    status.show_undo("24 set", possible=True)
    assert "24 set" in status.undo_button.toolTip()


def test_every_theme_has_a_name():
    assert [theme_words(each) for each in ("light", "dark", "night")] == ["Light", "Dark", "Night"]
