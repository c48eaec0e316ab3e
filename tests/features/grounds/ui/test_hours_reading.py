"""Opening hours are read as they are typed, and written back as they are read."""

from __future__ import annotations

import pytest

from openblock.features.grounds.ui.hours_reading import read_hours, shown_hours


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("7-21", ((420, 1260),)),
        ("07:00–21:00", ((420, 1260),)),
        ("13-21:30, 7-12", ((420, 720), (780, 1290))),
        ("730-24", ((450, 1440),)),
        ("18-0", ((1080, 1440),)),
        ("", ()),
        ("–", ()),
        ("7", None),
        ("7-25", None),
        ("no-yes", None),
        ("7-9-11", None),
    ],
)
def test_hours_are_read_as_they_are_typed(typed, hours):
    assert read_hours(typed) == hours
    if hours is not None:
        assert read_hours(shown_hours(hours)) == hours
