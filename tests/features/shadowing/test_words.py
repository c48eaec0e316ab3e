"""Every code of practice has words and signs, the same on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from openblock.features.shadowing import words
from openblock.features.shadowing.rules.content import (
    USUAL_ITEMS,
    USUAL_SITUATIONS,
    Mark,
    SituationContent,
    SituationKind,
    Span,
    Standing,
    Upset,
)
from openblock.features.shadowing.rules.offers import Candidate, reasons_of
from tests.features.shadowing.wishes import DAY, span


@pytest.mark.parametrize(
    ("choices", "codes"),
    [
        (words.standings, Standing),
        (words.upsets, Upset),
        (words.marks, Mark),
        (words.situation_kinds, SituationKind),
    ],
)
def test_every_code_is_offered_once_and_in_words(choices, codes):
    assert sorted(code for code, _said in choices()) == sorted(codes)
    said = {said for _code, said in choices()}
    assert len(said) == len(list(codes))


def test_every_standing_has_a_sign_of_its_own():
    signs = [words.standing_letter(each) for each in Standing]
    assert len(set(signs)) == len(signs)
    assert all(len(each) == 1 for each in signs)
    assert words.standing_letter("planned") == "P"


def test_a_code_from_a_newer_programme_stands_for_itself():
    assert words.mark_words("taught") == "taught"
    assert words.standing_words("postponed") == "postponed"
    assert words.upset_label("eclipse") == "eclipse"
    assert words.item_name("first_aid", "") == "first_aid"


def test_the_usual_entries_name_themselves_until_somebody_renames_them():
    codes = [code for listed in USUAL_ITEMS.values() for code in listed]
    names = {words.item_name(code, "") for code in codes}
    assert len(names) == len(codes)
    assert not names & set(codes)
    assert words.item_name("briefing", "Ievads") == "Ievads"
    usual = {words.situation_name(each) for each in USUAL_SITUATIONS}
    assert len(usual) == len(USUAL_SITUATIONS)
    assert not usual & {each.code for each in USUAL_SITUATIONS}


def test_a_situation_says_its_hours_or_its_post():
    morning = USUAL_SITUATIONS[3]
    assert words.situation_when(morning) == "06:45–07:00"
    assert words.situation_when(SituationContent(SituationKind.POST, "", "", post="Gate")) == "Gate"
    assert words.situation_when(USUAL_SITUATIONS[0]) == ""


SHIFT, DUTY = span(9, 21), span(9, 33)


@dataclass(frozen=True)
class Shift:
    upset: Upset | None
    duty_now: tuple[tuple[str, Span], ...] = ()
    trainee: str = "Zariņa Elīna"
    mentor: str = "Lācis Normunds"
    span: Span = SHIFT
    duty_code: str = "24"
    duty: Span = DUTY


@pytest.mark.parametrize("cause", list(Upset))
def test_every_cause_is_one_sentence_with_whom_and_when(cause):
    said = words.upset_words(Shift(cause))
    assert said.endswith(".")
    assert "Lācis Normunds" in said or "Zariņa Elīna" in said
    assert "{" not in said


def test_a_duty_that_moved_is_told_with_what_it_was_and_is():
    moved = Shift(Upset.DUTY_MOVED, (("D", span(8, 20)),))
    assert words.upset_words(moved) == (
        "Lācis Normunds, 24 Nov: the duty is now D (08:00–20:00), it was 24 (09:00–09:00). "
        "Practice 09:00–21:00 does not fit in."
    )
    assert words.upset_words(Shift(Upset.DUTY_MOVED)) == words.upset_words(Shift(Upset.DUTY_GONE))


def test_nothing_is_said_of_what_still_stands():
    assert words.upset_words(Shift(None)) == ""


@dataclass(frozen=True)
class Reason:
    code: str
    facts: dict[str, object]


def said_of(candidate, situations=None) -> str:
    return " ".join(
        words.reason_words(Reason(*each)) for each in reasons_of(candidate, situations or {})
    )


def test_a_new_mentor_is_recommended_in_words():
    known = dict(enumerate(USUAL_SITUATIONS))
    offer = Candidate(1, span(9, 21), covers=(2, 4), rest_before=84 * 60)
    assert said_of(offer, known) == (
        "Not yet on a shift together. Covers what is missing: weekend, evening count. No other "
        "trainee at that time. Rest before: 84 h."
    )


def test_a_mentor_met_before_is_told_with_how_often_and_who_else_comes():
    offer = Candidate(1, span(9, 21), times=2, last=DAY, covers=(1,), beside=("Ozols Jānis",))
    assert said_of(offer) == (
        "2 shifts together, the last on 24 Nov. Covers 1 missing situation. At the same time: "
        "Ozols Jānis."
    )
    assert said_of(Candidate(1, span(9, 21), times=1)).startswith("1 shift together.")


def test_an_own_situation_is_named_as_it_was_written():
    own = SituationContent(SituationKind.CHANCE, "", "Visit of the Ombudsman")
    assert words.situation_list((own, USUAL_SITUATIONS[1])) == "Visit of the Ombudsman, night shift"


def test_a_reason_from_a_newer_programme_says_nothing():
    assert words.reason_words(Reason("zodiac", {})) == ""
