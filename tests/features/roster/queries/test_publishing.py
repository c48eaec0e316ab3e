"""Before a month is posted it says what is still wrong, and what of that forbids it."""

import json
from datetime import date

import pytest
from sqlalchemy.orm import Session

from openblock.features.roster.commands import (
    AcceptProblem,
    ChangeLimits,
    SaveMinimum,
    accept_problem,
    change_limits,
    save_minimum,
)
from openblock.features.roster.queries import publish_preview
from openblock.features.roster.queries.publishing import snapshot_of
from openblock.features.roster.rules import Limits, Minimum
from openblock.ui.messages import words
from tests.factories import with_duty, with_officer, with_templates
from tests.features.roster.days import DAY, NEXT

MONTH = date(2026, 11, 1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def test_every_open_problem_is_told_with_name_and_day_and_kept_ones_are_counted(store, officer):
    with_duty(store, officer, DAY, "24")
    with_duty(store, officer, NEXT, "N")
    found = store.read(publish_preview, DAY)
    (problem,) = found.problems
    assert (problem.facts["name"], problem.facts["day"]) == ("Bērziņš J.", NEXT)
    assert words(problem).startswith("Bērziņš J.")
    assert (found.kept, found.is_blocked, found.gaps) == (0, False, ())
    store.run(accept_problem, AcceptProblem(officer, NEXT, "rest-too-short", "nobody else"))
    found = store.read(publish_preview, MONTH)
    assert (found.problems, found.kept) == ((), 1)


@pytest.mark.parametrize("blocks", [False, True])
def test_ro_09_gaps_forbid_to_post_only_where_the_settings_say_so(store, officer, blocks):
    store.run(save_minimum, SaveMinimum(Minimum("Sestdienas", 540, 1260, 1, "", "6")))
    store.run(change_limits, ChangeLimits(Limits(block_publish=blocks)))
    found = store.read(publish_preview, MONTH)
    assert len(found.gaps) == 4
    assert found.is_blocked == blocks
    for day in (7, 14, 21, 28):
        with_duty(store, officer, date(2026, 11, day), "D")
    found = store.read(publish_preview, MONTH)
    assert (found.gaps, found.is_blocked) == ((), False)


def test_what_is_kept_is_plain_and_what_many_share_is_kept_once(store, officer):
    others = [with_officer(store, str(number), f"Ozols{number}") for number in (2, 3)]
    for each in (officer, *others):
        with_duty(store, each, DAY, "24")
    with_duty(store, officer, date(2026, 10, 31), "24")
    with_duty(store, others[0], date(2026, 10, 31), "8")
    with Session(store.engine.execution_options(readonly=True)) as session:
        found = snapshot_of(session, MONTH)
    assert json.loads(json.dumps(found)) == found
    assert [each["surname"] for each in found["people"]] == ["Bērziņš", "Ozols2", "Ozols3"]
    assert len(found["cells"]) == 3
    assert len({number for _who, _day, number in found["cells"]}) == 1
    # The morning of the first belongs to the duty of the day before; a day shift is over by then.
    assert [(who, day) for who, day, _number in found["reaching"]] == [(officer, "2026-10-31")]
