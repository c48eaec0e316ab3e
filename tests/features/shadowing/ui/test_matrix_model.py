"""The matrix counts for every trainee; a situation that is neither seen nor planned is a gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.shadowing.queries.rows import (
    CourseRow,
    Matrix,
    MatrixRow,
    SituationRow,
)
from openblock.features.shadowing.rules.content import USUAL_SITUATIONS, CourseContent
from openblock.features.shadowing.ui.matrix_model import (
    GAP_ROLE,
    HEAD_ROLE,
    MatrixModel,
    gaps_of,
    heads_of,
)
from openblock.ui.theme import token

SITUATIONS = tuple(
    SituationRow(number, content) for number, content in enumerate(USUAL_SITUATIONS[:3], start=1)
)
COURSE = CourseRow(
    1, 1, CourseContent("2. kurss", date(2026, 9, 1), date(2026, 12, 18)), SITUATIONS, (), 2
)
MATRIX = Matrix(
    COURSE,
    ((7, "AL", "Liepa Agnese"), (8, "NL", "Lācis Normunds")),
    (
        MatrixRow(1, "Zariņa Elīna", {7: 2, 8: 1}, {1: 3, 3: 1}),
        MatrixRow(2, "O'Brien <b>&", {}, {1: 1, 2: 1, 3: 2}),
    ),
)
SIDE, TOP = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


@pytest.fixture
def model() -> MatrixModel:
    made = MatrixModel()
    made.show_matrix(MATRIX)
    return made


def shown(model: MatrixModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_every_trainee_has_gaps_situations_and_mentors_counted(model):
    assert [model.headerData(n, TOP) for n in range(model.columnCount())] == [
        *("Lacking", "Day shift", "Night shift", "Weekend", "Mentors", "AL", "NL"),
    ]
    assert shown(model, 0) == ["▲ 1", "3", "0", "1", "2", "2", "1"]
    assert shown(model, 1) == ["✓", "1", "1", "2", "0", "–", "–"]


def test_a_row_with_gaps_is_marked_by_a_sign_and_by_words(model):
    assert model.headerData(0, SIDE) == "▲ Zariņa Elīna"
    assert model.headerData(1, SIDE) == "✓ O'Brien <b>&"
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(0, SIDE, spoken) == "Zariņa Elīna: lacking: Night shift"
    assert model.headerData(1, SIDE, spoken).endswith("every situation is seen or planned")


def test_only_a_situation_at_nothing_is_a_gap_and_never_a_mentor(model):
    gaps = [bool(model.index(0, n).data(GAP_ROLE)) for n in range(model.columnCount())]
    assert gaps == [True, False, True, False, False, False, False]
    ground = Qt.ItemDataRole.BackgroundRole
    assert model.index(0, 2).data(ground) == token("warnsoft")
    assert model.index(1, 5).data(ground) is None


def test_a_cell_says_whom_what_and_how_often(model):
    said = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, 1).data(said) == "Zariņa Elīna, Day shift: 3 times"
    assert model.index(0, 6).data(said) == "Zariņa Elīna, Lācis Normunds: 1 time"
    assert model.index(0, 4).data(said) == "Zariņa Elīna: 2 mentors"
    assert model.headerData(5, TOP, said) == "Liepa Agnese"
    assert model.headerData(5, TOP, HEAD_ROLE).number == 7


def test_what_is_not_confirmed_yet_is_told_from_what_was(model):
    ahead = replace(MATRIX.rows[0], ahead_with={7: 1, 8: 1}, ahead_at={1: 2})
    model.show_matrix(replace(MATRIX, rows=(ahead, MATRIX.rows[1])))
    assert shown(model, 0) == ["▲ 1", "1+P2", "0", "1", "2", "1+P1", "P1"]
    said = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert said == "Zariņa Elīna, Day shift: 3 times, 2 of them not confirmed yet"


def test_the_model_keeps_its_promises_through_every_change(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    seen: list[str] = []
    model.modelReset.connect(lambda: seen.append("reset"))
    model.dataChanged.connect(lambda *_places: seen.append("data"))
    more = replace(MATRIX.rows[0], by_situation={1: 4, 2: 1, 3: 1})
    model.show_matrix(replace(MATRIX, rows=(more, MATRIX.rows[1])))
    assert seen == ["data"]
    assert shown(model, 0)[0] == "✓"
    model.show_matrix(replace(MATRIX, rows=()))
    model.show_matrix(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.rowCount(QModelIndex()) == 0
    model.show_matrix(MATRIX)
    assert model.row_of(2) == 1
    assert model.row_of(99) == -1
    assert tester.model() is model


def test_a_course_without_situations_has_no_gaps():
    heads = heads_of(replace(MATRIX, course=replace(COURSE, situations=())))
    assert gaps_of(MATRIX.rows[0], heads) == ()
