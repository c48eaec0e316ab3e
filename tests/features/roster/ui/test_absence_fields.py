"""The fields of an absence say whole days with empty times, and give back what was put in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.roster.rules import AbsenceContent, AbsenceKind
from openblock.features.roster.ui.absence_fields import absence_form, content_of
from tests.features.roster.ui.living import desk_of, on

LEAVE = AbsenceContent(1, AbsenceKind.LEAVE, on(24), on(26))


@pytest.mark.parametrize(
    "content",
    [
        LEAVE,
        replace(LEAVE, kind=AbsenceKind.SICK, from_minute=292, to_minute=900, remark="called in"),
        replace(LEAVE, last_day=on(24), to_minute=1),
    ],
)
def test_what_is_filled_in_comes_back_as_it_was(qtbot, block, content):
    form = absence_form(desk_of(block.store), replace(content, officer_id=block.kalns))
    qtbot.addWidget(form)
    assert content_of(form.values()) == replace(content, officer_id=block.kalns)


def test_whole_days_have_empty_times_and_nothing_comes_of_a_missing_day(qtbot, block):
    form = absence_form(desk_of(block.store), replace(LEAVE, officer_id=block.kalns))
    qtbot.addWidget(form)
    assert form.fields["from_minute"].editor.text() == ""
    assert form.fields["to_minute"].editor.text() == ""
    form.fields["last_day"].editor.setText("31.11.")
    assert content_of(form.values()) is None


def test_a_kind_is_chosen_by_the_letter_that_is_typed_in_a_cell(qtbot, block):
    form = absence_form(desk_of(block.store), replace(LEAVE, officer_id=block.kalns))
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    kinds = form.fields["kind"].editor
    qtbot.keyClicks(kinds, "s")
    assert kinds.value() is AbsenceKind.SICK
