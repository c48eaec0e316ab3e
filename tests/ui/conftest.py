"""What the tests of screens ask for: a dressed application, a desk, a window on a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.accounts.queries import settings
from openblock.features.accounts.rights import may
from openblock.migrations.upgrade import newest
from openblock.storage.keeper import Keeper
from openblock.storage.store import Actor, Consultation, Store, open_store
from openblock.ui import theme
from openblock.ui.block import Block
from openblock.ui.desk import Desk
from openblock.ui.preferences import Preferences
from openblock.ui.tab import SheetOffer, Tab, TabSpec
from openblock.ui.window import Doorway, House, MainWindow

ADMINISTRATOR = "administrator"


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme at the usual size."""
    theme.apply(qapp, "light", 100)
    yield qapp
    theme.apply(qapp, "light", 100)


@pytest.fixture
def desk(dressed: QApplication, store: Store) -> Iterator[Desk]:
    """The desk of an administrator, with preferences kept nowhere."""
    store.run(change_setting, ChangeSetting("block_name", "Paraugkorpuss"))
    made = Desk(store, may=may, block=Block("Paraugkorpuss", "atklātā nodaļa"))
    yield made
    made.worker.close()
    made.close()


def rename(desk: Desk, name: str) -> None:
    """A command with an undo, as any screen runs one."""
    desk.run(change_setting, ChangeSetting("block_name", name), f"named {name}")


def name_of(store: Store) -> object:
    return store.read(settings).get("block_name")


def sheet(pages: int = 1, words: str = "Mēneša grafiks") -> Callable[..., bytes]:
    """A maker of landscape sheets that says whose and which row of the log they carry."""

    def make(imprint, paper) -> bytes:
        from reportlab.lib.pagesizes import A3, A4, landscape
        from reportlab.pdfgen import canvas

        from openblock.i18n import language

        content = io.BytesIO()
        page = canvas.Canvas(content, pagesize=landscape(A3 if paper == "A3" else A4), invariant=1)
        for number in range(pages):
            page.drawString(60, 500, f"{words} {language()} row {imprint.audit_number} {number}")
            page.showPage()
        page.save()
        return content.getvalue()

    return make


def offer(**facts) -> SheetOffer:
    return SheetOffer(
        **{
            "key": "roster.month",
            "title": "Month roster",
            "make": sheet(),
            "file_name": "roster-2026-11",
            "papers": ("A4", "A3"),
            "subjects": ("officer:1", "officer:2"),
            "consultation": Consultation("roster", "2026-11"),
        }
        | facts
    )


class PlainTab(Tab):
    """A page that counts how often it read, and has something to type into."""

    tables = frozenset({"settings"})
    manual_page = "roster"

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self.name = name
        self.reads = 0
        self.drafts: list[str] = []
        self.period = "2026-11"
        self.typed = QLineEdit(self)
        self.offers: tuple[SheetOffer, ...] = (offer(),)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(name))
        column.addWidget(self.typed)

    def title(self) -> str:
        return self.name

    def refresh(self) -> None:
        self.reads += 1

    def sheets(self) -> tuple[SheetOffer, ...]:
        return self.offers

    def focus_first(self) -> None:
        self.typed.setFocus()

    def place(self):
        return {"period": self.period}

    def go_to(self, place) -> None:
        self.period = str(place.get("period", self.period))

    def keep_draft(self) -> None:
        self.drafts.append(self.typed.text())


def spec(key: str, operation: str = "roster.roster") -> TabSpec:
    return TabSpec(key, key.capitalize, "roster", operation, lambda desk: PlainTab(desk, key))


class Door(QWidget):
    """A door that only keeps what it may ask of the window."""

    def __init__(self, doorway: Doorway) -> None:
        super().__init__()
        self.doorway = doorway


@dataclass
class Premises:
    """The window and the file behind it."""

    window: MainWindow
    path: Path
    open_store: Callable[..., Store]

    def enter(self, account: int = 1, role: str = ADMINISTRATOR, name: str = "Bērziņa A.") -> Desk:
        self.window.sign_in(self.open_store(account, role, name))
        assert self.window.desk is not None
        return self.window.desk

    @property
    def page(self) -> PlainTab:
        page = self.window.workplace.pages.page
        assert isinstance(page, PlainTab)
        return page


@pytest.fixture
def backups_folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def premises(dressed, qtbot, blank_file, tmp_path, backups_folder) -> Iterator[Premises]:
    """A window with three tabs, the last one for administrators, at its door."""
    opened: list[Store] = []
    first = open_store(blank_file.path, blank_file.dek, may=may, newest=newest())
    first.sign_in(Actor(1, "Bērziņa A.", ADMINISTRATOR, "en"))
    first.run(change_setting, ChangeSetting("block_name", "Paraugkorpuss"))
    first.close()

    def enter(account: int, role: str, name: str) -> Store:
        store = open_store(blank_file.path, blank_file.dek, may=may, newest=newest())
        store.sign_in(Actor(account, name, role, "en"))
        opened.append(store)
        return store

    def block(store: Store | None) -> Block:
        return Block(str(name_of(store) if store else ""), "atklātā nodaļa")

    def restore(backup, path, key, actor) -> None:
        from openblock.storage.restoring import restore as put_back

        put_back(backup.path, path, key, actor=actor)

    house = House(
        specs=(spec("today"), spec("roster"), spec("log", "accounts.log_rows")),
        sign_in_page=Door,
        may=may,
        block=block,
        keeper=lambda store: Keeper(store, backups_folder),
        restore=restore,
        preferences=Preferences(tmp_path / "window.ini", "workstation"),
    )
    window = MainWindow(house)
    window.show_door()
    window.show()
    qtbot.addWidget(window)
    yield Premises(window, blank_file.path, enter)
    window.close()
    for store in opened:
        store.close()
