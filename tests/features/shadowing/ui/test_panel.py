"""The side of the practice grid, and who may stand there as a guest."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.panel import SidePanel
from openblock.ui.theme import apply, token
from tests.features.shadowing.ui.grids import shift


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> SidePanel:
    apply(qapp)
    made = SidePanel()
    qtbot.addWidget(made)
    made.resize(340, 560)
    with qtbot.waitExposed(made):
        made.show()
    made.show_learning("Zariņa Elīna", [("weekend", "strong"), ("24 h are short.", "bad")])
    made.show_cell("Wednesday", [("AL <b>&", "strong"), ("planned", "")])
    return made


def test_lines_are_read_as_plain_text_in_the_tone_they_have(panel: SidePanel) -> None:
    assert panel.learning.heading.text() == "Not yet experienced: Zariņa Elīna"
    assert panel.learning.lines == ("weekend", "24 h are short.")
    assert panel.cell.text.accessibleName() == "AL <b>&\nplanned"
    assert "&lt;b&gt;&amp;" in panel.cell.text.text()


def test_tones_follow_the_theme(panel: SidePanel, qapp: QApplication) -> None:
    apply(qapp, "night")
    assert token("bad").name() in panel.learning.text.text()
    apply(qapp)


def test_the_list_stands_only_where_something_needs_planning_anew(panel: SidePanel) -> None:
    assert not panel.replan.isVisible()
    panel.show_replan((shift(23, Standing.REPLAN),))
    assert panel.replan.isVisible()
    panel.show_replan(())
    assert not panel.replan.isVisible()


def test_all_that_is_said_is_in_sight_while_there_is_room(
    panel: SidePanel, qapp: QApplication
) -> None:
    panel.show_learning("Zariņa Elīna", [("a rather long line of words " * 4, "")] * 4)
    qapp.processEvents()
    upper = panel._upper  # noqa: SLF001  how it scrolls is nobody else's
    assert upper.verticalScrollBar().maximum() == 0


def test_fewer_words_give_their_room_to_what_stands_below(
    panel: SidePanel, qapp: QApplication
) -> None:
    panel.show_cell("Wednesday", [("a rather long line of words " * 4, "")] * 6)
    qapp.processEvents()
    lower = panel._lower  # noqa: SLF001  as above
    high = lower.height()
    panel.show_cell("Wednesday", [("few words", "")])
    qapp.processEvents()
    assert lower.height() < high / 2


def test_a_guest_takes_the_room_of_the_facts_and_gives_it_back(panel: SidePanel) -> None:
    guest = QLabel("guest")
    panel.adopt(guest)
    assert not guest.isVisible()
    panel.host(guest)
    assert guest.isVisible()
    assert not panel.cell.isVisible()
    assert panel.learning.isVisible()
    panel.dismiss()
    assert not guest.isVisible()
    assert panel.cell.isVisible()


def test_another_guest_sends_the_first_away(panel: SidePanel) -> None:
    first, second = QLabel("first"), QLabel("second")
    for each in (first, second):
        panel.adopt(each)
        panel.host(each)
    assert panel.guest is second
    assert not first.isVisible()


def test_where_the_panel_is_low_the_guest_has_it_alone(panel: SidePanel) -> None:
    guest = QLabel("guest")
    guest.setMinimumHeight(300)
    panel.setFixedHeight(300)
    panel.adopt(guest)
    panel.host(guest)
    assert not panel.learning.isVisible()


def test_without_a_selection_nothing_is_said(panel: SidePanel) -> None:
    panel.clear()
    assert panel.learning.lines == ()
    assert panel.cell.heading.text() == ""
