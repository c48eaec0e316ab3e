"""Every code of residents has words, the same on the screen and on paper."""

from __future__ import annotations

import pytest

from openblock.features.residents import words
from openblock.features.residents.rules.content import (
    AdmissionKind,
    AlertKind,
    DischargeKind,
    Need,
    NoteKind,
    Sex,
    Status,
)
from openblock.features.residents.rules.keep_apart import Level
from openblock.features.rooms.rules.content import PlacementReason
from openblock.i18n import set_language


@pytest.mark.parametrize(
    ("choices", "codes"),
    [
        (words.needs, Need),
        (words.sexes, Sex),
        (words.alert_kinds, AlertKind),
        (words.note_kinds, NoteKind),
        (words.admission_kinds, AdmissionKind),
        (words.discharge_kinds, DischargeKind),
        (words.levels, Level),
        (words.placement_reasons, PlacementReason),
    ],
)
def test_every_code_is_offered_once_and_in_words(choices, codes):
    assert [code for code, _words in choices()] == list(codes)
    assert len({said for _code, said in choices()}) == len(list(codes))
    assert all(said for _code, said in choices())


def test_a_code_from_a_newer_programme_stands_for_itself():
    assert words.said(words.needs(), "moat") == "moat"
    assert words.status_word("lost") == "lost"
    assert words.placement_reason("teleport") == "teleport"
    assert words.need_list(["wings", "lower_bed"]) == "lower bed, wings"


def test_needs_are_listed_in_the_order_they_are_offered():
    assert words.need_list(["own_toilet", "accessible"]) == "accessible room, own toilet"


@pytest.mark.parametrize("language", ["en", "lv"])
def test_letters_of_where_somebody_is_are_told_apart(language):
    set_language(language)
    letters = [words.letter_of(words.status_word(each)) for each in Status]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("language", ["en", "lv"])
def test_letters_of_a_fact_and_an_assessment_are_told_apart(language):
    set_language(language)
    letters = [words.letter_of(said) for _code, said in words.note_kinds()]
    assert len(set(letters)) == 2
