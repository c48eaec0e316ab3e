"""What waits for a coordinator and for a mentor, and one shift as its mentor sees it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import standing_at
from openblock.features.accounts.rights import Role
from openblock.features.shadowing.commands import AddAddendum, SaveItem, add_addendum, save_item
from openblock.features.shadowing.queries import (
    confirming,
    items,
    to_confirm,
    to_replan,
    waiting_number,
)
from openblock.features.shadowing.rules.content import ItemKind, Span, Standing
from tests.factories import with_class
from tests.features.shadowing.practising import AGNESE, NOW, on
from tests.features.shadowing.queries.asking import (
    alter_course,
    alter_officer,
    alter_trainee,
    grid,
    statements,
)
from tests.features.shadowing.queries.recount import Recount

SECOND = timedelta(seconds=1)


def lost(block, at=NOW):
    return {row.shadowing_id for row in block.store.read(to_replan, at)}


def late(block, at, officer=None):
    found = block.store.read(to_confirm, at, officer)
    return {each.row.shadowing_id: each.late for each in found}


def test_tr_05_nothing_waits_while_every_shift_stands_in_its_duty(block):
    assert lost(block) == set()


@pytest.mark.parametrize(
    ("upsets", "expected"),
    [
        (lambda block: block.duty(block.normunds, 26, None), {"next", "beside"}),
        (lambda block: block.duty(block.normunds, 18, "8"), {"done"}),
        (lambda block: block.duty(block.agnese, 28, "D"), {"night"}),
        (lambda block: alter_officer(block, block.ilze, is_mentor=False), {"later"}),
        (
            lambda block: alter_officer(block, block.ilze, last_day=date(2026, 3, 30)),
            {"later"},
        ),
        (lambda block: alter_officer(block, block.ilze, last_day=date(2026, 3, 31)), set()),
        (
            lambda block: alter_officer(block, block.agnese, active_from=date(2026, 3, 29)),
            {"night"},
        ),
        (lambda block: alter_trainee(block, block.gatis, left_on=date(2026, 3, 28)), {"night"}),
        (lambda block: alter_trainee(block, block.gatis, left_on=date(2026, 3, 29)), set()),
        (lambda block: alter_course(block, block.third, last_day=date(2026, 3, 28)), {"night"}),
        (lambda block: alter_course(block, block.third, last_day=date(2026, 3, 29)), set()),
        (lambda block: alter_course(block, block.third, first_day=date(2026, 3, 29)), {"night"}),
        (lambda block: with_class(block.store, block.second, on(31, 12), on(31, 13)), {"later"}),
    ],
)
def test_tr_05_whatever_upsets_a_shift_it_waits_and_nothing_else_does(block, upsets, expected):
    upsets(block)
    assert lost(block) == {block.shifts[name] for name in expected}
    plain = Recount(block.store, NOW).standings()
    assert lost(block) == {number for number, how in plain.items() if how == "replan"}
    assert lost(block) == {row.shadowing_id for row in grid(block).to_replan}


def test_what_waits_is_told_by_start_and_with_everything_there_is_to_say(block):
    block.duty(block.ilze, 31, None)
    block.duty(block.normunds, 26, "8")
    rows = block.store.read(to_replan, NOW)
    assert [row.span.start for row in rows] == sorted(row.span.start for row in rows)
    assert {row.standing for row in rows} == {Standing.REPLAN}
    assert (rows[0].mentor_code, rows[0].duty_now) == (
        "NL",
        (("8", Span(on(26, 8), on(26, 16))),),
    )


def test_while_nothing_waits_one_statement_says_so(block):
    assert statements(block.store, to_replan, NOW) == 1


def test_tr_12_what_is_done_waits_for_the_mentor_and_is_late_after_seven_days(block):
    until = on(25, 21)
    assert late(block, until) == {block.done: False}
    assert late(block, until + SECOND) == {block.done: True}
    assert late(block, on(18, 21)) == {block.done: False}
    assert late(block, on(18, 21) - SECOND) == {}


def test_tr_12_a_mentor_sees_the_own_ones(block):
    assert set(late(block, on(29, 12), block.normunds)) == {block.done, block.next, block.beside}
    assert set(late(block, on(29, 12), block.agnese)) == {block.night}


def test_what_needs_planning_anew_is_not_to_be_confirmed(block):
    block.duty(block.normunds, 18, None)
    assert late(block, NOW) == {}


def test_the_number_is_that_of_the_list_without_reading_it(block):
    block.duty(block.normunds, 26, None)
    for at in (on(18, 20), NOW, on(29, 12), on(31, 12)):
        for officer in (None, block.normunds, block.agnese, 0):
            assert block.store.read(waiting_number, at, officer) == len(late(block, at, officer))
    assert block.store.read(waiting_number, on(31, 12), None) > 0


def test_while_nothing_is_over_one_statement_says_that_nothing_waits(block):
    assert statements(block.store, waiting_number, on(1, 0)) == 1


def test_what_a_past_shift_must_have_offered_stands_beside_it(block):
    waiting = block.store.read(to_confirm, on(29, 12), block.agnese)[0]
    codes = ("day", "night", "weekend", "morning_count", "evening_count")
    assert waiting.offered == tuple(block.situation("third", code) for code in codes)
    assert waiting.course.course_id == block.third


def test_tr_12_one_shift_shows_what_it_offered_and_the_duty_it_stands_in(block):
    found = block.store.read(confirming, block.night, NOW)
    assert found.duty == Span(on(28, 9), on(29, 9))
    assert (found.row.trainee, found.course.content.name) == ("Straume Gatis", "3. kurss")
    assert block.situation("third", "night") in found.offered
    block.duty(block.agnese, 28, "D")
    assert block.store.read(confirming, block.night, NOW).duty is None
    assert block.store.read(confirming, 99, NOW) is None


def test_competences_out_of_use_are_not_asked_for_and_addenda_are_shown(block):
    first = block.store.read(items, ItemKind.COMPETENCE)[0]
    out = SaveItem(first.item_id, first.version, first.kind, first.name, 0, active=False)
    block.store.run(save_item, out)
    block.store.run(add_addendum, AddAddendum(block.seen, "Nāca laikā."))
    found = block.store.read(confirming, block.seen, NOW)
    assert first.item_id not in [each.item_id for each in found.competences]
    assert [each.words for each in found.addenda] == ["Nāca laikā."]


@pytest.mark.parametrize(
    ("account", "role", "own", "others"),
    [
        (AGNESE, Role.DUTY_OFFICER, True, False),
        (99, Role.DUTY_OFFICER, False, False),
        (99, Role.PRACTICE_COORDINATOR, True, True),
        (99, Role.SENIOR_OFFICER, True, True),
        (1, Role.ADMINISTRATOR, True, True),
        (AGNESE, Role.AUDITOR, False, False),
    ],
)
def test_tr_12_a_mentor_settles_the_own_and_a_coordinator_all(block, account, role, own, others):
    block.sign_in(account, role)
    with standing_at(on(29, 12)):
        assert block.store.read(confirming, block.night, on(29, 12)).mine is own
        assert block.store.read(confirming, block.next, on(29, 12)).mine is others
