"""The list of an account keeps the rules of item models, and every kind of line is drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.roster.ui.explain_lines import ExplainLine
from openblock.features.roster.ui.explain_list import ExplainList, ExplainModel
from openblock.ui.theme import THEMES, apply

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LINES = (
    ExplainLine("gauge", "Average week", "42 h of 48 h", "ok", "✓", 0.9),
    ExplainLine("gauge", "Overtime: 3 h over the limit", "147 h of 144 h", "bad", "▲", 1.1),
    ExplainLine("warning", "Rest 8 h, needed 11 h, " * 4, tone="warn", sign="▲"),
    ExplainLine("heading", "Duties"),
    ExplainLine("line", "O'Brien <b>&" + "W" * 90, "24 h, night 8 h"),
    ExplainLine("sum", "together", "24 h"),
)


def test_the_model_keeps_the_rules_of_item_models():
    model = ExplainModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_lines(LINES)
    model.show_lines(())
    assert tester.model() is model


def test_a_line_is_spoken_whole_and_its_names_are_no_markup():
    model = ExplainModel()
    model.show_lines(LINES)
    index = model.index(4)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("24 h, night 8 h")
    assert "O'Brien &lt;b&gt;&amp;" in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "zoom"), [(268, 100), (520, 200)])
def test_every_kind_of_line_is_drawn_and_long_ones_are_higher(qtbot, qapp, theme, width, zoom):
    apply(qapp, theme, zoom)
    view = ExplainList()
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    empty = view.grab().toImage()
    view.lines.show_lines(LINES)
    assert view.grab().toImage() != empty
    heights = [view.sizeHintForRow(row) for row in range(len(LINES))]
    assert heights[2] > heights[5] > 0
    assert heights[0] > heights[5]
    apply(qapp)
