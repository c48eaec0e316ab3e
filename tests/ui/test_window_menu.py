"""The menu and what the window does for whoever is signed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from openblock.ui.about import ReadingDialog
from openblock.ui.backups.panel import BackupPanel
from openblock.ui.manual import ManualDialog
from openblock.ui.paper import PaperDialog
from openblock.ui.tab import MenuEntry
from openblock.ui.window.menu import Line, build_menu

pytestmark = pytest.mark.usefixtures("dressed")


def titles(menu) -> list[str]:
    return [each.text().partition("\t")[0] for each in menu.actions() if each.text()]


def answer(kind: type[QDialog], seen: list[QDialog]) -> None:
    """Close the dialog of ``kind`` as soon as it is open."""

    def close() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, kind) and each.isVisible():
                seen.append(each)
                each.reject()

    QTimer.singleShot(100, close)


def entry(key: str, operation: str, opened: list[str]) -> MenuEntry:
    return MenuEntry(key, key.capitalize, "people", operation, lambda _d, _p: opened.append(key))


def test_lines_the_role_may_not_use_are_absent(premises):
    opened: list[str] = []
    desk = premises.enter(2, role="trainee")
    entries = (entry("people", "accounts.accounts", opened), entry("password", "", opened))
    menu = build_menu(premises.window, desk, entries, ((Line("Close", "close", print, "close"),),))
    assert titles(menu) == ["Password", "Close"]
    menu.actions()[0].trigger()
    assert opened == ["password"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_opens_under_its_button_with_all_the_window_can_do(premises, qtbot):
    premises.enter()
    deeds = premises.window.deeds
    qtbot.mouseClick(premises.window.workplace.header.menu_button, Qt.MouseButton.LeftButton)
    assert {"Print…", "Back up now", "Manual", "Keyboard shortcuts", "Close the programme"} <= set(
        titles(deeds.menu)
    )
    deeds.menu.close()
    deeds.open_menu()
    deeds.menu.close()


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("open_paper", PaperDialog),
        ("open_backups", BackupPanel),
        ("open_shortcuts", ReadingDialog),
        ("open_about", ReadingDialog),
    ],
)
def test_each_line_opens_its_dialog(premises, act, kind):
    premises.enter()
    seen: list[QDialog] = []
    answer(kind, seen)
    getattr(premises.window.deeds, act)()
    assert len(seen) == 1


def test_a_tab_without_sheets_says_that_there_is_nothing_to_print(premises):
    premises.enter()
    premises.page.offers = ()
    premises.window.deeds.open_paper()
    assert "nothing to print" in premises.window.workplace.status.text()


def test_f1_opens_the_page_of_the_tab_and_the_manual_is_made_once(premises, qtbot):
    premises.enter()
    window = premises.window
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    manuals = [each for each in window.findChildren(ManualDialog) if each.isVisible()]
    assert len(manuals) == 1
    assert manuals[0].contents.currentIndex().data() == "The duty roster"
    window.deeds.open_manual("printing")
    assert manuals[0].contents.currentIndex().data() == "Printing"
    assert len(window.findChildren(ManualDialog)) == 1


def test_from_the_window_to_the_print_dialog_is_one_key(premises, qtbot):
    premises.enter()
    window = premises.window
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen: list[QDialog] = []
    answer(PaperDialog, seen)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(seen) == 1
