"""The usual case is confirmed with Enter; what differs is typed, and a late one says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.commands import MissShadowing, miss_shadowing
from openblock.features.shadowing.queries import confirming
from openblock.features.shadowing.queries.rows import Confirming
from openblock.features.shadowing.rules.content import Mark, Span, Standing
from openblock.features.shadowing.ui.confirm_dialog import ConfirmDialog
from openblock.features.shadowing.ui.hours_edit import HOURS
from openblock.ui.desk import Desk
from tests.features.shadowing.practising import on

Show = Callable[[int], ConfirmDialog]


@pytest.fixture
def over(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show(qtbot, desk: Desk, over: QWidget) -> Show:
    def open_for(number: int) -> ConfirmDialog:
        dialog = ConfirmDialog(desk, seen(desk, number), over)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return open_for


def seen(desk: Desk, number: int) -> Confirming:
    found = desk.read(confirming, number, clock.now())
    assert found is not None
    return found


def test_enter_alone_confirms_what_was_planned_and_offered(qtbot, block, desk, show):
    dialog = show(block.done)
    assert dialog.form.fields["situations"].value() == (block.situation("second", "day"),)
    qtbot.keyClick(dialog.form.fields[HOURS].editor.start, Qt.Key.Key_Return)
    row = seen(desk, block.done).row
    assert row.standing is Standing.CONFIRMED
    assert row.settled.span == row.span
    assert row.settled.situations == (block.situation("second", "day"),)
    assert desk.undo_label == "Balode Sintija: 12 h confirmed"


def test_it_is_taken_back_with_undo(block, desk, show):
    show(block.done).accept()
    assert desk.undo()
    assert seen(desk, block.done).row.standing is Standing.DONE


def test_hours_marks_and_remark_are_what_was_typed(qtbot, block, desk, show):
    dialog = show(block.done)
    fields = dialog.form.fields
    fields[HOURS].editor.end.setText("17:30")
    assert fields[HOURS].editor.length.text() == "= 8.5 h"
    marks = fields["evaluation"].editor
    first, second = list(marks.rows)[:2]
    marks.rows[first].setFocus()
    qtbot.keyClick(marks.rows[first], Qt.Key.Key_3)
    qtbot.keyClick(marks.rows[second], Qt.Key.Key_1)
    fields["remark"].set_value("Droša, O'Brien <b>&")
    qtbot.keyClick(fields["remark"].editor, Qt.Key.Key_Return)
    settled = seen(desk, block.done).row.settled
    assert settled.span == Span(on(18, 9), on(18, 17.5))
    assert settled.evaluation == {first: Mark.ALONE, second: Mark.WATCHED}
    assert settled.remark == "Droša, O'Brien <b>&"


def test_hours_outside_the_duty_are_said_beside_the_hours_and_nothing_is_lost(block, desk, show):
    dialog = show(block.done)
    dialog.form.fields[HOURS].editor.start.setText("8:00")
    dialog.form.fields["remark"].set_value("Labi.")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields[HOURS].problem()
    assert dialog.form.fields["remark"].value() == "Labi."
    assert seen(desk, block.done).row.standing is Standing.DONE


def test_an_hour_that_is_still_to_come_is_refused_beside_the_hours(block, desk, show):
    number = block.plan(block.sintija, block.agnese, 24, (9, 21))
    dialog = show(number)
    editor = dialog.form.fields[HOURS].editor
    editor.set_value(Span(on(24, 10), on(25, 12.5)))
    dialog.accept()
    assert dialog.form.fields[HOURS].problem()


@pytest.mark.parametrize(("after", "asked"), [(0, False), (1, True)])
def test_exactly_seven_days_are_in_time_and_a_minute_more_asks_why(block, desk, show, after, asked):
    with clock.standing_at(clock.at(date(2026, 3, 25), 21 * 60 + after)):
        dialog = show(block.done)
        dialog.accept()
        assert (dialog.result() == 0) == asked
        if not asked:
            return
        assert dialog.form.fields["reason"].editor.hasFocus()
        dialog.accept()
        assert dialog.isVisible()
        assert dialog.form.fields["reason"].problem() == ""
        dialog.form.fields["reason"].set_value("ab")
        dialog.accept()
        assert dialog.form.fields["reason"].problem() == "Give a reason, five characters or more."
        dialog.form.fields["reason"].set_value("biju slimnīcā")
        dialog.accept()
        assert seen(desk, block.done).row.standing is Standing.CONFIRMED


def test_did_not_come_leaves_for_the_form_of_its_own(qtbot, block, show):
    dialog = show(block.done)
    with qtbot.waitSignal(dialog.missed_wanted) as told:
        dialog.missed_button.click()
    assert told.args == [block.done]
    assert not dialog.isVisible()


def test_one_settled_meanwhile_is_said_and_stays_as_it_is(block, desk, show):
    dialog = show(block.done)
    row = seen(desk, block.done).row
    block.store.run(miss_shadowing, MissShadowing(row.shadowing_id, row.version, "saslimis"))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text()
    assert seen(desk, block.done).row.standing is Standing.MISSED


def test_a_mentor_confirms_the_own_trainees(block, sign_in, over):
    number = block.plan(block.gatis, block.agnese, 24, (9, 21))
    with clock.standing_at(on(25, 8)):
        at = sign_in(3, "duty_officer")
        dialog = ConfirmDialog(at, seen(at, number), over)
        dialog.accept()
        assert seen(at, number).row.standing is Standing.CONFIRMED


def test_another_mentors_trainees_are_refused(block, sign_in, over):
    at = sign_in(3, "duty_officer")
    dialog = ConfirmDialog(at, seen(at, block.done), over)
    dialog.accept()
    assert dialog.trouble.text()
    assert seen(at, block.done).row.standing is Standing.DONE


def test_what_is_half_typed_comes_back_as_it_was(block, show):
    dialog = show(block.done)
    marks = dialog.form.fields["evaluation"].editor
    first = next(iter(marks.rows))
    dialog.form.fields[HOURS].editor.end.setText("18:00")
    marks.set_value({first: Mark.HELPED})
    dialog.form.fields["remark"].set_value("puse")
    kept = dialog.typed()
    dialog.reject()
    again = show(block.done)
    again.type_in(kept)
    assert again.form.fields[HOURS].value() == Span(on(18, 9), on(18, 18))
    assert again.form.fields["evaluation"].value() == {first: Mark.HELPED}
    assert again.form.fields["remark"].value() == "puse"


def test_a_course_without_situations_asks_for_none(block, desk, over):
    bare = seen(desk, block.done)
    bare = replace(bare, course=replace(bare.course, situations=()), competences=())
    dialog = ConfirmDialog(desk, bare, over)
    assert set(dialog.form.fields) == {HOURS, "remark", "reason"}
    dialog.accept()
    assert seen(desk, block.done).row.standing is Standing.CONFIRMED
