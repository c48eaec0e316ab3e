"""A dialog left half typed by a lock is kept; one that was left on purpose is not."""

from __future__ import annotations

import pytest

from openblock.features.grounds.ui.booking_dialog import BookingDialog
from openblock.features.residents.ui.drafts import HalfTyped


@pytest.fixture
def half(desk) -> HalfTyped:
    return HalfTyped(desk, "grounds.form")


def opened(desk, block, over, half) -> BookingDialog:
    dialog = BookingDialog(desk, block.wish("field", "ab", 17, (15, 16)), parent=over)
    dialog.keep_in(half)
    return dialog


def test_only_what_was_typed_is_worth_keeping(block, desk, over, half):
    opened(desk, block, over, half).keep_draft()
    assert half.kept() is None
    dialog = opened(desk, block, over, half)
    dialog.form.fields["equipment"].set_value("divas bumbas")
    dialog.keep_draft()
    kept = half.kept()
    assert kept is not None
    assert (kept.form, kept.typed["equipment"]) == ("booking", "divas bumbas")


def test_left_on_purpose_the_draft_goes(block, desk, over, half):
    dialog = opened(desk, block, over, half)
    dialog.form.fields["equipment"].set_value("divas bumbas")
    dialog.keep_draft()
    again = opened(desk, block, over, half)
    again.reject()
    assert half.kept() is None
