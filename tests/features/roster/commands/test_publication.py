"""Months are posted, taken back and closed; numbers are never used twice (RO-09, RO-10)."""

from datetime import date

import pytest

from openblock.clock import at, standing_at
from openblock.errors import KnownError
from openblock.features.roster.commands import (
    AddAddendum,
    ChangeLimits,
    CloseMonth,
    PublishMonth,
    SaveMinimum,
    add_addendum,
    change_limits,
    close_month,
    publish_month,
    save_minimum,
)
from openblock.features.roster.queries import month_state, versions
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules import Limits, Minimum
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_closed, with_published
from tests.features.roster.living import refusals, taken_back, typed, version_of

MONTH, NEXT = date(2026, 11, 1), date(2026, 12, 1)
LAST = date(2026, 11, 30)
AFTER = at(NEXT, 9 * 60)
REASON = "as the test wants it"


@pytest.fixture
def officer(store):
    with_templates(store)
    with standing_at(AFTER):
        yield with_officer(store)


def state(store):
    found = store.read(month_state, MONTH)
    return found.standing.value, found.number, found.posted


def made(store):
    return [each.kind for each in store.read(versions, MONTH)][::-1]


def test_ro_10_publishing_makes_the_next_version_of_all_that_stands_there(store, officer):
    with_duty(store, officer, LAST, "24")
    done = store.run(publish_month, PublishMonth(date(2026, 11, 17), 0, "  for the  wall "))
    assert (done.value, state(store)) == (1, ("published", 1, 1))
    assert version_of(store, MONTH, 1)[officer, LAST].code == "24"
    assert store.read(versions, MONTH)[0].reason == "for the wall"
    typed(store, officer, (LAST, "D"), reason=REASON)
    assert store.run(publish_month, PublishMonth(MONTH, 2)).value == 3
    assert state(store) == ("published", 3, 3)


def test_ro_10_a_publication_is_taken_back_and_done_again_with_numbers_of_their_own(store, officer):
    done = store.run(publish_month, PublishMonth(MONTH, 0))
    undone = taken_back(store, done)
    assert (state(store), made(store)) == (("draft", 2, 0), ["published", "withdrawn"])
    typed(store, officer, (LAST, "D"))
    taken_back(store, undone)
    assert (state(store), made(store)[-1]) == (("published", 3, 3), "published")
    assert version_of(store, MONTH, 1) != version_of(store, MONTH, 3)


def test_ro_10_the_version_posted_before_stays_posted_when_the_next_is_taken_back(store, officer):
    with_published(store, MONTH)
    typed(store, officer, (LAST, "D"), reason=REASON)
    done = store.run(publish_month, PublishMonth(MONTH, 2))
    taken_back(store, done)
    assert state(store) == ("published", 4, 1)
    assert version_of(store, MONTH, 4) == version_of(store, MONTH, 3)


def test_a_publication_that_was_changed_since_is_not_taken_back(store, officer):
    done = store.run(publish_month, PublishMonth(MONTH, 0))
    typed(store, officer, (LAST, "D"), reason=REASON)
    undo = done.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["roster-moved"]


def test_who_has_not_seen_the_newest_version_posts_and_closes_nothing(store, officer):
    with_published(store, MONTH)
    for command, request in (
        (publish_month, PublishMonth(MONTH, 0)),
        (close_month, CloseMonth(MONTH, 2)),
    ):
        with pytest.raises(KnownError, match="month-moved") as refused:
            store.run(command, request)
        assert refused.value.facts["number"] == 1


@pytest.mark.parametrize(("forbidden", "needed", "posts"), [
    (True, 1, False),
    (False, 1, True),
    (True, 0, True),
])  # fmt: skip
def test_ro_09_gaps_forbid_to_post_only_where_the_settings_say_so(
    store, officer, forbidden, needed, posts
):
    store.run(save_minimum, SaveMinimum(Minimum("Day", 540, 1260, needed)))
    store.run(change_limits, ChangeLimits(Limits(block_publish=forbidden)))
    if posts:
        with_published(store, MONTH)
    else:
        found = set(refusals(store, publish_month, PublishMonth(MONTH, 0)))
        assert len(found) == 1
        assert state(store) == ("draft", 0, 0)


def test_ro_10_a_month_is_closed_when_it_and_its_last_duty_are_over(store, officer):
    with_duty(store, officer, LAST, "24")
    request = CloseMonth(MONTH, 0)
    assert refusals(store, close_month, request) == ["month-not-published"]
    with_published(store, MONTH)
    request = CloseMonth(MONTH, 1)
    for moment in (at(NEXT, 0), at(NEXT, 539)):
        with standing_at(moment):
            assert refusals(store, close_month, request) == ["month-not-over"]
    before = store.read(time_sheet, MONTH).lines
    store.run(close_month, request)
    assert (state(store), store.read(time_sheet, MONTH).lines) == (("closed", 1, 1), before)
    assert refusals(store, close_month, request) == ["month-closed"]
    assert refusals(store, publish_month, PublishMonth(MONTH, 1)) == ["month-closed"]


def test_a_month_without_duties_is_over_at_its_midnight(store, officer):
    with_published(store, MONTH)
    with standing_at(at(LAST, 1439)):
        assert refusals(store, close_month, CloseMonth(MONTH, 1)) == ["month-not-over"]
    with standing_at(at(NEXT)):
        with_closed(store, MONTH)


def test_ro_10_a_closed_month_is_opened_again_until_it_is_corrected(store, officer):
    with_published(store, MONTH)
    done = store.run(close_month, CloseMonth(MONTH, 1))
    redone = taken_back(store, taken_back(store, done))
    addendum = AddAddendum(MONTH, officer, LAST, 60, 0, "an hour was forgotten")
    corrected = store.run(add_addendum, addendum)
    undo = redone.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["roster-moved"]
    taken_back(store, corrected)
    taken_back(store, redone)
    assert state(store) == ("published", 1, 1)


def test_a_closed_months_time_sheet_stands_still_whatever_happens_around_it(store, officer):
    with_duty(store, officer, date(2026, 10, 31), "24")
    with_published(store, MONTH)
    with_closed(store, MONTH)
    before = store.read(time_sheet, MONTH).lines
    typed(store, officer, (date(2026, 10, 31), None))
    store.run(change_limits, ChangeLimits(Limits(working_day=7 * 60)))
    assert store.read(time_sheet, MONTH).lines == before
