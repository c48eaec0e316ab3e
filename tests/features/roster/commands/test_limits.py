"""Limits are changed by an administrator, logged with old and new, and taken back."""

from dataclasses import replace

import pytest

from openblock.errors import NotAllowed, RuleBroken, Severity
from openblock.features.accounts.queries import log_rows
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.queries import limits
from openblock.features.roster.rules import Limits
from openblock.storage.log import LogFilter

STRICT = Limits(
    rest_severity=Severity.ERROR, rest_table=((720, 600), (1500, 1200)), weekly_rest=36 * 60
)
LONGER = Limits(weekly_rest=36 * 60)


def newest(store):
    return store.read(log_rows, LogFilter())[0]


def logged(store):
    """What the newest row of the log says was in force, and is."""
    changes = newest(store).changes
    old = [each["old"] for each in changes if "old" in each]
    new = [each["new"] for each in changes if "new" in each]
    return (old[0]["name"], old[0]["value"], new[-1]["name"], new[-1]["value"])


def test_changed_limits_are_in_force_and_can_be_taken_back(store):
    assert store.read(limits) == Limits()
    done = store.run(change_limits, ChangeLimits(STRICT))
    assert store.read(limits) == STRICT
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(limits) == Limits()


def test_the_limits_of_working_time_come_back_as_they_were_set(store):
    changed = Limits(
        average_week=44 * 60,
        reference_months=6,
        reference_anchor=3,
        overtime_limit=100 * 60,
        block_publish=True,
    )
    store.run(change_limits, ChangeLimits(changed))
    assert store.read(limits) == changed


def test_every_change_of_a_limit_is_logged_with_the_figure_that_was_in_force(store):
    store.run(change_limits, ChangeLimits(LONGER))
    assert logged(store) == ("weekly_rest", "2100", "weekly_rest", "2160")
    store.run(change_limits, ChangeLimits(Limits(weekly_rest=37 * 60)))
    assert logged(store) == ("weekly_rest", "2160", "weekly_rest", "2220")
    store.run(change_limits, ChangeLimits(Limits()))
    assert logged(store) == ("weekly_rest", "2220", "weekly_rest", "2100")
    assert newest(store).subjects == (("limit", "weekly_rest"),)


def test_two_editors_of_different_limits_do_not_undo_each_other(store):
    store.run(change_limits, ChangeLimits(LONGER, seen=Limits()))
    store.run(change_limits, ChangeLimits(Limits(working_day=7 * 60), seen=Limits()))
    assert store.read(limits) == Limits(weekly_rest=36 * 60, working_day=7 * 60)


def test_a_limit_somebody_else_has_changed_since_is_refused_beside_its_field(store):
    store.run(change_limits, ChangeLimits(LONGER, seen=Limits()))
    with pytest.raises(RuleBroken) as refused:
        store.run(change_limits, ChangeLimits(Limits(weekly_rest=34 * 60), seen=Limits()))
    assert [(p.code, p.field) for p in refused.value.problems] == [("limit-moved", "weekly_rest")]
    assert store.read(limits) == LONGER


def test_an_undo_of_limits_that_have_moved_on_is_refused(store):
    done = store.run(change_limits, ChangeLimits(LONGER))
    store.run(change_limits, ChangeLimits(replace(LONGER, weekly_rest=37 * 60)))
    with pytest.raises(RuleBroken, match="limit-moved"):
        store.run(done.undo.command, done.undo.request, undoes=True)


def test_a_figure_that_cannot_be_a_limit_is_refused(store):
    with pytest.raises(RuleBroken):
        store.run(change_limits, ChangeLimits(Limits(weekly_window_days=0)))


def test_only_an_administrator_changes_limits(store_as):
    with pytest.raises(NotAllowed):
        store_as("senior_officer").run(change_limits, ChangeLimits(STRICT))
