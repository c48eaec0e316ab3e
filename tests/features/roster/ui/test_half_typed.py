"""A form that a lock closed half typed is made again with what stood in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from openblock.errors import KnownError
from openblock.features.residents.ui.drafts import Half
from openblock.features.roster.ui.absence_dialog import AbsenceDialog
from openblock.features.roster.ui.call_out_dialog import CallOutDialog
from openblock.features.roster.ui.half_typed import again
from openblock.features.roster.ui.swap_dialog import SwapDialog
from tests.features.roster.ui.living import desk_of, lay, on


@pytest.fixture
def desk(block):
    return desk_of(block.store)


@pytest.mark.parametrize(
    ("form", "typed", "kind"),
    [
        ("absence", {"first_day": on(24)}, AbsenceDialog),
        ("call-out", {"starts_at": None}, CallOutDialog),
    ],
)
def test_what_was_new_is_new_again(over: QWidget, block, desk, form, typed, kind):
    made = again(desk, Half(form, block.kalns, typed), over)
    assert isinstance(made, kind)
    assert made.form.fields["officer_id"].value() == block.kalns


def test_a_swap_is_about_the_duty_it_was_about(over, block, desk):
    lay(block.store, (block.kalns, 24), (block.ozols, 26))
    typed = {"officer_id": block.kalns, "day": on(24)}
    made = again(desk, Half("swap", block.kalns, typed), over)
    assert isinstance(made, SwapDialog)
    assert made.duty.day == on(24)


@pytest.mark.parametrize(
    ("form", "typed", "subject"),
    [
        ("swap", {"officer_id": 2, "day": on(24)}, None),
        ("call-out", {}, 77),
        ("absence", {}, 77),
        ("of-next-year", {}, None),
    ],
)
def test_what_is_gone_cannot_be_typed_on(over, desk, form, typed, subject):
    with pytest.raises(KnownError):
        again(desk, Half(form, 2, typed, subject), over)
