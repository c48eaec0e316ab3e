"""Trainees by the alphabet, what they lack, and the search for one."""

from __future__ import annotations

from openblock.features.shadowing.commands import SaveItem, save_item
from openblock.features.shadowing.queries import find_trainees, items, trainees
from openblock.features.shadowing.rules.content import ItemKind
from openblock.storage.searching import Rank
from tests.factories import with_trainee
from tests.features.shadowing.practising import ELINA


def test_trainees_stand_by_the_latvian_alphabet_of_one_course_or_of_all(block):
    with_trainee(block.store, block.third, "Āboliņa", cleared=None)
    names = [row.name for row in block.store.read(trainees)]
    assert names[:2] == ["Āboliņa Elīna", "Balode Sintija"]
    third = block.store.read(trainees, block.third)
    assert [row.name for row in third] == ["Āboliņa Elīna", "Straume Gatis", "Ziediņa Marta"]
    assert {row.course for row in third} == {"3. kurss"}


def test_tr_02_what_is_lacking_are_the_items_in_use_that_have_no_day(block):
    listed = block.store.read(items, ItemKind.CLEARANCE)
    rows = {row.trainee_id: row for row in block.store.read(trainees)}
    assert rows[block.marta].lacking == tuple(each.item_id for each in listed)
    assert rows[block.elina].lacking == ()
    assert (rows[block.elina].account_id, rows[block.marta].account_id) == (ELINA, None)
    first = listed[0]
    out = SaveItem(first.item_id, first.version, first.kind, first.name, 0, active=False)
    block.store.run(save_item, out)
    block.store.run(save_item, SaveItem(None, 0, ItemKind.CLEARANCE, "Pirmā palīdzība", 9))
    rows = {row.trainee_id: row for row in block.store.read(trainees)}
    assert len(rows[block.elina].lacking) == 1
    assert first.item_id not in rows[block.marta].lacking
    assert first.item_id in rows[block.elina].content.clearances


def test_a_trainee_is_found_without_diacritics_and_with_a_letter_wrong(block):
    def found(typed):
        return [(each.row.name, each.rank) for each in block.store.read(find_trainees, typed)]

    assert found("zarina") == [("Zariņa Elīna", Rank.SURNAME)]
    assert found("elin") == [("Zariņa Elīna", Rank.WORD)]
    assert found("zarima") == [("Zariņa Elīna", Rank.NEARLY)]
    assert found("nobody") == []
    assert found("") == []


def test_the_best_fit_comes_first(block):
    with_trainee(block.store, block.third, "Elīnova", "Ada", cleared=None)
    names = [each.row.name for each in block.store.read(find_trainees, "elīn")]
    assert names == ["Elīnova Ada", "Zariņa Elīna"]
