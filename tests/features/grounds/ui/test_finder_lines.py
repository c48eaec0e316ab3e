"""What is free is numbered; what is not says why."""

from __future__ import annotations

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries import AreaOffer, AreaRow, FreeTime
from openblock.features.grounds.rules.content import AreaContent, Span
from openblock.features.grounds.ui.finder_lines import area_lines, time_lines
from tests.features.grounds.outside import on

FIELD = AreaRow(1, 1, 1, AreaContent("O'Brien <b>&"))


def offer(left: int, *problems: Problem) -> AreaOffer:
    return AreaOffer(FIELD, left, problems)


def test_exactly_enough_places_are_enough():
    assert area_lines((offer(5),), 5)[0].fit
    (line,) = area_lines((offer(5),), 6)
    assert not line.fit
    assert line.reasons == "Not enough places for 6."


def test_a_warning_does_not_rule_an_area_out_and_an_error_does():
    warned = Problem("supervisor-open", Severity.WARNING, {"start": on(17, 9), "end": on(17, 10)})
    taken = Problem("booking-in-past", Severity.ERROR, {})
    lines = area_lines((offer(5, taken), offer(5, warned)), 1)
    assert [(each.fit, each.number, bool(each.warning)) for each in lines] == [
        (True, 1, True),
        (False, 0, False),
    ]


def test_the_tenth_time_has_no_digit():
    times = [FreeTime(Span(on(17, hour), on(17, hour + 1)), 1) for hour in range(7, 17)]
    lines = time_lines(times)
    assert [each.number for each in lines][-2:] == [9, 0]
    assert lines[0].title == "07:00–08:00"
