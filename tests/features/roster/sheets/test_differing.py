"""What a roster is other than posted, in lines for the wall."""

from dataclasses import replace

from openblock.features.roster.rules.absence import DEFAULT_LETTERS, AbsenceKind, Letters
from openblock.features.roster.rules.versions import NOTHING
from openblock.features.roster.sheets.differing import (
    before_and_after,
    change_lines,
    for_the_wall,
    letters_of,
)
from tests.features.roster.living_rosters import away, content, difference, duty, living, on


def test_neighbouring_days_that_became_the_same_are_one_line():
    sick = content(absence="sick")
    changed = tuple(
        difference(1, on(day), content(duty(1, on(day))) if day in {9, 13} else NOTHING, sick)
        for day in range(9, 16)
    )
    taken = difference(2, on(9), NOTHING, content(duty(2, on(9))))
    lines = change_lines(living(changed=(taken, *changed)))
    assert lines == (
        "■ 9 Nov–15 Nov Žagars E.: 24 → X",
        "■ 9 Nov Eglītis J.: – → 24",
    )


def test_a_posted_kind_keeps_the_letter_of_the_block():
    changed = (difference(1, on(9), content(duty(1, on(9))), content(absence="leave")),)
    absences = {(1, on(9)): away(AbsenceKind.LEAVE, "AT")}
    roster = living(changed=changed, absences=absences)
    assert change_lines(roster) == ("■ 9 Nov Žagars E.: 24 → AT",)
    assert letters_of(roster)[AbsenceKind.LEAVE] == Letters("AT", "AT")


def test_what_is_emptied_is_a_dash_and_a_gap_in_the_days_begins_a_new_line():
    changed = tuple(difference(1, on(day), content(duty(1, on(day))), NOTHING) for day in (1, 2, 5))
    assert change_lines(living(changed=changed)) == (
        "■ 1 Nov–2 Nov Žagars E.: 24 → –",
        "■ 5 Nov Žagars E.: 24 → –",
    )


def test_the_same_code_tells_its_times_or_else_its_post():
    whole = content(duty(1, on(1)))
    short = content(duty(1, on(1), hours=(9, 14)))
    assert before_and_after(whole, short, DEFAULT_LETTERS) == ("24 09:00–09:00", "24 09:00–14:00")
    moved = replace(whole, post="Vārti")
    assert before_and_after(whole, moved, DEFAULT_LETTERS) == ("24 (Postenis 1)", "24 (Vārti)")


def test_a_wall_hides_health_and_keeps_everything_else():
    assert for_the_wall(content(absence="sick")).absence == "X"
    leave = content(duty(1, on(1)), absence="leave")
    assert for_the_wall(leave) == leave
