"""Blocks to measure on: the demonstration's people with as many months planned as asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from sqlalchemy import delete

from openblock.clock import days_of_month
from openblock.demonstration import Demonstration, open_demonstration
from openblock.features.roster.commands import (
    LayCycle,
    RefreshCalendar,
    lay_cycle,
    refresh_calendar,
)
from openblock.features.roster.queries import TeamCycle
from openblock.features.roster.rules import CYCLE_PRESETS
from openblock.features.roster.tables import RosterMonth
from openblock.storage.store import Store

DAY = date(2026, 11, 22)
TEN_YEARS = 120


@contextmanager
def block(months: int) -> Iterator[Demonstration]:
    """The demonstration as of ``DAY`` with ``months`` more months of roster before its own."""
    made = open_demonstration(DAY)
    try:
        plan_back(made.store, months)
        yield made
    finally:
        made.store.close()
        shutil.rmtree(made.folder, ignore_errors=True)


def reopen(store: Store) -> None:
    """Make drafts of all months: here duties are laid that nobody gives a reason for."""
    with store.engine.begin() as connection:
        connection.execute(delete(RosterMonth))


def plan_back(store: Store, months: int) -> None:
    """Lay the teams' cycles over ``months`` months before those of the demonstration."""
    if not months:
        return
    anchor = date(2016, 1, 1)
    cycles = tuple(
        TeamCycle(team, CYCLE_PRESETS["24/72"], anchor + timedelta(days=team - 1))
        for team in (1, 2, 3, 4)
    )
    latest = DAY.year * 12 + DAY.month - 1 - 3
    years = {(latest - back) // 12 for back in range(months)}
    store.run(refresh_calendar, RefreshCalendar(min(years), max(years)))
    for back in range(months):
        year, month = divmod(latest - back, 12)
        days = days_of_month(year, month + 1)
        store.run(lay_cycle, LayCycle(days[0], days[-1], cycles))
