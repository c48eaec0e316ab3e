"""The deeds of the tab: which keys open what, for whom, and what is said where none can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.ui.tab import RosterTab
from openblock.ui.desk import Notice
from tests.factories.living import with_closed, with_published
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab
from tests.rig import meet, settle

Key = Qt.Key
MONTH = TODAY.replace(day=1)
EARLIER = date(2026, 10, 1)


def plan(block: Block, *cells: tuple[int, date, str | None], reason: str = "") -> None:
    edits = tuple(CellEdit(*each) for each in cells)
    block.store.run(change_cells, ChangeCells(edits, reason))


def titles(tab: RosterTab) -> list[str]:
    """The lines of the cell's menu that have a key, without it."""
    return [each.text().split("\t")[0] for each in tab.grid.menu_actions() if "\t" in each.text()]


def notices(tab: RosterTab) -> list[Notice]:
    found: list[Notice] = []
    tab.desk.noticed.connect(found.append)
    return found


def title_of(tab: RosterTab, act: Callable[[], object]) -> str:
    """The title of the dialog that ``act`` opens."""
    met: list[str] = []
    meet(act, lambda dialog: met.append(dialog.windowTitle()))
    return met[0]


def test_a_planner_does_everything_with_a_duty_and_finds_it_by_the_key_beside_it(
    block: Block, tab: RosterTab
) -> None:
    plan(block, (block.berzins, TODAY, "24"))
    assert titles(tab) == [
        "Absence…",
        "Substitute…",
        "Swap…",
        "Call-out…",
        "Working time explained",
    ]
    tab.grid.go_to(block.kalns, TODAY)
    assert titles(tab) == ["Absence…", "Call-out…", "Working time explained"]


def test_a_duty_that_an_absence_took_can_still_be_given_to_somebody(
    block: Block, tab: RosterTab
) -> None:
    plan(block, (block.berzins, TODAY, "24"))
    plan(block, (block.berzins, TODAY, "S"))
    assert titles(tab)[:2] == ["Change the absence…", "Substitute…"]


def test_an_officer_asks_for_the_own_duties_alone(
    qtbot: QtBot, block: Block, open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(block, (block.berzins, TODAY, "24"), (block.kalns, TODAY, "24"))
    theirs = open_tab("duty_officer")
    theirs.own_id = block.kalns
    assert titles(theirs) == ["Working time explained"]
    with qtbot.waitSignal(theirs.desk.refused) as refused:
        theirs.swap()
    assert refused.args is not None
    assert refused.args[0].code == "exchange-not-yours"
    theirs.grid.go_to(block.kalns, TODAY)
    assert titles(theirs) == ["Substitute…", "Swap…", "Working time explained"]


@pytest.mark.parametrize(
    ("role", "lines"),
    [("trainee", []), ("auditor", ["Working time explained"])],
)
def test_who_neither_plans_nor_serves_is_offered_no_deed(
    block: Block, open_tab: OpenTab, role: str, lines: list[str]
) -> None:
    plan(block, (block.berzins, TODAY, "24"))
    assert titles(open_tab(role)) == lines


def test_the_keys_open_the_deeds(qtbot: QtBot, block: Block, tab: RosterTab) -> None:
    plan(block, (block.berzins, TODAY, "24"))
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, held in (
        (Key.Key_B, ctrl),
        (Key.Key_U, ctrl),
        (Key.Key_G, ctrl),
        (Key.Key_I, ctrl | shift),
        (Key.Key_U, ctrl | shift),
        (Key.Key_X, ctrl | shift),
        (Key.Key_V, ctrl | shift),
        (Key.Key_F, ctrl | shift),
    ):
        met: list[QDialog] = []
        # Off-screen no window manager gives the keyboard back when a dialog has closed.
        tab.activateWindow()
        settle(20)
        meet(lambda key=key, held=held: qtbot.keyClick(tab.grid.cells, key, held), met.append)
        assert len(met) == 1, key
    assert tab.window().focusWidget() is tab.grid.cells


def test_a_posted_month_asks_why_once_and_keeps_the_answer_for_the_next_edit(
    qtbot: QtBot, block: Block, tab: RosterTab
) -> None:
    plan(block, (block.berzins, TODAY, "24"))
    with_published(block.store, MONTH)

    def answer(dialog: QDialog) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "swapped with Kalns")
        qtbot.keyClick(dialog, Key.Key_Return)

    meet(lambda: qtbot.keyClicks(tab.grid.cells, "d"), answer)
    assert tab.grid.model.picture.cells[block.berzins, TODAY].changed
    assert "■ 1 change" in tab.toolbar.state.changes.accessibleName()
    assert "swapped with Kalns" in tab.facts.lines.text()
    tab.grid.go_to(block.kalns, TODAY)
    meet(
        lambda: qtbot.keyClicks(tab.grid.cells, "n"),
        lambda dialog: qtbot.keyClick(dialog, Key.Key_Return),
    )
    assert tab.grid.model.picture.cells[block.kalns, TODAY].changed


def test_the_letter_of_an_absence_is_its_own_reason(
    qtbot: QtBot, block: Block, tab: RosterTab
) -> None:
    with_published(block.store, MONTH)
    meet(
        lambda: qtbot.keyClicks(tab.grid.cells, "s"),
        lambda dialog: qtbot.keyClick(dialog, Key.Key_Return),
    )
    assert tab.shown is not None
    assert tab.shown.changed[block.berzins, TODAY].reason == "Sickness"


def test_a_reason_nobody_gives_leaves_the_cell_as_it_was(
    qtbot: QtBot, block: Block, tab: RosterTab
) -> None:
    with_published(block.store, MONTH)
    meet(
        lambda: qtbot.keyClicks(tab.grid.cells, "d"),
        lambda dialog: qtbot.keyClick(dialog, Key.Key_Escape),
    )
    assert (block.berzins, TODAY) not in tab.grid.model.picture.cells


def test_a_closed_month_cannot_be_changed_says_so_and_offers_the_correction(
    qtbot: QtBot, block: Block, tab: RosterTab
) -> None:
    with_published(block.store, EARLIER)
    with_closed(block.store, EARLIER)
    tab.step(-1)
    said = notices(tab)
    qtbot.keyClicks(tab.grid.cells, "d")
    assert "October 2026 is closed" in said[-1].sentence
    (correct,) = said[-1].actions
    met: list[QDialog] = []
    meet(correct.do, met.append)
    assert len(met) == 1
    assert tab.toolbar.state.pill.text() == "▣ Closed"
    assert not tab.toolbar.publish.isVisible()
    assert not tab.toolbar.brushes.isEnabled()


def test_the_menu_names_what_the_month_is_ripe_for(
    block: Block, tab: RosterTab, open_tab: OpenTab
) -> None:
    def lines(shown: RosterTab) -> list[str]:
        shown.toolbar.menu.aboutToShow.emit()
        return [each.text().split("\t")[0] for each in shown.toolbar.menu.actions()]

    assert "Publish…" in lines(tab)
    assert "Close November 2026…" not in lines(tab)
    with_published(block.store, MONTH)
    assert "Close November 2026…" in lines(tab)
    versions = tab.toolbar.menu.actions()[-1].menu()
    assert isinstance(versions, QMenu)
    assert [each.text().partition(" · ")[0] for each in versions.actions()] == ["v1"]
    theirs = lines(open_tab("trainee"))
    assert theirs == ["Compare versions…", "Open a version"]
