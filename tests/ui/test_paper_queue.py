"""A job from the paper dialog reaches a real queue: CUPS and an IPP printer started by hand.

Everything lies in one temporary folder and listens on the loopback only. Skipped where the
programmes are not installed or this user may not start them.
"""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument

from openblock.ui.paper import PaperDialog
from openblock.ui.paper.printers import printers
from tests.ui.conftest import offer, sheet

NEEDED = ("cupsd", "ippeveprinter", "lpadmin", "lp", "lpstat", "avahi-daemon", "dbus-daemon")
SBIN = "/usr/sbin:/sbin:"
LACKING = [name for name in NEEDED if not shutil.which(name, path=SBIN + os.environ["PATH"])]

# Without it a queue takes no PDF at all.
FILTER = Path("/usr/lib/cups/filter/pdftopdf")

pytestmark = [
    pytest.mark.skipif(not FILTER.exists(), reason="not installed: the filters of CUPS"),
    pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}"),
    pytest.mark.skipif(os.geteuid() != 0, reason="avahi-daemon is started by root only"),
]


def free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return int(each.getsockname()[1])


def until(true: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def listens(port: int) -> bool:
    with socket.socket() as each:
        return each.connect_ex(("127.0.0.1", port)) == 0


def configure(folder: Path, port: int) -> None:
    for name in ("etc", "spool", "spool/tmp", "cache", "state", "out"):
        (folder / name).mkdir(parents=True)
    (folder / "etc/cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n"
        "<Location />\nAllow all\n</Location>\n"
        "<Location /admin>\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nAllow all\n</Limit>\n</Policy>\n"
    )
    (folder / "etc/cups-files.conf").write_text(
        f"ServerRoot {folder}/etc\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\n"
        f"CacheDir {folder}/cache\nStateDir {folder}/state\nAccessLog {folder}/access\n"
        f"ErrorLog {folder}/errors\nPageLog {folder}/pages\n"
        "User lp\nGroup lp\nSystemGroup root\n"
    )


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that CUPS's own user may enter, which neither pytest's nor TMPDIR need be."""
    folder = Path(tempfile.mkdtemp(prefix="openblock-cups-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


class Programmes:
    """What is started by hand for one test, each with its log in the folder."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> None:
        with (self.folder / f"{arguments[0]}.log").open("wb") as log:
            self.started.append(
                subprocess.Popen(
                    arguments,
                    stdout=log,
                    stderr=log,
                    stdin=subprocess.DEVNULL,
                    env=self.environment,
                )
            )

    def demand(self, name: str, up: Callable[[], bool]) -> None:
        if not until(up):
            said = (self.folder / f"{name}.log").read_text()[-300:]
            pytest.skip(f"{name} could not be started here: {said}")

    def stop(self) -> None:
        for each in reversed(self.started):
            each.terminate()
        for each in self.started:
            try:
                each.wait(10)
            except subprocess.TimeoutExpired:
                each.kill()
                each.wait()


def start_all(programmes: Programmes, port: int, printer_port: int) -> None:
    folder, bus = programmes.folder, programmes.folder / "bus"
    programmes.start(
        "dbus-daemon", "--system", "--nofork", "--nopidfile", f"--address=unix:path={bus}"
    )
    programmes.demand("dbus-daemon", bus.exists)
    programmes.start("avahi-daemon", "--no-drop-root", "--no-chroot", "--no-rlimits")
    files = ("-c", f"{folder}/etc/cupsd.conf", "-s", f"{folder}/etc/cups-files.conf")
    programmes.start("cupsd", "-f", *files)
    programmes.demand("cupsd", lambda: listens(port))
    time.sleep(1)
    kinds = ("-f", "application/pdf,image/pwg-raster")
    where = ("-p", str(printer_port), "-d", f"{folder}/out")
    programmes.start("ippeveprinter", "-r", "off", "-k", *where, *kinds, "Testa")
    programmes.demand("ippeveprinter", lambda: listens(printer_port))
    address = f"ipp://127.0.0.1:{printer_port}/ipp/print"
    subprocess.run(
        ["lpadmin", "-p", "Testa", "-E", "-m", "everywhere", "-v", address],
        env=programmes.environment,
        check=True,
        capture_output=True,
        timeout=30,
    )


@pytest.fixture
def queue(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A queue named Testa; the folder its printer puts the documents in."""
    port, printer_port = free_port(), free_port()
    configure(open_folder, port)
    monkeypatch.setenv("PATH", SBIN + os.environ["PATH"])
    monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{port}")
    bus = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={open_folder}/bus"}
    programmes = Programmes(open_folder, os.environ | bus)
    try:
        start_all(programmes, port, printer_port)
        yield open_folder / "out"
    finally:
        programmes.stop()


def texts(pdf: bytes) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text().strip() for page in PdfReader(io.BytesIO(pdf)).pages]


def picture(pdf: bytes, page: int) -> QImage:
    """The page at 72 dots to the inch, on white."""
    document, content = QPdfDocument(), QBuffer()
    content.setData(pdf)
    content.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(content)
    drawn = document.render(page, document.pagePointSize(page).toSize())
    ground = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    ground.fill(255)
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return ground


def ink(image: QImage) -> tuple[int, int, int, int]:
    """The box around everything that is printed on a page: left, top, right, bottom."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).value() < 128
    ]
    across, down = [x for x, _y in dark], [y for _x, y in dark]
    return min(across), min(down), max(across), max(down)


def look_alike(arrived: bytes, sent: bytes, page: int) -> bool:
    """Whether a page arrived where it was drawn and as large, however it was turned."""
    wanted, got = picture(sent, page), picture(arrived, page)
    assert (wanted.width(), wanted.height()) in ((841, 595), (842, 595))
    for quarters in range(4):
        turned = got.transformed(QTransform().rotate(90 * quarters))
        near = zip(ink(turned), ink(wanted), strict=True)
        if turned.width() > turned.height() and all(abs(one - two) <= 2 for one, two in near):
            return True
    return False


def test_the_sheet_reaches_a_real_queue_byte_for_byte_and_its_printer_as_a4_landscape(
    desk, queue, qtbot
):
    assert [each.name for each in printers()] == ["Testa"]
    dialog = PaperDialog(desk, (offer(make=sheet(2, "Mēneša grafiks: Ķirsis, Šķēle")),))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.print_sheet()
    sent = dialog.preview.pdf
    assert until(lambda: any(each.stat().st_size >= len(sent) for each in queue.glob("*.pdf")), 40)
    # The queue was given what was shown. Its own filters may repack the document for the printer
    # and turn the page on its sheet of paper, but not scale, cut or redraw it.
    queued = next((queue.parent / "spool").glob("d0*"))
    assert queued.read_bytes() == sent
    arrived = next(queue.glob("*.pdf")).read_bytes()
    assert texts(arrived) == texts(sent)
    assert [look_alike(arrived, sent, page) for page in range(2)] == [True, True]
