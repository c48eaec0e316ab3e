"""Everything that can be asked of a living roster can be done, by whom the rights say."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from openblock.features.accounts.rights import may
from openblock.features.roster import commands
from openblock.features.roster.commands import requests
from openblock.storage.store import operation_of

NAMES = sorted(
    name
    for name, kind in vars(requests).items()
    if getattr(kind, "__module__", "") == requests.__name__
)
#: What officers do themselves; the commands look whose duties they are.
THEIRS = {"AskExchange", "AgreeExchange", "DeclineExchange", "WithdrawExchange"}


def operation(name):
    called = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
    return operation_of(getattr(commands, called))


@pytest.mark.parametrize("name", NAMES)
def test_every_request_has_its_command_and_who_may_ask_for_it(name):
    assert may("administrator", operation(name))
    assert may("senior_officer", operation(name))
    assert may("duty_officer", operation(name)) is (name in THEIRS)
    assert not may("trainee", operation(name))
    assert not may("auditor", operation(name))


@pytest.mark.parametrize(
    "undo", ["restore_cells", "restore_cycle", "restore_living", "withdraw_publication"]
)
def test_who_plans_takes_back_and_who_asks_takes_back_the_asking(undo):
    for role in ("senior_officer", "administrator"):
        assert may(role, operation_of(getattr(commands, undo)))
    assert not may("duty_officer", operation_of(getattr(commands, undo)))
    assert may("duty_officer", operation_of(commands.restore_exchange))


@pytest.mark.parametrize("name", NAMES)
def test_a_request_cannot_be_changed_on_its_way(name):
    kind = getattr(requests, name)
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen
    assert all(field.name in kind.__slots__ for field in fields(kind))
