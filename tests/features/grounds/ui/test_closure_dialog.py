"""Nothing becomes of a booking in silence: each a closure hits is cancelled or moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.queries import WeekAsked, booking_card, week
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.closure_dialog import ClosureDialog
from openblock.ui.desk import Desk
from tests.features.grounds.outside import NOW, TODAY, on
from tests.rig import press, settle

Show = Callable[..., ClosureDialog]


@pytest.fixture
def show(block, desk: Desk, over: QWidget) -> Show:
    def opened(area_id, start, end, closure=None) -> ClosureDialog:
        over.show()
        deeds.close_area(desk, over, area_id, start, end, closure)
        (dialog,) = [each for each in over.findChildren(ClosureDialog) if each.isVisible()]
        settle(20)
        return dialog

    return opened


def standing(desk: Desk, booking_id: int):
    found = desk.read(booking_card, booking_id, clock.now())
    assert found is not None
    return found.booking


def closures(desk: Desk):
    return desk.read(week, WeekAsked(TODAY, TODAY, None), NOW).closures


def test_an_undecided_booking_holds_the_closure_up(block, desk, show):
    dialog = show(block.field, on(16, 14), on(16, 18))
    QAbstractItemModelTester(dialog.hits.model)
    assert dialog.hits.heading.text() == "It hits 1 booking, 1 not decided"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert closures(desk) == ()
    assert dialog.hits.table.hasFocus()
    press(dialog, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert standing(desk, block.football).state == State.CANCELLED
    assert len(closures(desk)) == 1
    desk.undo()
    assert standing(desk, block.football).state == State.APPROVED
    assert closures(desk) == ()


def test_a_booking_moves_to_the_next_free_time_with_somebody_to_watch(block, desk, show):
    dialog = show(block.field, on(16, 14), on(17, 12))
    dialog.hits.table.setFocus()
    press(dialog, "m")
    (line,) = dialog.hits.lines
    assert line.moved is not None
    moved = line.moved.content
    assert moved.starts_at >= on(16, 12)
    assert not (moved.starts_at < on(17, 12) and on(16, 14) < moved.ends_at)
    dialog.accept()
    assert not dialog.isVisible()
    row = standing(desk, block.football)
    assert (row.span.start, row.state, row.lost) == (moved.starts_at, State.APPROVED, None)


def test_the_proposed_time_can_be_typed_over(block, desk, show):
    dialog = show(block.field, on(16, 14), on(16, 18))
    dialog.hits.move_chosen()
    dialog.hits.day.set_value(date(2026, 9, 18))
    dialog.hits.hours.start.setText("10")
    dialog.hits.hours.end.setText("1130")
    dialog.accept()
    row = standing(desk, block.football)
    assert (row.span.start, row.span.end) == (on(18, 10), on(18, 11.5))
    assert row.officer_id in (block.normunds, block.kristine)


def test_several_areas_are_closed_at_once_and_each_can_be_taken_back(block, desk, show):
    dialog = show(block.field, on(16, 18), on(16, 20))
    dialog.form.fields["areas"].set_value((block.field, block.garden))
    dialog.accept()
    assert {each.content.area_id for each in closures(desk)} == {block.field, block.garden}
    desk.undo()
    assert len(closures(desk)) == 1


def test_a_closure_is_changed_and_ended(block, desk, over, show):
    show(block.hall, on(16, 18), on(16, 20)).accept()
    (closure,) = closures(desk)
    dialog = show(closure.content.area_id, on(16, 18), on(16, 20), closure)
    assert "areas" not in dialog.form.fields
    dialog.form.fields["remark"].set_value("grīda slapja")
    dialog.accept()
    (changed,) = closures(desk)
    assert changed.content.remark == "grīda slapja"
    deeds.open_closure(desk, over, changed)
    assert closures(desk) == ()


def test_backwards_it_is_refused_beside_its_field(block, show):
    dialog = show(block.hall, on(16, 20), on(16, 18))
    assert dialog.form.fields["ends_at"].problem() or dialog.form.fields["starts_at"].problem()
    assert not dialog.save_button.isEnabled()
