"""The prisons of the list, and those that can be chosen for a day."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.residents.queries import prisons
from tests.factories import with_prison


def test_a_new_file_knows_the_prisons_by_the_latvian_alphabet(store):
    names = [each.name for each in store.read(prisons)]
    assert len(names) == 12
    assert names.index("Brasas cietums") < names.index("Cēsu Audzināšanas iestāde nepilngadīgajiem")
    assert names[-1] == "Valmieras cietums"


@pytest.mark.parametrize(
    ("day", "name", "there"),
    [
        (date(2019, 3, 31), "Brasas cietums", True),
        (date(2019, 4, 1), "Brasas cietums", False),
        (date(2025, 8, 27), "Liepājas cietums (jaunais)", False),
        (date(2025, 8, 28), "Liepājas cietums (jaunais)", True),
        (date(1990, 1, 1), "Jelgavas cietums", True),
    ],
)
def test_a_closed_prison_is_not_chosen_after_its_last_day(store, day, name, there):
    assert (name in {each.name for each in store.read(prisons, day)}) is there


def test_a_prison_is_chosen_on_its_first_and_its_last_day(store):
    first, last = date(2026, 1, 2), date(2026, 1, 3)
    number = with_prison(store, active_from=first, active_to=last)
    row = next(each for each in store.read(prisons) if each.prison_id == number)
    assert (row.name, row.version) == ("Tālais cietums", 1)
    chosen = [row.chosen_on(date(2026, 1, day)) for day in (1, 2, 3, 4)]
    assert chosen == [False, True, True, False]
