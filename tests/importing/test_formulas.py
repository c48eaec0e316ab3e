from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.importing.formulas import with_guard, without_guard


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "'=", "\n="])
def test_text_that_starts_like_a_formula_is_guarded(start):
    assert with_guard(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "Bērziņš", "O'Brien", "'quoted'", "a=b", "6000 0001"])
def test_other_text_is_left_alone(text):
    assert with_guard(text) == text
    assert without_guard(text) == text


@given(st.text(alphabet="'=+-@ \t\r\nāa\uff1d", max_size=8) | st.text(max_size=20))
def test_reading_back_takes_away_exactly_what_writing_put_there(text):
    assert without_guard(with_guard(text)) == text


@given(st.text(alphabet="'=+-@ \t\rāa", max_size=8))
def test_what_is_written_never_starts_a_formula(text):
    assert not with_guard(text).lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
