"""What the small rows say of themselves."""

from __future__ import annotations

from openblock.features.shadowing.queries import Hours, TraineeRow
from openblock.features.shadowing.rules.content import TraineeContent


def test_tr_14_hours_are_short_of_what_is_neither_confirmed_planned_nor_done():
    assert Hours(600, confirmed=100, planned=200, done=50, missed=900).short == 250
    assert Hours(600, confirmed=600).short == 0
    assert Hours(600, planned=700).short == 0


def test_a_trainee_is_called_by_surname_first_and_on_the_wall_by_an_initial():
    row = TraineeRow(1, 1, TraineeContent(1, "Zariņa", "Elīna"), "2. kurss", ())
    assert (row.name, row.initialled) == ("Zariņa Elīna", "Zariņa E.")
