"""What a change of the roster upsets is said at once, with the way to plan it anew (TR-05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    SaveTemplate,
    change_cells,
    lay_cycle,
    save_template,
)
from openblock.features.roster.queries import TeamCycle, join, joined, templates
from openblock.features.roster.rules import TemplateShape
from openblock.features.roster.ui.cycle_dialog import CycleDialog
from openblock.features.roster.ui.tab import RosterTab
from openblock.ui.desk import Notice
from openblock.ui.messages import words
from tests.features.roster.practising import Practice, Shadow
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab

TOMORROW = TODAY + timedelta(days=1)
NEXT_MONTH = date(2026, 12, 22)
CTRL = Qt.KeyboardModifier.ControlModifier
EVERY_DAY = ("D",)


@pytest.fixture
def practice(block: Block, monkeypatch: pytest.MonkeyPatch) -> Practice:
    """Elīna beside Bērziņš today, 09:00 to 21:00 of a whole day's duty."""
    monkeypatch.setattr(joined, "_joined", {})
    plan(block, block.berzins, TODAY, "24")
    made = Practice(Shadow(block.berzins, TODAY))
    join(made.join)
    return made


class Bar:
    """What stands in the message bar of a tab's window."""

    def __init__(self, tab: RosterTab) -> None:
        self.notices: list[Notice] = []
        self.refused: list[str] = []
        tab.desk.noticed.connect(self.notices.append)
        tab.desk.withdrawn.connect(self._withdraw)
        tab.desk.refused.connect(lambda refusal: self.refused.append(words(refusal)))

    def _withdraw(self, key: str) -> None:
        self.notices[:] = [each for each in self.notices if each.key != key]

    @property
    def said(self) -> str:
        return self.notices[-1].sentence if self.notices else ""


@pytest.fixture
def shown(practice: Practice, tab: RosterTab) -> RosterTab:
    return tab


@pytest.fixture
def bar(shown: RosterTab) -> Iterator[Bar]:
    return Bar(shown)


def plan(block: Block, officer_id: int, day: date, code: str | None) -> None:
    block.store.run(change_cells, ChangeCells((CellEdit(officer_id, day, code),)))


def test_tr_05_a_deleted_duty_names_officer_day_trainee_hours_and_what_it_was(
    qtbot: QtBot, shown: RosterTab, bar: Bar
) -> None:
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_Delete)
    (notice,) = bar.notices
    assert (notice.kind, notice.word) == ("warning", "Roster changed")
    assert notice.sentence == (
        "Bērziņš J., 22 Nov: 24, now no duty. Zariņa Elīna was to have practice 22 Nov "
        "09:00–21:00 with Bērziņš Jānis; that needs planning anew. "
        "12\N{NO-BREAK SPACE}h do not count until then."
    )


def test_tr_05_the_way_leads_to_the_trainee_and_the_day(
    qtbot: QtBot, shown: RosterTab, bar: Bar
) -> None:
    qtbot.keyClicks(shown.grid.cells, "n")
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24, now N.")
    (act,) = bar.notices[-1].actions
    with qtbot.waitSignal(shown.desk.tab_wanted) as wanted:
        act.do()
    assert wanted.args == ["shadowing", {"trainee_id": 3, "day": "2026-11-22"}]


def test_a_duty_that_still_holds_the_practice_is_no_news(
    qtbot: QtBot, shown: RosterTab, bar: Bar
) -> None:
    qtbot.keyClicks(shown.grid.cells, "d")
    assert bar.notices == []
    qtbot.keyClicks(shown.grid.cells, "8")
    assert bar.said.startswith("Bērziņš J., 22 Nov: D, now 8.")


def test_the_same_code_with_other_times_is_told_with_its_times(
    shown: RosterTab, bar: Bar, block: Block
) -> None:
    (whole,) = [each for each in block.store.read(templates) if each.code == "24"]
    late = TemplateShape("24", "diennakts", 600, 1440)
    block.store.run(save_template, SaveTemplate(late, "", whole.template_id, whole.version))
    plan(block, block.berzins, TODAY, "24")
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24 09:00–09:00, now 24 10:00–10:00.")


def test_undo_makes_it_right_and_takes_the_message_away_and_redo_says_it_again(
    qtbot: QtBot, shown: RosterTab, bar: Bar
) -> None:
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_Delete)
    shown.desk.undo()
    assert bar.notices == []
    shown.desk.redo()
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24, now no duty.")


def test_tr_05_an_undo_that_takes_the_duty_away_says_so(
    qtbot: QtBot, shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    shown.grid.go_to(block.kalns, TODAY)
    qtbot.keyClicks(shown.grid.cells, "d")
    practice.shadows.append(Shadow(block.kalns, TODAY, trainee="Liepa Ansis", trainee_id=4))
    shown.refresh()
    shown.desk.undo()
    assert bar.said.startswith("Kalns J., 22 Nov: D, now no duty. Liepa Ansis was to")


def test_two_trainees_of_one_duty_are_told_together_and_their_hours_are_summed(
    qtbot: QtBot, shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    late = Shadow(block.berzins, TODAY, 1260, 1440, trainee="Liepa Ansis", trainee_id=4)
    practice.shadows.append(late)
    shown.refresh()
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_Delete)
    (notice,) = bar.notices
    assert notice.sentence.count("now no duty") == 1
    assert "Zariņa Elīna" in notice.sentence
    assert "Liepa Ansis" in notice.sentence
    assert notice.sentence.endswith("15\N{NO-BREAK SPACE}h do not count until then.")


def test_a_paste_over_many_duties_tells_three_and_counts_the_others(
    qtbot: QtBot, shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    days = [TODAY + timedelta(days=2 * n) for n in range(4)]
    for day in days[1:]:
        plan(block, block.berzins, day, "D")
        practice.shadows.append(Shadow(block.berzins, day))
    shown.refresh()
    QGuiApplication.clipboard().setText("N\t\tN\t\tN\t\tN\n")
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_V, CTRL)
    (notice,) = bar.notices
    assert notice.sentence.count("now N.") == 3
    assert "And 1 more." in notice.sentence
    assert notice.sentence.endswith("48\N{NO-BREAK SPACE}h do not count until then.")


def test_what_is_told_once_is_not_told_again_by_the_next_change(
    qtbot: QtBot, shown: RosterTab, bar: Bar, block: Block
) -> None:
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_Delete)
    bar.notices.clear()
    plan(block, block.kalns, TODAY, "D")
    qtbot.keyClicks(shown.grid.cells, "n")
    assert bar.notices == []


def test_what_was_upset_before_or_by_something_else_is_not_the_rosters_news(
    shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    practice.shadows.append(Shadow(block.ozols, TODAY, trainee="Liepa Ansis", trainee_id=4))
    shown.refresh()
    shown.show_by_week(True)
    shown.show_by_week(False)
    assert bar.notices == []
    assert any(each.tab for each in shown.problems.model.problems)


def test_another_planners_change_is_told_to_whoever_looks_at_it(
    shown: RosterTab, bar: Bar, block: Block
) -> None:
    plan(block, block.berzins, TODAY, None)
    assert bar.said.startswith("Bērziņš J., 22 Nov: 24, now no duty.")


def test_tr_05_a_cycle_over_days_not_on_show_says_what_it_upsets_and_so_does_its_undo(
    shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    cycle = TeamCycle(1, EVERY_DAY, NEXT_MONTH)
    first = LayCycle(NEXT_MONTH, NEXT_MONTH, (cycle,))

    def lay(request: LayCycle) -> None:
        shown.upsets.over(
            request.first, request.last, lambda: shown.desk.run(lay_cycle, request, "laid")
        )

    lay(first)
    practice.shadows.append(Shadow(block.kalns, NEXT_MONTH, trainee="Liepa Ansis", trainee_id=4))
    lay(LayCycle(NEXT_MONTH, NEXT_MONTH, (TeamCycle(1, ("N",), NEXT_MONTH),)))
    assert bar.said.startswith("Kalns J., 22 Dec: D, now N. Liepa Ansis was to")
    shown.desk.undo()
    assert bar.notices == []
    shown.desk.undo()
    assert bar.said.startswith("Kalns J., 22 Dec: D, now no duty. Liepa Ansis was to")


def test_tr_05_an_undo_of_what_was_planned_in_another_month_is_said_too(
    qtbot: QtBot, shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    shown.grid.go_to(block.kalns, TODAY)
    qtbot.keyClicks(shown.grid.cells, "d")
    practice.shadows.append(Shadow(block.kalns, TODAY, trainee="Liepa Ansis", trainee_id=4))
    shown.refresh()
    shown.step(1)  # the next month, as Alt+PageDown shows it
    shown.desk.undo()
    assert bar.said.startswith("Kalns J., 22 Nov: D, now no duty. Liepa Ansis was to")


def test_tr_12_confirmed_practice_refuses_the_change_in_the_bar_and_the_grid_shows_the_duty(
    qtbot: QtBot, shown: RosterTab, bar: Bar, practice: Practice, block: Block
) -> None:
    practice.shadows[0] = Shadow(block.berzins, TODAY, confirmed=True)
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_Delete)
    assert bar.notices == []
    (refused,) = bar.refused
    assert "Zariņa Elīna" in refused
    assert shown.grid.model.picture.cells[block.berzins, TODAY].code == "24"


def test_ro_12_the_cell_without_its_duty_is_marked_and_the_problem_is_in_the_list(
    qtbot: QtBot, shown: RosterTab, block: Block
) -> None:
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_Delete)
    cell = shown.grid.model.picture.cells[block.berzins, TODAY]
    assert (cell.code, cell.problem) == ("", "warning")
    assert "Zariņa Elīna" in cell.spoken
    assert shown.problems.count.text() == "1"
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_F8)
    assert shown.grid.current() == (block.berzins, TODAY)
    assert not shown.problems.keep.isEnabled()


def test_the_facts_of_a_cell_name_who_stands_beside_the_officer(
    shown: RosterTab, practice: Practice, block: Block
) -> None:
    assert "On this duty: <b>Zariņa Elīna 09:00–21:00</b>" in shown.facts.lines.text()
    practice.shadows[0] = Shadow(block.berzins, TODAY, trainee="O'Brien <b>&")
    shown.refresh()
    assert "O&#x27;Brien &lt;b&gt;&amp; 09:00" in shown.facts.lines.text()
    shown.grid.go_to(block.kalns, TODAY)
    assert "On this duty" not in shown.facts.lines.text()


def test_tr_15_a_trainee_looking_at_the_roster_is_told_nothing_of_others(
    qtbot: QtBot, shown: RosterTab, open_tab: OpenTab, block: Block
) -> None:
    theirs = open_tab("trainee")
    told = Bar(theirs)
    assert "On this duty" not in theirs.facts.lines.text()
    plan(block, block.berzins, TODAY, None)
    theirs.refresh()
    assert told.notices == []
    assert not any(each.tab for each in theirs.problems.model.problems)


def test_ro_12_the_cycle_dialog_lists_first_who_stands_beside_duties_that_change(
    qtbot: QtBot, shown: RosterTab, practice: Practice, block: Block
) -> None:
    cycle = TeamCycle(1, EVERY_DAY, TOMORROW)
    block.store.run(lay_cycle, LayCycle(TOMORROW, TOMORROW, (cycle,)))
    practice.shadows.append(Shadow(block.kalns, TOMORROW, trainee="Liepa Ansis", trainee_id=4))
    dialog = CycleDialog(shown.desk, [1], TODAY, TODAY + timedelta(days=9))
    qtbot.addWidget(dialog)
    dialog.cycles.lines[1][1].setEditText("- N")
    dialog.preview()
    texts = [
        [dialog.model.index(row, column).data() for column in range(dialog.model.columnCount())]
        for row in range(dialog.model.rowCount())
    ]
    assert texts[0][0] == "Kalns Jānis"
    assert texts[0][4].endswith("; on this duty: Liepa Ansis 09:00–21:00")
    assert sum("on this duty" in row[4] for row in texts) == 1
    assert dialog.summary.text().endswith("1 hangs on a duty that changes")
