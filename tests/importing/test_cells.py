from __future__ import annotations

import pytest

from openblock.importing.cells import Row, is_empty, letters


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_a_spreadsheet_does(place, name):
    assert letters(place) == name


def test_a_short_row_has_empty_cells_at_its_end():
    assert Row(1, ("a",)).cell(5) is None


def test_a_cell_of_spaces_counts_as_empty():
    assert is_empty(" \t ")
    assert not is_empty(0)
