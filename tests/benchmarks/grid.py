"""(c) Opening the month grid with ten years stored against one month; (d) one edit of a cell."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from openblock.features.roster.queries import month_roster
from openblock.ui.window.main import MainWindow
from tests.benchmarks.blocks import TEN_YEARS, plan_back, reopen
from tests.benchmarks.figures import Figure, in_turns, milliseconds
from tests.rig import demonstration, settle

ROUNDS = 41
WARM = 5


def opening(window: MainWindow) -> Callable[[], float]:
    """Open the month on show from the file again, painted."""

    def open_month() -> None:
        window.workplace.pages.page.refresh()
        window.workplace.pages.page.repaint()
        QApplication.processEvents()

    for _ in range(WARM):
        open_month()
    return lambda: milliseconds(open_month)


class Painted(QObject):
    """Notices that a widget was painted, however little of it had changed."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def edits(window: MainWindow) -> list[float]:
    """From the key to the cell repainted and the change committed, for many cells in turn."""
    page = window.workplace.pages.page
    officer, day = page.grid.current()
    days = [each.day for each in page.shown.days]
    painted = Painted(page.grid.cells.viewport())
    taken = []
    for number in range(ROUNDS):
        key = Qt.Key.Key_D if number % 2 else Qt.Key.Key_N
        page.grid.go_to(officer, day)
        settle()
        began = time.perf_counter()
        QTest.keyClick(page.grid.cells, key)
        painted.seen = False
        while not painted.seen:
            QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        code = window.desk.store.read(month_roster, day.year, day.month).duties[officer, day].code
        if code != ("D" if number % 2 else "N") or day not in days:
            raise RuntimeError(code)
    return taken[WARM:]


def measure() -> list[Figure]:
    with ExitStack() as stack:
        # One month is the demonstration itself: what surrounds the month on show is little.
        short = stack.enter_context(demonstration())
        long = stack.enter_context(demonstration())
        for window in (short, long):
            reopen(window.desk.store)
            window.workplace.pages.page.refresh()
        plan_back(long.desk.store, TEN_YEARS)
        settle(100)
        month, years = in_turns([opening(short), opening(long)], ROUNDS)
        edit = statistics.median(edits(long))
    return [
        Figure(
            "c",
            "opening the month grid, 10 years stored ÷ 1 month",
            years / month,
            aim=1.2,
            parts=f"{years:.1f} ms ÷ {month:.1f} ms",
        ),
        Figure("d", "one cell edit, key to repainted and committed", edit, aim=50, unit=" ms"),
    ]
