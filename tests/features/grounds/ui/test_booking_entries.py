"""An entry is taken by its digit, by Enter or by a click, if it can be had."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from openblock.features.grounds.ui.booking_entries import EntriesList, EntryLine


def test_a_digit_takes_an_entry_and_nothing_takes_what_cannot_be_had(qtbot):
    entries = EntriesList("Groups")
    QAbstractItemModelTester(entries.entries)
    qtbot.addWidget(entries)
    lines = (EntryLine("no", 0, "Field", fit=False), EntryLine("yes", 1, "O'Brien <b>&"))
    entries.show_lines(lines)
    taken = []
    entries.taken.connect(taken.append)
    QTest.keyClick(entries, Qt.Key.Key_1)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    entries.setCurrentIndex(entries.entries.index(0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    QTest.keyClick(entries, Qt.Key.Key_2)
    assert taken == ["yes", "yes"]
