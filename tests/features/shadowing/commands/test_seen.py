"""What confirmed shifts name by number stays: a situation, a competence, not a clearance item."""

from __future__ import annotations

from openblock.features.shadowing.commands import SaveItem, save_item
from openblock.features.shadowing.commands.seen import seen_situations
from openblock.features.shadowing.rules.content import ItemKind, Mark
from openblock.storage.store import Done
from tests.features.shadowing.commands.doing import refused


def test_a_competence_somebody_was_evaluated_in_is_not_taken_back(block, deeds):
    done = deeds.run(save_item, SaveItem(None, 0, ItemKind.COMPETENCE, "Latīņu valoda"))
    other = deeds.run(save_item, SaveItem(None, 0, ItemKind.COMPETENCE, "Grieķu valoda"))
    deeds.confirm(block.done, evaluation={done.value: Mark.HELPED})
    assert refused(deeds.back, done.undo) == ["practice-in-use"]
    deeds.back(other.undo)


def test_only_what_was_confirmed_has_been_seen(block, deeds):
    found = []

    def ask(work, _request):
        found.append(seen_situations(work))
        return Done()

    ask.__module__, ask.__name__ = save_item.__module__, save_item.__name__
    deeds.store.run(ask, None)
    evening = block.situation("second", "evening_count")
    deeds.confirm(block.done, situations=(evening,))
    deeds.store.run(ask, None)
    day = block.situation("second", "day")
    assert found == [frozenset({day}), frozenset({day, evening})]
