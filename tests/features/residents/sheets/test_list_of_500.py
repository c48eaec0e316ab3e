"""500 rows of which 37 are wrong: each wrong one is named, and nothing is half imported."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from openblock import clock
from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.commands.importing import import_residents
from openblock.features.residents.queries.lists import listed_residents
from openblock.features.residents.sheets.list_intake import residents_import
from openblock.features.residents.ui.list_import import open_import
from openblock.importing import table
from openblock.importing.preview import Outcome
from openblock.importing.table import read_table
from openblock.ui.messages import has_words, words
from tests.features.residents import faulty_list
from tests.features.residents.lists import MOMENT, block, csv, previewed, told


@pytest.fixture(autouse=True)
def standing():
    with clock.standing_at(MOMENT):
        yield


def here(store) -> int:
    return len(store.read(listed_residents, clock.now()))


def test_every_wrong_row_of_a_workbook_is_named_by_row_column_and_reason(store, tmp_path):
    found = previewed(faulty_list.workbook(tmp_path / "list.xlsx"), block(store))
    wrong = {(row, *reason) for row, reason in faulty_list.wanted().items()}
    assert len(wrong) == 37
    assert told(found) == wrong
    assert {row.number for row in found.of(Outcome.FAULTY)} == set(faulty_list.wanted())
    assert len(found.of(Outcome.NEW)) == 463
    for fault in found.faults:
        assert has_words(fault.problem.code)
        assert fault.problem.code not in words(fault.problem)


def test_a_windows_1257_list_of_500_brings_every_letter(store, tmp_path):
    path = csv(tmp_path, faulty_list.csv_text(wrong=False), "cp1257")
    assert read_table(path).encoding == "Windows-1257"
    found = previewed(path, block(store))
    assert found.faults == ()
    names = [(row.values["surname"], row.values["given_name"]) for row in found.rows]
    assert names == [tuple(faulty_list.good_row(number)[:2]) for number in range(500)]


def test_what_is_left_of_it_comes_in_at_once_and_goes_out_at_once(store, tmp_path):
    known = block(store)
    found = previewed(faulty_list.workbook(tmp_path / "list.xlsx"), known)
    done = store.run(import_residents, residents_import(found, known, "list.xlsx"))
    assert here(store) == 463
    again = previewed(tmp_path / "list.xlsx", block(store))
    assert len(again.of(Outcome.UNCHANGED)) == 463
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert here(store) == 0


def test_one_wrong_row_at_the_end_keeps_all_the_others_out(store, tmp_path):
    known = block(store)
    found = previewed(csv(tmp_path, faulty_list.csv_text(wrong=False)), known)
    request = residents_import(found, known)
    last = request.arrivals[-1]
    object.__setattr__(last.content, "surname", "B3rziņš")
    with pytest.raises(RuleBroken) as refusal:
        store.run(import_residents, request)
    assert [each.code for each in refusal.value.problems] == ["name-sign"]
    assert here(store) == 0


def test_a_file_of_100_mb_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(table.LARGEST_BYTES + 1)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _self: pytest.fail("it was read"))
    with pytest.raises(KnownError) as refusal:
        read_table(path)
    assert refusal.value.code == "import-too-big"


def test_the_window_stays_usable_and_the_faulty_rows_stay_out(qtbot, store, desk, tmp_path):
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    beats = []
    pulse = QTimer(dialog)
    pulse.timeout.connect(lambda: beats.append(1))
    pulse.start(5)
    dialog.load(faulty_list.workbook(tmp_path / "list.xlsx"))
    beats.clear()
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=60_000)
    assert beats, "the window stood still while the list was read"
    assert dialog.review.rows_model.rowCount() == 500
    assert not dialog.import_button.isEnabled()
    assert here(store) == 0
    assert dialog.leave_out.text() == "Leave out the 37 faulty rows"
    dialog.leave_out.setChecked(True)
    assert dialog.import_button.text() == "Import 463 rows"
    with qtbot.waitSignal(dialog.written, timeout=60_000):
        dialog.import_button.click()
    assert here(store) == 463
    desk.undo()
    assert here(store) == 0


def test_closing_the_dialog_while_it_reads_leaves_nothing_behind(qtbot, store, desk, tmp_path):
    dialog = open_import(desk)
    qtbot.addWidget(dialog)
    dialog.load(faulty_list.workbook(tmp_path / "list.xlsx"))
    dialog.close_button.click()
    qtbot.wait(300)
    assert dialog.seen is None
    assert here(store) == 0
