"""What a sheet says about itself."""

from __future__ import annotations

from datetime import UTC, datetime

from openblock.printing.sheet import Imprint


def test_an_imprint_without_a_remark_has_none():
    imprint = Imprint("B", "1", "", "A", datetime(2026, 11, 24, tzinfo=UTC), 1, "00")
    assert imprint.remark == ""
