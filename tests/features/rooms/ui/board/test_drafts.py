"""A bar in hand: where it was taken, where it was pulled, and what the keys make of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.drafts import (
    Draft,
    Grip,
    days_later,
    dragged,
    grip_at,
    lifted,
    stepped,
    taken,
)
from openblock.features.rooms.ui.board.sheet import Sheet
from tests.features.rooms.ui.board.invented import moment


@pytest.fixture
def sheet(read):
    return Sheet(read.picture(), Axis(date(2026, 11, 14), 30, 32.0), 21)


def test_a_bar_is_taken_at_its_ends_or_whole(sheet, read):
    planned = read.piece("Vanags", "planned")
    left = sheet.rect(planned).left()
    assert grip_at(sheet, planned, left + 2) == Grip.START
    assert grip_at(sheet, planned, left + 60) == Grip.WHOLE
    assert grip_at(sheet, planned, sheet.rect(planned).right() - 1) == Grip.END
    tiny = read.piece("Vanags", "present")
    assert grip_at(sheet, tiny, sheet.rect(tiny).left() + 14) == Grip.WHOLE


def test_the_beginning_of_what_began_before_the_days_is_out_of_reach(sheet, read):
    assert grip_at(sheet, read.piece("Bērziņš"), 1) == Grip.WHOLE


def test_free_days_can_be_spanned_and_holds_and_closures_not_taken(sheet, read):
    free = sheet.picture.stops(2)[0]
    assert grip_at(sheet, free, 40) == Grip.NEW
    assert grip_at(sheet, read.piece("S Repair"), 40) is None
    assert grip_at(sheet, read.piece("R "), 270) is None


def test_nothing_has_changed_when_a_bar_is_only_taken(read):
    assert not taken(read.piece("Bērziņš"), Grip.WHOLE).changes


def test_a_present_bar_goes_to_another_bed_and_keeps_its_dates(sheet, read):
    bar = read.piece("Bērziņš")
    held = taken(bar, Grip.WHOLE)
    moved = dragged(sheet, held, QPoint(100, 10), QPoint(400, 2 * 21 + 5))
    assert (moved.line, moved.start, moved.end) == (2, bar.start, bar.end)
    below = dragged(sheet, held, QPoint(100, 10), QPoint(100, 99_999))
    assert below.line == 27


def test_a_planned_bar_goes_along_by_whole_days_at_the_same_hour(sheet, read):
    bar = read.piece("Vanags", "planned")
    held = taken(bar, Grip.WHOLE)
    point = QPoint(400, bar.line * 21 + 5)
    assert dragged(sheet, held, point, point + QPoint(7, 0)).start == bar.start
    later = dragged(sheet, held, point, point + QPoint(64, 0))
    assert later.start == moment(11, 24, 17)
    assert later.end == FOREVER


def test_an_end_is_pulled_to_noon_of_a_day_and_at_the_border_to_no_end(sheet, read):
    bar = read.piece("Kļaviņš")
    held = taken(bar, Grip.END)
    edge = QPoint(sheet.rect(bar).right(), 21 + 5)
    pulled = dragged(sheet, held, edge, QPoint(sheet.axis.x_of(moment(11, 29, 20)), 26))
    assert pulled.end == moment(11, 29, 12)
    assert dragged(sheet, held, edge, QPoint(960, 26)).end == FOREVER


def test_an_end_pulled_before_its_start_is_no_change(sheet, read):
    bar = read.piece("Vanags", "planned")
    held = taken(bar, Grip.START)
    pulled = dragged(sheet, held, QPoint(0, 0), QPoint(960, 0))
    assert not pulled.changes


def test_new_days_stay_within_the_free_ones(sheet, read):
    line = read.piece("Lūsis").line
    free = next(stop for stop in sheet.picture.stops(line) if not stop.name)
    held = taken(free, Grip.NEW)
    spanned = dragged(sheet, held, QPoint(600, 0), QPoint(0, 0))
    assert (spanned.start, spanned.end) == (free.start, free.end)
    inside = dragged(
        sheet,
        held,
        QPoint(sheet.axis.x_of(moment(11, 19, 3)), 0),
        QPoint(sheet.axis.x_of(moment(11, 20, 3)), 0),
    )
    assert (inside.start, inside.end) == (moment(11, 19, 12), moment(11, 20, 12))


def test_keys_move_an_end_by_days_or_quarters(sheet, read):
    held = taken(read.piece("Kļaviņš"), Grip.END)
    assert stepped(sheet, held, 1).end == moment(11, 27, 9)
    assert stepped(sheet, held, -1, fine=True).end == moment(11, 26, 8, 45)
    start = taken(read.piece("Vanags", "planned"), Grip.START)
    assert stepped(sheet, start, 1).start == moment(11, 23, 17)


def test_keys_give_an_open_end_a_day_and_take_it_again(sheet, read):
    held = taken(read.piece("Bērziņš"), Grip.END)
    assert stepped(sheet, held, 1).end == FOREVER
    closed = stepped(sheet, held, -1)
    assert closed.end == moment(12, 13, 12)
    assert stepped(sheet, closed, 1).end == FOREVER


def test_keys_carry_a_whole_bar_from_bed_to_bed_and_a_plan_along_the_days(sheet, read):
    plan = taken(read.piece("Vanags", "planned"), Grip.WHOLE)
    assert stepped(sheet, plan, 1).start == moment(11, 23, 17)
    assert lifted(sheet, plan, 1).line == plan.line + 1
    assert lifted(sheet, plan, -99).line == 0
    present = taken(read.piece("Bērziņš"), Grip.WHOLE)
    assert stepped(sheet, present, 1) == present
    end = taken(read.piece("Bērziņš"), Grip.END)
    assert lifted(sheet, end, 1) == end


def test_a_day_later_is_the_same_hour_through_the_clock_change():
    before = clock.at(date(2026, 10, 24), 17 * 60)
    after = days_later(before, 1)
    assert clock.local(after).hour == 17
    assert after - before == timedelta(hours=25)
    assert days_later(FOREVER, 5) == FOREVER


def test_a_draft_of_no_length_changes_nothing(read):
    bar = read.piece("Bērziņš")
    assert not Draft(bar, Grip.END, bar.line, bar.start, bar.start).changes
