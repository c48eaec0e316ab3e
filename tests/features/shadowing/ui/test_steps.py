"""How many steps planning and printing practice take, counted by keyboard in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from openblock.app.programme import Programme
from openblock.features.shadowing.queries import practice_grid
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.ui.preferences import WORKSTATION, Preferences
from openblock.ui.theme import apply
from openblock.ui.window.main import MainWindow
from tests.features.shadowing.practising import NOW, PracticeBlock
from tests.rig import SCREEN, close, meet, press, pressed, settle, wait_for

#: Agnese and Kristīne are on duty, and Elīna has nothing.
FREE = date(2026, 4, 1)
Strokes = list[Qt.Key | str]


@pytest.fixture
def window(qapp: QApplication, block: PracticeBlock) -> Iterator[MainWindow]:
    """The whole window on the block, standing in Elīna's cell of a day with nothing in it."""
    apply(qapp)
    programme = Programme(Path("none.openblock"), Preferences(None, WORKSTATION))
    made = MainWindow(programme.house())
    made.resize(SCREEN)
    made.sign_in(block.store)
    made.idle.stop()
    made.show()
    made.activateWindow()
    settle(30)
    place = {"trainee_id": block.elina, "day": str(FREE)}
    made.workplace.open_tab("shadowing", place)
    settle(30)
    pressed.clear()
    yield made
    close(made, programme)


def planned(window: MainWindow, block: PracticeBlock) -> ShadowingRow | None:
    grid = window.desk.store.read(practice_grid, FREE, FREE, NOW)
    own = (row for row in grid.shadowings if row.trainee_id == block.elina)
    return next(own, None)


def test_a_shift_is_planned_with_two_letters_from_its_cell(
    window: MainWindow, block: PracticeBlock
) -> None:
    press(window, *"al")
    row = planned(window, block)
    assert row is not None
    assert row.officer_id == block.agnese
    assert len(pressed) <= 3


def test_a_shift_is_planned_with_the_best_mentor_by_enter_twice(
    window: MainWindow, block: PracticeBlock
) -> None:
    press(window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert planned(window, block) is not None
    assert len(pressed) <= 3


def test_a_shift_is_planned_with_another_mentor_of_the_list_in_three_steps(
    window: MainWindow, block: PracticeBlock
) -> None:
    press(window, Qt.Key.Key_Return, "1", Qt.Key.Key_Return)
    assert planned(window, block) is not None
    assert len(pressed) <= 3


def test_this_weeks_sheet_is_printed_in_two_steps(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def go_on(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        wait_for(lambda: dialog.preview.pages >= 1)
        dialog.print_button.clicked.connect(lambda: sent.append("printed"))
        monkeypatch.setattr(dialog, "ask_where_to_save", lambda: None)
        dialog.save_button.clicked.connect(lambda: sent.append("saved"))
        press(dialog, Qt.Key.Key_Return)

    meet(lambda: press(window, Qt.Key.Key_P, ctrl=True), go_on, 30)
    assert sent
    assert len(pressed) == 2
    first = window.workplace.pages.page.sheets()[0]
    assert "2026-W14" in first.file_name or "2026-W14" in first.number, "the week of the cell"


def test_the_number_to_plan_anew_stands_on_the_tab_whatever_tab_is_open(
    window: MainWindow, block: PracticeBlock
) -> None:
    window.workplace.open_tab("roster")
    bar = window.workplace.tab_line.bar
    place = [spec.key for spec in window.workplace.specs].index("shadowing")
    assert ":" not in bar.tabToolTip(place)
    block.duty(block.ilze, 31, None)
    wait_for(lambda: ":" in bar.tabToolTip(place))
    assert bar.tabToolTip(place).endswith(": 1 shift to plan anew")
    assert bar.accessibleTabName(place) == "Practice, 1 shift to plan anew"
