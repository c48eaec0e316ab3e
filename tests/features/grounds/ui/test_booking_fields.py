"""What stands in the fields of a booking is its content, to the minute."""

from __future__ import annotations

import pytest

from openblock.errors import Problem
from openblock.features.grounds.queries import areas
from openblock.features.grounds.ui.area_facts import bookable
from openblock.features.grounds.ui.booking_fields import at_hours, booking_fields, content_of, fill
from openblock.ui.forms import Form


@pytest.fixture
def form(qtbot, block, desk) -> Form:
    made = Form(booking_fields(desk, bookable(desk.read(areas))).values())
    qtbot.addWidget(made)
    return made


def test_what_is_filled_in_comes_out_again(block, form):
    draft = block.wish("hall", "ba", 17, (10, 11.25), purpose="Vingrošana", equipment="bumbas")
    fill(form, draft)
    content = content_of(form)
    assert content is not None
    assert content.residents == block.people("ab")
    assert (content.span, content.purpose, content.equipment) == (
        draft.span,
        "Vingrošana",
        "bumbas",
    )


@pytest.mark.parametrize("name", ["area_id", "day", "hours"])
def test_without_its_place_or_time_it_is_no_booking_yet(block, form, name):
    fill(form, block.wish("hall", "a", 17))
    form.fields[name].set_value(None)
    assert content_of(form) is None


def test_problems_of_either_end_stand_beside_the_time():
    found = at_hours((Problem("a", field="starts_at"), Problem("b", field="residents")))
    assert [each.field for each in found] == ["hours", "residents"]
