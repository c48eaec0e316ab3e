"""What lies on the lines: bars by time, holds, closures, gaps, and the two ends of a move."""

from __future__ import annotations

from datetime import timedelta

from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.pieces import Kind, picture_of
from tests.features.rooms.ui.board.invented import NOW, moment


def test_a_bar_is_past_present_or_planned(read):
    assert read.piece("Lūsis").kind == Kind.PAST
    assert read.piece("Bērziņš").kind == Kind.PRESENT
    assert read.piece("Vanags", "planned").kind == Kind.PLANNED


def test_a_bar_that_begins_this_instant_is_present(read):
    picture = read.picture()
    for line in picture.pieces:
        for piece in line:
            if piece.is_bar:
                assert (piece.kind == Kind.PRESENT) == (piece.start <= NOW < piece.end)


def test_two_kept_apart_in_one_room_are_marked(read):
    assert read.piece("Žukovs").problem == "error"
    assert read.piece("Vanags", "present").problem == "error"
    assert "kept apart" in read.piece("Žukovs").spoken
    assert read.piece("Bērziņš").problem == ""


def test_a_closed_room_closes_each_of_its_beds(read):
    picture = read.picture()
    closed = [
        line.name
        for line, own in zip(picture.lines, picture.pieces, strict=True)
        if any(piece.kind == Kind.CLOSED for piece in own)
    ]
    assert closed == ["104 A", "104 B", "104 C", "104 D"]


def test_a_closure_is_doubtful_from_the_day_after_the_expected_one(read):
    piece = read.piece("S Repair")
    assert piece.end == FOREVER
    assert piece.doubtful == moment(12, 1, 0)


def test_free_stretches_lie_between_the_pieces(read):
    picture = read.picture()
    line = picture.line_of(read.piece("Lūsis").assignment.content.bed_id)
    kinds = [(stop.kind, stop.start, stop.end) for stop in picture.stops(line)]
    assert kinds == [
        (Kind.PAST, moment(9, 1), moment(11, 17, 21)),
        (Kind.FREE, moment(11, 17, 21), moment(11, 22, 17)),
        (Kind.PLANNED, moment(11, 22, 17), FOREVER),
    ]


def test_a_bed_nobody_has_is_free_from_end_to_end(read):
    picture = read.picture()
    line = next(n for n, each in enumerate(picture.lines) if each.name == "101 C")
    (stop,) = picture.stops(line)
    assert (stop.kind, stop.start) == (Kind.FREE, picture.start)
    assert picture.stop_at(line, picture.end + timedelta(days=1)) == stop


def test_touching_ends_leave_no_gap_and_the_later_bar_holds_the_instant(read):
    picture = read.picture()
    line = picture.line_of(read.piece("Vanags", "present").assignment.content.bed_id)
    at = moment(11, 22, 17)
    assert picture.stop_at(line, at).kind == Kind.FREE
    assert picture.stop_at(line, at - timedelta(microseconds=1)).name == "Vanags Jānis"


def test_a_move_joins_the_bed_left_and_the_bed_taken(read):
    picture = read.picture()
    joined = {
        (picture.lines[link.source].name, picture.lines[link.target].name, link.planned)
        for link in picture.links
    }
    assert joined == {("102 D", "101 D", True), ("102 C", "106 C", True)}


def test_what_is_on_another_floor_is_not_shown(read):
    assert picture_of(read.board, 999, NOW).pieces == ()
