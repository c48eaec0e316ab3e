"""A trainee's line: hours in minutes, and what they are short of."""

from __future__ import annotations

from datetime import date

from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.shadowing.queries import Hours
from tests.features.shadowing.practising import on
from tests.features.shadowing.queries.asking import alter_course, alter_trainee, line


def test_tr_11_only_what_is_confirmed_has_been_reached(block):
    assert line(block, block.elina).hours == Hours(7200, confirmed=690, planned=1440)
    assert line(block, block.sintija).hours == Hours(7200, planned=720, done=720)
    assert line(block, block.arturs).hours == Hours(7200, missed=720)


def test_tr_11_a_night_in_which_the_clock_goes_forward_is_eleven_hours(block):
    assert line(block, block.gatis).hours == Hours(3600, planned=660)


def test_tr_05_what_needs_planning_anew_counts_as_nothing(block):
    block.duty(block.normunds, 26, None)
    found = line(block, block.elina).hours
    assert (found.planned, found.short) == (720, 7200 - 690 - 720)


def test_tr_11_breaks_are_deducted_where_the_block_says_so(block):
    block.store.run(change_setting, ChangeSetting("shadow_deduct_breaks", value=True, version=0))
    assert line(block, block.elina).hours == Hours(7200, confirmed=660, planned=1380)


def test_tr_14_exactly_enough_is_enough(block):
    alter_course(block, block.second, required_minutes=690 + 1440)
    found = line(block, block.elina)
    assert (found.hours.short, found.within_reach) == (0, None)
    alter_course(block, block.second, required_minutes=690 + 1440 + 60)
    assert line(block, block.elina).hours.short == 60


def test_who_has_left_is_warned_of_no_more(block):
    at = on(20, 12, 4)
    assert [each.code for each in line(block, block.elina, at).warnings] == ["practice-hours-short"]
    alter_trainee(block, block.elina, left_on=date(2026, 4, 19))
    assert line(block, block.elina, at).warnings == ()
    assert line(block, block.elina, on(19, 12, 4)).warnings != ()
