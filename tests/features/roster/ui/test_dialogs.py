"""The cycle dialog, the settings, and keeping a warning with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from openblock.errors import Severity
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import calendar_days, limits, minimums, templates
from openblock.features.roster.rules import DayKind
from openblock.features.roster.ui.cycle_dialog import CycleDialog
from openblock.features.roster.ui.settings_dialog import SettingsDialog
from openblock.features.roster.ui.spec import menu_entries, tab_spec
from openblock.features.roster.ui.tab import RosterTab
from openblock.ui.forms.dialog import FormDialog
from tests.features.roster.ui.conftest import Block, OpenTab

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture
def dialog(qtbot: QtBot, tab: RosterTab) -> CycleDialog:
    made = CycleDialog(tab.desk, [1, 2], *DECEMBER)
    qtbot.addWidget(made)
    return made


def test_the_usual_cycle_is_filled_in_and_previewed(dialog: CycleDialog) -> None:
    assert dialog.model.rowCount() == 24
    assert dialog.summary.text() == "24 added"
    assert dialog.lay_button.text() == "Lay the cycle (24 cells)"


def test_a_changed_pattern_changes_the_preview(qtbot: QtBot, dialog: CycleDialog) -> None:
    _lay, pattern, _anchor = dialog.cycles.lines[1]
    pattern.setEditText("8 5/2")
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 40)


def test_a_team_left_out_is_not_laid(qtbot: QtBot, dialog: CycleDialog) -> None:
    dialog.cycles.lines[1][0].setChecked(False)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 8)
    dialog.cycles.lines[2][0].setChecked(False)
    dialog.preview()
    assert not dialog.lay_button.isEnabled()
    assert "team" in dialog.trouble.text()


@pytest.mark.parametrize("text", ["- - -", ""])
def test_a_pattern_without_duties_cannot_be_laid(dialog: CycleDialog, text: str) -> None:
    dialog.cycles.lines[1][1].setEditText(text)
    dialog.preview()
    assert not dialog.lay_button.isEnabled()


def test_an_unreadable_day_is_said(dialog: CycleDialog) -> None:
    dialog.last.editor.setText("31.02.")
    dialog.accept()
    assert dialog.request is None
    assert "date" in dialog.trouble.text()


def test_what_a_person_set_stays_and_is_said(qtbot: QtBot, tab: RosterTab, block: Block) -> None:
    edit = CellEdit(block.berzins, date(2026, 12, 1), "D")
    block.store.run(change_cells, ChangeCells((edit,)))
    dialog = CycleDialog(tab.desk, [1, 2], *DECEMBER)
    qtbot.addWidget(dialog)
    assert "1 stays as set by hand" in dialog.summary.text()


def press_enter_soon() -> None:
    """Enter in whatever dialog opens, as an officer would press it."""

    def press() -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, CycleDialog)
        opened.lay_button.click()

    QTimer.singleShot(50, press)


def test_two_steps_lay_a_cycle_over_the_shown_month(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    press_enter_soon()
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    cells = tab.grid.model.picture.cells
    assert cells[block.berzins, date(2026, 11, 1)].code == "24"
    assert cells[block.ozols, date(2026, 11, 2)].code == "24"
    assert "cycle" in tab.desk.undo_label.casefold()
    tab.desk.undo()
    assert not tab.grid.model.picture.cells


@pytest.fixture
def settings(qtbot: QtBot, tab: RosterTab) -> SettingsDialog:
    made = SettingsDialog(tab.desk, 2026)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_shift_of_ones_own_is_added_changed_and_retired(
    settings: SettingsDialog, tab: RosterTab
) -> None:
    page = settings.templates
    page.new_button.click()
    page.form.fill({"code": "n8", "name": "short night", "start_minute": 1320})
    page.form.fields["length_minutes"].editor.setText("8:00")
    page.save()
    made = {each.code: each for each in tab.desk.read(templates)}["N8"]
    assert (made.start_minute, made.length_minutes) == (1320, 480)
    page.table.choose(made.template_id)
    page.form.fill({"name": "night of eight"})
    page.save()
    assert {each.name for each in tab.desk.read(templates)} >= {"night of eight"}
    page.table.choose(made.template_id)
    page.remove()
    assert "N8" not in {code.code for code in tab.grid.codes}


def test_enter_saves_an_entry_and_the_keyboard_stays_in_the_form(
    qtbot: QtBot, settings: SettingsDialog, tab: RosterTab
) -> None:
    page = settings.templates
    page.new_button.click()
    page.form.fill({"code": "v", "name": "evening"})
    qtbot.keyClick(page.form.fields["name"].editor, Qt.Key.Key_Return)
    assert "V" in {each.code for each in tab.desk.read(templates)}
    assert page.form.fields["code"].editor.hasFocus()
    assert settings.isVisible()


def test_what_was_typed_and_not_saved_is_not_closed_over_in_silence(
    qtbot: QtBot, settings: SettingsDialog
) -> None:
    page = settings.minimums
    page.form.fill({"name": "Gate"})
    qtbot.keyClick(settings, Qt.Key.Key_Escape)
    assert settings.isVisible()
    assert settings.pages.currentWidget() is page
    assert "not saved" in page.trouble.text()
    qtbot.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def test_a_taken_code_is_refused_beside_the_field(settings: SettingsDialog) -> None:
    page = settings.templates
    page.new_button.click()
    page.form.fill({"code": "24", "name": "again"})
    page.save()
    assert "24" in page.form.fields["code"].problem()
    assert page.form.values()["name"] == "again"


def test_a_minimum_is_added_and_removed(settings: SettingsDialog, tab: RosterTab) -> None:
    page = settings.minimums
    page.form.fill({"name": "Gate", "needed": 3, "post": "gate"})
    page.save()
    (row,) = tab.desk.read(minimums)
    assert (row.minimum.name, row.minimum.needed, row.minimum.post) == ("Gate", 3, "gate")
    page.table.choose(row.minimum_id)
    page.remove()
    assert tab.desk.read(minimums) == ()


def test_a_day_of_ones_own_stands_over_the_librarys(
    settings: SettingsDialog, tab: RosterTab
) -> None:
    page = settings.calendar
    day = date(2026, 11, 20)
    page.form.fill({"day": day, "kind": DayKind.HOLIDAY, "name": "Block's day"})
    page.save()
    assert tab.desk.read(calendar_days, day, day)[0].name == "Block's day"
    page.table.choose(day)
    page.remove()
    assert tab.desk.read(calendar_days, day, day)[0].kind == DayKind.WORKDAY


def test_a_year_shows_the_librarys_holidays(settings: SettingsDialog) -> None:
    model = settings.calendar.model
    days = {row.day for row in model.rows}
    assert date(2026, 11, 18) in days
    settings.calendar.year.setValue(2025)
    assert {row.day.year for row in model.rows} == {2025}


def test_an_administrator_changes_limits(settings: SettingsDialog, tab: RosterTab) -> None:
    page = settings.limits
    page.form.fill({"rest_table": "13→12; 25→36", "rest_severity": Severity.ERROR})
    page.save()
    in_force = tab.desk.read(limits)
    assert in_force.rest_table == ((780, 720), (1500, 2160))
    assert in_force.rest_severity == Severity.ERROR


@pytest.mark.parametrize("text", ["soon", "13→", "13→12; 20→24"])
def test_a_rest_table_that_cannot_be_is_refused_beside_the_field(
    settings: SettingsDialog, text: str
) -> None:
    settings.limits.form.fill({"rest_table": text})
    settings.limits.save()
    assert settings.limits.form.fields["rest_table"].problem()


def test_a_senior_officer_reads_the_limits(qtbot: QtBot, block: Block, open_tab: OpenTab) -> None:
    assert block.store
    dialog = SettingsDialog(open_tab("senior_officer").desk, 2026)
    qtbot.addWidget(dialog)
    assert not dialog.limits.form.isEnabled()
    assert not dialog.limits.may_change


def test_a_warning_is_kept_with_a_reason_and_opened_again(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    days = (date(2026, 11, 2), date(2026, 11, 3))
    edits = tuple(CellEdit(block.kalns, day, "24") for day in days)
    block.store.run(change_cells, ChangeCells(edits))
    tab.problems.step(1)

    def answer() -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, FormDialog)
        reason = opened.form.fields["reason"]
        reason.editor.setText("no")
        opened.save_button.click()
        assert reason.problem()
        reason.editor.setText("Asked for it himself")
        opened.save_button.click()

    QTimer.singleShot(50, answer)
    tab.problems.keep.click()
    assert tab.problems.model.open_count == 0
    tab.problems.view.setCurrentIndex(tab.problems.model.index(0))
    assert tab.problems.keep.text() == "Open again"
    tab.problems.keep.click()
    assert tab.problems.model.open_count == 1


def test_the_window_gets_a_tab_and_a_line_of_the_menu(qtbot: QtBot, tab: RosterTab) -> None:
    assert isinstance(tab_spec().make(tab.desk), RosterTab)
    (entry,) = menu_entries()
    assert tab.desk.may(entry.operation)

    def close() -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, QDialog)
        opened.reject()

    QTimer.singleShot(50, close)
    entry.open(tab.desk, tab)
    assert tab.title() == tab_spec().title() == "Roster"
    assert qtbot
