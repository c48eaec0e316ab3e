"""The numbers on tabs for what waits there."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from openblock.storage.store import Store
from openblock.ui.desk import Desk
from openblock.ui.tab import Badge, Tab, TabSpec
from openblock.ui.theme import apply
from openblock.ui.window.badges import Badges
from openblock.ui.window.tabs import TabLine

WAITING: list[int] = []


class Plain(Tab):
    """A tab that is never opened here."""


def spec(key: str, badge: Badge | None = None) -> TabSpec:
    return TabSpec(key, key.title, "people", "anything", Plain, badge)


def count(_desk: Desk) -> tuple[int, str]:
    return len(WAITING), f"{len(WAITING)} waiting"


SPECS = (spec("first"), spec("second", Badge(frozenset({"things"}), count)))


@pytest.fixture
def line(qtbot: QtBot, qapp: QApplication, store: Store) -> TabLine:
    apply(qapp)
    WAITING.clear()
    made = TabLine(SPECS)
    qtbot.addWidget(made)
    made.show()
    desk = Desk(store, parent=made)
    Badges(desk, SPECS, made, made)
    made.setProperty("desk", desk)
    qapp.processEvents()
    return made


def number_on(line: TabLine, place: int) -> str:
    end = line.bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
    assert isinstance(end, QWidget)
    texts = [label.text() for label in end.findChildren(QWidget) if label.isVisible()]
    return " ".join(texts)


def change(line: TabLine, *tables: str) -> None:
    """Announce changed tables, and wait until the numbers may have followed."""
    line.property("desk").changed.emit(frozenset(tables))
    QTest.qWait(120)


def test_nothing_is_shown_while_nothing_waits(line: TabLine) -> None:
    assert number_on(line, 1) == "2"
    assert line.bar.tabToolTip(1) == "Second (Alt+2)"


def test_a_change_of_its_tables_is_counted_and_said(line: TabLine) -> None:
    WAITING.extend([1, 2, 3])
    change(line, "others")
    assert number_on(line, 1) == "2"
    change(line, "things")
    assert number_on(line, 1) == "3 2"
    assert line.bar.tabToolTip(1) == "Second (Alt+2): 3 waiting"
    assert line.bar.accessibleTabName(1) == "Second, 3 waiting"
    assert number_on(line, 0) == "1"


def test_the_tab_makes_room_for_its_number_and_gives_it_back(line: TabLine) -> None:
    before = line.bar.tabRect(1).width()
    WAITING.extend(range(12))
    change(line, "*")
    assert line.bar.tabRect(1).width() > before
    WAITING.clear()
    change(line, "*")
    assert line.bar.tabRect(1).width() == before


def test_a_key_no_tab_has_is_passed_over(line: TabLine) -> None:
    line.show_count("third", 5, "five")
    assert number_on(line, 1) == "2"


def test_the_numbers_grow_with_the_text(line: TabLine, qapp: QApplication) -> None:
    WAITING.append(1)
    change(line, "things")
    end = line.bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    before = end.height()
    apply(qapp, "light", 200)
    line.setStyleSheet("QLabel { font-size: 22px; }")
    qapp.processEvents()
    apply(qapp, "light", 190)
    assert end.height() > before
    apply(qapp)
