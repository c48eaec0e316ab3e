"""A timeline gives what overlaps a time, by its beginning; touching ends do not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.grounds.queries.timeline import Timeline, timelines
from openblock.features.grounds.rules.content import Span

START = datetime(2026, 9, 16, tzinfo=UTC)
HOUR = timedelta(hours=1)


def hours(start: int, end: int) -> Span:
    return Span(START + start * HOUR, START + end * HOUR)


spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda each: (each[0], sum(each)))


@given(st.lists(spans, max_size=12), spans)
def test_a_timeline_finds_what_a_look_at_everything_finds(held, wanted):
    things = [(hours(*each), number) for number, each in enumerate(held)]
    found = {thing for _span, thing in Timeline(things).meeting(hours(*wanted))}
    assert found == {thing for span, thing in things if span.meets(hours(*wanted))}


def test_what_only_touches_is_not_found():
    line = Timeline([(hours(0, 2), "before"), (hours(2, 3), "there"), (hours(3, 4), "after")])
    assert line.meeting(hours(2, 3)) == ((hours(2, 3), "there"),)


def test_each_key_has_a_timeline_of_its_own():
    held = [("a", hours(0, 2)), ("b", hours(0, 2)), ("a", hours(1, 3))]
    lines = timelines(held, lambda each: each[0], lambda each: each[1])
    assert [thing for _span, thing in lines["a"].meeting(hours(0, 4))] == [held[0], held[2]]
    assert set(lines) == {"a", "b"}
