"""Why a sheet leaves the programme reads in words."""

from __future__ import annotations

from openblock.printing.purposes import purpose_words, purposes


def test_every_purpose_has_words_of_its_own():
    said = [purpose_words(code) for code, _words in purposes()]
    assert said == [words for _code, words in purposes()]
    assert len(set(said)) == len(said)


def test_a_purpose_keeps_what_was_said_of_it():
    assert purpose_words("request: 15/2026") == "Request no. 15/2026"
    assert purpose_words("meteor: fell") == "meteor fell"
    assert purpose_words("") == ""
