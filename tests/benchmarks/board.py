"""(g) One frame of the board while it scrolls: 48 beds × 90 days, a country's decade stored."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import insert, update

from openblock import clock
from openblock.features.rooms.tables import Floor, Room, Section
from openblock.features.rooms.ui.board import BoardView
from openblock.features.rooms.ui.deeds import RoomDeeds
from openblock.i18n import set_language
from openblock.storage.store import Store
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.benchmarks.country import NOW
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.rooms import DECADE, PEOPLE, country
from tests.rig import SCREEN, application, settle

BEDS, DAYS = 48, 90
ROUNDS = 150


def lay_floor(store: Store) -> int:
    """A second floor with the first 48 beds of the country on it; its number."""
    shape = {"building_id": 1, "name": "2", "place": 2, "width": 1000, "height": 640, "version": 1}
    with store.engine.begin() as connection:
        connection.execute(insert(Floor), [{"id": 2, **shape}])
        section = {"id": 2, "floor_id": 2, "name": "B", "sex": "", "version": 1}
        connection.execute(insert(Section), [section])
        connection.execute(update(Room).where(Room.id <= BEDS // 4).values(section_id=2))
    return 2


@contextmanager
def board_on(store: Store, floor_id: int) -> Iterator[BoardView]:
    """The board of that floor on a screen of the usual size, ninety days of it."""
    with application() as app, clock.standing_at(NOW):
        set_language("lv")
        apply(app)
        desk = Desk(store)
        window = QWidget()
        view = BoardView(desk, RoomDeeds(desk, window))
        view.resize(SCREEN)
        view.show()
        view.floor_id = floor_id
        view.show_span(DAYS)
        view.focus_first()
        settle(50)
        try:
            yield view
        finally:
            view.close()
            view.deleteLater()
            desk.close()
            settle()


def frames(view: BoardView) -> tuple[list[float], float]:
    """Milliseconds of every frame of a scroll down and up again, and across where it can.

    And how many of them the processor worked for a frame: the rest it worked for others.
    """
    canvas = view.canvas
    down, across = canvas.verticalScrollBar(), canvas.horizontalScrollBar()
    taken = []
    began = time.process_time()
    for number in range(ROUNDS):
        bar = across if number % 3 == 0 and across.maximum() else down
        share = abs(number % 40 - 20) / 20

        def frame(bar=bar, share=share) -> None:
            bar.setValue(round(bar.maximum() * share))
            QApplication.processEvents()

        taken.append(milliseconds(frame))
    worked = (time.process_time() - began) * 1000 / ROUNDS
    return sorted(taken[10:]), worked


def painted_whole(view: BoardView) -> None:
    """All that is in sight at once, as when the window comes to the front."""
    view.canvas.viewport().update()
    QApplication.processEvents()


def measure() -> list[Figure]:
    with country(PEOPLE, DECADE) as store, board_on(store, lay_floor(store)) as view:
        shown = view.canvas.sheet.picture
        bars = sum(map(len, shown.pieces))
        if len(shown.lines) != BEDS or bars < BEDS:
            raise RuntimeError((len(shown.lines), bars))
        taken, worked = frames(view)
        whole = statistics.median(milliseconds(lambda: painted_whole(view)) for _ in range(20))
        opened = statistics.median(milliseconds(view.refresh) for _ in range(5))
    return [
        Figure(
            "g",
            f"one frame of the board, {BEDS} beds × {DAYS} days, {bars} bars",
            statistics.median(taken),
            aim=16,
            parts=f"processor {worked:.1f} ms; 1 in 20 over {taken[-len(taken) // 20]:.1f} ms; "
            f"all of it painted {whole:.1f} ms; read anew {opened:.0f} ms",
            unit=" ms",
        )
    ]
