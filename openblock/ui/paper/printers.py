"""Finds the printers and hands them a PDF: through ``lp`` where there is one, else through Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QObject, QProcess, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from openblock.errors import KnownError

Paper = Literal["A4", "A3"]
_ASK_MS = 3000
_SEND_MS = 60_000
_RASTER_DPI = 300
# Job titles show in queues and stay in spools, so they name nobody.
_TITLE = "OpenBlock"
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue by its name; ``usual`` is the one the computer prints to by itself."""

    name: str
    usual: bool = False


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is sent: the PDF, where to, how often, on what paper."""

    pdf: bytes
    printer: str
    copies: int
    paper: Paper
    landscape: bool


def has_lp() -> bool:
    """Whether this computer prints through CUPS's own ``lp``."""
    return shutil.which("lp") is not None


def printers() -> tuple[Printer, ...]:
    """Every queue of this computer, the usual one first; empty when there is none."""
    if has_lp() and shutil.which("lpstat"):
        names = _answer("lpstat", ["-e"]).split()
        usual = _answer("lpstat", ["-d"]).rpartition(":")[2].strip()
    else:
        names = QPrinterInfo.availablePrinterNames()
        usual = QPrinterInfo.defaultPrinterName()
    found = [Printer(name, name == usual) for name in names]
    return tuple(sorted(found, key=lambda each: (not each.usual, each.name.casefold())))


def _answer(programme: str, arguments: list[str]) -> str:
    process = QProcess()
    process.start(programme, arguments)
    if not process.waitForFinished(_ASK_MS):
        process.kill()
        process.waitForFinished(_ASK_MS)
        return ""
    return bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")


def lp_arguments(job: PrintJob) -> list[str]:
    """The arguments of ``lp``: the paper is named and nothing is scaled or turned."""
    # Without media a queue may take US Letter; orientation-requested would turn the page twice.
    return [
        *("-d", job.printer, "-t", _TITLE, "-n", str(job.copies)),
        *("-o", f"media={job.paper}", "-o", "print-scaling=none", "-"),
    ]


class LpSending(QObject):
    """One job on its way through ``lp``, the PDF on its standard input."""

    def __init__(
        self,
        job: PrintJob,
        sent: Callable[[], None],
        refused: Callable[[KnownError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sent = sent
        self._refused = refused
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._process.start("lp", lp_arguments(job))
        self._process.write(QByteArray(job.pdf))
        self._process.closeWriteChannel()

    def wait(self) -> None:
        """Block until ``lp`` has taken the job or given up."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(_SEND_MS)

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        if code == 0:
            self._sent()
        else:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            reason = said.strip().removeprefix("lp:").strip().rstrip(".")
            self._refused(KnownError("print-refused", reason=reason or f"lp {code}"))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            reason = self._process.errorString()
            self._refused(KnownError("print-refused", reason=reason))


def print_with_qt(job: PrintJob) -> None:
    """Print the pages as pictures at 300 dpi where there is no ``lp``.

    Raises KnownError "print-refused" when the printer cannot be opened.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(job.printer)
    paint_on(printer, job)


def paint_on(printer: QPrinter, job: PrintJob) -> None:
    """Paint the job's pages on ``printer``, each filling its sheet."""
    printer.setDocName(_TITLE)
    printer.setCopyCount(job.copies)
    printer.setResolution(_RASTER_DPI)
    printer.setFullPage(True)
    # Size and orientation in one call: separate ones lose the orientation on CUPS.
    printer.setPageLayout(_layout(job))
    pages = _Pages(job.pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("print-refused", reason=job.printer)
    try:
        for number in range(pages.document.pageCount()):
            if number:
                printer.newPage()
            pages.paint(number, painter, printer)
    finally:
        painter.end()


def _layout(job: PrintJob) -> QPageLayout:
    turn = QPageLayout.Orientation.Landscape if job.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(_SIZES[job.paper]), turn, QMarginsF(0, 0, 0, 0))


class _Pages:
    """The PDF with the buffer QtPdf reads from, both kept alive together."""

    def __init__(self, pdf: bytes) -> None:
        self.document = QPdfDocument()
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    def paint(self, number: int, painter: QPainter, printer: QPrinter) -> None:
        points = self.document.pagePointSize(number)
        pixels = QSize(
            round(points.width() / 72 * _RASTER_DPI), round(points.height() / 72 * _RASTER_DPI)
        )
        picture = self.document.render(number, pixels)
        painter.drawImage(QRectF(printer.pageLayout().fullRectPixels(_RASTER_DPI)), picture)
