"""A list of residents comes in through the window, asked about once and taken back in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openblock import clock
from openblock.features.residents.queries.lists import listed_residents
from openblock.features.residents.ui.list_import import open_import
from openblock.resources import resource


def here(store) -> int:
    return len(store.read(listed_residents, clock.now()))


def test_an_import_by_keyboard_is_undone_in_one_step(qtbot, desk, store):
    reasons = []
    desk.back_up_before = lambda reason: reasons.append((reason, here(store)))
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle() == "Import residents"
    dialog.file_line.path.setFocus()
    qtbot.keyClicks(dialog.file_line.path, str(resource("samples", "residents.csv")))
    qtbot.keyClick(dialog.file_line.path, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    with qtbot.waitSignals([dialog.written, desk.said], timeout=20_000):
        qtbot.keyClick(dialog.import_button, Qt.Key.Key_Return)
    assert reasons == [("import", 0)]
    assert here(store) == 24
    assert desk.undo_label == "Imported: 24 residents from residents.csv"
    desk.undo()
    assert here(store) == 0


def test_values_are_shown_as_the_list_writes_them(qtbot, desk, store):
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    dialog.load(resource("samples", "residents.xlsx"))
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    model = dialog.review.rows_model
    assert [model.index(0, column).data() for column in (1, 6, 7)] == [
        *("new", "Man", "03/01/2026 14:30"),
    ]
    assert model.index(2, 11).data() == "lower bed"


def test_looking_at_everybody_stands_in_the_log(qtbot, desk, store):
    before = store.head().number
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    dialog.load(resource("samples", "residents.csv"))
    assert store.head().number == before + 1


def test_headings_said_once_are_known_the_next_time(qtbot, desk, store, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Uzvārds;Vārds;Kas;Ieradās\nLiepa;Zane;1.2.1980;1.10.2026\n", encoding="utf-8")
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    dialog.load(path)
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    assert not dialog.import_button.isEnabled()
    dialog.review.columns.choices[2].set_value("birth_date")
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        dialog.import_button.click()
    again = open_import(desk)
    qtbot.addWidget(again)
    again.load(path)
    qtbot.waitUntil(lambda: again.seen is not None, timeout=20_000)
    assert again.seen.mapped[2] == "birth_date"
    assert again.import_button.text() == "Nothing to import"


def test_a_list_that_cannot_be_written_says_why_and_stays_on_show(qtbot, desk, store):
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    dialog.load(resource("samples", "residents.csv"))
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    other = open_import(desk)
    qtbot.addWidget(other)
    other.load(resource("samples", "residents.csv"))
    qtbot.waitUntil(other.import_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(other.written, timeout=20_000):
        other.import_button.click()
    seen = dialog.seen
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.seen is not seen, timeout=20_000)
    assert dialog.isVisible()
    assert dialog.import_button.text() == "Nothing to import"
    assert here(store) == 24
