from __future__ import annotations

import pytest

from openblock.errors import NotAllowed
from openblock.features.rooms.queries.lists import remembered_columns


def test_no_headings_are_remembered_before_the_first_list(store):
    assert store.read(remembered_columns) == {}


def test_headings_are_for_those_who_may_build(store_as):
    with pytest.raises(NotAllowed):
        store_as("duty_officer").read(remembered_columns)
