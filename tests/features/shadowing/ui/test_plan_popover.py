"""A shadowing shift is planned beside the grid: best mentor first, hours live, Enter plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.shadowing.commands import CancelShadowing, cancel_shadowing
from openblock.features.shadowing.queries import confirming, trainee_card
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.ui.plan_popover import PlanPopover
from openblock.ui.desk import Desk
from tests.factories import with_shadowing
from tests.features.shadowing.practising import PracticeBlock, on
from tests.rig import settle

APRIL = date(2026, 4, 1)
Open = Callable[..., PlanPopover]


@pytest.fixture
def popover(qtbot, desk: Desk) -> Iterator[PlanPopover]:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(372, 560)
    made = PlanPopover(desk, over)
    made.setGeometry(8, 8, 356, 540)
    with qtbot.waitExposed(over):
        over.show()
    yield made
    over.hide()


def row_of(block: PracticeBlock, number: int) -> ShadowingRow:
    found = block.store.read(confirming, number, clock.now())
    assert found is not None
    return found.row


def planned_on(block: PracticeBlock, trainee: int, day: date) -> list[ShadowingRow]:
    card = block.store.read(trainee_card, trainee, clock.now())
    return [row for row in card.shadowings if row.day == day]


def test_enter_plans_the_usual_hours_with_the_best_mentor(qtbot, block, popover):
    popover.open_for(block.elina, APRIL)
    assert popover.title.text() == "Plan practice: Zariņa Elīna, 1 Apr"
    assert popover.footer.verdict.text() == "rules kept"
    best = popover.list.offer()
    with qtbot.waitSignal(popover.closed), qtbot.waitSignal(popover.planned) as told:
        qtbot.keyClick(popover.list, Qt.Key.Key_Return)
    (request,) = told.args
    (row,) = planned_on(block, block.elina, APRIL)
    assert (row.officer_id, row.span) == (best.officer_id, best.span)
    assert request.officer_id == best.officer_id
    assert popover.isHidden()


def test_what_was_planned_is_said_and_taken_back_with_undo(qtbot, block, desk, popover):
    popover.open_for(block.elina, APRIL)
    mentor = popover.list.line().title
    popover.plan()
    assert desk.undo_label == f"Zariņa Elīna, 1 Apr {_hours(popover)}: planned with {mentor}"
    desk.undo()
    assert planned_on(block, block.elina, APRIL) == []


def _hours(popover: PlanPopover) -> str:
    return f"{popover.hours.start.text()}–{popover.hours.end.text()}"


def test_a_digit_picks_another_mentor_whose_own_hours_are_shown(qtbot, block, popover):
    popover.open_for(block.elina, date(2026, 4, 5))
    first = popover.list.offer()
    qtbot.keyClick(popover.list, Qt.Key.Key_2)
    second = popover.list.offer()
    assert second.officer_id != first.officer_id
    assert popover.hours.value() == second.span
    assert popover.footer.plan_button.text().startswith("Plan ")


def test_hours_that_are_typed_are_asked_of_every_mentor(qtbot, block, popover):
    popover.open_for(block.elina, APRIL)
    assert popover.usual_button.isHidden()
    popover.hours.start.setText("10")
    popover.hours.end.setText("14")
    qtbot.waitUntil(lambda: popover.list.offer().span == popover.hours.value())
    assert popover.hours.length.text() == "= 4 h"
    assert popover.footer.plan_button.text() == "Plan 4 h"
    popover.usual_button.click()
    assert popover.hours.value() == popover.list.offer().span
    assert popover.hours.value().minutes > 240


def test_hours_too_short_are_refused_in_words_and_enter_does_nothing(qtbot, block, popover):
    popover.open_for(block.elina, APRIL)
    popover.hours.start.setText("10:00")
    popover.hours.end.setText("11:59")
    popover.ask()
    assert popover.request() is None
    assert not popover.footer.plan_button.isEnabled()
    assert popover.footer.verdict.text() == "not possible"
    assert "2 h" in popover.list.line().reasons
    qtbot.keyClick(popover.hours.end, Qt.Key.Key_Return)
    assert planned_on(block, block.elina, APRIL) == []
    popover.hours.end.setText("12:00")
    qtbot.keyClick(popover.hours.end, Qt.Key.Key_Return)
    assert [row.minutes for row in planned_on(block, block.elina, APRIL)] == [120]


def test_enter_after_the_last_digit_plans_what_is_typed_not_what_was_shown(qtbot, block, popover):
    popover.open_for(block.elina, APRIL)
    popover.hours.start.setText("9")
    popover.hours.end.setText("15")
    qtbot.keyClick(popover.hours.end, Qt.Key.Key_Return)
    (row,) = planned_on(block, block.elina, APRIL)
    assert row.minutes == 360


def test_from_the_fields_the_arrows_walk_the_list(qtbot, block, popover):
    popover.open_for(block.elina, APRIL)
    qtbot.keyClick(popover.day, Qt.Key.Key_Down)
    assert popover.list.currentIndex().row() != 0


def test_another_day_asks_who_is_on_duty_then(qtbot, block, popover):
    popover.open_for(block.elina, APRIL)
    before = popover.list.offer().duty
    popover.day.setText("3.4.2026")
    qtbot.waitUntil(lambda: popover.list.offer().duty != before)
    assert popover.title.text().endswith("3 Apr")
    popover.day.setText("31.2.")
    popover.ask()
    assert "date" in popover.note.text()
    assert popover.request() is None


def test_who_is_not_cleared_is_told_so_once_above_the_list(block, popover):
    popover.open_for(block.marta, APRIL)
    assert "Briefing" in popover.note.text()
    assert not popover.footer.plan_button.isEnabled()
    assert all("Briefing" not in line.reasons for line in popover.list.offers.lines)


def test_a_day_after_all_duties_says_that_nobody_is_on_duty(block, popover):
    popover.open_for(block.elina, date(2026, 7, 1))
    assert popover.note.text() == "No mentor is on duty then. Choose another day or other hours."
    assert popover.list.offer() is None
    assert popover.footer.verdict.text() == "nobody is chosen"


def test_a_warning_asks_for_its_reason_in_place_and_is_then_sent(qtbot, block, popover):
    popover.open_for(block.elina, date(2026, 4, 5))
    place = popover.list.offers.row_of(block.kristine)
    popover.list.setCurrentIndex(popover.list.offers.index(place))
    assert popover.footer.verdict.text() == "only with a reason"
    assert "certificate" in popover.list.line().warning
    qtbot.keyClick(popover.list, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert popover.footer.reason.editor.hasFocus()
    assert popover.footer.reason.problem()
    qtbot.keyClicks(popover.footer.reason.editor, "kurss ir rit")
    qtbot.keyClick(popover.footer.reason.editor, Qt.Key.Key_Return)
    (row,) = planned_on(block, block.elina, date(2026, 4, 5))
    assert (row.officer_id, row.override) == (block.kristine, "kurss ir rit")


def test_a_duty_that_moved_brings_other_mentors_for_the_same_hours(qtbot, block, popover):
    block.duty(block.normunds, 26, "8")
    moved = row_of(block, block.next)
    block.duty(block.ilze, 26, "24")
    popover.open_for(block.elina, date(2026, 3, 26), moved)
    assert popover.title.text() == "Plan anew: Zariņa Elīna, 26 Mar"
    assert popover.list.offer().officer_id != block.normunds
    assert popover.hours.value() == moved.span
    assert popover.footer.plan_button.text() == "Change: 12 h"
    popover.plan()
    (row,) = planned_on(block, block.elina, date(2026, 3, 26))
    assert row.shadowing_id == block.next
    assert row.standing == "planned"


def test_where_nobody_can_at_those_hours_the_hours_that_fit_are_shown(block, popover):
    # Andris has the day there as well; without him nobody else is on duty.
    block.duty(block.andris, 26, None)
    block.duty(block.normunds, 26, "8")
    popover.open_for(block.elina, date(2026, 3, 26), row_of(block, block.next))
    assert popover.note.text() == "Nobody can be shadowed 09:00–21:00: these are hours that fit."
    assert popover.hours.value() == popover.list.offer().span
    popover.plan()
    (row,) = planned_on(block, block.elina, date(2026, 3, 26))
    assert (row.officer_id, row.span.end) == (block.normunds, on(26, 16))


def test_a_planned_shift_is_moved_and_keeps_its_number(block, desk, popover):
    popover.open_for(block.elina, date(2026, 3, 31), row_of(block, block.later))
    assert popover.title.text() == "Move practice: Zariņa Elīna, 31 Mar"
    assert popover.list.offer().officer_id == block.ilze
    popover.hours.end.setText("17:00")
    popover.plan()
    row = row_of(block, block.later)
    assert (row.span.start, row.span.end) == (on(31, 9), on(31, 17))
    assert "now with Kalniņa Ilze" in desk.undo_label


def test_who_took_the_last_place_is_told_and_nothing_typed_is_lost(block, popover, store_as):
    popover.open_for(block.gatis, date(2026, 4, 3))
    popover.hours.start.setText("9")
    popover.hours.end.setText("18")
    popover.ask()
    place = popover.list.offers.row_of(block.normunds)
    popover.list.setCurrentIndex(popover.list.offers.index(place))
    assert popover.list.line().fit
    # Another workstation, of which this one hears nothing.
    elsewhere = store_as("practice_coordinator")
    for trainee in (block.elina, block.sintija):
        with_shadowing(elsewhere, trainee, block.normunds, date(2026, 4, 3))
    assert not popover.plan()
    assert popover.isVisible()
    assert "Zariņa Elīna" in popover.footer.trouble.text()
    assert "Anna Bērziņa" in popover.footer.trouble.text()
    assert popover.hours.start.text() == "9"


def test_what_others_plan_meanwhile_is_seen_in_the_list(block, popover):
    popover.open_for(block.elina, date(2026, 4, 3))
    place = popover.list.offers.row_of(block.normunds)
    assert popover.list.offers.lines[place].aside == "free"
    block.plan(block.gatis, block.normunds, date(2026, 4, 3))
    place = popover.list.offers.row_of(block.normunds)
    assert popover.list.offers.lines[place].aside == "1 of 2 places taken"


def test_a_shift_taken_out_meanwhile_is_said(block, popover):
    moved = row_of(block, block.later)
    popover.open_for(block.elina, date(2026, 3, 31), moved)
    request = CancelShadowing(moved.shadowing_id, moved.version)
    block.store.run(cancel_shadowing, request)
    assert not popover.plan()
    assert popover.footer.trouble.text()


def test_a_shift_changed_meanwhile_is_said_and_enter_again_goes_over_it(block, desk, popover):
    moved = row_of(block, block.later)
    popover.open_for(block.elina, date(2026, 3, 31), moved)
    other = PlanPopover(desk)
    other.open_for(block.elina, date(2026, 3, 31), moved)
    other.hours.end.setText("17:00")
    assert other.plan()
    popover.hours.end.setText("18:00")
    assert not popover.plan()
    assert popover.footer.trouble.text()
    assert popover.plan()
    assert row_of(block, block.later).span.end == on(31, 18)


def test_escape_cross_and_cancel_leave_without_planning(qtbot, block, popover):
    for leave in (
        lambda: qtbot.keyClick(popover.list, Qt.Key.Key_Escape),
        popover.close_button.click,
        popover.footer.cancel_button.click,
        lambda: qtbot.keyClick(popover.footer.cancel_button, Qt.Key.Key_Return),
    ):
        popover.open_for(block.elina, APRIL)
        popover.footer.cancel_button.setFocus()
        with qtbot.waitSignal(popover.closed):
            leave()
        assert popover.isHidden()
    assert planned_on(block, block.elina, APRIL) == []


def test_a_trainee_who_is_gone_opens_nothing(qtbot, block, desk, popover):
    with qtbot.waitSignal(desk.refused):
        popover.open_for(9999, APRIL)
    assert popover.isHidden()


def test_the_short_night_counts_its_real_hours(block, popover):
    popover.open_for(block.gatis, date(2026, 3, 28), row_of(block, block.night))
    assert popover.hours.length.text() == "= 11 h"
    popover.hours.start.setText("21:00")
    popover.hours.end.setText("8:00")
    popover.ask()
    settle()
    assert popover.hours.length.text() == "= 10 h"
    assert popover.footer.plan_button.text() == "Change: 10 h"


def test_limits_of_the_block_are_the_ones_said(block, popover):
    block.store.run(change_setting, ChangeSetting("shadow_most_per_mentor", 3, 0))
    popover.open_for(block.gatis, date(2026, 3, 26))
    aside = {line.aside for line in popover.list.offers.lines if line.fit}
    assert "free" in aside or any("of 3" in each for each in aside)
