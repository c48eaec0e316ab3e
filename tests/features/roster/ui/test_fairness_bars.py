"""The bars of fair shares, as a table that is sorted and as they are drawn."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.roster.queries.figures import FairShare
from openblock.features.roster.ui.fairness_bars import BarsView
from openblock.features.roster.ui.fairness_lines import columns, rows_of
from openblock.ui.table_model import RowsTableModel
from openblock.ui.theme import THEMES, apply

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NAMES = ("Ozols Jānis", "O'Brien <b>&" + "W" * 90, "Liepa Anna")


def rows(*nights):
    return rows_of(
        [
            FairShare(place, name, 1, number, number, 0, 0, number * 60, 30)
            for place, (name, number) in enumerate(zip(NAMES, nights, strict=True))
        ]
    )


@pytest.fixture
def view(qtbot, qapp):
    apply(qapp)
    model = RowsTableModel(columns(), key=lambda row: row.share.officer_id)
    made = BarsView(model)
    model.setParent(made)
    qtbot.addWidget(made)
    yield made
    apply(qapp)


def shown(view):
    proxy = view.proxy
    return [proxy.index(row, 2).data() for row in range(proxy.rowCount())]


def test_the_models_keep_the_rules_of_item_models(view):
    testers = [QAbstractItemModelTester(each, FATAL) for each in (view.rows, view.proxy)]
    view.rows.set_rows(rows(1, 5, 3))
    view.rows.set_rows(rows(2, 5, 3))
    view.rows.set_rows(())
    assert len(testers) == 2


def test_who_has_most_nights_stands_first_and_any_column_sorts(view):
    view.rows.set_rows(rows(1, 12, 3))
    assert shown(view) == ["12", "3", "1"]
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["3", "12", "1"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "zoom"), [(1000, 100), (1366, 200)])
def test_bars_and_fair_shares_are_drawn_and_no_name_pushes_them_away(
    qapp, view, theme, width, zoom
):
    apply(qapp, theme, zoom)
    view.resize(width, 300)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    pictures = []
    for found in (rows(1, 5, 3), rows(5, 5, 5), rows(0, 0, 0)):
        view.rows.set_rows(found)
        view.fit()
        pictures.append(view.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))
    assert view.horizontalHeader().sectionPosition(2) < width // 2
