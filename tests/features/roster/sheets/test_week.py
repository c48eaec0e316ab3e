"""A week for the wall: every duty with its times."""

from datetime import date

from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.sheets.week import monday_of, week_number, week_of
from tests.features.roster.living_rosters import away, duty, living, plain_days

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 29)


def test_a_duty_stands_with_its_times_and_an_absence_with_its_letter():
    night = duty(2, date(2026, 11, 24), "N", (21, 33))
    absences = {(1, FIRST): away(AbsenceKind.SICK, "S")}
    sheet = week_of(living((night,), absences, days=plain_days(FIRST, LAST)))
    first, second, _third = sheet.bands[0].officers
    assert (second.cells[1].code, second.cells[1].times) == ("N", "21:00–09:00")
    assert (first.cells[0].code, first.cells[0].absence) == ("", "X")
    assert sheet.away == (("X", "other absence"),)


def test_the_week_is_named_by_its_number_and_its_days():
    sheet = week_of(living(days=plain_days(FIRST, LAST)))
    assert (sheet.state, sheet.period) == ("Week 48", "23 Nov–29/11/2026")
    assert [each.head for each in sheet.days][::6] == ["23 Nov", "29 Nov"]
    assert sheet.days[0].letters == "Monday"
    assert not sheet.with_norm


def test_the_week_of_new_year_belongs_to_the_year_of_its_thursday():
    assert week_number(date(2026, 12, 28)) == "DN-2026-53"
    assert week_number(date(2027, 1, 4)) == "DN-2027-01"
    assert monday_of(date(2027, 1, 3)) == date(2026, 12, 28)
