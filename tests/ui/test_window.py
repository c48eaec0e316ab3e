"""The window: tabs by right and number, look per officer, and a lock that leaves nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTabBar

from openblock.errors import KnownError, StorageTrouble
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.i18n import language
from openblock.storage.store import Done
from openblock.ui import theme
from openblock.ui.window.style import window_style
from tests.ui.conftest import Door, name_of, rename

MOMENT = datetime(2026, 11, 22, 2, 52, tzinfo=UTC)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, key, modifier)


def visible_words(window) -> str:
    said = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return " ".join((*said, window.windowTitle()))


def test_the_door_is_first_and_signing_in_opens_the_first_tab(premises):
    window = premises.window
    assert isinstance(window.door, Door)
    premises.enter()
    assert window.door is None
    assert window.workplace.pages.key == "today"
    assert premises.page.reads == 1
    assert window.windowTitle() == "Paraugkorpuss – OpenBlock"


def test_a_store_nobody_signed_in_to_opens_no_window(premises, blank_file):
    store = premises.open_store(1, "administrator", "A")
    store.sign_out()
    with pytest.raises(KnownError, match="signed-out"):
        premises.window.sign_in(store)


def test_tabs_the_role_may_not_use_are_absent(premises):
    premises.enter(role="administrator")
    assert [each.key for each in premises.window.workplace.specs] == ["today", "roster", "log"]
    premises.window.lock()
    premises.enter(2, role="trainee")
    assert [each.key for each in premises.window.workplace.specs] == ["today", "roster"]
    premises.window.workplace.open_tab("log")
    assert premises.window.workplace.pages.key == "today"


def test_pages_are_made_when_first_opened_and_read_again_when_stale(premises, qtbot):
    desk = premises.enter()
    pages = premises.window.workplace.pages
    assert pages.count() == 1
    first = premises.page
    desk.open_tab("roster")
    assert pages.count() == 2
    assert premises.page.reads == 1
    rename(desk, "Korpuss A")
    assert (premises.page.reads, first.reads) == (2, 1)
    desk.open_tab("today")
    assert first.reads == 2
    desk.open_tab("roster", {"period": "2026-12"})
    assert premises.page.period == "2026-12"


def test_keys_open_tabs_by_number_and_in_turn(premises, qtbot):
    premises.enter()
    window = premises.window
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.workplace.pages.key == "roster"
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    assert window.workplace.pages.key == "log"
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    assert window.workplace.pages.key == "today"
    press(qtbot, window, Qt.Key.Key_PageUp, CTRL)
    assert window.workplace.pages.key == "log"
    window.workplace.tab_line.bar.setCurrentIndex(1)
    assert window.workplace.pages.key == "roster"


def test_undo_by_key_and_by_button_and_the_bar_says_what(premises, qtbot):
    desk = premises.enter()
    window = premises.window
    rename(desk, "Korpuss A")
    status = window.workplace.status
    assert status.undo_button.isEnabled()
    assert "named Korpuss A" in status.undo_button.toolTip()
    assert "named Korpuss A" in status.text()
    qtbot.mouseClick(status.undo_button, Qt.MouseButton.LeftButton)
    assert name_of(desk.store) == "Paraugkorpuss"
    assert not status.undo_button.isEnabled()


def test_a_new_name_of_the_block_shows_at_once(premises):
    desk = premises.enter()
    rename(desk, "Korpuss B")
    assert premises.window.windowTitle() == "Korpuss B – OpenBlock"
    assert "Korpuss B" in visible_words(premises.window)


def test_a_refusal_is_closed_by_the_next_success(premises):
    desk = premises.enter()
    desk.run(change_setting, ChangeSetting("no_such_key", 1))
    bar = premises.window.workplace.message_bar
    assert bar.isVisible()
    rename(desk, "Korpuss B")
    assert not bar.isVisible()


def test_language_theme_and_size_are_kept_for_each_officer(premises):
    window = premises.window
    premises.enter(1)
    premises.page.period = "2026-12"
    window.looks.next_language()
    assert language() == "lv"
    assert premises.page.period == "2026-12"
    window.looks.next_theme()
    window.looks.zoom(170)
    window.lock()
    assert (language(), theme.theme_name(), theme.scale()) != ("lv", "dark", 170)
    premises.enter(2, role="trainee")
    assert (theme.theme_name(), theme.scale()) == ("light", 100)
    window.lock()
    premises.enter(1)
    assert (language(), theme.theme_name(), theme.scale()) == ("lv", "dark", 170)


def test_size_steps_stay_within_100_and_200_per_cent(premises):
    looks = premises.window.looks
    premises.enter()
    looks.zoom_out()
    assert theme.scale() == 100
    looks.zoom_in()
    assert theme.scale() == 110
    looks.zoom(500)
    assert theme.scale() == 200
    looks.zoom_reset()
    assert theme.scale() == 100


def test_the_door_has_a_look_of_its_own(premises, qtbot):
    first = premises.window.door
    first.doorway.speak("lv")
    qtbot.waitUntil(lambda: premises.window.door is not first)
    assert language() == "lv"
    premises.window.door.doorway.paint("night")
    assert theme.theme_name() == "night"
    premises.window.door.doorway.speak("en")


def test_200_per_cent_text_fits_the_header(premises):
    premises.enter(name="v. serž. Bērziņa-Kalniņa Margarita")
    premises.window.resize(1366, 768)
    premises.window.looks.zoom(200)
    QApplication.processEvents()
    header = premises.window.workplace.header
    assert header.sizeHint().width() <= 1366
    assert premises.window.width() <= 1366


def test_size_and_place_of_the_window_come_back(premises):
    premises.enter(1)
    premises.window.resize(760, 560)
    premises.window.lock()
    premises.window.resize(700, 500)
    premises.enter(1)
    assert (premises.window.width(), premises.window.height()) == (760, 560)


def test_closing_backs_up_and_drops_the_key(premises, backups_folder):
    desk = premises.enter()
    store = desk.store
    assert premises.window.close()
    assert len(list(backups_folder.glob("*-close.backup"))) == 1
    with pytest.raises(StorageTrouble, match="store-closed"):
        _ = store.dek


def test_closing_without_a_backup_is_possible_once_it_was_said(premises, backups_folder):
    backups_folder.write_text("not a folder")
    premises.enter()
    window = premises.window
    assert not window.close()
    notice = window.workplace.message_bar.notices[-1]
    assert notice.actions[0].words == "Close without a backup"
    notice.actions[0].do()
    assert window.desk is None


def test_a_role_without_tabs_is_told_so(premises):
    premises.enter(3, role="practice_coordinator")
    premises.window.lock()
    from openblock.ui.desk import Desk
    from openblock.ui.window.workplace import Workplace

    desk = Desk(premises.open_store(1, "trainee", "T"), may=lambda _role, _operation: False)
    place = Workplace(desk, premises.window.house.specs)
    assert place.specs == ()
    assert place.tab_title() == ""
    place.open_usual_tab()
    desk.worker.close()
    place.deleteLater()


def test_a_command_s_answer_reaches_the_caller(premises):
    done = premises.enter().run(change_setting, ChangeSetting("block_name", "Korpuss D"))
    assert isinstance(done, Done)


def test_every_colour_of_the_frame_is_known_to_the_theme(dressed):
    assert "{" not in window_style().replace("{ ", "").replace("{\n", "")


def test_enter_presses_the_button_that_has_the_ring(premises, qtbot):
    premises.enter()
    button = premises.window.workplace.header.lock_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert premises.window.workplace is None


def test_the_numbers_of_the_tabs_grow_with_the_text(premises):
    premises.enter()
    window = premises.window
    bar = window.workplace.tab_line.bar
    window.looks.zoom(200)
    for place in range(bar.count()):
        number = bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
        assert number.width() >= number.sizeHint().width()
        assert bar.tabRect(place).right() >= number.geometry().right()
    window.looks.zoom_reset()
