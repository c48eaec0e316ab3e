"""Limits are changed by an administrator, logged with old and new, and taken back."""

from dataclasses import replace

import pytest

from openblock.errors import NotAllowed, RuleBroken, Severity
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.queries import limits
from openblock.features.roster.rules import Limits

STRICT = Limits(
    rest_severity=Severity.ERROR, rest_table=((720, 600), (1500, 1200)), weekly_rest=36 * 60
)


def test_changed_limits_are_in_force_and_can_be_taken_back(store):
    assert store.read(limits) == Limits()
    done = store.run(change_limits, ChangeLimits(STRICT))
    assert store.read(limits) == STRICT
    store.run(change_limits, ChangeLimits(replace(STRICT, weekly_rest=35 * 60)))
    assert store.read(limits).weekly_rest == 35 * 60
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(limits) == Limits()


def test_a_figure_that_cannot_be_a_limit_is_refused(store):
    with pytest.raises(RuleBroken):
        store.run(change_limits, ChangeLimits(Limits(weekly_window_days=0)))


def test_only_an_administrator_changes_limits(store_as):
    with pytest.raises(NotAllowed):
        store_as("senior_officer").run(change_limits, ChangeLimits(STRICT))
