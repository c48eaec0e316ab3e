"""An entry is taken by its digit, by Enter or by a click, if it can be had."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from openblock.ui.entries import EntriesList, EntryLine


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


def test_where_nothing_is_taken_at_once_a_digit_chooses_and_enter_is_the_forms(qtbot):
    entries = EntriesList("Substitutes", at_once=False)
    qtbot.addWidget(entries)
    entries.show_lines(
        (EntryLine(7, 1, "Kalns"), EntryLine(None, 0, "1 unsuitable"), EntryLine(8, 2, "Ozols"))
    )
    taken = []
    entries.taken.connect(taken.append)
    with qtbot.waitSignal(entries.picked):
        QTest.keyClick(entries, Qt.Key.Key_2)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    line = entries.line()
    assert line is not None
    assert line.what == 8
    assert taken == []


def test_a_heading_has_no_cross_and_cannot_be_selected(qtbot):
    entries = EntriesList("Substitutes")
    qtbot.addWidget(entries)
    entries.show_lines((EntryLine(None, 0, "1 unsuitable", fit=False),))
    assert entries.entries.lines[0].sign == ""
    assert not entries.entries.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
