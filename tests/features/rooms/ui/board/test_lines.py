"""Which beds are the board's lines."""

from __future__ import annotations

from openblock.features.rooms.ui.board.lines import floor_name, lines_of


def test_every_bed_of_the_floor_is_a_line_in_order(read):
    lines = lines_of(read.board.buildings, read.floor_id)
    assert [line.name for line in lines[:5]] == ["101 A", "101 B", "101 C", "101 D", "102 A"]
    assert [line.place for line in lines[:5]] == [0, 1, 2, 3, 0]
    assert len(lines) == 28


def test_all_floors_are_shown_where_none_is_named(read):
    assert lines_of(read.board.buildings) == lines_of(read.board.buildings, read.floor_id)


def test_a_floor_that_is_gone_has_no_lines_and_no_name(read):
    assert lines_of(read.board.buildings, 999) == ()
    assert floor_name(read.board.buildings, 999) == ""
    assert floor_name(read.board.buildings, None) == ""
    assert floor_name(read.board.buildings, read.floor_id) == "1. stāvs"
