"""What the figures of working time say of themselves."""

from datetime import date

import pytest

from openblock.features.roster.queries.figures import MonthSum


@pytest.mark.parametrize(
    ("worked", "corrected", "overtime"), [(9_000, 0, 120), (9_000, -150, -30), (8_880, 1, 1)]
)
def test_ro_07_a_months_overtime_has_its_corrections_and_may_be_negative(
    worked, corrected, overtime
):
    found = MonthSum(date(2026, 1, 1), worked, 0, 10_080, 8_880, 0, 0, corrected)
    assert found.overtime == overtime
