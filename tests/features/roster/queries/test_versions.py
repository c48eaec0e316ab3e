"""Versions of a month: what stood in each, how two differ, and what of that is told to whom."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from openblock.clock import at, standing_at
from openblock.features.roster.commands import (
    PublishMonth,
    PutInSubstitute,
    publish_month,
    put_in_substitute,
)
from openblock.features.roster.queries import comparison, version_roster, versions
from openblock.features.roster.queries.contents import month_contents
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.versions import content_of
from openblock.features.roster.rules.absence import HIDDEN, AbsenceKind
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_published
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.living import taken_back, typed

OCTOBER, MONTH = date(2026, 10, 1), date(2026, 11, 1)
REASON = "as the test wants it"


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def asked(store, read, *what):
    with Session(store.engine.execution_options(readonly=True)) as session:
        return read(session, *what)


def told(found):
    return [
        (each.day, each.before.code, each.after.code, each.number) for each in found.differences
    ]


def test_ro_10_every_version_counts_the_cells_it_changed_newest_first(store, officer):
    with_published(store, MONTH)
    typed(store, officer, (DAY, "D"), (NEXT, "D"), reason="two days of training")
    found = store.read(versions, DAY)
    assert [(each.number, each.kind, each.changed, each.reason) for each in found] == [
        (2, "changed", 2, "two days of training"),
        (1, "published", 0, ""),
    ]
    assert store.read(versions, date(2026, 12, 1)) == ()


def test_two_versions_differ_by_what_lies_between_them(store, officer):
    with_duty(store, officer, DAY, "24")
    with_published(store, MONTH)
    typed(store, officer, (DAY, "D"), reason=REASON)
    typed(store, officer, (NEXT, "N"), reason=REASON)
    typed(store, officer, (DAY, "N"), (NEXT, None), reason=REASON)
    assert told(store.read(comparison, MONTH, 1)) == [(DAY, "24", "N", 4)]
    assert told(store.read(comparison, MONTH, 2, 3)) == [(NEXT, "", "N", 3)]
    assert told(store.read(comparison, MONTH, 3, 1)) == [(DAY, "D", "24", 0), (NEXT, "N", "", 0)]
    assert told(store.read(comparison, MONTH, 3, 3)) == []
    assert store.read(comparison, MONTH, 1).until == 4


def test_what_was_changed_in_a_draft_is_put_down_to_the_version_that_posted_it(store, officer):
    with_duty(store, officer, DAY, "24")
    with_published(store, MONTH)
    done = store.run(publish_month, PublishMonth(MONTH, 1, "once more"))
    assert done.value == 2
    taken_back(store, done)
    assert [each.kind for each in store.read(versions, MONTH)] == [
        "withdrawn",
        "published",
        "published",
    ]
    typed(store, officer, (DAY, "D"), reason=REASON)
    store.run(publish_month, PublishMonth(MONTH, 4, "for the wall"))
    assert told(store.read(comparison, MONTH, 1, 5)) == [(DAY, "24", "D", 4)]
    assert asked(store, content_of, MONTH, 5) == asked(store, month_contents, MONTH)


def test_a_month_that_was_never_posted_has_nothing_to_compare(store, officer):
    with_duty(store, officer, DAY, "24")
    found = store.read(comparison, MONTH, 0)
    assert (found.differences, found.until) == ((), 0)
    assert asked(store, content_of, MONTH, 0) == {}


@pytest.mark.parametrize(
    ("role", "kind", "told_as"),
    [
        ("senior_officer", AbsenceKind.SICK, ("sick", "S", REASON)),
        ("auditor", AbsenceKind.SICK, ("sick", "S", REASON)),
        ("duty_officer", AbsenceKind.SICK, (HIDDEN, HIDDEN, "")),
        ("trainee", AbsenceKind.OTHER, (HIDDEN, HIDDEN, "")),
        ("trainee", AbsenceKind.LEAVE, ("leave", "A", REASON)),
    ],
)
def test_neither_the_kind_nor_the_reason_tells_why_somebody_is_away(
    store, store_as, officer, role, kind, told_as
):
    # The duty of the last of October is cut by it: that change has no absence in its own month.
    with_duty(store, officer, date(2026, 10, 31), "24")
    for month in (OCTOBER, MONTH):
        with_published(store, month)
    with_absence(store, officer, MONTH, kind=kind)
    reader = store_as(role)
    for month in (OCTOBER, MONTH):
        (found,) = reader.read(comparison, month, 1).differences
        assert found.reason == reader.read(versions, month)[0].reason == told_as[2]
        shown = reader.read(version_roster, month, 2)
        assert list(shown.changed.values()) == [found]
    assert (found.after.absence, shown.absences[officer, MONTH].code) == told_as[:2]


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 4), st.sampled_from(["D", "N", "8", "B", "S", "A", None, "post", "undo"])
        ),
        min_size=3,
        max_size=10,
    )
)
def test_every_version_holds_what_stood_there_when_it_was_made(store, steps):
    if not store.read(versions, MONTH):
        with_templates(store)
        with_officer(store)
        with_published(store, MONTH)
    kept, done = {}, None
    for number, code in steps:
        if code == "post":
            with_published(store, MONTH)
        elif code == "undo":
            if done is not None and done.undo is not None:
                taken_back(store, done)
                done = None
        else:
            done = typed(store, 1, (DAY + timedelta(days=2 * (number % 4)), code), reason=REASON)
        newest = store.read(versions, MONTH)[0].number
        kept[newest] = asked(store, month_contents, MONTH)
    for number, content in kept.items():
        assert asked(store, content_of, MONTH, number) == content


def test_the_reason_of_an_exchange_is_told_as_little_by_versions_as_by_the_exchange(
    store, store_as, officer
):
    other = with_officer(store, "2", "Kalniņa")
    with_duty(store, officer, MONTH, "D")
    with_published(store, MONTH)
    duty = store.read(open_duty, officer, MONTH)
    with standing_at(at(MONTH, 60)):
        with_absence(store, officer, MONTH)
    put = PutInSubstitute(
        *(officer, MONTH, "D", duty.starts_at, duty.ends_at, duty.post, other, "has got the flu")
    )
    with standing_at(at(MONTH, 120)):
        done = store.run(put_in_substitute, put)
    reader = store_as("duty_officer")
    assert reader.read(versions, MONTH)[0].reason == ""
    assert [each.reason for each in reader.read(comparison, MONTH, 1).differences] == ["", ""]
    assert store.read(versions, MONTH)[0].reason == "has got the flu"
    # The same words are no more anybody's where they are given for something else.
    with standing_at(at(MONTH, 180)):
        typed(store, other, (date(2026, 11, 20), "D"), reason="has got the flu")
        typed(store, other, (date(2026, 11, 21), "D"), reason="a visit was moved")
    told = [each.reason for each in reader.read(versions, MONTH)]
    assert told == ["a visit was moved", "", "", "", ""]
    # Taken back, the exchange is gone, and its words stay what they were.
    with standing_at(at(MONTH, 240)):
        taken_back(store, done)
    assert [each.reason for each in reader.read(versions, MONTH)] == ["", *told]
    assert store.read(versions, MONTH)[0].reason == "↶ has got the flu"


def test_of_what_was_taken_back_no_reason_is_told_to_who_does_not_plan(store, store_as, officer):
    with_published(store, MONTH)
    taken_back(store, typed(store, officer, (MONTH, "D"), reason="has got the flu"))
    assert [each.reason for each in store_as("trainee").read(versions, MONTH)] == ["", "", ""]
    newest = store.read(versions, MONTH)[:2]
    assert [each.reason for each in newest] == ["↶ has got the flu", "has got the flu"]
