"""Random journeys through practice: whatever is done, nobody is at two things at once.

No confirmed hour lies outside its officer's duty, no place is taken twice, and hours and standings
are what the log makes of them when it is replayed in plain Python.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from openblock.features.roster.commands import (
    change_cells,
    lay_cycle,
    restore_cells,
    restore_cycle,
)
from openblock.features.shadowing.commands import (
    cancel_shadowing,
    change_practice,
    confirm_shadowing,
    miss_shadowing,
    plan_shadowing,
    remove_class,
    remove_unavailability,
    restore_practice,
    restore_settling,
    save_classes,
    save_course,
    save_trainee,
    save_unavailability,
)
from openblock.features.staff.commands import change_officer, restore_officers
from tests.conftest import BlankFile
from tests.features.shadowing.journey import Journey
from tests.travels.nights import build_practice, built_around_nights

THOROUGH = "OPENBLOCK_THOROUGH" in os.environ
DEEDS = (
    *(plan_shadowing, cancel_shadowing, change_practice, confirm_shadowing, miss_shadowing),
    *(save_classes, remove_class, save_unavailability, remove_unavailability),
    *(save_course, save_trainee, change_officer, change_cells, lay_cycle),
    *(restore_practice, restore_settling, restore_officers, restore_cells, restore_cycle),
)


@pytest.fixture(scope="module")
def practice_files(
    template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[date, Path]:
    """A small block around the night of 23 hours, and one around the night of 25."""
    return built_around_nights(template_file, tmp_path_factory.mktemp("journeys"), build_practice)


def test_tr_04_to_12_no_journey_ends_with_hours_outside_a_duty_or_two_things_at_once(
    template_file, practice_files
):
    told: Counter[str] = Counter()
    run_state_machine_as_test(
        partial(Journey, practice_files, template_file.dek, told),
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
