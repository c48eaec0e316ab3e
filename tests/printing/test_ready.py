"""A sheet that is ready says everything the log and the printer need, and makes its bytes."""

from __future__ import annotations

from openblock.printing.ready import ReadySheet
from tests.features.roster.roster_sheets import IMPRINT


def test_a_sheet_of_nobody_has_no_subjects_and_makes_its_bytes_from_the_imprint():
    ready = ReadySheet(
        "occupancy",
        "Occupancy",
        "NO-1",
        "occupancy",
        "by day",
        lambda imprint: imprint.block.encode(),
    )
    assert ready.subjects == ()
    assert ready.make(IMPRINT) == IMPRINT.block.encode()
