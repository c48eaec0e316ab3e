"""What a draft asks for, and which deed it calls."""

from __future__ import annotations

from dataclasses import replace

from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.drafts import Grip, taken
from openblock.features.rooms.ui.board.proposals import Deed, carry_out, proposal_of
from tests.features.rooms.ui.board.conftest import SpokenDeeds
from tests.features.rooms.ui.board.invented import moment


def line_named(picture, name):
    return next(n for n, line in enumerate(picture.lines) if line.name == name)


def proposed(read, piece, grip, **changed):
    picture = read.picture()
    return proposal_of(picture, replace(taken(piece, grip), **changed)), picture


def test_a_present_bar_on_a_free_bed_is_a_move_from_now_on(read):
    piece = read.piece("Bērziņš")
    picture = read.picture()
    asked, _picture = proposed(read, piece, Grip.WHOLE, line=line_named(picture, "103 A"))
    assert asked.said == "Move Bērziņš Jānis to 103 A from now on"
    deeds = SpokenDeeds()
    carry_out(asked, deeds)
    # No instant: what stood on the board as now is past by the time the deed is done.
    assert deeds.asked == [("place", piece.resident_id, asked.bed_id, None, None)]


def test_a_present_bar_on_somebody_elses_bed_is_a_swap(read):
    picture = read.picture()
    asked, _picture = proposed(
        read, read.piece("Bērziņš"), Grip.WHOLE, line=line_named(picture, "102 A")
    )
    assert asked.said == "Swap Bērziņš Jānis and Ozols Jānis"
    deeds = SpokenDeeds()
    carry_out(asked, deeds)
    assert deeds.asked == [
        ("swap", read.piece("Bērziņš").resident_id, read.piece("Ozols").resident_id, None)
    ]


def test_a_planned_bar_on_another_bed_keeps_being_one_plan(read):
    piece = read.piece("Vanags", "planned")
    picture = read.picture()
    asked, _picture = proposed(read, piece, Grip.WHOLE, line=line_named(picture, "103 A"))
    assert asked.deed == Deed.CHANGE
    deeds = SpokenDeeds()
    carry_out(asked, deeds)
    number = piece.assignment.assignment_id
    assert deeds.asked == [("stretch", number, asked.bed_id, moment(11, 22, 17), FOREVER)]
    assert asked.said == "Vanags Jānis in 103 A from 22 Nov 17:00, no end"


def test_a_pulled_end_is_a_change_of_dates(read):
    piece = read.piece("Kļaviņš")
    asked, _picture = proposed(read, piece, Grip.END, end=moment(11, 29, 12))
    assert asked.said == "Kļaviņš Jānis in 101 B from 1 Sep 10:00 to 29 Nov 12:00"
    assert asked.deed == Deed.CHANGE


def test_spanned_days_of_a_free_bed_are_a_placement(read):
    picture = read.picture()
    free = picture.stops(line_named(picture, "103 A"))[0]
    asked, _picture = proposed(
        read, free, Grip.NEW, start=moment(11, 25, 12), end=moment(11, 28, 12)
    )
    deeds = SpokenDeeds()
    carry_out(asked, deeds)
    assert deeds.asked == [("place", None, asked.bed_id, moment(11, 25, 12), asked.end)]
    assert asked.said == "Place somebody in 103 A from 25 Nov 12:00 to 28 Nov 12:00"


def test_what_changes_nothing_is_not_proposed(read):
    assert proposed(read, read.piece("Bērziņš"), Grip.WHOLE)[0] is None
