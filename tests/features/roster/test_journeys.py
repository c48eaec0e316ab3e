"""Random journeys through a living roster: whatever is done and taken back, it stays one truth.

Nobody is at two things at once, every version is what the log makes of it when it is replayed in
plain Python, undo and redo leave the very rows that stood there, a posted month never differs from
its newest version, and a closed month's time-sheet stands still.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    PublishMonth,
    RefreshCalendar,
    add_addendum,
    approve_exchange,
    ask_exchange,
    change_cells,
    close_month,
    lay_cycle,
    publish_month,
    put_in_substitute,
    refresh_calendar,
    remove_absence,
    remove_call_out,
    restore_cells,
    restore_exchange,
    restore_living,
    save_absence,
    save_call_out,
    swap_duties,
    withdraw_exchange,
    withdraw_publication,
)
from openblock.features.roster.queries import TeamCycle
from openblock.storage.store import Store
from tests.conftest import BlankFile
from tests.factories import with_officer, with_templates
from tests.features.roster.journey import Journey
from tests.travels.nights import built_around_nights

THOROUGH = "OPENBLOCK_THOROUGH" in os.environ
DEEDS = (
    *(change_cells, restore_cells, lay_cycle, save_absence, remove_absence, restore_living),
    *(save_call_out, remove_call_out, put_in_substitute, swap_duties, ask_exchange),
    *(approve_exchange, withdraw_exchange, restore_exchange, publish_month),
    *(withdraw_publication, close_month, add_addendum),
)


@pytest.fixture(scope="module")
def roster_files(
    template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[date, Path]:
    """A small block around the night of 23 hours, and one around the night of 25."""
    return built_around_nights(template_file, tmp_path_factory.mktemp("rosters"), _build)


def _build(store: Store, night: date) -> None:
    """Six officers, two of whom the cycle has; the month before is posted, and this one."""
    first = night - timedelta(days=40)
    days = [first + timedelta(days=each) for each in range(60)]
    store.run(refresh_calendar, RefreshCalendar(night.year, night.year))
    with_templates(store)
    laid = [with_officer(store, str(n), name, team=2) for n, name in enumerate("AB")]
    typed = [with_officer(store, str(n), name, team=1) for n, name in enumerate("CDEF", 5)]
    assert laid
    cycles = (TeamCycle(2, ("24", "", "", ""), days[0]),)
    store.run(lay_cycle, LayCycle(days[0], days[-1], cycles))
    patterns = ((0, "24", 1, 3), (1, "D", 0, 2), (2, "N", 0, 3), (3, "8", 0, 2))
    edits = [
        CellEdit(typed[who], day, code)
        for who, code, start, step in patterns
        for day in days[start::step]
    ]
    store.run(change_cells, ChangeCells(tuple(edits)))
    for month in sorted({days[0].replace(day=1), night.replace(day=1)}):
        store.run(publish_month, PublishMonth(month, 0))


# A few short journeys do these, whatever else they come to; many long ones do everything.
ALWAYS = frozenset(
    (
        *("change_cells", "save_absence", "lay_cycle", "ask_exchange"),
        *("publish_month", "restore_cells", "restore_living", "restore_exchange"),
    )
)

# Nearly every one is refused for good reasons; some duty has changed hands all the same.
HANDS = frozenset(("put_in_substitute", "swap_duties", "approve_exchange"))


def test_ro_10_no_journey_ends_with_two_truths_about_a_roster(template_file, roster_files):
    told: Counter[str] = Counter()
    run_state_machine_as_test(
        partial(Journey, roster_files, template_file.dek, told),
        settings=settings(
            max_examples=200 if THOROUGH else 10,
            stateful_step_count=60 if THOROUGH else 30,
            deadline=None,
            # Making a way shorter takes minutes; what it did is told all the same.
            phases=(Phase.generate,),
            derandomize=not THOROUGH,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(dict(sorted(told.items())))  # noqa: T201 - what the journeys were made of
    # Journeys that are only ever refused show nothing.
    wanted = {each.__name__ for each in DEEDS} if THOROUGH else ALWAYS
    assert wanted <= set(told), wanted - set(told)
    assert HANDS & set(told)
