"""Everything that can be asked of rooms can be done, by somebody, and taken back."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from openblock.features.accounts.rights import may
from openblock.features.rooms import commands
from openblock.features.rooms.commands import importing, requests
from openblock.storage.store import operation_of

NAMES = sorted(name for name in requests.__all__ if name not in {"RoomChange", "Why"})


@pytest.mark.parametrize("name", NAMES)
def test_every_request_has_its_command_which_an_administrator_may_run(name):
    called = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
    command = getattr(importing if called == "import_rooms" else commands, called)
    assert may("administrator", operation_of(command))


@pytest.mark.parametrize("name", NAMES)
def test_a_request_cannot_be_changed_once_it_is_made(name):
    request = getattr(requests, name)
    assert is_dataclass(request)
    made = request(*(None for _each in fields(request)))
    with pytest.raises(AttributeError):
        setattr(made, fields(request)[0].name, 1)
