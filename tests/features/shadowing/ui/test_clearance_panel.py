"""Clearance is ticked where it stands (TR-02): today, on the day typed, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock import clock
from openblock.features.shadowing.ui.clearance_panel import ClearancePanel
from tests.features.shadowing.lists import ITEMS

TODAY = date(2026, 11, 22)
HAD = date(2026, 9, 7)
CLEARANCE = ((ITEMS[0], HAD), (ITEMS[1], None))


@pytest.fixture
def panel(qtbot) -> ClearancePanel:
    made = ClearancePanel(may_tick=True)
    qtbot.addWidget(made)
    made.show_clearance(CLEARANCE)
    return made


def test_a_tick_means_today_and_taking_it_back_means_never(qtbot, panel):
    with clock.standing_at(clock.at(TODAY, 300)):
        with qtbot.waitSignal(panel.ticked) as told:
            panel.items[2].box.click()
        assert told.args == [2, TODAY]
        with qtbot.waitSignal(panel.ticked) as told:
            panel.items[1].box.click()
        assert told.args == [1, None]


def test_another_day_is_typed_beside_it_and_told_once(qtbot, panel):
    told: list[tuple[int, object]] = []
    panel.ticked.connect(lambda number, day: told.append((number, day)))
    with clock.standing_at(clock.at(TODAY, 300)):
        editor = panel.items[1].day.editor
        editor.setText("8.9.")
        editor.editingFinished.emit()
        panel.show_clearance(((ITEMS[0], date(2026, 9, 8)), (ITEMS[1], None)))
        editor.editingFinished.emit()
    assert told == [(1, date(2026, 9, 8))]


def test_what_is_no_day_is_said_beside_it_and_told_to_nobody(panel):
    told: list[object] = []
    panel.ticked.connect(lambda *what: told.append(what))
    editor = panel.items[1].day.editor
    editor.setText("31.02.")
    editor.editingFinished.emit()
    assert panel.items[1].day.problem().startswith("Not a date")
    assert told == []


def test_what_was_refused_is_shown_as_it_is_stored(panel):
    panel.items[2].box.setChecked(True)
    panel.items[2].day.set_value(TODAY)
    panel.show_clearance(CLEARANCE)
    assert not panel.items[2].box.isChecked()
    assert panel.items[2].day.value() is None


def test_filling_in_is_not_ticking_and_a_list_that_is_the_same_is_not_made_anew(panel):
    told: list[object] = []
    panel.ticked.connect(lambda *what: told.append(what))
    box = panel.items[2].box
    panel.show_clearance(((ITEMS[0], None), (ITEMS[1], HAD)))
    assert panel.items[2].box is box
    own = replace(ITEMS[2], code="", name="R&D <b>")
    panel.show_clearance((*CLEARANCE, (own, None)))
    assert list(panel.items) == [1, 2, 3]
    assert panel.items[3].box.text() == "R&&D <b>"
    assert panel.items[3].box.accessibleName() == "R&D <b>"
    assert told == []


def test_a_long_name_is_cut_and_said_in_full_on_hover(panel):
    name = "Instruktāža par rīcību ugunsgrēka, plūdu un citās ārkārtas situācijās objektā"
    panel.show_clearance(((replace(ITEMS[0], name=name), None),))
    assert len(panel.items[1].box.text()) < len(name)
    assert panel.items[1].box.toolTip().startswith(name)


def test_who_may_not_tick_reads_the_same_in_lines(qtbot):
    panel = ClearancePanel(may_tick=False)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_clearance(CLEARANCE)
    assert [line.spoken for line in panel.reading.lines] == [
        *("Briefing: 07/09/2026", "Pledge of confidentiality: missing"),
    ]
    assert panel.reading.isVisible()
    assert panel.items == {}
