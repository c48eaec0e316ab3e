"""What features above hang on duties is joined here once, and shown to whoever may see it."""

from __future__ import annotations

import pytest

from openblock.errors import Problem, Severity
from openblock.features.roster.queries import DutyMark, Join, join, joined
from openblock.storage.acts import ASKER, Actor
from tests.features.roster.days import DAY, NEXT

CELL = (7, DAY)
MARK = DutyMark(7, DAY, Problem("practice-needs-replanning", Severity.WARNING))


class Asked:
    """As much of a session as a join is asked with: who asks."""

    def __init__(self, role: str | None) -> None:
        self.info = {} if role is None else {ASKER: Actor(1, "Anna", role)}


@pytest.fixture(autouse=True)
def nobody_joined(monkeypatch):
    monkeypatch.setattr(joined, "_joined", {})


def test_joining_twice_changes_nothing_and_names_order_the_features():
    first, second = Join("b"), Join("a")
    for each in (first, second, first):
        join(each)
    assert joined.joined() == (second, first)


def test_what_two_features_know_of_one_duty_stands_side_by_side():
    join(Join("b", lambda *_a: (MARK,), lambda *_a: {CELL: ("Zariņa E.",)}))
    join(Join("a", beside=lambda *_a: {CELL: ("Būve 2",), (8, DAY): ("Liepa A.",)}))
    asked = Asked("duty_officer")
    assert joined.marks_between(asked, DAY, NEXT) == (MARK,)
    assert joined.beside_between(asked, DAY, NEXT) == {
        CELL: ("Būve 2", "Zariņa E."),
        (8, DAY): ("Liepa A.",),
    }


@pytest.mark.parametrize("role", ["trainee", None])
def test_tr_15_a_trainee_sees_nothing_of_what_others_do_on_a_duty(role):
    join(Join("a", lambda *_a: (MARK,), lambda *_a: {CELL: ("Zariņa E.",)}))
    assert joined.marks_between(Asked(role), DAY, NEXT) == ()
    assert joined.beside_between(Asked(role), DAY, NEXT) == {}


def test_what_must_not_be_taken_away_is_refused_whoever_asks():
    refused = Problem("practice-confirmed-on-duty")
    join(Join("a", refusals=lambda _session, changes: (refused,) if changes else ()))
    join(Join("b"))
    change = joined.DutiesChange(7, "Bērziņš Jānis", (), ())
    assert joined.refusals_of(Asked(None), (change,)) == (refused,)
    assert joined.refusals_of(Asked(None), ()) == ()
