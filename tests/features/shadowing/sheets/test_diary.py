"""The practice diary: every shift that stands, with what its mentor said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from openblock.features.shadowing.queries.rows import AddendumRow
from openblock.features.shadowing.rules.content import Mark, Standing
from openblock.features.shadowing.sheets.diary import competence_letter, diary
from tests.features.shadowing.printed_practice import (
    AT,
    COMPETENCES,
    card,
    settled,
    shadowing,
)

DAY = date(2026, 11, 9)


def test_shifts_stand_in_order_of_time_and_those_to_plan_anew_are_none():
    made = card()
    turned = replace(made, shadowings=tuple(reversed(made.shadowings)))
    lines = diary(turned, AT).lines
    assert [line.span for line in lines] == [row.span for row in made.shadowings[:5]]


def test_a_confirmed_shift_has_its_situations_its_remark_and_its_marks():
    line = diary(card(), AT).lines[1]
    assert line.seen == "Day shift, Morning count\nStrādāja rūpīgi."
    assert line.marks == "A3  B2"


def test_a_shift_that_waits_has_blanks_to_write_on():
    assert diary(card(), AT).lines[3].marks == "A:__  B:__  C:__"


def test_what_was_added_later_stands_below_with_its_day():
    later = AddendumRow("Arī vakara pārbaude.", "Dūmiņa A.", datetime(2026, 11, 14, 23, tzinfo=UTC))
    (line,) = diary(card((settled(shadowing(1, 1, DAY)),), addenda={1: (later,)}), AT).lines
    assert line.seen.splitlines()[-1] == "added 15/11/2026: Arī vakara pārbaude."


def test_who_did_not_come_has_the_reason_and_nothing_to_evaluate():
    row = settled(shadowing(1, 1, DAY), span=None, situations=(), evaluation={}, remark="Slims.")
    (line,) = diary(card((replace(row, standing=Standing.MISSED),)), AT).lines
    assert line.missed
    assert line.seen == "did not come\nSlims."
    assert line.marks == ""


def test_a_competence_out_of_use_keeps_its_letter_only_where_it_was_evaluated():
    old = tuple(replace(each, active=False) for each in COMPETENCES)
    row = settled(shadowing(1, 1, DAY), evaluation={3: Mark.WATCHED})
    sheet = diary(card((row,), competences=old), AT)
    assert sheet.competences == (("A", "Rules and routine"),)
    assert sheet.lines[0].marks == "A1"


def test_no_two_competences_have_the_same_letter():
    letters = [competence_letter(place) for place in range(60)]
    assert len(set(letters)) == 60
    assert letters[0] == "A"
