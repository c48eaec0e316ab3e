"""What can be asked to be done to residents."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from openblock.features.residents import commands
from openblock.features.residents.commands import requests

REQUESTS = [
    each
    for each in vars(requests).values()
    if is_dataclass(each) and each.__module__ == requests.__name__
]


@pytest.mark.parametrize("request_type", REQUESTS, ids=lambda each: each.__name__)
def test_each_request_is_frozen_and_has_a_command_of_its_name(request_type):
    name = "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in request_type.__name__)
    assert callable(getattr(commands, name.removeprefix("_")))
    assert request_type.__dataclass_params__.frozen
    assert fields(request_type)
