"""(j) A month of the roster, one edit in it, its figures explained: 240 officers and 10 years."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection, func, insert, select

from openblock import clock
from openblock.features.diary.tables import Commitment
from openblock.features.roster.commands import RefreshCalendar, refresh_calendar
from openblock.features.roster.queries.working_time import working_time
from openblock.features.roster.tables import Duty, ShiftTemplate
from openblock.features.staff.tables import Officer
from openblock.storage.store import Store
from openblock.ui.window.main import MainWindow
from tests.benchmarks.blocks import DAY, reopen
from tests.benchmarks.figures import Figure, in_turns, milliseconds
from tests.benchmarks.grid import Painted, opening
from tests.benchmarks.school import grow
from tests.rig import demonstration, settle

MANY, FEW = (240, 10), (26, 1)
ROUNDS, WARM = 21, 3
_DAY = timedelta(days=1)
_NAMES = "officer_id template_id day code starts_at ends_at post origin changed_by changed_at"


@contextmanager
def roster_of(staff: int, years: int) -> Iterator[MainWindow]:
    """The window on a month of the roster of so many officers, so many years of it stored."""
    with demonstration() as window:
        store = window.desk.store
        reopen(store)
        grow(store, 0, staff)
        plan_past(store, years)
        window.workplace.open_tab("roster")
        window.workplace.pages.page.refresh()
        settle(100)
        yield window


def plan_past(store: Store, years: int) -> None:
    """One day in four for each officer of a team, from ``years`` ago until the first duty there."""
    store.run(refresh_calendar, RefreshCalendar(DAY.year - years, DAY.year))
    with store.engine.begin() as connection:
        template = connection.scalar(select(ShiftTemplate.id).where(ShiftTemplate.code == "24"))
        until = connection.scalar(select(func.min(Duty.day)))
        since = date(DAY.year - years, DAY.month, 1)
        asked = select(Officer.id, Officer.team).where(Officer.team.is_not(None))
        number = connection.scalar(select(func.max(Duty.id))) or 0
        rows = []
        for officer_id, team in connection.execute(asked).all():
            day = since + (team % 4) * _DAY
            while day < until - _DAY:
                number += 1
                rows.append(_duty(number, officer_id, template, day))
                day += 4 * _DAY
        _store(connection, rows)


def _duty(number: int, officer_id: int, template: int | None, day: date) -> dict[str, object]:
    times = (clock.at(day, 9 * 60), clock.at(day + _DAY, 9 * 60))
    values = (officer_id, template, day, "24", *times, "", "cycle", "Anna", times[0])
    return {"id": number, "version": 1, **dict(zip(_NAMES.split(), values, strict=True))}


def _store(connection: Connection, rows: list[dict[str, object]]) -> None:
    connection.execute(insert(Duty), rows)
    held = [
        {
            "person": f"officer:{row['officer_id']}",
            "kind": "duty",
            "source_id": row["id"],
            "starts_at": row["starts_at"],
            "ends_at": row["ends_at"],
        }
        for row in rows
    ]
    connection.execute(insert(Commitment), held)


def editing(window: MainWindow) -> Callable[[], float]:
    """Type a code: from the key until it is stored, read and painted."""
    page = window.workplace.pages.page
    officer, day = page.grid.current()
    painted = Painted(page.grid.cells.viewport())
    codes = {Qt.Key.Key_D: "D", Qt.Key.Key_N: "N"}

    def edit() -> float:
        there = page.shown.duties.get((officer, day))
        key = Qt.Key.Key_N if there is not None and there.code == "D" else Qt.Key.Key_D
        page.grid.go_to(officer, day)
        settle()
        began = time.perf_counter()
        QTest.keyClick(page.grid.cells, key)
        painted.seen = False
        while not painted.seen:
            QApplication.processEvents()
        taken = (time.perf_counter() - began) * 1000
        if page.shown.duties[officer, day].code != codes[key]:
            raise RuntimeError(codes[key])
        return taken

    for _ in range(WARM):
        edit()
    return edit


def explaining(window: MainWindow) -> Callable[[], float]:
    """Every figure of one officer, down to its shifts."""
    officer, _day = window.workplace.pages.page.grid.current()
    month = DAY.replace(day=1)
    return lambda: milliseconds(lambda: window.desk.read(working_time, officer, month))


def measure() -> list[Figure]:
    with ExitStack() as stack:
        windows = [stack.enter_context(roster_of(*size)) for size in (MANY, FEW)]
        found = [
            (what, *in_turns([act(window) for window in windows], ROUNDS))
            for what, act in (
                ("opening the month, counters and all", opening),
                ("one edit, key to repainted and committed", editing),
                ("one officer's figures explained", explaining),
            )
        ]
    sizes = "240 officers × 10 years ÷ 26 × 1"
    return [
        Figure("j", f"{what}, {sizes}", many / few, aim=2, parts=f"{many:.1f} ms ÷ {few:.1f} ms")
        for what, many, few in found
    ]
