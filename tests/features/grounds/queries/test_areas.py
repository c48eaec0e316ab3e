"""Areas are read as they were set up, with their own hours of single dates, and found by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.grounds.commands import SaveAreaDay, save_area_day
from openblock.features.grounds.queries import areas, find_areas
from openblock.features.grounds.queries.areas import areas_open, closures_in, hours_on, of_area
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaDayContent,
    ClosureReason,
    Span,
)
from openblock.storage.searching import Rank
from tests.factories import with_area, with_closure
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import inside

MORNING = ((8 * 60, 12 * 60),)


def test_an_area_is_read_as_it_was_saved(block):
    content = AreaContent(
        "Darbnīca",
        capacity=5,
        exclusive=True,
        indoor=True,
        floodlit=True,
        ratio=3,
        shortest=45,
        longest=240,
        counted=True,
        hours=(MORNING, (), ((480, 720), (780, 1020)), (), MORNING, (), ()),
        remark="atslēga pie dežuranta",
        x=10,
        y=20,
        width=30,
        height=40,
    )
    facts = {name: getattr(content, name) for name in content.__slots__ if name != "name"}
    number = with_area(block.store, content.name, **facts)
    found = {each.area_id: each for each in block.store.read(areas)}
    assert found[number].content == content
    assert [each.place for each in found.values()] == sorted(each.place for each in found.values())


def test_the_hours_of_one_date_stand_over_those_of_its_weekday(block):
    other = AreaDayContent(block.field, date(2026, 9, 18), MORNING, "svētki")
    block.store.run(save_area_day, SaveAreaDay(None, 0, other))
    field = next(each for each in block.store.read(areas) if each.area_id == block.field)
    assert hours_on(field, date(2026, 9, 18)) == (Span(on(18, 8), on(18, 12)),)
    assert hours_on(field, date(2026, 9, 17)) == (Span(on(17, 7), on(17, 21)),)
    assert [(each.day, each.remark) for each in field.days] == [(date(2026, 9, 18), "svētki")]


def test_a_date_without_hours_is_a_date_it_does_not_open(block):
    shut = AreaDayContent(block.garden, date(2026, 9, 18))
    block.store.run(save_area_day, SaveAreaDay(None, 0, shut))
    garden = next(each for each in block.store.read(areas) if each.area_id == block.garden)
    assert hours_on(garden, date(2026, 9, 18)) == ()


def test_hours_are_those_of_the_wall_clock_on_the_day_the_clock_changes(block):
    field = block.store.read(areas)[0]
    (hours,) = hours_on(field, date(2026, 10, 25))
    assert hours == Span(on(date(2026, 10, 25), 7), on(date(2026, 10, 25), 21))
    assert hours.start.hour == 5
    night = replace(field, content=replace(field.content, hours=(((0, 1440),),) * 7))
    assert hours_on(night, date(2026, 10, 25))[0].minutes == 25 * 60


def test_only_the_days_and_areas_asked_for_are_read(block):
    for day in (17, 19):
        other = AreaDayContent(block.field, date(2026, 9, day), MORNING)
        block.store.run(save_area_day, SaveAreaDay(None, 0, other))
    found = inside(
        block.store, areas_open, date(2026, 9, 18), date(2026, 9, 20), (block.field, block.hall)
    )
    assert [each.area_id for each in found] == [block.field, block.hall]
    assert [each.day for each in found[0].days] == [date(2026, 9, 19)]


def test_closures_are_read_that_meet_a_time_and_not_those_that_touch_it(block):
    for first, last in ((8, 9), (9, 11), (11, 12)):
        with_closure(block.store, block.hall, on(18, first), on(18, last), ClosureReason.WEATHER)
    with_closure(block.store, block.garden, on(18, 9), on(18, 10))
    found = inside(block.store, closures_in, Span(on(18, 9), on(18, 11)))
    assert [each.content.area_id for each in found] == [block.hall, block.garden]
    assert (found[0].span, found[0].closed_by) == (Span(on(18, 9), on(18, 11)), "Anna Bērziņa")
    assert found[0].closed_at == NOW
    assert set(of_area(found)) == {block.hall, block.garden}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sporta", [("Sporta laukums", Rank.SURNAME), ("Sporta zāle", Rank.SURNAME)]),
        ("zale", [("Sporta zāle", Rank.WORD)]),
        ("dārss", [("Dārzs", Rank.NEARLY)]),
        ("", []),
        ("kino", []),
    ],
)
def test_areas_are_found_by_name_without_diacritics_and_with_a_wrong_letter(block, typed, found):
    hits = block.store.read(find_areas, typed)
    assert [(each.name, each.rank) for each in hits] == found
