"""A new block's practice begins with the usual lists, and with each entry once."""

from __future__ import annotations

from openblock.features.shadowing.commands import SaveItem, StartPractice, save_item, start_practice
from openblock.features.shadowing.queries import items
from openblock.features.shadowing.rules.content import USUAL_ITEMS, ItemKind


def test_tr_02_a_new_block_has_the_usual_lists_in_order_and_once(store):
    assert store.run(start_practice, StartPractice()).value == 8
    for kind, codes in USUAL_ITEMS.items():
        assert tuple(each.code for each in store.read(items, kind)) == codes
    again = store.run(start_practice, StartPractice())
    assert (again.value, again.undo) == (0, None)


def test_an_entry_out_of_use_does_not_come_back_and_a_lost_one_does(store):
    done = store.run(start_practice, StartPractice())
    first = store.read(items, ItemKind.CLEARANCE)[0]
    request = SaveItem(first.item_id, first.version, first.kind, "Cits", active=False)
    changed = store.run(save_item, request)
    assert store.run(start_practice, StartPractice()).value == 0
    store.run(changed.undo.command, changed.undo.request)
    store.run(done.undo.command, done.undo.request)
    assert store.read(items, ItemKind.CLEARANCE) == ()
    assert store.run(start_practice, StartPractice()).value == 8
