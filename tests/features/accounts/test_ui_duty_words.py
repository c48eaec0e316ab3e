"""The log says in words what was done to the roster, and a limit with both its figures."""

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import Severity
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.rights import RIGHTS
from openblock.features.accounts.ui.duty_words import duty_words
from openblock.features.accounts.ui.limit_words import limit_names, limit_words
from openblock.features.accounts.ui.log_words import about, what_changed
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.limits import DEFAULT_LIMITS
from openblock.storage.log import LogFilter
from tests.factories import with_duty, with_officer, with_templates


def newest(store):
    return store.read(log_rows, LogFilter())[0]


def test_every_deed_of_the_roster_that_has_words_is_one_the_rights_know():
    assert duty_words().keys() <= RIGHTS.keys()


def test_a_changed_limit_is_logged_by_its_name_with_the_figure_before_and_after(store):
    changed = Limits(weekly_rest=36 * 60, rest_severity=Severity.ERROR)
    store.run(change_limits, ChangeLimits(changed))
    assert what_changed(newest(store)) == (
        "Too little rest is: a warning, saved and marked → an error, refused; "
        "Weekly rest, in one piece: 35 h → 36 h"
    )
    assert "limit Weekly rest, in one piece" in about(newest(store))
    store.run(change_limits, ChangeLimits(replace(changed, weekly_rest=37 * 60)))
    assert what_changed(newest(store)) == "Weekly rest, in one piece: 36 h → 37 h"
    store.run(change_limits, ChangeLimits(replace(changed, weekly_rest=35 * 60)))
    assert what_changed(newest(store)) == "Weekly rest, in one piece: 37 h → 35 h"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rest_table", "13→11; 25→24 h"),
        ("weekly_window_days", "7 days"),
        ("reference_months", "4 months"),
        ("reference_anchor", "January"),
        ("overtime_limit", "144 h"),
        ("working_day", "8 h"),
        ("block_publish", "shown, the month is published"),
    ],
)
def test_a_default_reads_with_its_unit(name, said):
    assert limit_words(name, getattr(DEFAULT_LIMITS, name)) == said


def test_a_changed_duty_is_told_by_its_code_and_local_times_and_not_by_who_stood_in_the_row(store):
    with_templates(store)
    with_duty(store, with_officer(store), date(2026, 11, 22))
    told = what_changed(newest(store))
    start = "duty 1 (code: – → 24, day: – → 2026-11-22, ends_at: – → 23/11/2026 09:00"
    assert told.startswith(start)
    assert "changed_by" not in told
    assert "post" not in told


def test_every_limit_but_the_night_of_the_block_has_a_name():
    of_the_block = {"night_from", "night_to"}
    assert limit_names().keys() | of_the_block == set(Limits.__dataclass_fields__)
