from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from openblock.errors import KnownError
from openblock.importing.preview import Outcome
from openblock.ui.importing import ImportDialog, ImportOffer
from openblock.ui.importing.wording import count_words, reading_words, value_words
from tests.importing.samples import BLANK, csv_file, intake, xlsx_file

GOOD = "Kods;Nosaukums;Skaits\nK1;Jauns;1\nK2;Otrs;2\nK3;Trešais;\n"
FAULTY = "Kods;Nosaukums;Skaits\nK1;Jauns;1\nK2;Otrs;daudz\nK3;Trešais;99\n"


class Written:
    """Takes what would be written, or refuses it as told."""

    def __init__(self) -> None:
        self.previews: list = []
        self.headings: dict = {}
        self.refusal: KnownError | None = None

    def __call__(self, preview, file_name, headings) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.previews.append((file_name, preview))
        self.headings = headings


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def offer(written: Written) -> ImportOffer:
    stored = [{**BLANK, "code": "K2", "name": "Vecs", "count": 2}, {**BLANK, "code": "K3"}]
    return ImportOffer(
        key="things",
        title="Import things",
        intake=lambda: intake(stored),
        remembered=lambda: written.headings,
        write=written,
    )


@pytest.fixture
def dialog(qtbot, desk, offer) -> ImportDialog:
    made = ImportDialog(desk, offer)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def load(qtbot, dialog: ImportDialog, path: Path, sheet: str = "") -> None:
    before = dialog.seen
    dialog.load(path, sheet)
    qtbot.waitUntil(lambda: dialog.seen is not before, timeout=5000)


def outcomes(dialog: ImportDialog) -> list[str]:
    model = dialog.review.rows_model
    return [model.index(place, 1).data() for place in range(model.rowCount())]


def test_every_row_is_shown_as_it_would_become(qtbot, dialog, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, GOOD.replace("K3;Trešais;", "K3;;")))
    assert outcomes(dialog) == ["new", "changes", "as stored"]
    model = dialog.review.rows_model
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        *("Row", "What", "A  Code", "B  Name", "C  Count"),
    ]
    assert model.index(1, 3).data() == "Vecs → Otrs"
    assert model.index(2, 4).data() == "–"
    assert dialog.import_button.text() == "Import 2 rows"
    assert dialog.file_line.reading.text() == "CSV, UTF-8, separated by semicolon"


def test_nothing_is_written_before_import_is_pressed(qtbot, dialog, written, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    assert written.previews == []
    with qtbot.waitSignal(dialog.written):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    ((name, preview),) = written.previews
    assert name == "things.csv"
    assert [row.number for row in preview.to_write] == [2, 3, 4]
    assert written.headings == {"kods": "code", "nosaukums": "name", "skaits": "count"}
    assert not dialog.isVisible()


def test_faults_are_listed_and_lead_to_their_cells(qtbot, dialog, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, FAULTY))
    faults = dialog.review.faults_model
    assert [faults.index(n, 1).data() for n in range(2)] == ["C “Skaits”", "C “Skaits”"]
    assert "daudz" in faults.index(0, 2).data()
    dialog.review.filters.button(1).setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    if dialog.review.rows.chosen().number != 3:
        qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert dialog.review.rows.chosen().number == 3
    assert dialog.review.rows.currentIndex().column() == 4
    qtbot.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.review.rows.chosen().number == 4


def test_a_faulty_list_is_imported_only_when_its_faulty_rows_are_left_out(
    qtbot, dialog, written, tmp_path
):
    load(qtbot, dialog, csv_file(tmp_path, FAULTY))
    assert not dialog.import_button.isEnabled()
    dialog.confirm()
    assert written.previews == []
    assert dialog.leave_out.text() == "Leave out the 2 faulty rows"
    dialog.leave_out.setChecked(True)
    assert dialog.import_button.text() == "Import 1 row"
    dialog.import_button.click()
    assert [row.number for row in written.previews[0][1].to_write] == [2]


def test_a_column_can_be_given_another_meaning_and_takes_it_from_the_other(qtbot, dialog, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, "Kods;Kas\nK1;Jauns\n"))
    first = dialog.seen
    dialog.review.columns.choices[1].set_value("name")
    qtbot.waitUntil(lambda: dialog.seen is not first, timeout=5000)
    assert dialog.seen.mapped == {0: "code", 1: "name"}
    second = dialog.seen
    dialog.review.columns.choices[1].set_value("code")
    qtbot.waitUntil(lambda: dialog.seen is not second, timeout=5000)
    assert dialog.seen.mapped == {1: "code"}
    assert dialog.review.columns.choices[0].value() == ""


def test_a_needed_column_is_asked_for(qtbot, dialog, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, "Kas;Nosaukums\nK1;Jauns\n"))
    assert dialog.review.missing.text() == "Say at the left which column stands for: Code"
    assert not dialog.import_button.isEnabled()
    assert dialog.review.columns.choices[0].hasFocus()


def test_counts_filter_the_rows(qtbot, dialog, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    buttons = dialog.review.filters
    assert [b.text() for b in buttons.buttons() if not b.isHidden()] == [
        *("3 rows", "1 new", "2 change"),
    ]
    buttons.button(1).click()
    assert dialog.review.rows.proxy.rowCount() == 1


def test_another_sheet_can_be_chosen(qtbot, dialog, tmp_path):
    def fill(book, sheet):
        sheet.append(["Kods"])
        sheet.append(["A1"])
        other = book.create_sheet("Otra")
        other.append(["Kods"])
        other.append(["B1"])
        other.append(["B2"])

    load(qtbot, dialog, xlsx_file(tmp_path, fill))
    assert dialog.file_line.sheet.isVisible()
    before = dialog.seen
    dialog.file_line.sheet.set_value("Otra")
    qtbot.waitUntil(lambda: dialog.seen is not before, timeout=5000)
    assert len(dialog.seen.preview.rows) == 2


def test_a_file_that_is_no_table_is_refused_in_words(qtbot, dialog, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"%PDF-1.7")
    dialog.load(path)
    qtbot.waitUntil(lambda: bool(dialog.messages.notices), timeout=5000)
    assert "no table" in dialog.messages.text()
    assert dialog.seen is None
    assert not dialog.progress.isVisible()


def test_a_refused_import_stays_on_the_screen(qtbot, dialog, written, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    written.refusal = KnownError("officers-changed-meanwhile", name="Otrs")
    before = dialog.seen
    dialog.import_button.click()
    assert dialog.isVisible()
    assert "changed meanwhile" in dialog.messages.text()
    qtbot.waitUntil(lambda: dialog.seen is not before, timeout=5000)
    assert dialog.seen.mapped == before.mapped


def test_what_is_stored_must_be_readable_before_a_file_is_read(qtbot, dialog, offer, tmp_path):
    def refuse():
        raise KnownError("signed-out")

    dialog.offer = replace(offer, intake=refuse)
    dialog.load(csv_file(tmp_path, GOOD))
    assert dialog.messages.notices
    assert dialog.seen is None


def test_a_backup_is_taken_before_writing_when_there_is_one_to_take(
    qtbot, dialog, offer, written, tmp_path
):
    order = []
    dialog.offer = replace(offer, before_writing=lambda _progress: order.append("backup"))
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    with qtbot.waitSignal(dialog.written):
        dialog.import_button.click()
    assert order == ["backup"]
    assert len(written.previews) == 1


def test_a_backup_that_fails_keeps_the_list_out(qtbot, dialog, offer, written, tmp_path):
    def fail(_progress):
        raise KnownError("backup-failed")

    dialog.offer = replace(offer, before_writing=fail)
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    dialog.import_button.click()
    qtbot.waitUntil(lambda: bool(dialog.messages.notices), timeout=5000)
    assert written.previews == []
    assert dialog.import_button.isEnabled()


def test_a_typed_path_is_read_with_enter_and_an_empty_one_asks(
    qtbot, dialog, tmp_path, monkeypatch
):
    path = csv_file(tmp_path, GOOD)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    qtbot.keyClick(dialog.file_line.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=5000)
    before = dialog.seen
    qtbot.keyClick(dialog.file_line.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.seen is not before, timeout=5000)
    assert dialog.isVisible()


def test_a_file_dropped_on_the_dialog_is_read(qtbot, dialog, tmp_path):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(csv_file(tmp_path, GOOD)))])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    with pytest.deprecated_call():  # there is no other way to make one
        entering = QDragEnterEvent(QPoint(5, 5), copy, dropped, left, none)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(5, 5), copy, dropped, left, none))
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=5000)


def test_closing_while_a_file_is_read_is_no_trouble(qtbot, dialog, desk, tmp_path):
    dialog.load(csv_file(tmp_path, "Kods\n" + "".join(f"K{n}\n" for n in range(5000))))
    dialog.reject()
    assert desk.worker.finish()
    assert dialog.seen is None


def test_the_models_of_an_import_keep_qt_s_contract(qtbot, dialog, tmp_path):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    review = dialog.review
    for model in (review.rows_model, review.rows.proxy, review.faults_model, review.faults.proxy):
        QAbstractItemModelTester(model, mode)
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    load(qtbot, dialog, csv_file(tmp_path, FAULTY))
    review.filters.button(4).click()


def test_words_of_an_import_read_well():
    assert value_words(True) == "yes"
    assert value_words("") == value_words(None) == "–"
    assert [count_words(outcome, 1) for outcome in (None, *Outcome)] == [
        *("1 row", "1 new", "1 changes", "1 as stored", "1 faulty"),
    ]


def test_how_a_workbook_was_read_is_said(qtbot, dialog, tmp_path):
    load(qtbot, dialog, xlsx_file(tmp_path, lambda _book, sheet: sheet.append(["Kods"])))
    assert reading_words(dialog.seen.file.table) == "Excel workbook"
    assert dialog.import_button.text() == "Nothing to import"
