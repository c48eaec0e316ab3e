"""Tests of the printed recovery key."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.errors import KnownError
from openblock.storage.recovery import LETTERS, new_secret, secret_of, written


def group_of(typed):
    with pytest.raises(KnownError) as refused:
        secret_of(typed)
    assert refused.value.code == "recovery-key-mistyped"
    return refused.value.facts["group"]


@given(st.binary(min_size=20, max_size=20))
def test_a_key_typed_as_printed_gives_the_secret_back(secret):
    key = written(secret)
    assert len(key) == 41
    assert [len(group) for group in key.split("-")] == [6] * 6
    assert secret_of(key) == secret


def test_case_spaces_and_look_alikes_do_not_matter():
    secret = bytes(20)
    assert secret_of(written(secret).lower().replace("-", " ").replace("0", "o")) == secret
    assert secret_of(written(secret).replace("-", "")) == secret
    odd = (1).to_bytes(20, "big")
    assert secret_of(written(odd).replace("1", "l")) == odd


def test_two_new_secrets_differ():
    assert new_secret() != new_secret()


def test_every_wrong_character_is_noticed_and_its_group_named():
    key = written(random.Random(3).randbytes(20))
    typos = 0
    for place, right in enumerate(key):
        if right == "-":
            continue
        for wrong in LETTERS:
            if wrong != right:
                typos += 1
                assert group_of(key[:place] + wrong + key[place + 1 :]) == place // 7 + 1
    assert typos == 36 * 31


def test_every_swap_of_neighbours_is_noticed():
    key = written(random.Random(4).randbytes(20)).replace("-", "")
    for place in range(35):
        left, right = key[place : place + 2]
        if left != right:
            group_of(key[:place] + right + left + key[place + 2 :])


def test_two_wrong_characters_in_a_half_are_noticed():
    chance = random.Random(5)
    key = written(chance.randbytes(20)).replace("-", "")
    for _ in range(300):
        letters = list(key)
        for place in chance.sample(range(18), 2):
            letters[place] = chance.choice([each for each in LETTERS if each != letters[place]])
        group_of("".join(letters))


def test_a_letter_no_key_has_and_a_group_too_short_are_named():
    key = written(bytes(20))
    assert group_of(key[:8] + "U" + key[9:]) == 2
    assert group_of(key[:8] + key[9:]) == 2
    assert group_of(key.replace("-", "")[:-1] + "€") == 0
    assert group_of(key + "-000000") == 0
    assert group_of("") == 0
