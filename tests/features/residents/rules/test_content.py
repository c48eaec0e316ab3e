"""What is entered about a person and a stay."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from openblock.clock import FOREVER
from openblock.features.residents.rules.content import ResidentContent, StayContent


@pytest.mark.parametrize(
    ("surname", "given_name", "name"),
    [("Bērziņš", "Jānis", "Bērziņš Jānis"), ("Bērziņš", "", "Bērziņš"), ("", "Jānis", "Jānis")],
)
def test_the_surname_stands_first(surname, given_name, name):
    assert ResidentContent(surname, given_name).name == name


def test_a_stay_has_no_end_until_one_is_known():
    assert StayContent(datetime(2026, 1, 1, tzinfo=UTC)).discharged == FOREVER
