"""Paper: preview from memory, disclosure before anything leaves, print, save and open."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from openblock.errors import KnownError, StorageTrouble
from openblock.files import write_whole
from openblock.i18n import language
from openblock.ui.paper import PaperDialog
from openblock.ui.paper.dialog import _handed_over
from openblock.ui.paper.preview import Preview
from openblock.ui.paper.printers import PrintJob, has_lp, lp_arguments, paint_on, printers
from openblock.ui.paper.purposes import PurposeForm
from tests.ui.conftest import offer, sheet


@pytest.fixture
def fake_lp(tmp_path, monkeypatch):
    """An lp and lpstat on the path that keep what they are given: the programmes, not our code."""
    folder = tmp_path / "bin"
    folder.mkdir()
    got = tmp_path / "got"

    def programme(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    programme(
        "lpstat",
        'if [ "$1" = -e ]; then printf "Apakša\\nDežūra\\n"; '
        'else echo "system default destination: Dežūra"; fi',
    )
    programme("lp", f'printf "%s\\n" "$@" > {got}.args; cat > {got}.pdf; echo "request id is 1"')
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return got


@pytest.fixture
def no_printer(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CUPS_SERVER", "/nowhere.sock")


def text_of(pdf: bytes) -> str:
    from io import BytesIO

    from pypdf import PdfReader

    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_opening_is_logged_and_shows_the_sheet_with_that_row(desk, fake_lp):
    before = desk.store.head().number
    dialog = PaperDialog(desk, (offer(make=sheet(3)),))
    assert dialog.preview.pages == 3
    assert desk.store.head().number == before + 1
    assert f"row {before + 1}" in text_of(dialog.preview.pdf)
    dialog.close()


def test_a_refused_consultation_shows_nothing(desk):
    desk.store.actor = None
    with pytest.raises(KnownError):
        PaperDialog(desk, (offer(),))


def test_enter_prints_on_the_usual_printer(desk, fake_lp, qtbot):
    dialog = PaperDialog(desk, (offer(),))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.print_button)
    before = desk.store.head().number
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.print_button, Qt.Key.Key_Return)
    arguments = Path(f"{fake_lp}.args").read_text().split("\n")
    assert arguments[:6] == ["-d", "Dežūra", "-t", "OpenBlock", "-n", "1"]
    assert "media=A4" in arguments
    assert not any("orientation" in each for each in arguments)
    assert desk.store.head().number == before + 1
    assert f"row {before + 1}" in text_of(Path(f"{fake_lp}.pdf").read_bytes())


def test_other_paper_language_and_copies_are_heeded(desk, fake_lp, qtbot):
    dialog = PaperDialog(desk, (offer(), offer(key="roster.week", title="Week", papers=("A4",))))
    dialog.choices.paper_choice.setCurrentText("A3")
    dialog.choices.language_choice.setCurrentIndex(0)
    dialog.choices.copies.setValue(3)
    with qtbot.waitSignal(dialog.accepted):
        dialog.print_sheet()
    arguments = Path(f"{fake_lp}.args").read_text()
    assert "media=A3" in arguments
    assert "\n-n\n3\n" in arguments
    assert " lv " in text_of(Path(f"{fake_lp}.pdf").read_bytes())
    assert language() == "en"


def test_the_sheet_asked_for_is_the_one_shown(desk, fake_lp):
    week = offer(key="roster.week", title="Week", papers=("A4",), make=sheet(2))
    dialog = PaperDialog(desk, (offer(), week), current="roster.week")
    assert (dialog.choices.sheet.currentText(), dialog.preview.pages) == ("Week", 2)
    assert dialog.choices.paper_choice.count() == 1
    dialog.choices.sheet.setCurrentIndex(0)
    assert dialog.preview.pages == 1
    dialog.close()


def test_a_printer_that_refuses_says_why_and_the_dialog_stays(desk, fake_lp, tmp_path, qtbot):
    path = tmp_path / "bin" / "lp"
    path.write_text(
        '#!/bin/sh\ncat >/dev/null\necho "lp: The printer does not exist." >&2\nexit 1\n'
    )
    dialog = PaperDialog(desk, (offer(),))
    dialog.print_sheet()
    qtbot.waitUntil(lambda: bool(dialog.messages.text()))
    assert "The printer does not exist" in dialog.messages.text()
    assert dialog.print_button.isEnabled()
    dialog.close()


def test_without_a_printer_it_says_so_and_saving_is_the_usual_way(desk, no_printer, qtbot):
    dialog = PaperDialog(desk, (offer(),))
    qtbot.addWidget(dialog)
    assert not dialog.print_button.isEnabled()
    assert dialog.save_button.isDefault()
    dialog.print_sheet()
    assert "No printer" in dialog.messages.text()
    dialog.close()


def test_saving_writes_the_logged_sheet_whole(desk, fake_lp, tmp_path, qtbot):
    dialog = PaperDialog(desk, (offer(),))
    before = desk.store.head().number
    with qtbot.waitSignals([dialog.accepted, desk.said]):
        dialog.save_to(tmp_path / "roster")
    saved = (tmp_path / "roster.pdf").read_bytes()
    assert f"row {before + 1}" in text_of(saved)
    assert [each.name for each in tmp_path.glob(".openblock-*")] == []


def test_a_folder_that_is_not_there_is_told_and_the_dialog_stays(desk, fake_lp, tmp_path):
    dialog = PaperDialog(desk, (offer(),))
    dialog.save_to(tmp_path / "nowhere" / "roster.pdf")
    assert "could not be written" in dialog.messages.text()
    assert dialog.save_button.isEnabled()
    dialog.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")
def test_a_full_disk_leaves_the_former_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "roster.pdf"
    path.write_bytes(b"former")
    full = Path("/dev/full").open("wb", buffering=0)  # noqa: SIM115
    monkeypatch.setattr("os.fsync", lambda _handle: full.write(b"x"))
    with pytest.raises(StorageTrouble, match="disk-full"):
        write_whole(path, b"new")
    full.close()
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


def test_opening_elsewhere_hands_over_a_private_copy(desk, fake_lp, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = PaperDialog(desk, (offer(),))
    dialog.open_elsewhere()
    path = Path(opened[0].toLocalFile())
    assert path.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    _handed_over.pop().cleanup()
    dialog.close()


def test_nothing_leaves_without_a_purpose_said_in_full(desk, fake_lp, tmp_path, qtbot):
    dialog = PaperDialog(desk, (offer(),))
    purpose = dialog.choices.purpose
    purpose.choice.setCurrentIndex(purpose.choice.findData("request"))
    assert not dialog.print_button.isEnabled()
    assert purpose.problem.text()
    dialog.save_to(tmp_path / "roster.pdf")
    dialog.ask_where_to_save()
    dialog.open_elsewhere()
    assert not (tmp_path / "roster.pdf").exists()
    purpose.explanation.setText("12/34")
    assert purpose.purpose == "request: 12/34"
    assert dialog.print_button.isEnabled()
    purpose.recipient.clear()
    assert not dialog.print_button.isEnabled()
    dialog.close()


def test_a_refused_disclosure_stops_the_sheet(desk, fake_lp, tmp_path):
    dialog = PaperDialog(desk, (offer(),))
    desk.store.actor = None
    dialog.save_to(tmp_path / "roster.pdf")
    assert not (tmp_path / "roster.pdf").exists()
    assert dialog.messages.text()
    dialog.close()


def test_the_purposes_are_those_of_the_log(dressed, qtbot):
    form = PurposeForm()
    qtbot.addWidget(form)
    codes = [form.choice.itemData(row) for row in range(form.choice.count())]
    assert codes == ["duty", "inspection", "handover", "request", "other"]
    assert (form.purpose, form.missing()) == ("duty", "")
    form.choice.setCurrentIndex(4)
    assert form.missing()
    form.focus_missing()


def test_printers_are_listed_the_usual_one_first(fake_lp):
    assert has_lp()
    assert [(each.name, each.usual) for each in printers()] == [("Dežūra", True), ("Apakša", False)]


def test_the_title_of_a_job_names_nobody():
    job = PrintJob(b"", "P", 2, "A4", landscape=True)
    assert lp_arguments(job)[2:4] == ["-t", "OpenBlock"]


def test_without_lp_the_pages_are_painted_on_landscape_paper(dressed, tmp_path):
    from openblock.printing.sheet import Imprint

    imprint = Imprint("B", "1", "0", "A", None, 7, "00")
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    paint_on(printer, PrintJob(sheet(2)(imprint, "A4"), "", 1, "A4", landscape=True))
    document = QPdfDocument()
    document.load(str(target))
    size = document.pagePointSize(0)
    assert document.pageCount() == 2
    assert (round(size.width()), round(size.height())) == (842, 595)


def test_bytes_that_are_no_pdf_are_refused(dressed, qtbot):
    preview = Preview()
    qtbot.addWidget(preview)
    with pytest.raises(KnownError, match="sheet-unreadable"):
        preview.show_pdf(b"not a sheet")


def test_thumbnails_follow_the_sheet_and_lead_to_its_pages(desk, fake_lp, qtbot):
    dialog = PaperDialog(desk, (offer(make=sheet(4)),))
    qtbot.addWidget(dialog)
    model = dialog.preview.thumbnails
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 4
    assert not model.data(model.index(2), Qt.ItemDataRole.DecorationRole).isNull()
    assert model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole) == "Page 3"
    # Pages larger than the view: a page in its middle is the only one it can be on.
    dialog.resize(1180, 360)
    dialog.show()
    qtbot.wait(100)
    dialog.preview.list.setCurrentIndex(model.index(2))
    qtbot.waitUntil(lambda: dialog.preview.view.pageNavigator().currentPage() == 2)
    dialog.close()


@pytest.mark.parametrize("width", range(640, 1000, 40))
def test_the_preview_never_lays_itself_out_for_ever(dressed, qtbot, width):
    """At some sizes a scroll bar that came and went kept the view busy until it was killed."""
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_pdf(sheet(3)(type("I", (), {"audit_number": 1})(), "A4"))
    preview.resize(width, 640)
    preview.show()
    preview.fit(whole_page=True)
    preview.fit(whole_page=False)
    qtbot.wait(30)
    assert preview.view.mapToGlobal(QPoint()) is not None
