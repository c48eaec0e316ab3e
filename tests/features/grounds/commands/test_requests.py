"""Everything that can be asked of the grounds can be done, by somebody, and stays as it is."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from openblock.features.accounts.rights import may
from openblock.features.grounds import commands
from openblock.features.grounds.commands import requests
from openblock.storage.store import operation_of

NAMES = sorted(
    name
    for name, kind in vars(requests).items()
    if getattr(kind, "__module__", "") == requests.__name__ and name != "Hit"
)


def operation(name):
    called = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
    return operation_of(getattr(commands, called))


@pytest.mark.parametrize("name", NAMES)
def test_every_request_has_its_command_which_an_administrator_may_run(name):
    assert may("administrator", operation(name))


@pytest.mark.parametrize("name", NAMES)
def test_neither_a_trainee_nor_an_auditor_may_ask_for_any_of_it(name):
    assert not may("trainee", operation(name))
    assert not may("auditor", operation(name))


@pytest.mark.parametrize(
    ("name", "role", "may_it"),
    [
        ("BookArea", "programme_coordinator", True),
        ("BookSeries", "duty_officer", True),
        ("StartBooking", "programme_coordinator", False),
        ("StartBooking", "duty_officer", True),
        ("CloseArea", "duty_officer", True),
        ("CloseArea", "programme_coordinator", False),
        ("ApproveBooking", "duty_officer", False),
        ("ApproveBooking", "senior_officer", True),
        ("SaveArea", "senior_officer", False),
        ("SaveAreaDay", "senior_officer", True),
        ("BookArea", "practice_coordinator", False),
    ],
)
def test_each_role_may_what_belongs_to_its_work(name, role, may_it):
    assert may(role, operation(name)) is may_it


@pytest.mark.parametrize("name", [*NAMES, "Hit"])
def test_a_request_cannot_be_changed_once_it_is_made(name):
    request = getattr(requests, name)
    assert is_dataclass(request)
    made = request(*(None for _each in fields(request)))
    with pytest.raises(AttributeError):
        setattr(made, fields(request)[0].name, 1)
