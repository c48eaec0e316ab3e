"""An area is told in one line before it is booked."""

from __future__ import annotations

from datetime import date

from openblock.features.grounds.queries import areas
from openblock.features.grounds.rules.content import AreaContent, GroundsLimits, Light, Span
from openblock.features.grounds.ui.area_facts import area_facts, bookable
from tests.features.grounds.outside import on


def test_the_line_of_an_area_holds_what_is_asked_first():
    day = date(2026, 9, 16)
    light = Light(day, on(16, 6.95), on(16, 19.65), None, None)
    said = area_facts(AreaContent("Field"), light, (Span(on(16, 7), on(16, 21)),), GroundsLimits())
    assert said == ("12 places · one officer for 12 · by daylight 06:57–19:39 · open 07:00–21:00")
    sunless = Light(day, None, None, None, None, always=True)
    assert "by daylight" in area_facts(AreaContent("Field"), sunless, (), GroundsLimits())


def test_buildings_and_what_is_out_of_use_are_not_offered(block, desk):
    offered = [row.area_id for row in bookable(desk.read(areas))]
    assert offered == [block.field, block.hall, block.garden, block.corner]
