"""A trainee's card: whose it is, what is missing, every shift, and what can be done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget

from openblock import clock
from openblock.features.accounts.queries import log_rows
from openblock.features.shadowing.commands import (
    AddAddendum,
    SaveTrainee,
    add_addendum,
    save_trainee,
)
from openblock.features.shadowing.queries import trainee_card
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.card import LEARNING, SHIFTS, TIMES, TraineePage
from openblock.features.shadowing.ui.card_deeds import (
    AWAY,
    BACK,
    CALENDAR,
    CONFIRM,
    EDIT,
    LINK,
    PLAN,
    PRINT,
    REMOVE,
)
from openblock.features.shadowing.ui.openings import Openings
from openblock.features.shadowing.ui.trainee_dialog import TraineeDialog
from openblock.storage.log import LogFilter
from tests.features.shadowing.practising import AGNESE, TODAY, on
from tests.rig import settle


@pytest.fixture
def show(qtbot, desk):
    """Shows the card on a desk, the administrator's unless another is given."""

    def make(trainee_id: int, at=desk) -> TraineePage:
        over = QWidget()
        qtbot.addWidget(over)
        page = TraineePage(at, Openings(at, over))
        qtbot.addWidget(page)
        at.changed.connect(lambda _tables: page.refresh())
        page.resize(1366, 664)
        assert page.show_trainee(trainee_id)
        with qtbot.waitExposed(page):
            page.show()
        settle()
        return page

    return make


def card_of(block, trainee_id):
    card = block.store.read(trainee_card, trainee_id, clock.now())
    assert card is not None
    return card


def tags(page: TraineePage) -> list[str]:
    return [label.tag.words for label in page.heading.tags]


def column(page: TraineePage, place: int) -> list[str]:
    model = page.lists.shifts.model
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_a_card_says_whose_it_is_and_what_has_to_be_minded(block, show):
    page = show(block.elina)
    assert page.heading.name.text() == "Zariņa Elīna"
    assert page.heading.line.text() == (
        "2. kurss · group A · 02/03/2026–30/04/2026 · no phone entered"
    )
    assert tags(page) == ["cleared for practice"]
    assert page.figures.hours.title.text() == "Practice hours: 11.5 of 120"
    marta = show(block.marta)
    assert tags(marta) == ["not cleared"]
    assert "Briefing" in marta.heading.warnings.text()


def test_opening_a_card_stands_in_the_log(block, show):
    show(block.elina)
    looks = block.store.read(log_rows, LogFilter(subject=("trainee", str(block.elina))))
    assert "consult" in {row.operation for row in looks}


def test_every_shift_stands_there_with_its_state_in_a_sign_and_in_words(block, show):
    page = show(block.elina)
    assert column(page, 0) == ["Tu 31/03/2026", "Th 26/03/2026", "We 04/03/2026"]
    assert column(page, 3) == ["P planned", "P planned", "✓ confirmed"]
    assert column(page, 4) == ["–", "–", "09:00–20:30"]
    assert column(page, 5) == ["12", "12", "11.5"]
    assert column(page, 6)[2] == "Anna Bērziņa, 04/03/2026"


def test_the_shift_that_comes_next_is_chosen_and_told_in_full(block, show):
    page = show(block.elina)
    assert page.lists.shifts.table.chosen().shadowing_id == block.next
    assert "Lācis Normunds" in page.in_full.facts.text()
    block.store.run(add_addendum, AddAddendum(block.seen, "Bija arī <b>uzskaitē</b>."))
    page.refresh()
    page.lists.shifts.table.choose(block.seen)
    text = page.in_full.facts.text()
    for part in ("09:00–20:30 = 11.5 h", "Uzmanīga.", "Bija arī <b>uzskaitē</b>.", "Watchfulness"):
        assert part in text


def test_a_shift_whose_duty_moved_is_chosen_first_and_says_why(block, show):
    block.duty(block.ilze, 31, "D")
    block.duty(block.ilze, 31, None)
    page = show(block.elina)
    chosen = page.lists.shifts.table.chosen()
    assert (chosen.shadowing_id, chosen.standing) == (block.later, Standing.REPLAN)
    assert column(page, 3)[0] == "↻ needs re-planning"
    what, planned = page.in_full.facts.text().split("How it was planned")
    assert "not on duty on 31 Mar any more" in what
    assert "Why" not in planned


def test_the_pages_are_counted_and_marks_are_shapes_that_fill(block, show):
    page = show(block.elina)
    titles = [page.sections.tabText(place) for place in (SHIFTS, LEARNING, TIMES)]
    assert titles == ["Practice shifts 3", "Evaluation 1", "Classes and absences 2"]
    model = page.lists.learning.model
    first = [model.index(0, place).data() for place in range(model.columnCount())]
    assert first == ["Watchfulness", "○", "watched", "1"]
    told = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert told == "04/03/2026: watched (Liepa Agnese)"
    assert "○ watched" in page.steps.text()


def test_situations_say_when_they_were_first_seen(block, show):
    lines = show(block.elina).figures.situations.lines
    assert [(line.mark, line.detail) for line in lines[:2]] == [
        *(("✓", "04/03/2026"), ("–", "not seen yet")),
    ]


def test_the_models_keep_their_promises(block, show):
    page = show(block.elina)
    lists = page.lists
    testers = [
        QAbstractItemModelTester(each.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for each in (lists.shifts, lists.learning, lists.away, lists.classes)
    ]
    page.show_trainee(block.arturs)
    page.show_trainee(block.marta)
    assert [tester.model().rowCount() for tester in testers] == [0, 5, 0, 0]


def test_another_trainee_leaves_nothing_of_the_one_before(block, show):
    page = show(block.elina)
    page.sections.setCurrentIndex(TIMES)
    assert page.show_trainee(block.marta)
    assert page.sections.currentIndex() == SHIFTS
    words = [label.text() for label in page.in_full.findChildren(QLabel)]
    assert words[0] == "No shifts yet"
    assert page.in_full.facts.text() == ""
    assert not page.show_trainee(9999)
    assert page.shown_id is None


def test_a_trainee_who_is_gone_leads_back_to_the_grid(qtbot, block, show):
    page = show(block.marta)
    with qtbot.waitSignal(page.left):
        page.bar.wanted.emit(REMOVE)
    assert page.shown_id is None


@pytest.mark.parametrize("name", [BACK, "esc"])
def test_back_and_escape_ask_for_the_grid_again(qtbot, block, show, name):
    page = show(block.elina)
    with qtbot.waitSignal(page.left):
        if name == BACK:
            page.bar.buttons[BACK].click()
        else:
            qtbot.keyClick(page.lists.shifts.table, Qt.Key.Key_Escape)


# What can be done


def offered(page: TraineePage) -> set[str]:
    return {deed.name for deed in page.bar.deeds}


def test_a_role_is_offered_what_it_may_do(block, show, sign_in):
    assert offered(show(block.sintija)) >= {PLAN, CONFIRM, AWAY, EDIT, LINK}
    assert offered(show(block.marta)) >= {REMOVE}
    coordinator = show(block.sintija, sign_in(1, "practice_coordinator"))
    assert offered(coordinator) & {PLAN, CONFIRM, LINK} == {PLAN, CONFIRM}
    auditor = show(block.sintija, sign_in(1, "auditor"))
    assert offered(auditor) == {BACK, PRINT, CALENDAR}
    assert auditor.figures.clearance.items == {}


def test_a_mentor_is_offered_to_confirm_only_the_own_shifts(block, show, sign_in):
    mentor = sign_in(AGNESE, "duty_officer")
    assert CONFIRM not in offered(show(block.sintija, mentor))
    with clock.standing_at(on(29, 9)):
        assert CONFIRM in offered(show(block.gatis, mentor))


def test_ticking_clearance_is_one_command_with_one_undo(block, show, desk):
    page = show(block.marta)
    page.figures.clearance.items[1].box.click()
    assert dict(card_of(block, block.marta).line.trainee.content.clearances) == {1: TODAY}
    assert page.figures.clearance.items[1].day.value() == TODAY
    assert desk.undo_label == "Clearance: Ziediņa Marta"
    desk.undo()
    assert not page.figures.clearance.items[1].box.isChecked()


def test_a_tick_that_is_refused_is_not_shown_as_done(block, show, desk):
    page = show(block.marta)
    refused: list[object] = []
    desk.refused.connect(refused.append)
    page.figures.clearance.ticked.emit(1, date(2031, 1, 1))
    assert len(refused) == 1
    assert not page.figures.clearance.items[1].box.isChecked()


def test_planning_offers_mentors_beside_the_card_on_the_next_free_day(qtbot, block, show):
    page = show(block.elina)
    page.acts.do(PLAN)
    assert page.acts.popover.isVisible()
    assert not page.figures.isVisible()
    # On the 26th there is practice already.
    assert page.acts.popover.day.value() == date(2026, 3, 27)
    page.acts.popover.leave()
    assert page.figures.isVisible()


def test_escape_closes_what_plans_beside_the_card_and_not_the_card(qtbot, block, show):
    page = show(block.elina)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    qtbot.keyClick(page.lists.shifts.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.acts.popover.isVisible()
    qtbot.keyClick(page.acts.popover.list, Qt.Key.Key_Escape)
    assert not page.acts.popover.isVisible()
    assert left == []
    assert page.lists.shifts.table.hasFocus()


def test_f2_changes_the_trainee_for_whom_it_is_allowed(qtbot, block, show, sign_in):
    page = show(block.elina)
    qtbot.keyClick(page.lists.shifts.table, Qt.Key.Key_F2)
    (form,) = page.acts.openings.parent().findChildren(TraineeDialog)
    assert form.form.fields["surname"].value() == "Zariņa"
    form.reject()
    auditor = show(block.elina, sign_in(1, "auditor"))
    qtbot.keyClick(auditor.lists.shifts.table, Qt.Key.Key_F2)
    assert auditor.acts.openings.parent().findChildren(TraineeDialog) == []


def test_enter_on_a_planned_shift_plans_it_otherwise(block, show):
    page = show(block.elina)
    page.lists.shifts.table.choose(block.later)
    page.lists.shifts.table.activated.emit(page.lists.shifts.table.currentIndex())
    assert page.acts.popover.isVisible()
    assert page.acts.popover.day.value() == date(2026, 3, 31)


def test_a_planned_shift_is_cancelled_and_brought_back(block, show, desk):
    page = show(block.elina)
    page.lists.shifts.table.choose(block.later)
    cancel = [each.words for each in page.lists.shifts.deeds].index("Cancel")
    page.lists.shifts.do(cancel)
    assert column(page, 0) == ["Th 26/03/2026", "We 04/03/2026"]
    desk.undo()
    assert len(column(page, 0)) == 3


def test_a_long_name_does_not_push_the_card_out_of_sight(block, show):
    card = card_of(block, block.elina)
    row = card.line.trainee
    content = replace(row.content, surname="Ž" * 90, given_name="O'Brien <b>&", phone="29 000 001")
    block.store.run(save_trainee, SaveTrainee(row.trainee_id, row.version, content))
    page = show(block.elina)
    assert page.area.widget().width() <= page.area.viewport().width()
    assert page.heading.name.textFormat() is Qt.TextFormat.PlainText
    assert page.heading.name.accessibleName().endswith("O'Brien <b>&")
    assert page.heading.line.text().endswith("phone 29 000 001")


def test_where_there_is_little_room_the_figures_stand_beneath(block, show):
    page = show(block.elina)
    assert page.split.orientation() is Qt.Orientation.Horizontal
    page.resize(700, 600)
    assert page.split.orientation() is Qt.Orientation.Vertical
