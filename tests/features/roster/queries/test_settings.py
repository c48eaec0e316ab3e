"""Patterns and limits are stored as text and read back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.errors import Severity
from openblock.features.roster.queries.settings import (
    limit_read,
    limit_stored,
    pattern_read,
    pattern_stored,
)

CODES = st.sampled_from(["", "24", "D", "N", "Ķ8"])


@given(st.lists(CODES, min_size=1, max_size=42))
def test_a_pattern_comes_back_as_it_was_stored(codes):
    assert pattern_read(pattern_stored(tuple(codes))) == tuple(codes)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rest_table", ((780, 660), (1500, 1440))),
        ("rest_severity", Severity.ERROR),
        ("weekly_rest", 2100),
        ("block_publish", True),
        ("block_publish", False),
    ],
)
def test_a_limit_comes_back_as_it_was_stored(name, value):
    read = limit_read(name, limit_stored(value))
    assert (read, type(read)) == (value, type(value))
