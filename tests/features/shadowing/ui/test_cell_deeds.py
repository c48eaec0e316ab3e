"""What a cell offers to whom, and what Enter does in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.queries.rows import PracticeGrid
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.cell_deeds import CellDeeds
from openblock.features.shadowing.ui.openings import Openings
from tests.features.shadowing.ui.conftest import SignIn
from tests.features.shadowing.ui.grids import ELINA, grid, shift

DAY = date(2026, 11, 25)


class Kept:
    """The deeds of a role, and what was asked of the page and of the forms."""

    def __init__(self, sign_in: SignIn, role: str, over: QWidget) -> None:
        self.asked: list[tuple[Any, ...]] = []
        desk = sign_in(1, role)
        self.over = over
        self.deeds = CellDeeds(desk, Openings(desk, over), self._plan, self._card)

    def _plan(self, *about: Any) -> None:
        self.asked.append(("plan", *about))

    def _card(self, trainee_id: int) -> None:
        self.asked.append(("card", trainee_id))

    def offers(self, shown: PracticeGrid) -> list[str]:
        actions = self.deeds.actions(shown, ELINA, DAY, self.over)
        return [action.text().partition("\t")[0] for action in actions]


@pytest.fixture
def over(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def coordinator(sign_in: SignIn, over: QWidget) -> Kept:
    return Kept(sign_in, "practice_coordinator", over)


@pytest.mark.parametrize(
    ("standing", "first"),
    [
        (Standing.PLANNED, "Another time or mentor…"),
        (Standing.REPLAN, "Find another mentor…"),
        (Standing.DONE, "Confirm hours…"),
        (Standing.CONFIRMED, "The shift in full…"),
        (Standing.MISSED, "The shift in full…"),
    ],
)
def test_the_first_line_of_the_menu_is_what_the_standing_asks_for(
    coordinator: Kept, standing: Standing, first: str
) -> None:
    offers = coordinator.offers(grid(shadowings=(shift(25, standing),)))
    assert offers[0] == first
    cuttable = standing in (Standing.PLANNED, Standing.REPLAN, Standing.DONE)
    assert ("Cancel the shift" in offers) == cuttable


def test_an_empty_cell_offers_to_plan_to_be_away_and_the_card(coordinator: Kept) -> None:
    assert coordinator.offers(grid()) == ["Plan a shift…", "Cannot come…", "Trainee's card"]


def test_two_shifts_of_a_day_are_told_apart_by_their_mentors(coordinator: Kept) -> None:
    other = shift(25, shadowing_id=9, mentor="Lācis Normunds", mentor_code="NL")
    offers = coordinator.offers(grid(shadowings=(shift(25), other)))
    assert "Cancel the shift (Liepa Agnese)" in offers
    assert "Cancel the shift (Lācis Normunds)" in offers
    assert "Plan another shift…" in offers


@pytest.mark.parametrize("role", ["auditor", "programme_coordinator"])
def test_who_only_reads_is_offered_to_read(sign_in: SignIn, over: QWidget, role: str) -> None:
    kept = Kept(sign_in, role, over)
    shown = grid(shadowings=(shift(25),))
    assert kept.offers(shown) == ["The shift in full…", "Trainee's card"]
    kept.deeds.open(grid(), ELINA, DAY)
    assert kept.asked == [("card", ELINA)]


def test_enter_plans_in_an_empty_cell_and_otherwise_in_a_planned_one(coordinator: Kept) -> None:
    coordinator.deeds.open(grid(), ELINA, DAY)
    row = shift(25, Standing.REPLAN)
    coordinator.deeds.open(grid(shadowings=(row,)), ELINA, DAY)
    assert coordinator.asked == [("plan", ELINA, DAY, None), ("plan", ELINA, DAY, row)]


def test_a_line_of_the_menu_does_what_it_says(coordinator: Kept) -> None:
    actions = coordinator.deeds.actions(grid(), ELINA, DAY, coordinator.over)
    actions[0].trigger()
    actions[-1].trigger()
    assert coordinator.asked == [("plan", ELINA, DAY, None), ("card", ELINA)]
