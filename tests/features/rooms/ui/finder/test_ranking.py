"""The finder's lines: the best first, what suits in words, what rules a bed out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.clock import FOREVER
from openblock.errors import Problem, Severity
from openblock.features.rooms.queries import Suggestion
from openblock.features.rooms.ui.finder.ranking import BedsModel, lines_of
from tests.features.rooms.ui.board.invented import moment

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NEED = Problem("need-unmet", Severity.WARNING)
TAKEN = Problem("bed-taken", Severity.ERROR)


def suggestion(number, *problems, stops=False, until=FOREVER, reasons=()):
    bed = f"10{number} A"
    return Suggestion(number, bed, number, 0, tuple(reasons), tuple(problems), stops, until)


@pytest.fixture
def lines():
    met = Problem("reason-meets-needs", facts={"needs": ("lower_bed",)})
    return lines_of(
        (
            suggestion(1, reasons=(met,)),
            suggestion(2, until=moment(11, 24)),
            suggestion(3, NEED),
            suggestion(4, TAKEN, stops=True),
        )
    )


def test_each_standing_has_its_own_word_and_sign(lines):
    assert [(line.standing, line.sign) for line in lines] == [
        ("the best", "✓"),
        ("suits", "✓"),
        ("only with a reason", "!"),
        ("ruled out", "X"),
    ]


def test_what_suits_is_said_and_until_when(lines):
    assert lines[0].suits == "meets the need: lower bed"
    assert lines[1].suits == "only until 24/11/2026 10:00"
    assert lines[0].spoken == "101 A. the best. meets the need: lower bed"


def test_what_speaks_against_a_bed_is_said_in_full(lines):
    assert lines[3].against
    assert lines[3].against in lines[3].spoken + "."


def test_no_bed_is_the_best_where_all_are_ruled_out():
    (line,) = lines_of((suggestion(4, TAKEN, stops=True),))
    assert line.standing == "ruled out"


def test_the_model_shows_possible_beds_or_all_and_keeps_the_rules_of_models(lines):
    model = BedsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_lines(lines)
    assert (model.rowCount(), model.possible) == (3, 3)
    assert model.row_of(4) == -1
    model.only_possible(False)
    assert model.rowCount() == 4
    assert model.row_of(4) == 3
    assert model.index(3).data(Qt.ItemDataRole.AccessibleTextRole).startswith("104 A. ruled out")
    assert tester.model() is model
