"""The invented floor read once as a board, and a board on screen over a store of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.accounts.rights import may
from openblock.features.rooms.queries import Board, Upcoming, board, upcoming
from openblock.features.rooms.ui.board import BoardView
from openblock.features.rooms.ui.board.pieces import BoardPicture, Piece, picture_of
from openblock.i18n import set_language
from openblock.migrations.upgrade import newest
from openblock.storage.slots import key_file_of
from openblock.storage.store import Actor, Store, open_store
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.conftest import BlankFile
from tests.features.rooms.ui.board.invented import NOW, InventedHouse, furnished, moment


@pytest.fixture(autouse=True)
def standing(qapp: QApplication) -> Iterator[None]:
    apply(qapp)
    with clock.standing_at(NOW):
        yield


@dataclass(frozen=True)
class Read:
    """What the queries gave for the invented floor; frozen, so shared by all tests."""

    board: Board
    upcoming: Upcoming
    floor_id: int

    def picture(self) -> BoardPicture:
        return picture_of(self.board, self.floor_id, NOW)

    def piece(self, name: str, kind: str = "") -> Piece:
        """The first piece with a name, of a kind where one is said."""
        return next(
            piece
            for line in self.picture().pieces
            for piece in line
            if piece.name.startswith(name) and kind in {"", piece.kind}
        )


@dataclass(frozen=True)
class Built:
    """The file with the invented floor in it, closed; tests open copies of it."""

    path: Path
    dek: bytes
    house: InventedHouse

    def opened(self, folder: Path, role: str = "administrator") -> Store:
        path = folder / self.path.name
        if not path.exists():
            shutil.copyfile(self.path, path)
            shutil.copyfile(key_file_of(self.path), key_file_of(path))
        store = open_store(path, self.dek, may=may, newest=newest(), workstation="test")
        store.sign_in(Actor(1, "Anna Bērziņa", role, "en"))
        return store


@pytest.fixture(scope="session")
def built(template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory) -> Built:
    set_language("en")
    path = tmp_path_factory.mktemp("built") / template_file.path.name
    shutil.copyfile(template_file.path, path)
    shutil.copyfile(key_file_of(template_file.path), key_file_of(path))
    store = open_store(path, template_file.dek, may=may, newest=newest(), workstation="test")
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    house = furnished(store)
    store.close()
    return Built(path, template_file.dek, house)


@pytest.fixture(scope="session")
def read(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Read:
    store = built.opened(tmp_path_factory.mktemp("read"))
    with clock.standing_at(NOW):
        floor_id = built.house.floor_id
        seen = store.read(board, moment(11, 14, 0), moment(12, 14, 0), floor_id)
        found = Read(seen, store.read(upcoming, NOW), floor_id)
    store.close()
    return found


@dataclass
class SpokenDeeds:
    """Deeds that are remembered instead of done: what they do is tested where they live."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    def _ask(self, *what: object) -> bool:
        self.asked.append(what)
        return True

    def place(self, resident_id, bed_id=None, at=None, until=None):
        return self._ask("place", resident_id, bed_id, at, until)

    def swap(self, first_id, second_id=None, at=None):
        return self._ask("swap", first_id, second_id, at)

    def vacate(self, resident_id):
        return self._ask("vacate", resident_id)

    def stretch(self, assignment_id, bed_id, starts_at, ends_at):
        return self._ask("stretch", assignment_id, bed_id, starts_at, ends_at)

    def cancel(self, assignment_id):
        return self._ask("cancel", assignment_id)

    def close(self, scope, subject_id):
        return self._ask("close", scope, subject_id)

    def change_closure(self, closure_id):
        return self._ask("change_closure", closure_id)

    def open_again(self, closure_id):
        return self._ask("open_again", closure_id)

    def hold(self, bed_id):
        return self._ask("hold", bed_id)

    def end_hold(self, hold_id):
        return self._ask("end_hold", hold_id)


class Shown:
    """A board view on a store, as a role, with what it asked of the deeds."""

    def __init__(self, store: Store, house: InventedHouse, qtbot: QtBot) -> None:
        self.house = house
        self.desk = Desk(store, may=may)
        self.deeds = SpokenDeeds()
        self.view = BoardView(self.desk, self.deeds)
        self.desk.setParent(self.view)
        qtbot.addWidget(self.view)
        self.view.resize(1366, 620)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.show_floor(house.floor_id)
        self.view.refresh()
        self.view.focus_first()

    @property
    def canvas(self):
        return self.view.canvas

    def choose(self, name: str, kind: str = "") -> Piece:
        """Stand on the first piece with a name."""
        found = next(
            piece
            for line in self.canvas.sheet.picture.pieces
            for piece in line
            if piece.name.startswith(name) and kind in {"", piece.kind}
        )
        self.canvas.choose(found)
        return found


@pytest.fixture
def open_as(built: Built, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens this test's own copy of the file, signed in with a role."""
    opened: list[Store] = []

    def as_role(role: str) -> Store:
        opened.append(built.opened(tmp_path, role))
        return opened[-1]

    yield as_role
    for store in opened:
        store.close()


@pytest.fixture
def house(built: Built, open_as: Callable[[str], Store]) -> InventedHouse:
    """The invented floor over this test's own copy of the file."""
    return built.house.over(open_as("administrator"))


@pytest.fixture
def shown(house: InventedHouse, qtbot: QtBot) -> Shown:
    return Shown(house.store, house, qtbot)


@pytest.fixture
def shown_as(built: Built, open_as: Callable[[str], Store], qtbot: QtBot):
    def as_role(role: str) -> Shown:
        store = open_as(role)
        return Shown(store, built.house.over(store), qtbot)

    return as_role
