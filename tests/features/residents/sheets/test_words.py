"""What residents' paper says otherwise than a screen."""

from __future__ import annotations

from openblock.features.residents.sheets import words


def test_a_sheet_nobody_knows_stands_for_itself():
    assert words.sheet("meteor") == "meteor"
    assert words.sheet("door-labels") == "Door labels"


def test_a_sex_that_is_not_said_is_not_said():
    assert words.sex("") == ""
    assert words.sex("female") == "Woman"


def test_needs_are_one_phrase_in_the_order_they_are_stored():
    assert words.needs(("near_post", "lower_bed", "moat")) == (
        "near the duty post, lower bed, moat"
    )
