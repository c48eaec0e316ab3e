"""``python -m tests.gallery OUT``: a picture of every tab, dialog and sheet, to be looked at.

Off-screen, on the demonstration block, at 1366×768: both languages at 100 and 200 % of text, and
the other themes in the first language.
``--only WORD`` (as often as wanted) draws those whose name holds one of the words, ``--look WORD``
those in one of the looks: ``--only dialog-practice --only shadowing --look lv-night``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

# No screen is needed, and none is used: the pictures are the same everywhere. What Qt takes for
# the screen is as large as the smallest the programme is made for: dialogs are no wider than it.
os.environ["QT_QPA_PLATFORM"] = (
    f"offscreen:configfile={Path(__file__).with_name('screen.json').as_posix()}"
)

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.i18n import LANGUAGES
from openblock.printing.sheet import Imprint
from openblock.ui.tab import SheetOffer
from openblock.ui.theme import THEMES
from openblock.ui.window.main import MainWindow
from tests.rig import SCREEN, at_the_door, demonstration, meet, settle
from tests.scenes import EVERYONE, SCENES, SHEET_PLACES, Scene, menu_scenes, views_of

SIZES = (100, 200)
SHEET_WIDTH = 1600
# One colour all over is no picture: something did not draw.
_FEWEST_COLOURS = 8


class Gallery:
    """A folder that pictures are put into, named by what they show and how."""

    def __init__(self, folder: Path, only: Sequence[str] = (), look: Sequence[str] = ()) -> None:
        self.folder = folder
        self.count = 0
        self.faults: list[str] = []
        self._only = tuple(only)
        self._look = tuple(look)
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, key: str) -> bool:
        """Whether a picture of this name, or some of those whose names begin so, are wanted."""
        return not self._only or any(word in key or key in word for word in self._only)

    def looks(self) -> Iterator[tuple[str, str, int]]:
        """Both languages, the second theme and on in one of them: a theme moves nothing.

        A look that is asked for by name is taken all the same.
        """
        for language, theme, size in product(LANGUAGES, THEMES, SIZES):
            name = f"{language}-{theme}-{size}"
            usual = theme == THEMES[0] or (language == LANGUAGES[0] and size == SIZES[0])
            if any(word in name for word in self._look) if self._look else usual:
                yield language, theme, size

    def put(self, key: str, picture: QPixmap) -> None:
        path = self.folder / f"{key}.png"
        if _colours(picture) < _FEWEST_COLOURS:
            self.faults.append(f"{key}: empty")
        if not picture.save(str(path)):
            self.faults.append(f"{key}: not saved")
        self.count += 1


def _colours(picture: QPixmap) -> int:
    small = picture.toImage().scaled(QSize(160, 90))
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


def photograph_programme(gallery: Gallery, who: str) -> None:
    """All that ``who`` can see, in every look."""
    with demonstration(who) as window:
        for language, theme, size in gallery.looks():
            window.looks.speak(language)
            window.looks.paint(theme)
            window.looks.zoom(size)
            window.resize(SCREEN)
            settle(30)
            _tabs(gallery, window, f"{who}-{language}-{theme}-{size}", who)
            _dialogs(gallery, window, f"{who}-{language}-{theme}-{size}", who)
        window.looks.zoom(100)


def _tabs(gallery: Gallery, window: MainWindow, look: str, who: str) -> None:
    for spec in window.workplace.specs:
        if gallery.wants(f"tab-{spec.key}-{look}"):
            window.workplace.open_tab(spec.key)
            settle(50)
            gallery.put(f"tab-{spec.key}-{look}", window.grab())
    for view in views_of(who):
        key = f"tab-{view.tab}-{view.key}-{look}"
        if gallery.wants(key):
            view.show(window)
            gallery.put(key, window.grab())
            view.clear(window)
    if gallery.wants(f"search-{look}"):
        _search(gallery, window, f"search-{look}")


def _search(gallery: Gallery, window: MainWindow, key: str) -> None:
    window.workplace.open_tab("rooms", {"view": "plan"})
    window.workplace.search.open()
    window.workplace.search.line.setText("10")
    settle(50)
    gallery.put(key, window.grab())
    window.workplace.search.line.clear()
    window.workplace.search.leave()


def _dialogs(gallery: Gallery, window: MainWindow, look: str, who: str) -> None:
    for scene in _scenes(gallery, window, who):

        def photograph(dialog: QWidget, key: str = scene.key) -> None:
            settle(50)
            gallery.put(f"dialog-{key}-{look}", dialog.grab())

        try:
            meet(lambda scene=scene: scene.open(window), photograph)
        except AssertionError as fault:
            gallery.faults.append(f"{scene.key} {look}: {fault}")


def _scenes(gallery: Gallery, window: MainWindow, who: str) -> Iterator[Scene]:
    """The scenes of ``who`` that are wanted; a menu nobody wants is not opened."""
    if gallery.wants(f"dialog-menu-{who}"):
        yield from menu_scenes(window, who)
    for scene in SCENES:
        if scene.who == who and gallery.wants(f"dialog-{scene.key}"):
            yield scene


def photograph_door(gallery: Gallery) -> None:
    """The first start, before there is any block."""
    with at_the_door(gallery.folder / "none.openblock") as window:
        for language, theme, size in gallery.looks():
            window.looks.speak(language)
            window.looks.paint(theme)
            window.looks.zoom(size)
            window.resize(SCREEN)
            settle(50)
            gallery.put(f"door-first-start-{language}-{theme}-{size}", window.grab())
        window.looks.zoom(100)


def photograph_locked(gallery: Gallery) -> None:
    """The sign-in page, as the officer who locked finds it."""
    with demonstration() as window:
        window.lock()
        for language, theme, size in gallery.looks():
            window.looks.speak(language)
            window.looks.paint(theme)
            window.looks.zoom(size)
            settle(50)
            gallery.put(f"door-sign-in-{language}-{theme}-{size}", window.grab())
        window.looks.zoom(100)


def photograph_sheets(gallery: Gallery) -> None:
    """Every sheet of every tab, in both languages, on every paper it is made for."""
    with demonstration() as window:
        for language in LANGUAGES:
            window.looks.speak(language)
            for spec in window.workplace.specs:
                place = SHEET_PLACES.get(spec.key)
                window.workplace.open_tab(spec.key, place(window) if place else None)
                settle(30)
                for offer in window.workplace.pages.page.sheets():
                    for paper in offer.papers:
                        key = f"sheet-{offer.key}-{paper}-{language}"
                        if gallery.wants(key):
                            content = offer.make(_imprint(window, offer), paper)
                            _pages(gallery, key, content)


def _imprint(window: MainWindow, offer: SheetOffer) -> Imprint:
    head = window.desk.store.head()
    return Imprint(
        block=window.desk.block.name,
        sheet_number=offer.number,
        version="1",
        printed_by=window.desk.actor.name,
        printed_at=clock.now(),
        audit_number=head.number,
        audit_head=head.mac,
        remark=offer.remark,
    )


def _pages(gallery: Gallery, key: str, content: bytes) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        picture = document.render(
            number, QSize(SHEET_WIDTH, round(SHEET_WIDTH * size.height() / size.width()))
        )
        paper = QPixmap(picture.size())
        paper.fill("white")
        with QPainter(paper) as painter:
            painter.drawImage(0, 0, picture)
        gallery.put(f"{key}-{number + 1}", paper)
    document.close()


def complain(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Say what Qt says, but not what the off-screen platform says of every window."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.gallery")
    asked.add_argument("folder", type=Path, metavar="OUT")
    asked.add_argument("--only", action="append", default=[], metavar="WORD")
    asked.add_argument("--look", action="append", default=[], metavar="WORD")
    asked.add_argument("--who", action="append", choices=EVERYONE)
    given = asked.parse_args()
    qInstallMessageHandler(complain)
    gallery = Gallery(given.folder, given.only, given.look)
    if gallery.wants("door"):
        photograph_door(gallery)
        photograph_locked(gallery)
    for who in given.who or EVERYONE:
        photograph_programme(gallery, who)
    if gallery.wants("sheet"):
        photograph_sheets(gallery)
    for fault in gallery.faults:
        print(fault, file=sys.stderr)
    print(f"{gallery.count} pictures in {gallery.folder}")
    return 1 if gallery.faults else 0


if __name__ == "__main__":
    sys.exit(main())
