"""Commitments are kept for the rows they stand for, and refused where somebody is elsewhere."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from openblock.errors import RuleBroken
from openblock.features.accounts.queries import log_rows
from openblock.features.diary.commands import refuse_clashes
from openblock.features.diary.queries import commitments
from openblock.storage.log import LogFilter
from openblock.storage.store import Done
from openblock.ui.messages import words
from tests.features.diary.keeping import Keep, held, keep, kept

NAMES = {"trainee:3": "Zariņa Elīna", "officer:3": "Bērziņš Jānis"}.__getitem__


def read(store, *people):
    found = []

    def look(work, _request):
        whole = held(-1440, 2880)
        found.extend(commitments(work.session, people, whole.start, whole.end))
        return Done()

    look.__module__, look.__name__ = keep.__module__, keep.__name__
    store.run(look, None)
    return found


def refusing(store, *wanted, but=()):
    def ask(work, _request):
        refuse_clashes(work, wanted, NAMES, but=but, field="starts_at")
        return Done()

    ask.__module__, ask.__name__ = keep.__module__, keep.__name__
    store.run(ask, None)


def test_rows_stand_for_what_was_kept_last_and_for_nothing_else(store):
    mine, hers = held(540, 600, 1), held(540, 600, 1, "trainee:4")
    store.run(keep, Keep((1,), (mine, hers)))
    other = held(600, 660, 2)
    store.run(keep, Keep((2,), (other,)))
    assert read(store, "trainee:3", "trainee:4") == [mine, hers, other]
    moved = held(480, 540, 1)
    store.run(keep, Keep((1,), (moved,)))
    assert read(store, "trainee:3", "trainee:4") == [moved, other]
    store.run(keep, Keep((1, 2), ()))
    assert read(store, "trainee:3", "trainee:4") == []


def test_rows_of_another_kind_with_the_same_number_stay(store):
    duty = held(540, 600, 1, "officer:3", "duty")
    kept(store, duty)
    store.run(keep, Keep((1,), (held(540, 600, 1),)))
    store.run(keep, Keep((1,), ()))
    assert read(store, "officer:3") == [duty]


def test_two_rows_may_change_places(store):
    first, second = held(540, 600, 1), held(600, 660, 2)
    store.run(keep, Keep((1, 2), (first, second)))
    changed = (held(600, 660, 1), held(540, 600, 2))
    store.run(keep, Keep((1, 2), changed))
    assert read(store, "trainee:3") == sorted(changed)


def test_many_rows_are_kept_and_freed_at_once(store):
    many = tuple(held(n, n + 1, n + 1) for n in range(1200))
    store.run(keep, Keep((), many))
    assert read(store, "trainee:3") == list(many)
    store.run(keep, Keep(tuple(range(1, 1201)), ()))
    assert read(store, "trainee:3") == []


def test_what_went_past_the_rules_is_refused_by_the_database_and_nothing_is_written(store):
    kept(store, held(540, 600, 1))
    with pytest.raises(IntegrityError, match="overlap:commitments"):
        store.run(keep, Keep((2,), (held(660, 720, 2), held(599, 630, 3))))
    assert read(store, "trainee:3") == [held(540, 600, 1)]


def test_the_log_holds_the_rows_repeated_and_not_the_diary(store):
    heard = []
    store.listen(heard.append)
    store.run(keep, Keep((1,), (held(540, 600, 1),)))
    assert "commitments" in heard[0]
    (row,) = store.read(log_rows, LogFilter(operation="staff.add_officer"))
    assert row.changes == ()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("class", "Zariņa Elīna has a class"),
        ("shadowing", "Zariņa Elīna is on a shadowing shift"),
        ("unavailable", "Zariņa Elīna cannot come"),
        ("duty", "Zariņa Elīna is on duty"),
        ("booking", "Zariņa Elīna is booked for the grounds"),
        ("leave", "Zariņa Elīna has something else"),
    ],
)
def test_who_is_elsewhere_is_named_with_what_and_when(store, kind, told):
    kept(store, held(540, 600, 1, kind=kind))
    with pytest.raises(RuleBroken) as refusal:
        refusing(store, held(570, 630, 2, kind="other"))
    (problem,) = refusal.value.problems
    assert problem.field == "starts_at"
    assert words(refusal.value).startswith(f"{told} 22 Nov 09:00–10:00.")


def test_touching_ends_other_people_and_kinds_left_out_are_not_refused(store):
    kept(store, held(540, 600, 1))
    refusing(store, held(600, 660, 2), held(480, 540, 3), held(540, 600, 4, "officer:3"))
    refusing(store, held(540, 600, 5, kind="duty"), but=("class",))
    refusing(store)
    with pytest.raises(RuleBroken):
        refusing(store, held(540, 600, 5, kind="duty"), but=("duty",))
