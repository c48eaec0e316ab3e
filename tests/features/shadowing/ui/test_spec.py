"""What practice gives to the window."""

from __future__ import annotations

import pytest

from openblock.features.accounts.rights import may
from openblock.features.shadowing.ui import menu_entries, own_tab_spec, tab_spec
from openblock.ui.desk import Desk
from tests.features.shadowing.practising import PracticeBlock


def test_staff_has_the_tab_and_a_trainee_only_the_own_one() -> None:
    staff, own = tab_spec(), own_tab_spec()
    assert may("auditor", staff.operation)
    assert not may("trainee", staff.operation)
    assert may("trainee", own.operation)
    assert not may("administrator", own.operation)


def test_the_number_on_the_tab_is_of_all_courses(desk: Desk, block: PracticeBlock) -> None:
    badge = tab_spec().badge
    assert badge is not None
    assert badge.read(desk) == (0, "0 shifts to plan anew")
    block.duty(block.ilze, 31, None)
    block.duty(block.agnese, 28, None)
    assert badge.read(desk) == (2, "2 shifts to plan anew")
    assert {"duties", "shadowings"} <= badge.tables


@pytest.mark.parametrize(
    ("role", "offered"), [("practice_coordinator", True), ("duty_officer", False)]
)
def test_courses_and_lists_are_in_the_menu_of_coordinators(role: str, offered: bool) -> None:
    (entry,) = menu_entries()
    assert may(role, entry.operation) is offered
