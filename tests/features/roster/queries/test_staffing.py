"""The staffing strip: the fewest on duty for each day, over midnight and on a post."""

from datetime import timedelta

import pytest

from openblock.features.roster.queries import MinimumRow
from openblock.features.roster.queries.staffing import staffing_lines
from openblock.features.roster.rules import DayKind, Minimum, PlainDay, TemplateShape
from tests.features.roster.days import DAY, NEXT

WHOLE = TemplateShape("24", "diennakts", 540, 1440)
DAYS = (PlainDay(DAY, DayKind.WEEKEND), PlainDay(NEXT, DayKind.WORKDAY))


@pytest.mark.parametrize(
    ("begun", "counts"),
    [(DAY - timedelta(days=1), (0, 0)), (DAY, (1, 0)), (NEXT, (0, 1))],
)
def test_a_shift_counts_for_the_night_it_stands_through(begun, counts):
    night = MinimumRow(1, Minimum("Nakts", 1260, 540, 1), 1)
    (line,) = staffing_lines([night], DAYS, [WHOLE.on(begun)])
    assert line.counts == counts
    assert len(line.gaps) == counts.count(0)


def test_the_early_hours_of_a_day_belong_to_the_shift_of_the_day_before():
    early = MinimumRow(1, Minimum("Rīts", 360, 540, 1), 1)
    (line,) = staffing_lines([early], DAYS, [WHOLE.on(DAY)])
    assert line.counts == (0, 1)


def test_a_day_a_minimum_does_not_begin_on_has_no_count_and_is_not_short():
    sunday = MinimumRow(1, Minimum("Svētdiena", 540, 1260, 2, weekdays="7"), 1)
    (line,) = staffing_lines([sunday], DAYS, [WHOLE.on(DAY)])
    assert (line.counts, line.short_days, len(line.gaps)) == ((1, None), 1, 1)


def test_a_post_nobody_stands_on_is_a_gap():
    gate = MinimumRow(1, Minimum("Vārti", 540, 1260, 1, "vārti"), 1)
    (line,) = staffing_lines([gate], DAYS, [WHOLE.on(DAY, "korpuss"), WHOLE.on(NEXT, "vārti")])
    assert line.counts == (0, 1)
