"""The bar over the grid for what needs planning anew."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.replan_bar import ReplanBar
from openblock.ui.theme import apply
from tests.features.shadowing.ui.grids import shift, span

ROWS = tuple(shift(day, Standing.REPLAN) for day in (23, 24))


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> ReplanBar:
    apply(qapp)
    made = ReplanBar(may_plan=True)
    qtbot.addWidget(made)
    return made


def test_it_says_how_many_whose_and_what_it_costs(bar: ReplanBar) -> None:
    bar.show_rows(ROWS, ROWS[0])
    assert not bar.isHidden()
    assert bar.word.text() == "Re-plan 2"
    assert bar.sentence.text().startswith("Zariņa Elīna: Liepa Agnese, 23 Nov")
    assert bar.sentence.text().endswith("12 h do not count.")
    assert not bar.next_button.isHidden()


def test_it_is_hidden_while_nothing_needs_planning(bar: ReplanBar) -> None:
    bar.show_rows((), None)
    assert bar.isHidden()


def test_closed_it_stays_so_until_another_one_needs_planning(bar: ReplanBar) -> None:
    bar.show_rows(ROWS[:1], ROWS[0])
    bar.close_button.click()
    bar.show_rows(ROWS[:1], ROWS[0])
    assert bar.isHidden()
    bar.show_rows(ROWS, ROWS[0])
    assert not bar.isHidden()


def test_what_still_fits_is_offered_with_its_end(qtbot: QtBot, bar: ReplanBar) -> None:
    bar.show_rows(ROWS[:1], ROWS[0])
    assert bar.shorten_button.isHidden()
    part = span(23, 9, 20)
    bar.offer(part)
    assert bar.shorten_button.text() == "Shorten to 20:00"
    with qtbot.waitSignal(bar.shorten_wanted) as wanted:
        bar.shorten_button.click()
    assert wanted.args == [ROWS[0], part]


def test_a_part_that_begins_later_is_named_with_both_ends(bar: ReplanBar) -> None:
    bar.show_rows(ROWS[:1], ROWS[0])
    bar.offer(span(23, 10, 20))
    assert bar.shorten_button.text() == "Shorten to 10:00–20:00"


def test_who_only_reads_is_offered_nothing(qtbot: QtBot) -> None:
    bar = ReplanBar(may_plan=False)
    qtbot.addWidget(bar)
    bar.show_rows(ROWS[:1], ROWS[0])
    bar.offer(span(23, 9, 20))
    assert bar.find_button.isHidden()
    assert bar.shorten_button.isHidden()


def test_another_mentor_is_asked_for_the_one_on_show(qtbot: QtBot, bar: ReplanBar) -> None:
    bar.show_rows(ROWS, ROWS[1])
    with qtbot.waitSignal(bar.find_wanted) as wanted:
        bar.find_button.click()
    assert wanted.args == [ROWS[1]]


def test_with_large_text_it_is_one_line_and_the_rest_is_said_on_hover(
    bar: ReplanBar, qapp: QApplication
) -> None:
    bar.show_rows(ROWS, ROWS[0])
    whole = bar.sentence.text()
    apply(qapp, "light", 200)
    assert bar.sentence.text() == "Zariņa Elīna, 23 Nov"
    assert bar.sentence.toolTip() == whole
    assert bar.sentence.accessibleName() == whole
    apply(qapp)
    assert (bar.sentence.text(), bar.sentence.toolTip()) == (whole, "")


def test_it_gives_way_and_comes_back_as_it_was(bar: ReplanBar) -> None:
    bar.show_rows(ROWS, ROWS[0])
    bar.hold(back=True)
    bar.show_rows(ROWS, ROWS[1])
    assert bar.isHidden()
    bar.hold(back=False)
    assert not bar.isHidden()
    bar.close_button.click()
    bar.hold(back=False)
    assert bar.isHidden()
