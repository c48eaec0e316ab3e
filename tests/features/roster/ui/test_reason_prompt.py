"""A change that wants only a reason is asked for it, and sent again; the last reason is kept."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.ui.reason_prompt import (
    ReasonPrompt,
    asks_only_why,
    last_reason,
    run_with_reason,
)
from tests.features.roster.ui.living import answer, code_of, desk_of, lay, on
from tests.features.roster.ui.posting import post

NEEDED = Problem("roster-reason-needed", Severity.WARNING, {"month": on(1), "number": 1}, "reason")
WRONG = Problem("absence-backwards", field="last_day")
EDIT = ChangeCells(())


@dataclass(frozen=True)
class Unexplained:
    """A request with no place for a reason."""

    number: int = 1


@pytest.mark.parametrize(
    ("refusal", "request_made", "asks"),
    [
        (RuleBroken(NEEDED), EDIT, True),
        (RuleBroken(NEEDED, WRONG), EDIT, False),
        (RuleBroken(NEEDED), Unexplained(), False),
        (KnownError("month-closed"), EDIT, False),
    ],
)
def test_only_warnings_of_a_request_that_can_say_why_are_asked_about(refusal, request_made, asks):
    assert asks_only_why(refusal, request_made) == asks


def test_what_needs_no_reason_runs_at_once(over, block):
    desk = desk_of(block.store)
    edit = ChangeCells((CellEdit(block.kalns, on(24), "24"),))
    assert run_with_reason(desk, over, change_cells, edit, "Set") is not None
    assert code_of(desk, block.kalns, 24) == "24"


def test_a_posted_month_asks_and_the_next_change_has_the_reason_in_it(qtbot, over, block):
    lay(block.store, (block.kalns, 24))
    post(block.store)
    desk = desk_of(block.store)
    edit = ChangeCells((CellEdit(block.kalns, on(24), None),))
    asked: list[str] = []

    def give(dialog: ReasonPrompt) -> None:
        asked.append(dialog.form.fields["reason"].value())
        dialog.form.fields["reason"].set_value("moved house")
        dialog.accept()

    answer(give)
    assert run_with_reason(desk, over, change_cells, edit, "Cleared") is not None
    assert code_of(desk, block.kalns, 24) == ""
    assert last_reason(desk) == "moved house"
    again = ChangeCells((CellEdit(block.kalns, on(25), "24"),))
    answer(give)
    run_with_reason(desk, over, change_cells, again, "Set")
    assert asked == ["", "moved house"]


def test_what_a_change_says_of_itself_is_not_offered_for_the_next_one(over, block):
    lay(block.store, (block.kalns, 24))
    post(block.store)
    desk = desk_of(block.store)
    edit = ChangeCells((CellEdit(block.kalns, on(24), None),))
    answer(lambda dialog: dialog.accept())
    assert run_with_reason(desk, over, change_cells, edit, "Sick", suggested="Sickness")
    assert code_of(desk, block.kalns, 24) == ""
    assert last_reason(desk) == ""


def test_who_gives_no_reason_changes_nothing(over, block):
    lay(block.store, (block.kalns, 24))
    post(block.store)
    desk = desk_of(block.store)
    edit = ChangeCells((CellEdit(block.kalns, on(24), None),))
    answer(lambda dialog: dialog.reject())
    assert run_with_reason(desk, over, change_cells, edit, "Cleared") is None
    assert code_of(desk, block.kalns, 24) == "24"


def test_a_refusal_that_no_reason_answers_is_told_in_the_message_bar(qtbot, over, block):
    desk = desk_of(block.store)
    edit = ChangeCells((CellEdit(block.kalns, on(24), "??"),))
    with qtbot.waitSignal(desk.refused):
        assert run_with_reason(desk, over, change_cells, edit, "Set") is None
