"""Courses in the order they are chosen from, their timetables, and the block's own lists."""

from __future__ import annotations

from datetime import date

from openblock.clock import standing_at
from openblock.features.shadowing.commands import SaveItem, save_item
from openblock.features.shadowing.queries import classes, courses, items
from openblock.features.shadowing.rules.content import ItemKind
from tests.factories import with_course, with_trainee
from tests.features.shadowing.practising import on


def test_a_course_has_its_situations_in_order_its_groups_and_how_many_are_on_it(block):
    with_trainee(block.store, block.second, "Āboliņa", cleared=None, group="Ā")
    second = block.store.read(courses)[0]
    assert [each.content.code for each in second.situations][:3] == ["day", "night", "weekend"]
    assert second.content.situations == tuple(each.content for each in second.situations)
    assert (second.groups, second.trainees) == (("A", "Ā", "B"), 4)


def test_courses_that_run_come_first_then_those_that_come_then_the_past_latest_first(block):
    for name, first, last in (
        ("Autumn", date(2026, 9, 1), date(2026, 10, 1)),
        ("Summer", date(2026, 6, 1), date(2026, 7, 1)),
        ("Last", date(2025, 10, 1), date(2025, 12, 1)),
        ("Before last", date(2025, 1, 1), date(2025, 2, 1)),
    ):
        with_course(block.store, name, first_day=first, last_day=last)
    shown = [row.content.name for row in block.store.read(courses)]
    assert shown == ["2. kurss", "3. kurss", "Summer", "Autumn", "Last", "Before last"]


def test_a_course_runs_on_its_last_day_and_is_past_on_the_next(block):
    with standing_at(on(30, 23, 4)):
        assert block.store.read(courses)[0].content.name == "2. kurss"
    with standing_at(on(1, 0, 5)):
        assert [row.content.name for row in block.store.read(courses)] == ["3. kurss", "2. kurss"]


def test_the_classes_of_some_days_are_those_that_touch_them(block):
    def titles(first, last):
        found = block.store.read(classes, block.second, date(2026, 3, first), date(2026, 3, last))
        return [row.content.starts_at for row in found]

    assert titles(23, 30) == [on(23, 9), on(30, 9)]
    assert titles(24, 29) == []
    assert block.store.read(classes, block.third, date(2026, 3, 1), date(2026, 4, 30)) == ()


def test_an_item_out_of_use_is_left_out_on_request(block):
    first = block.store.read(items, ItemKind.CLEARANCE)[0]
    request = SaveItem(first.item_id, first.version, first.kind, "Instruktāža", 9, active=False)
    block.store.run(save_item, request)
    every = block.store.read(items, ItemKind.CLEARANCE)
    assert every[-1].name == "Instruktāža"
    used = block.store.read(items, ItemKind.CLEARANCE, only_active=True)
    assert used == every[:-1]
    kinds = {row.kind for row in block.store.read(items, ItemKind.COMPETENCE)}
    assert kinds == {ItemKind.COMPETENCE}
