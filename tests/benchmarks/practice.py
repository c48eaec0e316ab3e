"""(h) Opening the practice grid and planning a shift, for a school against the demonstration."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from openblock import clock
from openblock.errors import KnownError
from openblock.features.shadowing.commands import ChangePractice, PracticeEdit, change_practice
from openblock.features.shadowing.queries.rows import PracticeGrid
from openblock.ui.window.main import MainWindow
from tests.benchmarks.blocks import reopen
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.grid import Painted, opening
from tests.benchmarks.school import grow
from tests.rig import demonstration, settle

SCHOOL, BLOCK = (200, 240), (14, 26)
ROUNDS, WARM = 21, 3
PATIENCE = 20
Wish = tuple[int, date, int]


@contextmanager
def practice_of(people: int, staff: int) -> Iterator[MainWindow]:
    """The window on the practice tab of a demonstration with so many trainees and officers."""
    with demonstration() as window:
        reopen(window.desk.store)
        grow(window.desk.store, people, staff)
        window.workplace.open_tab("shadowing")
        settle(100)
        yield window


def wish_in(window: MainWindow, other: MainWindow) -> Wish:
    """The first trainee, day and mentor on show that can be planned without a word, in both."""
    store, shown = window.desk.store, _shown(window)
    tomorrow = clock.day_of(shown.at) + timedelta(days=1)
    taken = {(row.trainee_id, row.day) for row in shown.shadowings}
    for line in shown.lines:
        for mentor in shown.mentors:
            for duty in mentor.duties:
                place = (line.trainee.trainee_id, duty.day)
                typed = _letters(window, mentor.officer_id) + _letters(other, mentor.officer_id)
                if duty.day <= tomorrow or place in taken or not typed.isascii():
                    continue  # tests type no other letters
                edit = PracticeEdit(*place, mentor.officer_id)
                try:
                    done = store.run(change_practice, ChangePractice((edit,)))
                except KnownError:
                    continue
                if done.undo is not None:
                    store.run(done.undo.command, done.undo.request, undoes=True)
                    settle()
                    return (*place, mentor.officer_id)
    raise RuntimeError("nobody can be planned")


def _letters(window: MainWindow, officer_id: int) -> str:
    return next(code for code, number in _shown(window).codes.items() if number == officer_id)


def _shown(window: MainWindow) -> PracticeGrid:
    return window.workplace.pages.page.shown


def planning(window: MainWindow, wish: Wish) -> Callable[[], float]:
    """Type a mentor's letters: from the last of them until it is stored, read and painted."""
    page = window.workplace.pages.page
    trainee_id, day, officer_id = wish
    painted = Painted(page.grid.cells.viewport())

    def plan() -> float:
        *first, last = _letters(window, officer_id)
        page.grid.go_to(trainee_id, day)
        QTest.keyClicks(page.grid.cells, "".join(first))
        settle()
        before = len(_shown(window).shadowings)
        began = time.perf_counter()
        QTest.keyClicks(page.grid.cells, last)
        painted.seen = False
        while not (painted.seen and len(_shown(window).shadowings) > before):
            QApplication.processEvents()
            if time.perf_counter() > began + PATIENCE:
                raise RuntimeError("it was not planned")
        taken = (time.perf_counter() - began) * 1000
        window.desk.undo()
        settle(100)
        return taken

    for _ in range(WARM):
        plan()
    return plan


def measure() -> list[Figure]:
    with ExitStack() as stack:
        school, block = (stack.enter_context(practice_of(*size)) for size in (SCHOOL, BLOCK))
        wish = wish_in(block, school)
        many, few = in_turns([opening(school), opening(block)], ROUNDS)
        long, short = in_turns([planning(school, wish), planning(block, wish)], ROUNDS)
    sizes = "200 trainees × 240 officers ÷ 14 × 26"
    return [
        _figure(f"opening the practice grid, {sizes}", many, few),
        _figure(f"one shift planned, {sizes}", long, short),
    ]


def _figure(what: str, many: float, few: float) -> Figure:
    return Figure("h", what, many / few, aim=2, parts=f"{many:.1f} ms ÷ {few:.1f} ms")
