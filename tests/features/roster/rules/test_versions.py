"""RO-10: what a version keeps of a cell, how two differ, and that a posted month asks why."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import RIGA, at
from openblock.errors import Severity
from openblock.features.roster.rules import (
    NOTHING,
    CellContent,
    differences,
    read,
    reason_problem,
    stored,
)

DAY = date(2026, 11, 22)
MONTH = date(2026, 11, 1)
DUTY = CellContent("24", at(DAY, 540), at(DAY, 1980), "vārti")

moments = st.integers(-2_000_000, 2_000_000).map(lambda n: at(DAY) + timedelta(minutes=n))
contents = st.one_of(
    st.just(NOTHING),
    st.builds(
        lambda start, minutes, **rest: CellContent(
            starts_at=start, ends_at=start + timedelta(minutes=minutes), **rest
        ),
        moments,
        st.integers(1, 1500),
        code=st.text(max_size=3),
        post=st.text(max_size=5),
        absence=st.sampled_from(["", "sick"]),
    ),
    st.builds(CellContent, absence=st.sampled_from(["", "leave"]), free=st.booleans()),
)
cells = st.tuples(st.integers(1, 3), st.dates(DAY, DAY + timedelta(days=2)))


@given(contents)
def test_ro_10_a_cell_comes_back_from_json_as_it_was(content):
    assert read(json.loads(json.dumps(stored(content)))) == content


def test_ro_10_an_empty_cell_keeps_nothing_and_an_instant_is_kept_in_utc():
    assert stored(NOTHING) == {}
    local = CellContent("24", DUTY.starts_at.astimezone(RIGA), DUTY.ends_at, "vārti")
    assert stored(local) == stored(DUTY)
    assert stored(DUTY)["starts_at"] == "2026-11-22T07:00:00+00:00"


@given(st.dictionaries(cells, contents), st.dictionaries(cells, contents))
def test_ro_10_the_differences_lead_from_one_version_to_the_other_and_none_is_idle(before, after):
    found = differences(before, after)
    reached = dict(before)
    for each in found:
        assert reached.get((each.officer_id, each.day), NOTHING) == each.before != each.after
        reached[each.officer_id, each.day] = each.after
    assert not differences(reached, after)
    assert [(each.day, each.officer_id) for each in found] == sorted(
        {(each.day, each.officer_id) for each in found}
    )


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", "roster-reason-needed"),
        ("four", "roster-reason-needed"),
        ("    a  b    ", "roster-reason-needed"),
        ("slims", None),
        ("x" * 500, None),
        ("x" * 501, "roster-reason-long"),
        ("↶ " + "x" * 500, None),
        ("↶ four", "roster-reason-needed"),
        ("a wedding\u202e", "text-not-printable"),
    ],
)
def test_ro_10_a_posted_month_changes_only_with_a_reason_of_five_characters(reason, code):
    problem = reason_problem(reason, MONTH, 3)
    assert (problem and problem.code) == code


def test_ro_10_the_reason_is_asked_for_as_a_warning_beside_its_field():
    problem = reason_problem("", MONTH, 3)
    assert (problem.severity, problem.field) == (Severity.WARNING, "reason")
    assert (problem.facts["month"], problem.facts["number"]) == (MONTH, 3)
