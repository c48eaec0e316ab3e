"""What a wish knows of a trainee."""

from __future__ import annotations

from datetime import date

from openblock.features.shadowing.commands import TickClearance, tick_clearance
from openblock.features.shadowing.queries import items
from openblock.features.shadowing.rules.content import ItemKind
from tests.features.shadowing.practising import FIRST, on
from tests.features.shadowing.queries.asking import alter_trainee
from tests.features.shadowing.queries.planners import wish


def test_a_wish_knows_the_course_and_the_last_day_of_whoever_leaves(block):
    alter_trainee(block, block.gatis, left_on=date(2026, 4, 30))
    found = wish(block, block.gatis, block.agnese, on(1, 9, 4), on(1, 21, 4))
    assert (found.trainee, found.left_on) == ("Straume Gatis", date(2026, 4, 30))
    assert (found.course.name, found.course.night_allowed) == ("3. kurss", True)


def test_tr_02_a_wish_names_every_item_in_use_and_the_day_it_was_had(block):
    first = block.store.read(items, ItemKind.CLEARANCE)[0]
    block.store.run(tick_clearance, TickClearance(block.marta, first.item_id, FIRST))
    found = wish(block, block.marta, block.agnese, on(1, 9, 4), on(1, 21, 4))
    assert found.clearances == (
        ("Briefing", FIRST),
        ("Pledge of confidentiality", None),
        ("Work safety", None),
    )


def test_the_own_time_is_called_by_its_title_its_mentor_or_its_remark(block):
    found = wish(block, block.arturs, block.ilze, on(31, 9), on(31, 21))
    assert [(each.kind, each.words) for each in found.busy] == [
        ("class", "Likumi"),
        ("class", "Likumi"),
        ("unavailable", "eksāmeni"),
    ]
    found = wish(block, block.elina, block.andris, on(30, 17), on(30, 21))
    assert [each.words for each in found.busy if each.kind == "shadowing"] == [
        "Lācis Normunds",
        "Kalniņa Ilze",
    ]
