"""What is written after an option is read, or refused in words."""

from __future__ import annotations

import argparse
from datetime import date

import pytest

from openblock.cli.written import day_of, month_of, number, version_of, week_of


@pytest.mark.parametrize(
    ("read", "written", "meant"),
    [
        (month_of, "2026-11", date(2026, 11, 1)),
        (day_of, "2026-11-24", date(2026, 11, 24)),
        (week_of, "2026-W48", date(2026, 11, 23)),
        (number, "7", 7),
        (number, "9" * 30, 2**62),
        (version_of, "3", 3),
    ],
)
def test_what_can_be_meant_is_read(read, written, meant):
    assert read(written) == meant


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (month_of, "2026-13"),
        (month_of, "1800-01"),
        (month_of, "November"),
        (day_of, "2026-02-30"),
        (day_of, "24.11.2026"),
        (week_of, "2026-W54"),
        (week_of, "2026-48"),
        (version_of, "0"),
        (version_of, "-1"),
        (version_of, "v3"),
        (version_of, "9" * 30),
    ],
)
def test_what_cannot_is_named_in_the_refusal(read, written):
    with pytest.raises(argparse.ArgumentTypeError, match=written):
        read(written)
