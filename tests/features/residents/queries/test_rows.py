"""What the rows say about themselves."""

from __future__ import annotations

from datetime import date

from openblock.clock import FOREVER
from openblock.features.residents.queries import PrisonRow, StayRow
from openblock.features.residents.rules.content import StayContent
from tests.features.residents.doing import DAY, NOW


def test_a_stay_is_open_until_an_end_is_known():
    assert StayRow(1, 1, StayContent(NOW)).open_ended
    assert StayRow(1, 1, StayContent(NOW, FOREVER)).open_ended
    assert not StayRow(1, 1, StayContent(NOW, NOW + DAY)).open_ended


def test_a_prison_without_dates_can_always_be_chosen():
    assert PrisonRow(1, 1, "x", None, None).chosen_on(date(1, 1, 1))
