"""What an absence takes from the roster is said at once, with the way to a substitute (RO-12)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    SaveMinimum,
    change_cells,
    save_minimum,
)
from openblock.features.roster.queries import join, joined
from openblock.features.roster.rules import Minimum
from openblock.features.roster.ui.tab import RosterTab
from openblock.ui.desk import Notice
from tests.factories.living import with_published
from tests.features.roster.practising import Practice, Shadow
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab
from tests.rig import meet

TOMORROW = TODAY + timedelta(days=1)


def plan(block: Block, *cells: tuple[int, date, str | None]) -> None:
    block.store.run(change_cells, ChangeCells(tuple(CellEdit(*each) for each in cells)))


@pytest.fixture
def on_duty(block: Block, monkeypatch: pytest.MonkeyPatch) -> Block:
    """Bērziņš has a whole day's duty today, a trainee beside him, and nobody else is there."""
    monkeypatch.setattr(joined, "_joined", {})
    join(Practice(Shadow(block.berzins, TODAY)).join)
    block.store.run(save_minimum, SaveMinimum(Minimum("Day", 540, 1260, 1)))
    plan(block, (block.berzins, TODAY, "24"))
    return block


class Bar:
    """What stands in the message bar of a tab's window."""

    def __init__(self, tab: RosterTab) -> None:
        self.notices: list[Notice] = []
        tab.desk.noticed.connect(self._notify)
        tab.desk.withdrawn.connect(self._withdraw)

    def _notify(self, notice: Notice) -> None:
        self._withdraw(notice.key)
        self.notices.append(notice)

    def _withdraw(self, key: str) -> None:
        self.notices[:] = [each for each in self.notices if each.key != key]

    @property
    def said(self) -> str:
        return self.notices[-1].sentence if self.notices else ""


@pytest.fixture
def shown(on_duty: Block, tab: RosterTab) -> RosterTab:
    return tab


@pytest.fixture
def bar(shown: RosterTab) -> Bar:
    return Bar(shown)


def test_ro_12_a_sudden_illness_tells_the_duty_the_gap_and_the_trainee_at_once(
    qtbot: QtBot, shown: RosterTab, bar: Bar
) -> None:
    qtbot.keyClicks(shown.grid.cells, "s")
    assert bar.said.startswith(
        "Bērziņš J., 22 Nov: 24, now S. Day, 22 Nov: 09:00–21:00: 0 on duty, 1 needed. "
        "Zariņa Elīna was to have practice 22 Nov 09:00–21:00"
    )
    # Nothing is noted of a draft, so nobody knows any more what could be taken over there.
    assert [act.words for act in bar.notices[-1].actions] == ["Plan anew"]


def test_an_undo_takes_the_message_away(qtbot: QtBot, shown: RosterTab, bar: Bar) -> None:
    qtbot.keyClicks(shown.grid.cells, "s")
    assert bar.notices
    shown.desk.undo()
    assert bar.notices == []


def test_somebody_else_on_duty_settles_the_gap_and_the_message(
    qtbot: QtBot, on_duty: Block, monkeypatch: pytest.MonkeyPatch, open_tab: OpenTab
) -> None:
    monkeypatch.setattr(joined, "_joined", {})
    tab = open_tab(store=on_duty.store)
    bar = Bar(tab)
    qtbot.keyClicks(tab.grid.cells, "s")
    assert "0 on duty" in bar.said
    plan(on_duty, (on_duty.kalns, TODAY, "24"))
    assert bar.notices == []


def test_an_absence_that_takes_no_duty_is_no_news(qtbot: QtBot, shown: RosterTab, bar: Bar) -> None:
    shown.grid.cells.setFocus()
    shown.grid.go_to(shown.shown.officers[1].officer_id, TODAY)
    qtbot.keyClicks(shown.grid.cells, "s")
    assert bar.notices == []


def test_a_duty_of_the_night_before_is_told_to_end_at_midnight(
    qtbot: QtBot, shown: RosterTab, bar: Bar, on_duty: Block
) -> None:
    shown.grid.go_to(on_duty.berzins, TOMORROW)
    qtbot.keyClicks(shown.grid.cells, "s")
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24 ends at 00:00, then S.")


def test_a_leave_over_many_duties_is_one_sentence(
    qtbot: QtBot, shown: RosterTab, bar: Bar, on_duty: Block
) -> None:
    days = [TODAY + timedelta(days=n) for n in range(0, 8, 4)]
    plan(on_duty, *((on_duty.kalns, day, "24") for day in days))
    plan(on_duty, *((on_duty.kalns, TODAY + timedelta(days=n), "A") for n in range(8)))
    assert bar.said.startswith("Kalns J., 22 Nov – 26 Nov: 2 duties, now A.")


def test_a_loss_that_nobody_is_missing_for_is_news_until_something_else_changes(
    qtbot: QtBot, shown: RosterTab, bar: Bar, on_duty: Block
) -> None:
    plan(on_duty, (on_duty.kalns, TOMORROW, "8"), (on_duty.ozols, TOMORROW, "24"))
    shown.grid.go_to(on_duty.kalns, TOMORROW)
    qtbot.keyClicks(shown.grid.cells, "a")
    assert bar.said == "Kalns J., 23 Nov: 8, now A."
    shown.refresh()
    assert bar.notices
    plan(on_duty, (on_duty.ozols, TODAY + timedelta(days=5), "D"))
    assert bar.notices == []


def test_the_message_leads_to_the_substitute_and_keeps_only_what_is_left_to_mend(
    qtbot: QtBot, shown: RosterTab, bar: Bar, on_duty: Block
) -> None:
    with_published(on_duty.store, TODAY.replace(day=1))

    def give_the_reason(dialog: QDialog) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    meet(lambda: qtbot.keyClicks(shown.grid.cells, "s"), give_the_reason)
    acts = [act.words for act in bar.notices[-1].actions]
    assert acts == ["Substitute… (Ctrl+U)", "Plan anew"]
    shown.step(2)
    meet(bar.notices[-1].actions[0].do, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert shown.cell == (on_duty.berzins, TODAY)
    assert shown.shown is not None
    assert (on_duty.kalns, TODAY) in shown.shown.duties
    # The trainee's hours are still to be planned anew.
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24, now S. Zariņa Elīna")
    assert [act.words for act in bar.notices[-1].actions] == ["Plan anew"]


def test_who_may_not_put_a_substitute_in_is_not_offered_to(
    on_duty: Block, open_tab: OpenTab
) -> None:
    theirs = open_tab("duty_officer")
    bar = Bar(theirs)
    plan(on_duty, (on_duty.berzins, TODAY, "S"))
    # Another window's change is read by F5 here, and it says no more than the wall does.
    theirs.refresh()
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24, now X.")
    assert all("Substitute" not in act.words for act in bar.notices[-1].actions)
