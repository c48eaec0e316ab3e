"""Everything that can be asked of practice can be done, by somebody, and is not changed after."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from openblock.features.accounts.rights import may
from openblock.features.shadowing import commands
from openblock.features.shadowing.commands import requests
from openblock.storage.store import operation_of

NAMES = sorted(
    name
    for name, kind in vars(requests).items()
    if getattr(kind, "__module__", "") == requests.__name__ and name != "PracticeEdit"
)


@pytest.mark.parametrize("name", NAMES)
def test_every_request_has_its_command_which_an_administrator_may_run(name):
    called = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
    assert may("administrator", operation_of(getattr(commands, called)))


@pytest.mark.parametrize("name", NAMES)
def test_a_trainee_may_ask_for_none_of_it(name):
    called = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
    assert not may("trainee", operation_of(getattr(commands, called)))


@pytest.mark.parametrize("name", [*NAMES, "PracticeEdit"])
def test_a_request_cannot_be_changed_once_it_is_made(name):
    request = getattr(requests, name)
    assert is_dataclass(request)
    made = request(*(None for _each in fields(request)))
    with pytest.raises(AttributeError):
        setattr(made, fields(request)[0].name, 1)
