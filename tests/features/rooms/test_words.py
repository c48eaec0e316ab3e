"""Every code of rooms has words, the same on the screen and on paper."""

from __future__ import annotations

import pytest

from openblock.features.residents.rules.content import Sex
from openblock.features.rooms import words
from openblock.features.rooms.rules.content import ClosureReason, Scope


@pytest.mark.parametrize(
    ("choices", "codes"),
    [(words.closure_reasons, ClosureReason), (words.scopes, Scope), (words.sexes, Sex)],
)
def test_every_code_is_offered_once_and_in_words(choices, codes):
    assert [code for code, _said in choices()] == list(codes)
    said = {said for _code, said in choices()}
    assert len(said) == len(list(codes))
    assert not said & set(codes)


def test_a_code_from_a_newer_programme_stands_for_itself():
    assert words.closure_reason("meteor") == "meteor"
    assert words.scope("wing") == "wing"


def test_a_room_for_anyone_is_said_in_words_or_by_nothing():
    assert words.sex("") == "For anyone"
    assert [words.for_whom(each) for each in ("", "female", "male")] == ["", "For women", "For men"]
