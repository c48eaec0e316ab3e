"""What a bed is, why somebody has it and why it suits have words a person reads."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from openblock.errors import Problem
from openblock.features.rooms.queries import AssignmentRow, BedState
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.ranking import WEIGHTS
from openblock.features.rooms.ui import words


def test_the_state_of_a_bed_has_a_word_and_where_needed_a_letter():
    assert {words.bed_state(state) for state in BedState} == {
        "free",
        "occupied",
        "reserved",
        "shut",
    }
    assert (words.bed_letter("held"), words.bed_letter("closed")) == ("R", "S")
    assert words.bed_letter("free") == words.bed_letter("occupied") == ""


@pytest.mark.parametrize("code", sorted(WEIGHTS))
def test_every_reason_the_finder_gives_has_words(code):
    facts = {"needs": ("lower_bed",), "sex": "male", "people": ("Ozols M.", "Kalns P.")}
    assert code not in words.suggestion_reason(Problem(code, facts=facts))


def test_a_suggestion_says_which_need_the_room_meets_and_who_is_there():
    met = Problem("reason-meets-needs", facts={"needs": ("accessible", "lower_bed")})
    assert words.suggestion_reason(met) == "meets the need: accessible room, lower bed"
    company = Problem("reason-company", facts={"people": ("Kalns P.", "Ozols M."), "number": 2})
    assert words.suggestion_reason(company) == "with Kalns P., Ozols M."


def test_a_reason_without_words_is_still_read_out():
    assert "reason-unheard-of" in words.suggestion_reason(Problem("reason-unheard-of"))


def assigned(**said):
    content = AssignmentContent(1, 1, datetime(2026, 11, 22, tzinfo=UTC), **said)
    return AssignmentRow(1, 1, content, "Ozols Mareks", "Ozols M.", "101 A")


def test_a_reason_names_the_decision_it_rests_on():
    number = {"reason": "commission", "decision_number": "41/2026"}
    said = "Decision of the placement commission, decision 41/2026"
    assert words.reason_of(assigned(**number)) == said
    dated = assigned(**number, decision_date=date(2026, 11, 20), remark="heard")
    assert words.reason_of(dated) == f"{said} of 20/11/2026, heard"
