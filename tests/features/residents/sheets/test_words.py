"""Every code that can be stored about a resident has words on paper."""

from __future__ import annotations

import pytest

from openblock.features.accounts.rights import Role
from openblock.features.residents.rules.content import (
    AdmissionKind,
    AlertKind,
    DischargeKind,
    Need,
    NoteKind,
)
from openblock.features.residents.rules.keep_apart import Level
from openblock.features.residents.sheets import words
from openblock.features.rooms.rules.content import PlacementReason


@pytest.mark.parametrize(
    ("codes", "saying"),
    [
        (AdmissionKind, words.admission_kind),
        (AlertKind, words.alert_kind),
        (DischargeKind, words.discharge_kind),
        (Level, words.level),
        (NoteKind, words.note_kind),
        (PlacementReason, words.placement_reason),
        (Role, words.role),
        (Need, lambda code: words.needs((code,))),
    ],
)
def test_every_code_has_words_of_its_own(codes, saying):
    said = [saying(str(code)) for code in codes]
    assert len(set(said)) == len(said)
    assert not set(said) & {str(code) for code in codes}


def test_a_code_nobody_knows_stands_for_itself():
    assert words.alert_kind("meteor") == "meteor"
    assert words.sheet("meteor") == "meteor"


def test_a_sex_that_is_not_said_is_not_said():
    assert words.sex("") == ""
    assert words.sex("female") == "Woman"


def test_a_purpose_keeps_what_was_said_of_it():
    assert words.purpose("duty") == "Duty need"
    assert words.purpose("request: 15/2026") == "Request no. 15/2026"


def test_needs_are_one_phrase():
    assert words.needs(("lower_bed", "near_post")) == "lower bed, near the duty post"
