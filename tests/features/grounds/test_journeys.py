"""Random journeys through the grounds: whatever is done, no place is taken twice.

Nobody is in two places, no group is where it is closed or with people who have left, whoever no
longer watches over one is flagged, and the diary is what the log makes of it when it is replayed
in plain Python.
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

from openblock.clock import at
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.grounds.commands import (
    approve_booking,
    book_area,
    book_series,
    cancel_booking,
    close_area,
    finish_booking,
    name_supervisor,
    no_show,
    open_area,
    restore_areas,
    restore_bookings,
    save_area,
    save_area_day,
    start_booking,
)
from openblock.features.residents.commands import (
    OpenKeepApart,
    admit_resident,
    open_keep_apart,
    readmit_resident,
    release_resident,
    withdraw_release,
)
from openblock.features.rooms.commands import place_resident
from openblock.features.roster.commands import change_cells, lay_cycle, restore_cells
from openblock.features.shadowing.commands import plan_shadowing, restore_practice
from openblock.features.staff.commands import change_officer, restore_officers
from openblock.storage.store import Store
from tests.conftest import BlankFile
from tests.factories import with_area, with_booking, with_house, with_resident
from tests.features.grounds.journey import Journey
from tests.travels.nights import build_practice, built_around_nights

THOROUGH = "OPENBLOCK_THOROUGH" in os.environ
DEEDS = (
    *(book_area, book_series, name_supervisor, approve_booking, cancel_booking),
    *(start_booking, finish_booking, no_show, close_area, open_area, save_area, save_area_day),
    *(restore_bookings, restore_areas, change_cells, lay_cycle, restore_cells),
    *(admit_resident, readmit_resident, release_resident, withdraw_release, open_keep_apart),
    *(place_resident, plan_shadowing, restore_practice, change_officer, restore_officers),
)
ALL_DAY = (((60, 24 * 60),),) * 7


@pytest.fixture(scope="module")
def grounds_files(
    template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[date, Path]:
    """A small block around the night of 23 hours, and one around the night of 25."""
    folder = tmp_path_factory.mktemp("ways")
    return built_around_nights(template_file, folder, _build)


def _build(store: Store, night: date) -> None:
    """Officers and trainees, eight residents of whom two are kept apart, and four small areas.

    Night rest is short, so that groups are out in the hour that is missing, or comes twice.
    """
    build_practice(store, night)
    for key, value in (
        ("night_rest_from", 23 * 60),
        ("night_rest_to", 60),
        ("grounds_approval", True),
    ):
        store.run(change_setting, ChangeSetting(key, value, 0))
    with_house(store, {"101": ("A", "B"), "102": ("A", "B")})
    people = [with_resident(store, f"Tas{letter}") for letter in "abcdefgh"]
    store.run(open_keep_apart, OpenKeepApart(people[0], people[3], "room", "a quarrel"))
    field = with_area(store, "Laukums", capacity=4, ratio=3)
    with_area(store, "Zāle", capacity=6, ratio=4, indoor=True, hours=ALL_DAY, shortest=15)
    garden = with_area(store, "Dārzs", capacity=2, ratio=0, floodlit=True, hours=ALL_DAY)
    facts = {"indoor": True, "exclusive": True, "ratio": 0, "hours": ALL_DAY}
    corner = with_area(store, "Stūris", capacity=5, **facts)
    for ahead in range(-1, 3):
        start = at(night + timedelta(days=ahead), 10 * 60)
        for area, group in ((garden, people[2:4]), (corner, people[4:7])):
            with_booking(store, area, tuple(group), start, start + timedelta(hours=1))
    start = at(night, 12 * 60)
    with_booking(store, field, tuple(people[:2]), start, start + timedelta(hours=1), officer_id=6)


# A few short journeys do these, whatever else they come to; many long ones do everything.
ALWAYS = frozenset(
    (
        *("book_area", "cancel_booking", "close_area", "restore_bookings"),
        *("change_cells", "plan_shadowing", "place_resident", "release_resident"),
    )
)


def test_gr_03_to_11_no_journey_ends_with_a_place_taken_twice_or_a_group_nobody_watches(
    template_file, grounds_files
):
    told: Counter[str] = Counter()
    run_state_machine_as_test(
        partial(Journey, grounds_files, template_file.dek, told),
        settings=settings(
            max_examples=400 if THOROUGH else 6,
            stateful_step_count=60 if THOROUGH else 36,
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
    assert wanted <= set(told)
