"""The roster's toolbar stays one line at 1366 pixels in Latvian, with everything in it at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.rules.absence import DEFAULT_LETTERS
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.ui.period import Period
from openblock.features.roster.ui.picture import letter_codes
from openblock.features.roster.ui.toolbar import RosterToolbar
from openblock.i18n import set_language
from openblock.ui.grid import GridCode
from openblock.ui.theme import apply

CODES = tuple(GridCode(code, code, code) for code in ("24", "D", "N", "B"))
STATE = MonthState(
    date(2026, 9, 1),
    MonthStanding.PUBLISHED,
    47,
    12,
    34,
    "Vītola Kristīne",
    datetime(2026, 11, 12, 7, tzinfo=UTC),
)


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> RosterToolbar:
    apply(qapp)
    set_language("lv")
    made = RosterToolbar(may_plan=True, may_publish=True)
    qtbot.addWidget(made)
    made.resize(1366, 44)
    with qtbot.waitExposed(made):
        made.show()
    made.show_title(Period(date(2026, 9, 1)).title)
    made.show_codes(CODES, letter_codes(DEFAULT_LETTERS))
    made.show_state(STATE)
    made.show_problems(26, shown=True)
    made.show_waiting(3)
    return made


def lines(bar: RosterToolbar) -> int:
    """How many lines its buttons stand in."""
    layout = bar.layout()
    assert layout is not None
    one = bar.publish.sizeHint().height()
    return round(layout.heightForWidth(bar.width()) / (one + 14))


def test_everything_a_planner_needs_stands_in_one_line(bar: RosterToolbar) -> None:
    assert lines(bar) == 1
    assert bar.publish.isVisible()
    assert set(bar.brushes.chips) == {"24", "D", "N", "B", "A", "S", "M", "K", "P", "C"}


def test_a_button_that_gave_its_words_up_still_has_its_name_and_its_key(
    bar: RosterToolbar,
) -> None:
    assert bar.print.text() == ""
    assert bar.print.accessibleName()
    assert "Ctrl+P" in bar.print.toolTip()
    assert "F9" in bar.problems.toolTip()
    assert "26" in bar.problems.text()


def test_words_come_back_where_there_is_room(bar: RosterToolbar) -> None:
    bar.resize(2200, 44)
    assert bar.print.text()
    assert bar.cycle.text()
    assert lines(bar) == 1


def test_how_many_exchanges_wait_stands_on_the_menu(bar: RosterToolbar) -> None:
    assert bar.more.text() == "3"
    bar.show_waiting(0)
    assert bar.more.text() == ""
