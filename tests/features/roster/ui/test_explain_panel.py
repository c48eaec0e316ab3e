"""The panel beside the roster: one officer's account, and the ways out of it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock.features.accounts.rights import may
from openblock.features.roster.ui.explain_panel import ExplainPanel
from openblock.ui.desk import Desk
from tests.factories import with_duty

NOVEMBER = date(2026, 11, 1)
DAY = date(2026, 11, 20)


@pytest.fixture
def panel(qtbot, block):
    with_duty(block.store, block.berzins, DAY)
    desk = Desk(block.store, may=may)
    made = ExplainPanel(desk)
    qtbot.addWidget(made)
    yield made
    desk.worker.close()
    desk.close()


def texts(panel):
    return [each.text for each in panel.list.lines.lines]


def test_it_shows_whose_month_it_is_and_the_duties_in_it(panel, block):
    panel.show(block.berzins, NOVEMBER)
    assert panel.heading.text() == "Bērziņš Jānis"
    assert panel.month.text() == "November 2026"
    assert "20 Nov: 24 (09:00–09:00)" in texts(panel)
    panel.show(block.kalns, NOVEMBER)
    assert panel.heading.text() == "Kalns Jānis"
    assert "20 Nov: 24 (09:00–09:00)" not in texts(panel)


def test_shown_again_it_reads_what_has_changed_and_stays_where_it_was_read(panel, block):
    panel.resize(268, 200)
    panel.show(block.berzins, NOVEMBER)
    bar = panel.list.verticalScrollBar()
    panel.list.doItemsLayout()
    bar.setValue(30)
    with_duty(block.store, block.berzins, DAY, "D")
    panel.show(block.berzins, NOVEMBER)
    panel.list.doItemsLayout()
    assert "20 Nov: D (09:00–21:00)" in texts(panel)
    assert bar.value() == 30


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_escape_and_the_cross_put_it_away(panel, block, way):
    panel.show(block.berzins, NOVEMBER)
    panel.activateWindow()
    panel.list.setFocus()
    if way == "escape":
        QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    else:
        panel.close_button.click()
    assert panel.isHidden()


def test_enter_on_a_duty_asks_for_its_day_in_the_roster(qtbot, panel, block):
    panel.show(block.berzins, NOVEMBER)
    place = texts(panel).index("20 Nov: 24 (09:00–09:00)")
    panel.list.setCurrentIndex(panel.list.lines.index(place))
    with qtbot.waitSignal(panel.day_wanted) as wanted:
        panel.list.activated.emit(panel.list.currentIndex())
    assert wanted.args == [block.berzins, DAY]
