"""A year of random rosters: every total of every sheet against a count of every single minute.

The count is in ``tests.features.roster.years`` and shares no code with what is tested; here only
commands and queries are the program's.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, date, datetime
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from openblock.clock import standing_at
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    RefreshCalendar,
    SaveTemplate,
    change_cells,
    refresh_calendar,
    save_template,
)
from openblock.features.roster.commands.absences import save_absence
from openblock.features.roster.commands.call_outs import save_call_out
from openblock.features.roster.commands.requests import SaveAbsence, SaveCallOut
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.queries.working_time import working_time
from openblock.features.roster.rules import TemplateShape
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.features.staff.queries import officers
from tests.factories import with_officer, with_templates
from tests.features.roster.years import (
    CODES,
    NORMS_2026,
    Count,
    Month,
    Year,
    month_days,
    month_of,
    random_year,
    works,
)

THOROUGH = "OPENBLOCK_THOROUGH" in os.environ


def enter(store, made: Year, badge: str) -> int:
    officer = with_officer(store, badge, active_from=made.began, last_day=made.ended)
    edits = tuple(CellEdit(officer, day, code) for day, code in made.codes.items())
    if edits:
        store.run(change_cells, ChangeCells(edits))
    for each in made.away:
        content = AbsenceContent(
            officer,
            AbsenceKind(each.kind),
            each.first,
            each.last,
            each.from_minute,
            each.to_minute,
        )
        store.run(save_absence, SaveAbsence(content))
    for start, end in made.called:
        store.run(save_call_out, SaveCallOut(officer, start, end, "izsaukums"))
    return officer


def judge_line(store, made: Year, officer: int, number: int, months: list[Month]) -> None:
    """The sheet of one month; ``months`` are those of its block so far."""
    sheet = store.read(time_sheet, date(made.year, number, 1))
    lines = [each for each in sheet.lines if each.officer_id == officer]
    due = months[-1]
    assert sheet.norm == 480 * sum(works(day) for day in month_days(made.year, number))
    if not due.served and not any(due.hours):
        assert lines == []
        return
    (line,) = lines
    assert list(line.hours) == due.hours
    assert list(line.nights) == due.nights
    assert list(line.kinds) == due.kinds
    assert [list(each) for each in line.call_outs] == due.called
    assert (line.worked, line.night) == (sum(due.hours), sum(due.nights))
    assert (line.norm, line.full_norm, line.served_days) == (due.norm, due.full_norm, due.served)
    assert line.overtime == due.overtime
    assert line.worked_days == sum(1 for minutes in due.hours if minutes)
    assert line.days_of == Counter(kind for kind in due.kinds if kind)
    block = [each.overtime for each in months] + [None] * (4 - len(months))
    assert list(line.block) == block
    assert line.block_sum == sum(each.overtime for each in months)


def judge_account(store, made: Year, officer: int, number: int, months: list[Month]) -> None:
    """RO-06, RO-07: the average and the overtime of the period so far."""
    found = store.read(working_time, officer, date(made.year, number, 1))
    worked = sum(sum(each.hours) for each in months)
    counted = sum(each.served - sum(map(bool, each.kinds)) for each in months)
    assert found.counted_days == counted
    assert found.overtime == sum(each.overtime for each in months)
    assert sum(each.minutes for each in found.duties) == worked
    assert sum(each.night_minutes for each in found.duties) == sum(
        sum(each.nights) for each in months
    )
    over = {each.code for each in found.problems} & {"average-over", "overtime-over"}
    if counted:
        exact = Fraction(worked * 7, counted)
        assert found.average == ceil(exact)
        assert ("average-over" in over) is (exact > 48 * 60)
    assert ("overtime-over" in over) is (found.overtime > 144 * 60)


def test_the_table_of_working_days_gives_the_hours_published_for_2026():
    found = [8 * sum(works(day) for day in month_days(2026, number)) for number in range(1, 13)]
    assert tuple(found) == NORMS_2026


@pytest.fixture
def block(store):
    with_templates(store)
    for code in ("V", "R"):
        store.run(save_template, SaveTemplate(TemplateShape(code, code, *CODES[code])))
    # Kept in the file, as every start keeps them: read from the library they cost the most here.
    store.run(refresh_calendar, RefreshCalendar(2025, 2029))
    return store


@settings(
    max_examples=150 if THOROUGH else 4,
    derandomize=not THOROUGH,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# One who begins and leaves in the middle of months, often away and often called out.
@example(74)
@given(st.integers(0, 2**32))
def test_every_total_of_a_year_is_what_a_count_of_every_minute_gives(block, seed):
    made = random_year(seed)
    with standing_at(datetime(made.year + 1, 2, 1, tzinfo=UTC)):
        officer = enter(block, made, str(len(block.read(officers))))
        count = Count()
        for span in (*made.duties, *made.called):
            count.add(*span)
        months = [month_of(made, count, number) for number in range(1, 13)]
        for number in range(1, 13):
            so_far = months[(number - 1) // 4 * 4 : number]
            judge_line(block, made, officer, number, so_far)
            judge_account(block, made, officer, number, so_far)
