"""Who may settle whose shadowing shift (TR-12): the mentor the own ones, a coordinator all."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.features.shadowing.commands import add_addendum
from openblock.features.shadowing.commands.mentoring import demand_own
from openblock.storage.store import Actor, Done
from tests.features.shadowing.practising import AGNESE, ELINA


def asked(block, account, role, officer):
    """Whether somebody may settle that officer's shifts."""

    def ask(work, _request):
        demand_own(work, officer)
        return Done()

    ask.__module__, ask.__name__ = add_addendum.__module__, add_addendum.__name__
    block.store.sign_in(Actor(account, "Kāds", role, "en"))
    try:
        block.store.run(ask, None)
    except KnownError as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("role", ["practice_coordinator", "senior_officer", "administrator"])
def test_tr_12_a_coordinator_settles_everybodys(block, role):
    assert asked(block, 9, role, block.ilze) == ""


def test_tr_12_a_mentor_settles_the_own_and_nobody_elses(block):
    assert asked(block, AGNESE, "duty_officer", block.agnese) == ""
    assert asked(block, AGNESE, "duty_officer", block.ilze) == "practice-not-yours"


def test_tr_12_an_account_of_no_officer_settles_nothing(block):
    assert asked(block, 9, "duty_officer", block.agnese) == "practice-not-yours"
    assert asked(block, ELINA, "trainee", block.agnese) == "not-allowed"
