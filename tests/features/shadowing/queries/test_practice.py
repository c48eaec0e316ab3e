"""How shadowing shifts stand: held against the roster, the officers, the course, and the clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import standing_at
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.queries import to_confirm, trainee_card
from openblock.features.shadowing.rules.content import Standing, Upset
from tests.factories import with_class
from tests.features.shadowing.practising import NOW, on
from tests.features.shadowing.queries.asking import (
    alter_course,
    alter_officer,
    alter_trainee,
    shift,
    statements,
)

SECOND = timedelta(seconds=1)


def test_tr_11_a_planned_shift_is_done_from_the_instant_it_ends(block):
    assert shift(block, "next", on(26, 21) - SECOND).standing is Standing.PLANNED
    assert shift(block, "next", on(26, 21)).standing is Standing.DONE


def test_tr_11_what_is_settled_stands_as_it_was_settled(block):
    assert shift(block, "seen").standing is Standing.CONFIRMED
    assert shift(block, "missed").standing is Standing.MISSED
    assert shift(block, "seen").minutes == 690
    assert shift(block, "missed").settled.span is None


@pytest.mark.parametrize("code", ["24", "D"])
def test_tr_05_a_duty_that_still_holds_the_hours_upsets_nothing(block, code):
    block.duty(block.normunds, 26, code)
    row = shift(block, "next")
    assert (row.standing, row.upset) == (Standing.PLANNED, None)
    assert [now for now, _span in row.duty_now] == [code]


@pytest.mark.parametrize(
    ("code", "upset", "now"),
    [
        (None, Upset.DUTY_GONE, []),
        ("8", Upset.DUTY_MOVED, ["8"]),
        # It shares no minute with the shift, but stands on the day: what to tell is what is there.
        ("N", Upset.DUTY_GONE, ["N"]),
    ],
)
def test_tr_05_a_duty_cut_or_moved_upsets_the_shift_in_it(block, code, upset, now):
    block.duty(block.normunds, 26, code)
    row = shift(block, "next")
    assert (row.standing, row.upset) == (Standing.REPLAN, upset)
    assert [each for each, _span in row.duty_now] == now
    assert (row.duty_code, row.duty.start) == ("24", on(26, 9))
    assert row.changed_by == ("Anna Bērziņa" if now else "")


def test_tr_05_it_needs_planning_anew_also_when_its_time_is_past(block):
    block.duty(block.normunds, 26, None)
    assert shift(block, "next", on(28, 12)).standing is Standing.REPLAN


def test_tr_05_an_officer_who_leaves_upsets_what_comes_after_the_last_day(block):
    alter_officer(block, block.normunds, last_day=date(2026, 3, 26))
    assert shift(block, "next").upset is None
    alter_officer(block, block.normunds, last_day=date(2026, 3, 25))
    assert shift(block, "next").upset is Upset.MENTOR_LEFT


def test_tr_05_an_officer_who_is_no_mentor_any_more_upsets_what_is_planned_and_not_what_was(block):
    for officer in (block.normunds, block.agnese):
        alter_officer(block, officer, is_mentor=False)
    assert shift(block, "next").upset is Upset.NOT_MENTOR
    assert shift(block, "seen").standing is Standing.CONFIRMED


def test_tr_05_a_certificate_that_runs_out_meanwhile_upsets_nothing(block):
    alter_officer(block, block.normunds, mentor_certified_until=date(2026, 3, 25))
    assert shift(block, "next").standing is Standing.PLANNED


def test_tr_05_the_trainee_who_leaves_has_no_shift_after_the_last_day(block):
    alter_trainee(block, block.elina, left_on=date(2026, 3, 26))
    assert shift(block, "next").upset is None
    assert shift(block, "later").upset is Upset.TRAINEE_LEFT


def test_tr_05_a_course_that_ends_sooner_upsets_what_lies_beyond(block):
    alter_course(block, block.second, last_day=date(2026, 3, 31))
    assert shift(block, "later").upset is None
    alter_course(block, block.second, last_day=date(2026, 3, 30))
    assert shift(block, "later").upset is Upset.OUTSIDE_COURSE


def test_tr_05_a_class_takes_the_shift_away_and_says_so(block):
    with_class(block.store, block.second, on(31, 10), on(31, 12))
    row = shift(block, "later")
    assert (row.standing, row.upset) == (Standing.REPLAN, Upset.CLASS)


def test_a_shift_over_the_short_night_is_eleven_hours_long(block):
    row = shift(block, "night")
    assert (row.minutes, row.standing) == (11 * 60, Standing.PLANNED)
    assert row.duty.minutes == 23 * 60


def test_the_shift_says_at_which_post_its_mentor_stands(block):
    number = block.plan(block.arturs, block.andris, 26)
    card = block.store.read(trainee_card, block.arturs, NOW)
    posts = {row.shadowing_id: row.post for row in card.shadowings}
    assert posts[number] == "Izejas"


def test_shifts_are_read_in_as_many_statements_however_many_there_are(block):
    block.duty(block.normunds, 18, None)
    few = statements(block.store, to_confirm, on(30, 12))
    assert len(block.store.read(to_confirm, on(30, 12))) == 3
    cut = tuple(CellEdit(block.normunds, date(2026, 3, day), None) for day in (26,))
    with standing_at(on(25, 13)):
        block.plan(block.arturs, block.ilze, 27)
        block.store.run(change_cells, ChangeCells(cut))
    assert statements(block.store, to_confirm, on(30, 12)) == few
