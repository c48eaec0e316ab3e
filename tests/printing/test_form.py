"""The frame of an official form: what stands over it, and that nothing runs into anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.printing.form import Approval, FormFrame, FormHead
from openblock.printing.style import A3_FORM, A4_FORM
from tests.features.roster.roster_sheets import IMPRINT

APPROVAL = Approval("APSTIPRINU", "priekšnieks", "paraksts, vārds, uzvārds", "2026. gada")
HEAD = FormHead(
    "DIENESTA PIENĀKUMU IZPILDES (DARBA) LAIKA UZSKAITES TABULA",
    "2026. gada janvāris",
    "normālais dienesta pienākumu izpildes laiks 168 h (21 darba dienas × 8 h)",
    APPROVAL,
)


@pytest.mark.parametrize("style", [A3_FORM, A4_FORM])
def test_the_form_s_name_its_period_and_who_approves_stand_over_the_body(style):
    frame = FormFrame(style, HEAD, IMPRINT)
    leaf = frame.leaf()
    said = {each.words: each for each in leaf.texts}
    for words in (HEAD.title, HEAD.period, HEAD.facts, "APSTIPRINU", "priekšnieks"):
        assert said[words].baseline < frame.body_top
    assert said["APSTIPRINU"].x > style.width / 2
    assert any(each.words.startswith("2026. gada ____.") for each in leaf.texts)


@pytest.mark.parametrize("style", [A3_FORM, A4_FORM])
def test_a_long_block_name_and_a_long_title_move_the_body_down_and_lose_nothing(style):
    usual = FormFrame(style, HEAD, IMPRINT)
    long = replace(HEAD, title=" ".join([HEAD.title] * 6))
    frame = FormFrame(style, long, replace(IMPRINT, block="Korpuss " * 60))
    leaf = frame.leaf()
    assert frame.body_top > usual.body_top
    words = " ".join(each.words for each in leaf.texts)
    assert words.count("UZSKAITES") == 6
    assert words.count("Korpuss") == 60
    left = [each for each in leaf.texts if each.x < style.width / 2]
    assert all(each.baseline < frame.body_top for each in left)


def test_a_form_that_is_not_final_says_so_before_everything_else():
    leaf = FormFrame(A3_FORM, replace(HEAD, notice="PROJEKTS"), IMPRINT).leaf()
    assert any(each.words.startswith("PROJEKTS · normālais") for each in leaf.texts)


def test_the_foot_is_that_of_every_sheet():
    frame = FormFrame(A4_FORM, HEAD, IMPRINT)
    leaf = frame.leaf()
    frame.close([leaf])
    assert any("Page 1 of 1" in each.words for each in leaf.texts)
