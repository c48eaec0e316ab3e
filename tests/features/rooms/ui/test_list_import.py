"""A list of rooms comes in through the window and is taken back in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.accounts.rights import may
from openblock.features.rooms.ui.list_import import open_import
from openblock.resources import resource
from openblock.ui import theme
from openblock.ui.desk import Desk
from tests.features.rooms.lists import rooms


@pytest.fixture
def builder(qapp, store):
    theme.apply(qapp, "light", 100)
    made = Desk(store, may=may)
    yield made
    made.worker.close()
    made.close()


def test_an_import_by_keyboard_is_undone_in_one_step(qtbot, builder, store):
    dialog = open_import(builder)
    qtbot.addWidget(dialog)
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle() == "Import rooms"
    dialog.file_line.path.setFocus()
    qtbot.keyClicks(dialog.file_line.path, str(resource("samples", "rooms.xlsx")))
    qtbot.keyClick(dialog.file_line.path, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        qtbot.keyClick(dialog.import_button, Qt.Key.Key_Return)
    assert len(rooms(store)) == 26
    assert builder.undo_label == "Imported: 26 rooms from rooms.xlsx"
    builder.undo()
    assert rooms(store) == {}


def test_faulty_rows_are_left_out_only_when_it_is_said(qtbot, builder, store):
    dialog = open_import(builder)
    qtbot.addWidget(dialog)
    dialog.load(resource("samples", "rooms-with-faults.csv"))
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    assert not dialog.import_button.isEnabled()
    dialog.leave_out.setChecked(True)
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        dialog.import_button.click()
    assert sorted(rooms(store)) == ["101"]


def test_values_are_shown_as_the_list_writes_them(qtbot, builder, store):
    dialog = open_import(builder)
    qtbot.addWidget(dialog)
    dialog.load(resource("samples", "rooms.csv"))
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    model = dialog.review.rows_model
    shown = [model.index(0, column).data() for column in range(5, 12)]
    assert shown == ["For men", "101", "living", "–", "17.4", "non-smokers", "A, B"]
