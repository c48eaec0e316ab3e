"""Each date of a series says what becomes of it without its colour, and why."""

from __future__ import annotations

from datetime import date

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries import SeriesDate
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.ui.series_dates import counts_words, date_columns, warnings_of
from tests.features.grounds.outside import on

CLOSED = Problem(
    "area-closed",
    facts={
        "area": "Dārzs",
        "start": on(18, 8),
        "end": on(18, 20),
        "reason": "repair",
        "remark": "",
    },
)
OPEN = Problem("supervisor-open", Severity.WARNING, {"start": on(19, 10), "end": on(19, 11)})


def dated(day: int, *problems: Problem, skipped: bool = False) -> SeriesDate:
    return SeriesDate(date(2026, 9, day), Span(on(day, 10), on(day, 11)), problems, skipped)


DATES = (dated(17), dated(18, CLOSED, OPEN, skipped=True), dated(19, OPEN), dated(20, OPEN))


def test_the_signs_tell_them_apart():
    booked = date_columns()[1]
    assert [booked.show(each) for each in DATES] == [
        "✓",
        "✕ skipped",
        "▲ with a reason",
        "▲ with a reason",
    ]


def test_of_a_skipped_date_only_what_leaves_it_out_is_said():
    why = date_columns()[-1].show
    assert "Dārzs" in why(DATES[1])
    assert why(dated(18, OPEN)) not in why(DATES[1])


def test_dates_are_counted_and_a_warning_asked_about_once():
    assert counts_words(DATES) == "3 dates to book, 1 skipped"
    assert [each.code for each in warnings_of(DATES)] == ["supervisor-open"]
