"""Who asks a colleague sees who serves that day and has nothing else then."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import KnownError
from openblock.features.roster.ui.colleagues import (
    free_colleagues,
    officer_choice,
    officer_of,
    own_duty,
)
from tests.factories import with_officer
from tests.features.roster.ui.living import desk_of, duty_of, lay, on


def test_only_who_serves_and_has_nothing_that_day_is_free(block):
    with_officer(block.store, "9", "Gone", last_day=date(2026, 11, 23))
    lay(block.store, (block.berzins, 24), (block.kalns, 24))
    lay(block.store, (block.kalns, 25), code="D")
    desk = desk_of(block.store)
    free = free_colleagues(desk, duty_of(desk, block.berzins, 24))
    assert [each.officer_id for each in free] == [block.ozols]
    assert [each.code for each in free[0].reasons] == ["free-that-day"]


def test_an_absent_colleague_is_not_free(block):
    lay(block.store, (block.berzins, 24))
    lay(block.store, (block.ozols, 24), code="S")
    desk = desk_of(block.store)
    free = free_colleagues(desk, duty_of(desk, block.berzins, 24))
    assert [each.officer_id for each in free] == [block.kalns]


def test_a_name_of_ninety_letters_does_not_widen_the_choice(qtbot, block):
    desk = desk_of(block.store)
    usual = officer_choice(desk, block.kalns, on(24))
    with_officer(block.store, "8", "Ģ" * 90)
    long = officer_choice(desk, block.kalns, on(24))
    for each in (usual, long):
        qtbot.addWidget(each)
    assert long.value() == block.kalns
    assert long.count() == usual.count() + 1
    assert long.sizeHint().width() == usual.sizeHint().width()


def test_who_left_stays_in_the_choice_of_what_is_about_them(block):
    gone = with_officer(block.store, "9", "Gone", last_day=date(2026, 11, 23))
    desk = desk_of(block.store)
    choice = officer_choice(desk, gone, on(24))
    assert choice.value() == gone


def test_an_empty_cell_has_no_duty_and_a_number_nobody_has_is_refused(block):
    desk = desk_of(block.store)
    assert own_duty(desk, block.kalns, on(24)) is None
    with pytest.raises(KnownError, match="officer-unknown"):
        officer_of(desk, 999)
