from __future__ import annotations

import pytest

from openblock.importing.cells import Unreadable
from openblock.importing.columns import guess_mapping, missing_columns
from openblock.importing.names import (
    given_first,
    name_columns,
    one_name_columns,
    surname_first,
)


@pytest.mark.parametrize("cell", ["Anna Marija Ozolzara", "Anna Marija, Ozolzara"])
def test_of_several_words_the_last_is_the_surname(cell):
    assert given_first(100)(cell) == ("Anna Marija", "Ozolzara")


@pytest.mark.parametrize("cell", ["Ozolzara Anna Marija", "Ozolzara, Anna Marija"])
def test_where_the_surname_comes_first_it_is_the_first_word(cell):
    assert surname_first(100)(cell) == ("Anna Marija", "Ozolzara")


@pytest.mark.parametrize("cell", ["Anna", "A, B, C", "Anna,"])
@pytest.mark.parametrize("reader", [given_first(100), surname_first(100)])
def test_what_cannot_be_cut_in_two_is_refused(cell, reader):
    with pytest.raises(Unreadable) as reason:
        reader(cell)
    assert reason.value.code == "cell-one-name"


def test_a_name_stands_in_two_cells_or_whole_in_one_but_not_in_both():
    columns = (*name_columns(100), *one_name_columns(100))
    head = ("Vārds un uzvārds", "Uzvārds", "Vārds")
    assert guess_mapping(head, columns, {}) == {0: "given_first"}
    assert guess_mapping(head[1:], columns, {}) == {0: "surname", 1: "given_name"}
    assert missing_columns(columns, {0: "surname_first"}) == ()
    assert [each.key for each in missing_columns(columns, {0: "surname"})] == ["given_name"]
