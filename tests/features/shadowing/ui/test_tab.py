"""The practice tab on a small block: planning by keyboard, card, hours, lists, roles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from openblock.errors import KnownError
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.features.shadowing.queries import practice_grid
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.tab import PracticeTab
from openblock.ui.messages import words
from tests.features.shadowing.practising import NOW, TODAY, PracticeBlock, on
from tests.features.shadowing.ui.grids import open_practice

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
APRIL = 4
OpenTab = Callable[..., PracticeTab]


@pytest.fixture
def open_tab(qtbot: QtBot, qapp: QApplication, block: PracticeBlock) -> OpenTab:
    def opened(role: str = "administrator", account: int = 1) -> PracticeTab:
        return open_practice(qtbot, qapp, block, role, account)

    return opened


@pytest.fixture
def tab(open_tab: OpenTab) -> PracticeTab:
    return open_tab()


def shifts(tab: PracticeTab, trainee_id: int) -> dict[date, ShadowingRow]:
    grid = tab.desk.read(practice_grid, date(2026, 3, 1), date(2026, 5, 31), NOW)
    return {row.day: row for row in grid.shadowings if row.trainee_id == trainee_id}


def stand_on(tab: PracticeTab, trainee_id: int, day: date) -> None:
    tab.go_to({"trainee_id": trainee_id, "day": str(day)})
    tab.grid.cells.setFocus()


def test_it_opens_on_the_course_under_way_with_the_keyboard_on_today(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    assert tab.course_id == block.second
    assert tab.toolbar.course.currentText() == "2. kurss"
    assert tab.grid.current() == (block.sintija, TODAY)
    assert len(tab.grid.model.picture.columns) == 14
    assert tab.grid.cells.hasFocus()


def test_a_mentors_letters_plan_the_usual_part_and_that_is_said_and_undone(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    day = date(2026, 4, 1)
    stand_on(tab, block.elina, day)
    with qtbot.waitSignal(tab.desk.said) as said:
        qtbot.keyClicks(tab.grid.cells, "al")
    row = shifts(tab, block.elina)[day]
    assert (row.officer_id, row.standing) == (block.agnese, Standing.PLANNED)
    assert said.args == ["Zariņa Elīna, 1 Apr: AL"]
    assert tab.grid.model.picture.cells[block.elina, day].code == "AL"
    tab.desk.undo()
    assert day not in shifts(tab, block.elina)


def test_a_form_that_a_lock_closed_half_typed_is_opened_again_with_the_tab(
    qtbot: QtBot, open_tab: OpenTab, block: PracticeBlock
) -> None:
    tab = open_tab()
    tab.openings.trainee(course_id=block.second)
    tab.openings.shown()[0].form.fields["surname"].set_value("Pusrakstīts")
    tab.keep_draft()
    tab.openings.shown()[0].close()
    again = open_tab()
    qtbot.waitUntil(lambda: bool(again.openings.shown()))
    form = again.openings.shown()[0].form
    assert form.fields["surname"].value() == "Pusrakstīts"
    again.openings.shown()[0].reject()


def test_delete_cuts_what_is_planned_and_leaves_classes_alone(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.elina, date(2026, 3, 31))
    qtbot.keyClick(tab.grid.cells, Key.Key_Delete)
    assert date(2026, 3, 31) not in shifts(tab, block.elina)
    refusals: list[KnownError] = []
    tab.desk.refused.connect(refusals.append)
    stand_on(tab, block.elina, date(2026, 3, 30))
    assert tab.grid.model.picture.cells[block.elina, date(2026, 3, 30)].code == "M"
    qtbot.keyClick(tab.grid.cells, Key.Key_Delete)
    assert refusals == []


def test_a_copied_cell_is_pasted_on_another_trainee_as_one_step(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.elina, date(2026, 3, 31))
    qtbot.keyClick(tab.grid.cells, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "IK"
    stand_on(tab, block.sintija, date(2026, 3, 31))
    qtbot.keyClick(tab.grid.cells, Key.Key_V, CTRL)
    assert shifts(tab, block.sintija)[date(2026, 3, 31)].officer_id == block.ilze


def test_letters_nobody_has_are_refused_in_words_and_change_nothing(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.elina, date(2026, 4, 1))
    qtbot.keyClicks(tab.grid.cells, "xq")
    with qtbot.waitSignal(tab.desk.noticed) as noticed:
        qtbot.keyClick(tab.grid.cells, Key.Key_Return)
    assert noticed.args is not None
    assert "xq" in noticed.args[0].sentence
    assert date(2026, 4, 1) not in shifts(tab, block.elina)


def test_a_mentor_who_is_not_on_duty_is_refused_in_words(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.elina, date(2026, 4, 2))
    with qtbot.waitSignal(tab.desk.refused) as refused:
        qtbot.keyClicks(tab.grid.cells, "al")
    assert refused.args is not None
    assert "Liepa Agnese" in words(refused.args[0].problems[0])
    assert (block.elina, date(2026, 4, 2)) not in tab.grid.model.picture.cells


def test_what_rules_only_warn_of_is_planned_with_a_reason(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    # Kristīne's certificate ended a few days ago: that is a warning for a month (TR-03).
    day = date(2026, 4, 1)
    stand_on(tab, block.elina, day)
    code = next(code for code, number in tab.shown.codes.items() if number == block.kristine)
    qtbot.keyClicks(tab.grid.cells, code.lower())
    dialog = tab.findChild(ReasonDialog)
    assert dialog is not None
    assert day not in shifts(tab, block.elina)
    dialog.form.fields["reason"].set_value("izņēmums")
    dialog.accept()
    assert shifts(tab, block.elina)[day].override == "izņēmums"
    assert tab.grid.model.picture.cells[block.elina, day].problem == "warning"


def test_enter_in_an_empty_cell_opens_the_popover_at_the_side_and_escape_closes_it(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.elina, date(2026, 4, 1))
    qtbot.keyClick(tab.grid.cells, Key.Key_Return)
    popover = tab.page.popover
    assert popover.isVisible()
    assert popover.parentWidget() is tab.side
    assert popover.geometry().left() >= 0
    assert popover.list.hasFocus()
    qtbot.keyClick(popover.list, Key.Key_Escape)
    assert not popover.isVisible()
    assert tab.grid.cells.hasFocus()


def test_what_has_begun_opens_the_form_of_its_hours(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.sintija, date(2026, 3, 18))
    qtbot.keyClick(tab.grid.cells, Key.Key_F2)
    dialogs = [each for each in tab.findChildren(QDialog) if each.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_hours_that_wait_are_counted_and_listed_at_the_side(qtbot: QtBot, tab: PracticeTab) -> None:
    assert tab.toolbar.confirm.text() == "Confirm hours 1"
    qtbot.keyClick(tab.grid.cells, Key.Key_H, CTRL)
    assert tab.page.waiting.isVisible()
    tab.page.waiting.closed.emit()
    assert not tab.page.waiting.isVisible()
    assert tab.grid.cells.hasFocus()


def test_a_shift_that_no_longer_fits_is_shortened_from_the_bar(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    block.duty(block.ilze, 31, "8")
    assert tab.page.bar.row is not None
    assert tab.page.bar.row.trainee_id == block.elina
    assert tab.page.bar.shorten_button.isVisible()
    tab.page.bar.shorten_button.click()
    row = shifts(tab, block.elina)[date(2026, 3, 31)]
    assert row.standing is Standing.PLANNED
    assert (row.span.start, row.span.end) == (on(31, 9), on(31, 16))
    assert not tab.page.bar.isVisible()


def test_the_menu_of_a_cell_offers_the_mentors_of_its_day_and_what_can_be_done(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.elina, date(2026, 3, 31))
    codes = tab.grid.menu_codes
    assert codes is not None
    assert {each.code for each in codes()} == {"IK", "AB"}
    said = [action.text().partition("\t")[0] for action in tab.grid.menu_actions()]
    assert said[:3] == ["Another time or mentor…", "The shift in full…", "Cancel the shift"]
    assert said[-1] == "Trainee's card"


@pytest.mark.parametrize("role", ["duty_officer", "auditor", "programme_coordinator"])
def test_roles_that_do_not_plan_read_only(
    qtbot: QtBot, open_tab: OpenTab, block: PracticeBlock, role: str
) -> None:
    tab = open_tab(role)
    before = shifts(tab, block.elina)
    stand_on(tab, block.elina, date(2026, 4, 1))
    with qtbot.waitSignal(tab.desk.noticed):
        qtbot.keyClicks(tab.grid.cells, "al")
    qtbot.keyClick(tab.grid.cells, Key.Key_Delete)
    assert shifts(tab, block.elina) == before
    assert not tab.page.bar.find_button.isVisible()
    assert not tab.page.popover.isVisible()


def test_an_edit_over_somebody_elses_is_refused_and_theirs_is_shown(
    qtbot: QtBot, open_tab: OpenTab, block: PracticeBlock
) -> None:
    tab = open_tab()
    day = date(2026, 4, 1)
    stand_on(tab, block.elina, day)
    tab.desk.changed.disconnect()
    block.plan(block.elina, block.agnese, day, (9, 15))
    with qtbot.waitSignal(tab.desk.refused):
        qtbot.keyClicks(tab.grid.cells, "al")
    assert tab.grid.model.picture.cells[block.elina, day].detail == "09–15"
