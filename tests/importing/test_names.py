from __future__ import annotations

import pytest

from openblock.importing.cells import Unreadable
from openblock.importing.names import given_first, surname_first


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
