"""The list of areas beside the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from openblock.features.grounds.rules.content import AreaState
from openblock.features.grounds.ui.plan.legend import AreaLegend
from openblock.features.grounds.ui.plan.listed import AreaDelegate, AreasModel
from openblock.features.grounds.ui.plan.picture import pictures_of
from openblock.ui.forms import labelled
from openblock.ui.tall_list import TallList
from openblock.ui.theme import apply
from tests.features.grounds.ui.plans import AT, at, five, now

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_model_keeps_the_rules_of_item_models(qtbot: QtBot) -> None:
    model = AreasModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_areas(five())
    model.show_areas(five()[:2])
    model.show_areas(pictures_of((now(1), now(2)), AT))
    assert tester.model() is model
    assert model.index(0).data() == "Area 1"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Area 1, free")
    assert (model.row_of(2), model.row_of(None)) == (1, -1)


def test_a_name_like_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    model = AreasModel()
    model.show_areas(pictures_of((now(1, name="O'Brien <b>&"),), AT))
    assert "&lt;b&gt;&amp;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("percent", [100, 200])
def test_what_has_no_room_beside_the_name_stands_under_it(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    apply(qapp, "light", percent)
    model = AreasModel()
    view = TallList(model, "areas")
    qtbot.addWidget(view)
    view.resize(286 * percent // 100, 300)
    view.show()
    delegate = AreaDelegate(view)
    names = ("Hall", "A place for visits by the eastern gate", "W" * 60)
    areas = (now(number, AreaState.DARK, at(8), name=name) for number, name in enumerate(names, 1))
    model.show_areas(pictures_of(tuple(areas), AT))
    high = [
        delegate.sizeHint(QStyleOptionViewItem(), model.index(row)).height() for row in range(3)
    ]
    assert high[0] < high[1] < high[2]
    apply(qapp)


def test_words_that_just_fit_beside_the_name_are_painted_there(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply(qapp, "light", 100)
    model = AreasModel()
    view = TallList(model, "areas")
    view.setItemDelegate(AreaDelegate(view))
    qtbot.addWidget(view)
    model.show_areas(pictures_of((now(1, AreaState.DARK, at(8.3), name="Sports field"),), AT))
    view.show()
    least = next(wide for wide in range(120, 300) if _high(view, wide) == _high(view, 300))
    view.resize(least, 100)
    seen = view.viewport().grab().toImage()
    below = range(view.visualRect(model.index(0)).height() - 5, seen.height())
    assert {seen.pixelColor(60, y).name() for y in below} <= {
        seen.pixelColor(least - 2, y).name() for y in below
    }
    right = [seen.pixelColor(x, y).name() for x in range(least - 40, least - 12) for y in range(28)]
    assert len(set(right)) > 2


def _high(view: TallList, wide: int) -> int:
    view.resize(wide, 100)
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.model().index(0, 0)).height()


def test_the_legend_names_every_state(qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp)
    legend = AreaLegend()
    qtbot.addWidget(legend)
    said = {each.text() for each in legend.findChildren(type(labelled("")))}
    assert said == {"free", "in use", "closed", "dark", "outside its hours"}
