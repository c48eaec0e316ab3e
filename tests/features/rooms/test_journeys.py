"""Random journeys through the rooms: whatever is done, nobody has two beds and no bed two people.

The program is asked, and the log is replayed in plain Python; the two never differ.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    run_state_machine_as_test,
)

from openblock.clock import standing_at
from openblock.features.accounts.rights import may
from openblock.features.residents.commands import (
    cancel_arrival,
    open_keep_apart,
    readmit_resident,
    release_resident,
)
from openblock.features.rooms.commands import (
    cancel_assignment,
    change_assignment,
    change_closure,
    close_space,
    end_hold,
    hold_bed,
    open_space,
    place_resident,
    restore_rows,
    swap_residents,
    vacate_bed,
)
from openblock.migrations.upgrade import newest
from openblock.storage.store import open_store
from tests.conftest import BlankFile
from tests.factories import with_house, with_placement, with_resident
from tests.features.rooms.journey import Journey
from tests.features.rooms.travelling import ANNA, BEGIN, copied

THOROUGH = "OPENBLOCK_THOROUGH" in os.environ
DEEDS = (
    *(place_resident, swap_residents, vacate_bed, change_assignment, cancel_assignment),
    *(close_space, change_closure, open_space, hold_bed, end_hold),
    *(release_resident, readmit_resident, cancel_arrival, open_keep_apart, restore_rows),
)


@pytest.fixture(scope="module")
def house_file(template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four rooms in two sections, the second one for women; five people, one without a bed."""
    path = tmp_path_factory.mktemp("journeys") / "block.openblock"
    copied(template_file.path, path)
    store = open_store(path, template_file.dek, may=may, newest=newest(), workstation="test")
    store.sign_in(ANNA)
    home = with_house(store, {"101": ("A", "B"), "102": ("A", "B")}, section="A")
    for_women = with_house(store, {"201": ("A",), "202": ("A", "B")}, section="B", sex="female")
    beds = home.beds | for_women.beds
    with standing_at(BEGIN):
        begun = BEGIN - timedelta(days=20)
        people = [with_resident(store, name, sex="male", admitted=begun) for name in "ABCD"]
        people.append(with_resident(store, "E", sex="female", admitted=begun))
        for person, bed in zip(people, ("101 A", "101 B", "102 A", "", "201 A"), strict=True):
            if bed:
                with_placement(store, person, beds[bed], begun)
    assert people == [1, 2, 3, 4, 5]
    store.close()
    return path


def test_no_journey_ends_with_two_people_in_a_bed_or_a_log_that_tells_otherwise(
    template_file, house_file
):
    told: Counter[str] = Counter()
    run_state_machine_as_test(
        partial(Journey, house_file, template_file.dek, told),
        settings=settings(
            max_examples=400 if THOROUGH else 8,
            stateful_step_count=60 if THOROUGH else 36,
            deadline=None,
            derandomize=not THOROUGH,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(dict(sorted(told.items())))  # noqa: T201 - what the journeys were made of
    # Journeys that are only ever refused show nothing.
    missing = {each.__name__ for each in DEEDS} - set(told)
    assert len(missing) <= (0 if THOROUGH else 5), missing
