"""What the panel says of a booking, beside the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.queries.rows import BookingCard, SeriesRow
from openblock.features.grounds.rules.content import GroundsLimits, Light, Repeat, Span
from openblock.features.grounds.ui.fault_words import skip_word as word
from openblock.features.grounds.ui.panel_words import (
    fact_lines,
    history_lines,
    lost_heading,
    series_words,
    skipped_lines,
)
from tests.features.grounds.outside import NOW, TODAY, GroundsBlock, on


@pytest.fixture
def card(block: GroundsBlock) -> BookingCard:
    found = block.store.read(booking_card, block.football, NOW)
    assert found is not None
    return found


def facts(card: BookingCard, **limits: object) -> dict[str, str]:
    return dict(fact_lines(card, GroundsLimits(**limits)))  # type: ignore[arg-type]


def ending(card: BookingCard, hour: float) -> BookingCard:
    span = Span(on(16, 15), on(16, hour))
    return replace(card, booking=replace(card.booking, span=span))


def test_who_takes_part_and_who_watches_come_first(card: BookingCard) -> None:
    said = facts(card)
    assert list(said)[:2] == ["Participants", "Supervision"]
    assert said["Participants"] == "4 of 12"
    assert said["Supervision"] == "Agneseska Jana, 1 to 12"


def test_how_long_it_is_light_after_the_end_is_counted_to_the_minute(card: BookingCard) -> None:
    sets = card.light.sunset
    assert sets is not None
    minute = 1 / 60
    hour = 19 + 39 * minute if sets == on(16, 19 + 39 * minute) else 19 + 40 * minute
    assert facts(ending(card, hour))["Sunset"].endswith("0 min left")
    assert facts(ending(card, hour + minute))["Sunset"].endswith("1 min too late")
    assert facts(ending(card, hour - 1), margin=10)["Sunset"].endswith("50 min left")
    assert "Dusk" in facts(card, civil=True)


@pytest.mark.parametrize(("always", "said"), [(True, "light all day"), (False, "dark all day")])
def test_where_the_sun_does_not_set_or_rise_it_says_so(
    card: BookingCard, always: bool, said: str
) -> None:
    light = Light(TODAY, None, None, None, None, always)
    assert facts(replace(card, light=light))["Sunset"] == said


def test_indoors_the_sun_is_left_out(card: BookingCard) -> None:
    indoors = replace(card.area, content=replace(card.area.content, indoor=True))
    assert "Sunset" not in facts(replace(card, area=indoors))


def test_a_series_says_how_it_repeats_and_what_was_skipped() -> None:
    skipped = ((date(2026, 12, 13), ("outside-daylight",)), (date(2026, 12, 20), ("unheard-of",)))
    series = SeriesRow(
        1, 1, Repeat.WEEKLY, (6,), date(2026, 11, 22), date(2026, 12, 27), 1, skipped
    )
    assert series_words(series) == "every week: Su, until 27 Dec; 1 date left"
    assert dict(skipped_lines(series)) == {"13 Dec": "dark", "20 Dec": "not possible"}
    assert list(skipped_lines(None)) == []


def test_several_reasons_of_a_skipped_date_are_all_named() -> None:
    series = SeriesRow(
        *(1, 1, Repeat.DAILY, (), TODAY, TODAY, 0),
        ((TODAY, ("area-full", "guest-busy")),),
    )
    ((_day, why),) = skipped_lines(series)
    assert why == f"{word('area-full')}, {word('guest-busy')}"


def test_the_past_of_a_booking_is_told_in_words(block: GroundsBlock) -> None:
    gone = block.store.read(booking_card, block.gone, NOW)
    assert gone is not None
    said = list(history_lines(gone))
    assert said[0] == ("14 Sep 08:00", "booked, Anna Bērziņa")
    assert [what.partition(",")[0] for _when, what in said[1:]] == ["out", "back"]


def test_a_roster_not_laid_yet_is_no_lost_supervisor() -> None:
    assert lost_heading(Problem("supervisor-off-duty")) == "No supervisor"
    still = Problem("supervisor-open", Severity.WARNING)
    assert lost_heading(still) == "Supervisor still open"
