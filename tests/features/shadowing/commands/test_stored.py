"""What a request names is there, is open, and is not older than what is stored."""

from __future__ import annotations

import pytest

from openblock.features.shadowing.commands import (
    CancelShadowing,
    MissShadowing,
    cancel_shadowing,
    miss_shadowing,
)
from openblock.features.shadowing.commands.stored import lock
from openblock.storage.store import Done
from tests.features.shadowing.commands.doing import refusal, refused
from tests.features.shadowing.practising import on


def test_tr_12_a_refusal_says_whose_shift_it_is_and_who_settled_it_when(block, deeds):
    error = refusal(deeds.run, cancel_shadowing, CancelShadowing(block.seen, 1))
    assert error.code == "practice-locked"
    assert error.facts == {
        "trainee": "Zariņa Elīna",
        "name": "Liepa Agnese",
        "start": on(4, 9),
        "end": on(4, 20.5),
        "standing": "confirmed",
        "who": "Anna Bērziņa",
        "when": on(4, 21),
    }


def test_that_it_is_settled_is_told_before_that_it_has_changed(block, deeds):
    stale = MissShadowing(block.missed, 99, "nebija")
    assert refused(deeds.run, miss_shadowing, stale) == ["practice-locked"]


@pytest.mark.parametrize(
    ("who", "whom", "code"),
    [({1}, {1, 2}, ""), ({1, 99}, {1}, "trainee-unknown"), ({99}, {99}, "officer-unknown")],
)
def test_everybody_held_is_there_or_it_is_told_who_is_not(block, deeds, who, whom, code):
    def hold(work, _request):
        lock(work, who, whom)
        return Done("held")

    hold.__module__, hold.__name__ = cancel_shadowing.__module__, cancel_shadowing.__name__
    if code:
        assert refused(deeds.store.run, hold, None) == [code]
    else:
        assert deeds.store.run(hold, None).value == "held"
