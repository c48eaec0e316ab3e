"""What an absence would do is told in words: lost and cut duties, what hangs on them, the norm."""

from __future__ import annotations

from openblock import clock
from openblock.features.roster.queries.rows import AbsencePreview, DutyLost
from openblock.features.roster.ui.absence_preview import duty_words, preview_parts
from tests.features.roster.ui.living import on
from tests.features.roster.ui.test_gap_words import gap

WHOLE = DutyLost(
    1, on(24), "24", "Gate", clock.at(on(24), 540), clock.at(on(25), 540), None, ("Zariņa Elīna",)
)
CUT = DutyLost(
    1, on(21), "24", "", clock.at(on(22), 292), clock.at(on(22), 540), clock.at(on(22), 292)
)


def test_a_lost_duty_falls_away_and_a_cut_one_says_what_is_left_open():
    assert duty_words(WHOLE) == "24, 24 Nov, Gate (09:00–09:00) falls away."
    assert duty_words(CUT) == "24, 21 Nov ends at 04:52; 04:52–09:00 are left open."


def test_what_hangs_on_it_and_the_hours_short_stand_under_their_headings():
    preview = AbsencePreview((CUT, WHOLE), (gap(24, 540, 720),), (), working_days=1)
    shown = {title: lines for title, lines, _kind in preview_parts(preview)}
    assert shown["What hangs on them"] == ["24 Nov: Zariņa Elīna"]
    assert shown["Short of officers then"] == ["24 Nov: 09:00–12:00: 2 on duty, 3 needed."]
    assert shown["Working time"] == ["1 working day is taken off the norm."]


def test_an_absence_that_takes_nothing_says_so():
    shown = {title: lines for title, lines, _ in preview_parts(AbsencePreview((), (), (), 2))}
    assert shown["Duties it takes away"] == ["None."]
    assert not shown["What hangs on them"]
    assert shown["Working time"] == ["2 working days are taken off the norm."]
    at_rest = {title: lines for title, lines, _ in preview_parts(AbsencePreview((), (), (), 0))}
    assert at_rest["Working time"] == ["The norm stays as it is."]
