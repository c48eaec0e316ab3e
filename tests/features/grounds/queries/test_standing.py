"""A booking ahead says what is no longer as it was booked; one that is over says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import Problem, Severity
from openblock.features.grounds.commands import SaveArea, save_area
from openblock.features.grounds.queries import areas, booking_card
from openblock.features.grounds.queries.standing import needs_mending
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.features.roster.queries import roster
from openblock.features.staff.commands import ChangeOfficer, change_officer
from openblock.features.staff.queries import officer_card
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import codes, row

REASON = "as the test wants it"


def alter(block, name, **facts):
    found = next(each for each in block.store.read(areas) if each.area_id == block.areas[name])
    content = replace(found.content, **facts)
    block.store.run(save_area, SaveArea(found.area_id, found.version, content, reason=REASON))


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"active": False}, ["area-not-active"]),
        ({"hours": (((900, 960),),) * 7}, ["booking-outside-hours"]),
        ({"capacity": 3}, ["area-full"]),
        ({"longest": 30}, []),
        ({"ratio": 3}, ["supervisor-overloaded"]),
        ({"ratio": 4}, []),
        ({"capacity": 4}, []),
    ],
)
def test_an_area_that_changed_shows_on_its_bookings_ahead(block, facts, found):
    alter(block, "field", **facts)
    football = row(block, "football")
    assert codes(football.warnings) == found
    assert football.lost is None
    assert row(block, "gone").warnings == ()


@pytest.mark.parametrize(("ratio", "found"), [(5, []), (4, ["supervisor-overloaded"])])
def test_gr_06_two_groups_of_one_officer_count_together_once_a_ratio_is_tightened(
    block, ratio, found
):
    with_booking(
        block.store, block.hall, block.people("h"), on(16, 16), on(16, 17), officer_id=block.agnese
    )
    alter(block, "hall", ratio=ratio)
    assert codes(row(block, "football").warnings) == found


def test_settings_that_changed_show_on_the_bookings_ahead(block):
    block.set("daylight_margin", 60)
    number = with_booking(
        block.store, block.field, block.people("g"), on(17, 17), on(17, 18), officer_id=block.ilze
    )
    block.bookings = {**block.bookings, "late": number}
    block.set("daylight_margin", 120)
    assert codes(row(block, "late").warnings) == ["outside-daylight"]
    assert row(block, "football").warnings == ()


def test_a_pair_opened_later_shows_on_the_booking_they_share(block):
    pair = OpenKeepApart(block.residents["a"], block.residents["c"], "room", "a quarrel")
    block.store.run(open_keep_apart, pair)
    (apart,) = row(block, "football").warnings
    assert (apart.code, apart.severity) == ("guests-apart", Severity.WARNING)
    assert (apart.facts["one"], apart.facts["other"]) == ("Apsītis Jānis", "Celmiņš Jānis")


def test_a_roster_change_takes_the_officer_from_the_booking_and_gives_him_back(block):
    block.duty("agnese", 16, None)
    lost = row(block, "football").lost
    assert lost.code == "supervisor-off-duty"
    assert lost.facts["name"] == "Agneseska Jana"
    block.duty("agnese", 16, "24")
    assert row(block, "football").lost is None


@pytest.mark.parametrize(("last", "code"), [(15, "supervisor-off-duty"), (16, None)])
def test_gr_06_an_officer_who_has_left_watches_over_nothing_whatever_the_roster_shows(
    block, last, code
):
    card = block.store.read(officer_card, block.agnese)
    content = replace(card.content, last_day=date(2026, 9, last))
    block.store.run(change_officer, ChangeOfficer(block.agnese, card.version, content))
    lost = row(block, "football").lost
    assert (lost and lost.code) == code
    marks = block.store.read(roster, date(2026, 9, 14), date(2026, 9, 20)).problems
    marked = [each for each in marks if each.problem.code == "booking-lost-supervisor"]
    assert len(marked) == (code is not None)


def test_a_duty_that_ends_within_the_booking_does_not_hold_it(block):
    block.duty("agnese", 16, "8")
    lost = row(block, "football").lost
    assert lost.facts["duties"] == ((on(16, 8), on(16, 16)),)


def test_nobody_named_where_somebody_has_to_watch_is_lost_once_the_roster_is_laid(block):
    early = with_booking(block.store, block.field, block.people("h"), on(30, 10), on(30, 11))
    block.bookings = {**block.bookings, "early": early}
    shown = _on(block, early)
    assert (shown.lost, codes(shown.warnings)) == (None, ["supervisor-open"])
    block.duty("agnese", date(2026, 9, 30), "24")
    assert _on(block, early).lost.code == "supervisor-missing"


def _on(block, number):
    return block.store.read(booking_card, number, NOW).booking


def test_what_is_over_has_nothing_left_to_put_right(block):
    block.duty("agnese", 16, None)
    assert row(block, "football", on(16, 16.25)).lost is not None
    assert row(block, "football", on(16, 16.5)).lost is None


@pytest.mark.parametrize(
    ("severity", "override", "needs"),
    [
        (Severity.ERROR, "", True),
        (Severity.ERROR, "asked the governor", True),
        (Severity.WARNING, "", True),
        (Severity.WARNING, "asked the governor", False),
    ],
)
def test_a_warning_that_was_answered_needs_nobody_any_more(severity, override, needs):
    assert needs_mending(None, (Problem("x", severity),), override) is needs


def test_a_lost_officer_always_needs_somebody_and_an_ordinary_booking_nobody():
    assert needs_mending(Problem("supervisor-missing"), (), "answered")
    assert not needs_mending(None, (), "")
