"""A trainee's appointments: what stands, what is undecided, and no name but the mentor's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from openblock import clock
from openblock.calendars import calendar_file
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.sheets.appointments import appointments
from tests.features.shadowing.printed_practice import AT, away, card, settled, shadowing

DAY = date(2026, 11, 24)


def test_shifts_and_classes_have_stable_numbers_of_their_own_and_revisions():
    found = appointments(card((replace(shadowing(7, 1, DAY), version=3),)))
    assert [each.uid for each in found] == ["shadowing-7@openblock", "class-1@openblock"]
    assert [each.revision for each in found] == [3, 1]


def test_confirmed_hours_are_those_that_were_and_a_missed_shift_is_none():
    planned = shadowing(1, 1, DAY)
    actual = Span(planned.span.start, clock.at(DAY, 1000))
    missed = shadowing(2, 1, DAY, standing=Standing.MISSED)
    (found,) = appointments(card((settled(planned, span=actual), missed), classes=()))
    assert (found.starts_at, found.ends_at) == (actual.start, actual.end)


def test_what_needs_planning_anew_stays_in_the_calendar_as_undecided():
    row = shadowing(1, 1, DAY, standing=Standing.REPLAN)
    (found,) = appointments(card((row,), classes=()))
    assert found.is_open
    assert found.title == "Needs planning anew: Practice shift, mentor Āboliņš Laimonis"
    assert found.details == "the duty is gone"


def test_neither_the_trainee_nor_a_remark_nor_another_s_name_goes_out():
    absence = away(1, clock.at(DAY), clock.at(DAY, 600), "ārsts")
    row = replace(settled(shadowing(1, 1, DAY), remark="Kavēja."), planned_by="Liepiņa S.")
    made = card((row,), away=(absence,))
    content = calendar_file("Prakse", appointments(made), AT).decode()
    assert "Āboliņš Laimonis" in content.replace("\r\n ", "")
    for word in ("Ābele", "ārsts", "Kavēja", "Liepiņa"):
        assert word not in content.replace("\r\n ", "")


def test_a_class_without_a_title_is_called_a_class():
    made = card(())
    (row,) = made.classes
    bare = replace(row, content=replace(row.content, title=""))
    assert appointments(replace(made, classes=(bare,)))[0].title == "Class"
    assert appointments(made)[0].title == "Taktika"
