"""Keys typed over a cell become one code as soon as they can mean only one."""

from __future__ import annotations

import pytest

from openblock.ui.grid.typed import TypedCode

CODES = ("24", "D", "D8", "N", "B", "Ē")


def test_one_key_is_enough_where_one_code_begins_with_it() -> None:
    assert TypedCode(CODES).press("2").code == "24"
    assert TypedCode(CODES).press("n").code == "N"


def test_a_code_that_begins_another_waits_for_the_next_key() -> None:
    typed = TypedCode(CODES)
    assert typed.press("d").code is None
    assert typed.settled() == "D"
    assert typed.press("8").code == "D8"


def test_diacritics_are_not_needed() -> None:
    assert TypedCode(CODES).press("e").code == "Ē"


def test_a_key_no_code_begins_with_is_not_possible() -> None:
    reading = TypedCode(CODES).press("x")
    assert reading.code is None
    assert not reading.possible


def test_taking_keys_back_leaves_what_is_still_typed() -> None:
    typed = TypedCode(CODES)
    typed.press("d")
    typed.press("x")
    assert typed.take_back().text == "D".lower()
    assert typed.take_back().text == ""


@pytest.mark.parametrize(("text", "meant"), [("d8", "D8"), ("zz", "zz"), ("", None), ("24", "24")])
def test_pasted_text_means_the_code_it_spells(text: str, meant: str | None) -> None:
    assert TypedCode(CODES).meant(text) == meant
