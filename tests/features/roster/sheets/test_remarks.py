"""What stands in words under a roster."""

from datetime import date

from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.versions import NOTHING
from openblock.features.roster.sheets.remarks import norm_of, remarks_of
from tests.features.roster.living_rosters import away, content, difference, duty, living, on


def test_a_duty_cut_by_an_absence_of_the_same_day_tells_the_hours_that_are_left():
    cut = duty(1, on(9), hours=(9, 14))
    roster = living(duties=(cut, duty(2, on(9))), absences={(1, on(9)): away(None, "X")})
    assert remarks_of(roster) == ("9 Nov Žagars E.: 24 only 09:00–14:00",)


def test_changes_stand_before_everything_else():
    cut = duty(1, on(9), hours=(9, 14))
    roster = living(
        duties=(cut,),
        absences={(1, on(9)): away(AbsenceKind.TRIP, "K")},
        changed=(difference(2, date(2026, 11, 20), content(duty(2, on(20))), NOTHING),),
    )
    assert remarks_of(roster) == (
        "■ 20 Nov Eglītis J.: 24 → –",
        "9 Nov Žagars E.: 24 only 09:00–14:00",
    )


def test_the_norm_says_that_absences_lower_it_where_there_are_any():
    assert norm_of(living()) == "Norm: 21 working days × 7.62 h"
    away_too = living(absences={(1, on(9)): away(None, "X")})
    assert norm_of(away_too).endswith("fewer for who is away")
