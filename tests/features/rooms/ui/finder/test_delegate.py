"""A bed's line is as high as its words need in the width there is."""

from __future__ import annotations

from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from openblock.features.rooms.ui.finder.delegate import BedDelegate
from openblock.features.rooms.ui.finder.ranking import BedLine, BedsModel


def line(against=""):
    return BedLine(1, "O'Brien <b>& A", "suits", "✓", "nobody else", against, stops=False)


def height(qtbot, width, row):
    view, model = QListView(), BedsModel()
    qtbot.addWidget(view)
    view.setModel(model)
    model.show_lines((row,))
    delegate = BedDelegate(view)
    view.setItemDelegate(delegate)
    view.resize(width, 200)
    view.show()
    assert not view.grab().isNull()
    return delegate.sizeHint(QStyleOptionViewItem(), model.index(0)).height()


def test_a_long_objection_wraps_in_a_narrow_list(qtbot):
    words = "Both must be kept apart and would share a room from 22/11/2026 06:00. " * 3
    wide, narrow = height(qtbot, 800, line(words)), height(qtbot, 240, line(words))
    assert narrow > wide > height(qtbot, 800, line())
