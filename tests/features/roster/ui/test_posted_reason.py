"""Why is asked where the month hangs on the wall; a cause filled in gives way to what is typed."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.roster.ui.posted_reason import (
    PostedReason,
    months_between,
    posted_among,
)
from openblock.ui.forms import Form
from tests.features.roster.ui.living import desk_of, on
from tests.features.roster.ui.posting import post


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 11, 30), date(2026, 11, 30), 1),
        (date(2026, 11, 30), date(2026, 12, 1), 2),
        (date(2026, 12, 31), date(2027, 1, 1), 2),
        (date(2026, 12, 1), date(2026, 11, 30), 0),
        (date(2020, 1, 1), date(2026, 1, 1), 14),
    ],
)
def test_every_month_that_is_touched_is_looked_at_within_reason(first, last, months):
    found = months_between(first, last)
    assert len(found) == months
    assert all(each.day == 1 for each in found)


def test_only_a_posted_month_asks_why(block):
    post(block.store)
    desk = desk_of(block.store)
    assert posted_among(desk, [on(30)])
    assert not posted_among(desk, [date(2026, 12, 1)])
    assert posted_among(desk, [date(2026, 12, 1), on(1)])


@pytest.fixture
def form(qtbot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    return made


def test_the_cause_is_filled_in_and_taken_out_again_unless_somebody_typed(block, form):
    post(block.store)
    desk = desk_of(block.store)
    why = PostedReason(desk, form)
    assert not why.field.isVisibleTo(form)
    why.look([on(24)], "Away: Kalns J.")
    assert why.field.isVisibleTo(form)
    assert why.field.value() == "Away: Kalns J."
    why.look([date(2026, 12, 24)], "Away: Kalns J.")
    assert (why.field.value(), why.field.isVisibleTo(form)) == ("", False)
    why.look([on(24)], "Away: Kalns J.")
    why.field.set_value("called at five")
    why.look([on(25)], "Away: Ozols J.")
    assert why.field.value() == "called at five"


def test_a_warning_is_answered_by_somebody_and_not_by_what_is_filled_in(block, form):
    post(block.store)
    desk = desk_of(block.store)
    why = PostedReason(desk, form)
    why.look([on(24)], "Substitute for Kalns J.")
    why.look([on(24)], "Substitute for Kalns J.", warned=True)
    assert why.field.value() == ""
    assert not form.check()
    why.look([on(24)], "Substitute for Kalns J.")
    why.ask()
    assert why.field.value() == ""
