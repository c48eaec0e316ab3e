"""What bars say in themselves and in full."""

from __future__ import annotations

from dataclasses import replace

from openblock.clock import FOREVER
from openblock.features.rooms.ui.board import wording
from tests.features.rooms.ui.board.invented import NOW, moment


def bar_of(read, name, starts=None):
    return next(
        bar
        for bar in read.board.bars
        if bar.assignment.name.startswith(name)
        and starts in {None, bar.assignment.content.starts_at}
    )


def test_a_planned_bar_says_from_when_and_from_which_bed(read):
    bar = bar_of(read, "Vanags", moment(11, 22, 17))
    assert wording.remark_of(bar, NOW) == "from 22 Nov 17:00, moves from 102 D"
    assert wording.remark_of(replace(bar, moved_from=""), NOW) == "from 22 Nov 17:00"


def test_a_present_bar_says_how_it_ends(read):
    assert wording.remark_of(bar_of(read, "Kļaviņš"), NOW) == "until 26 Nov 09:00"
    assert wording.remark_of(bar_of(read, "Ķēniņš", moment(9, 1)), NOW) == "24 Nov to 106 C"
    assert wording.remark_of(bar_of(read, "Čerņavskis"), NOW) == "leaves 3 Dec"
    assert wording.remark_of(bar_of(read, "Bērziņš"), NOW) == ""
    assert wording.remark_of(bar_of(read, "Lūsis"), NOW) == ""


def test_the_whole_bar_is_said_with_its_reason_and_its_problem(read):
    said = wording.spoken_bar(bar_of(read, "Vanags", moment(11, 21, 17)), NOW)
    assert said.startswith("102 D: Vanags Jānis, now, from 21/11/2026 17:00 to 22/11/2026 17:00.")
    assert "Reason: Other reason, as planned." in said
    assert "Goes on to 101 D." in said
    assert "kept apart" in said
    planned = wording.spoken_bar(bar_of(read, "Vanags", moment(11, 22, 17)), NOW)
    assert "planned, from 22/11/2026 17:00, no end yet" in planned
    assert "Comes from 102 D." in planned
    assert "past" in wording.spoken_bar(bar_of(read, "Lūsis"), NOW)


def test_a_hold_says_for_whom_and_until_when(read):
    (row,) = read.board.holds
    assert wording.hold_text(row) == "R the court's convoy"
    said = wording.spoken_hold("107 C", row)
    assert said.startswith("107 C: reserved for the court's convoy, from 22/11/2026 04:52")
    named = replace(row, name="Zālītis Kaspars")
    assert wording.hold_text(named) == "R Zālītis Kaspars"
    assert wording.spoken_hold("107 C", named).endswith("the court's convoy")


def test_a_closure_says_its_reason_and_when_it_is_expected_to_end(read):
    (row,) = read.board.closures
    assert wording.closure_text(row) == "S Repair 9 Nov – 30 Nov"
    open_ended = replace(row, content=replace(row.content, expected_on=None))
    assert wording.closure_text(open_ended) == "S Repair from 9 Nov"
    opened = replace(row, content=replace(row.content, ends_at=moment(11, 25)))
    assert wording.closure_text(opened) == "S Repair 9 Nov – 25 Nov"
    assert "Expected until 30/11/2026." in wording.spoken_closure("104 A", row)
    remarked = replace(row, content=replace(row.content, remark="pipes"))
    assert "pipes" in wording.spoken_closure("104 A", remarked)


def test_a_gap_says_from_when_to_when_the_bed_is_free():
    start, end = moment(11, 17, 21), moment(11, 22, 17)
    said = wording.spoken_gap("101 D", start, end, moment(12, 14, 0))
    assert said == "101 D: free from 17/11/2026 21:00 to 22/11/2026 17:00."
    assert wording.spoken_gap("101 D", start, FOREVER, moment(12, 14, 0)).endswith("21:00.")
