"""One trainee's card; and the own practice, which nobody can ask for but whose it is (TR-15)."""

from __future__ import annotations

import inspect

import pytest

from openblock.errors import NotAllowed
from openblock.features.accounts.rights import Role
from openblock.features.shadowing import queries
from openblock.features.shadowing.commands import (
    AddAddendum,
    SaveItem,
    TickClearance,
    add_addendum,
    save_item,
    tick_clearance,
)
from openblock.features.shadowing.queries import items, own_practice, trainee_card
from openblock.features.shadowing.rules.content import ItemKind, Mark
from openblock.storage.store import Actor
from tests.features.shadowing.practising import AGNESE, ELINA, FIRST, NOW, on


def card(block, trainee):
    return block.store.read(trainee_card, trainee, NOW)


def test_a_card_has_the_shifts_in_order_with_what_was_confirmed(block):
    found = card(block, block.elina)
    assert [row.shadowing_id for row in found.shadowings] == [block.seen, block.next, block.later]
    settled = found.shadowings[0].settled
    assert (settled.by, settled.at, settled.remark) == ("Anna Bērziņa", on(4, 21), "Uzmanīga.")
    assert (settled.span.start, settled.span.end) == (on(4, 9), on(4, 20.5))
    assert settled.situations == (block.situation("second", "day"),)
    assert found.course.course_id == block.second


def test_clearance_shows_what_is_needed_and_what_was_had_when_it_was_needed(block):
    first, second, third = block.store.read(items, ItemKind.CLEARANCE)
    out = SaveItem(first.item_id, first.version, first.kind, first.name, 0, active=False)
    block.store.run(save_item, out)
    block.store.run(tick_clearance, TickClearance(block.marta, second.item_id, FIRST))
    shown = [(row.item_id, day) for row, day in card(block, block.marta).clearance]
    assert shown == [(second.item_id, FIRST), (third.item_id, None)]
    shown = [(row.item_id, day) for row, day in card(block, block.elina).clearance]
    assert shown[0] == (first.item_id, FIRST)


def test_marks_stand_by_competence_and_one_out_of_use_stays_where_it_has_one(block):
    competences = block.store.read(items, ItemKind.COMPETENCE)
    watchfulness, dealing = competences[:2]
    for row in (watchfulness, dealing):
        out = SaveItem(row.item_id, row.version, row.kind, row.name, row.place, active=False)
        block.store.run(save_item, out)
    found = card(block, block.elina)
    assert found.marks == {watchfulness.item_id: (Mark.WATCHED,)}
    shown = [row.item_id for row in found.competences]
    assert watchfulness.item_id in shown
    assert dealing.item_id not in shown


def test_classes_and_absences_of_the_whole_course_stand_on_the_card(block):
    found = card(block, block.sintija)
    assert [row.content.title for row in found.classes] == ["Likumi", "Likumi", "Pirmā palīdzība"]
    away = card(block, block.arturs).away
    assert [row.content.remark for row in away] == ["eksāmeni"]
    assert card(block, block.marta).classes == ()


def test_what_was_added_later_stands_by_its_shift(block):
    block.store.run(add_addendum, AddAddendum(block.seen, "Nāca laikā."))
    block.store.run(add_addendum, AddAddendum(block.seen, "Un palīdzēja."))
    addenda = card(block, block.elina).addenda
    assert [row.words for row in addenda[block.seen]] == ["Nāca laikā.", "Un palīdzēja."]
    assert set(addenda) == {block.seen}
    assert card(block, block.sintija).addenda == {}


def test_nobody_has_no_card(block):
    assert block.store.read(trainee_card, 99, NOW) is None


def test_tr_15_a_trainee_sees_the_own_practice_as_the_staff_sees_it(block):
    seen_by_staff = card(block, block.elina)
    block.sign_in(ELINA, Role.TRAINEE)
    assert block.store.read(own_practice, NOW) == seen_by_staff


def test_tr_15_an_account_that_is_no_trainee_s_sees_nobody_s_practice(block):
    block.sign_in(AGNESE, Role.TRAINEE)
    assert block.store.read(own_practice, NOW) is None
    block.sign_in(999, Role.TRAINEE)
    assert block.store.read(own_practice, NOW) is None


def test_tr_15_nothing_of_another_trainee_stands_in_the_own_practice(block):
    block.sign_in(ELINA, Role.TRAINEE)
    written = repr(block.store.read(own_practice, NOW))
    for name in ("Balode", "Sintija", "Straume", "Ziediņa", "Kalniņš"):
        assert name not in written
    assert "Zariņa" in written


ALL = sorted(name for name in queries.__all__ if inspect.isfunction(getattr(queries, name)))


@pytest.mark.parametrize("name", [each for each in ALL if each != "own_practice"])
def test_tr_15_a_trainee_may_ask_for_nothing_else(block, name):
    block.sign_in(ELINA, Role.TRAINEE)
    with pytest.raises(NotAllowed):
        block.store.read(getattr(queries, name))


def test_tr_15_and_nobody_else_asks_for_the_own_practice(block):
    for role in set(Role) - {Role.TRAINEE}:
        block.store.sign_in(Actor(ELINA, "Zariņa Elīna", role, "en"))
        with pytest.raises(NotAllowed):
            block.store.read(own_practice, NOW)
