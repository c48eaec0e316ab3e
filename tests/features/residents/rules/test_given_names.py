from __future__ import annotations

import pytest

from openblock.features.residents.rules.given_names import COMMON, are_swapped
from openblock.i18n import search_key


@pytest.mark.parametrize(
    ("surname", "given_name"),
    [("janis", "berzins"), ("anna-marija", "kalnina"), ("janis karlis", "ozols")],
)
def test_a_given_name_in_the_place_of_the_surname_is_doubted(surname, given_name):
    assert are_swapped(surname, given_name)


@pytest.mark.parametrize(
    ("surname", "given_name"),
    [
        ("berzins", "janis"),
        ("juris", "andris"),  # a surname that is a given name too
        ("smith", "wolfgang"),  # two names nobody here knows
        ("", "janis"),
        ("janis", ""),
    ],
)
def test_names_in_their_places_are_let_be(surname, given_name):
    assert not are_swapped(surname, given_name)


def test_given_names_of_the_block_are_known_besides_the_common_ones():
    assert not are_swapped("olaf", "wolfgang")
    assert are_swapped("olaf", "wolfgang", {"olaf"})


def test_the_common_names_are_folded_as_they_are_compared():
    assert {search_key(name) for name in COMMON} == COMMON
