"""Who has come too late for a place is told who has it, who planned it, and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.clock import at
from openblock.features.shadowing.rules.planning import places_problems
from openblock.ui.messages import words
from tests.features.shadowing.wishes import DAY, LIMITS, beside, wish


def crowd(*moments):
    """Two at 9 to 12, planned at these minutes of the day before they come."""
    people = (("Balode Sintija", "Anna"), ("Ozols Jānis", "Vītola"))
    return tuple(
        replace(beside(9, 12, *who), planned_at=None if moment is None else at(DAY, moment))
        for who, moment in zip(people, moments, strict=True)
    )


def told(**crowds):
    (problem,) = places_problems(wish(**crowds), LIMITS)
    return words(problem)


def test_tr_06_a_full_mentor_is_told_with_who_has_the_places_who_planned_them_and_when():
    said = told(with_mentor=crowd(7 * 60, 8 * 60))
    for part in ("Čakste Gunārs", "Balode Sintija", "Ozols Jānis", "Anna", "Vītola", "At most 2"):
        assert part in said
    assert said.endswith("08:00.")
    assert "07:00" not in said


def test_tr_06_a_full_block_is_told_alike():
    said = told(in_block=crowd(7 * 60, 8 * 60) * 2)
    assert said.startswith("The block has no place left")
    assert "At most 4" in said
    assert said.endswith("08:00.")


@pytest.mark.parametrize("moments", [(None, None)])
def test_when_nobody_knows_when_it_was_planned_the_rest_is_told(moments):
    assert told(with_mentor=crowd(*moments)).endswith("At most 2 at a time.")
