"""Lists on paper: nothing lost, no block torn, heads wherever a group goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.i18n import language
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.listing import (
    Block,
    Column,
    Drawing,
    Group,
    Listing,
    Row,
    draw_listing,
)
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.style import GRID
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import pages, text, unbroken

COLUMNS = (
    Column("Room", 0.2, size=14, bold=True, spans=True),
    Column("Bed", 0.2),
    Column("Name", 0.6, size=12, bold=True),
)
ONE = (Column("Name", 1, size=12, bold=True),)


def listing(*parts, **facts) -> Listing:
    return Listing(Heading("Rooms", "24.11.2026."), parts, **facts)


def pdf_of(sheet: Listing) -> bytes:
    return write(draw_listing(sheet, IMPRINT), "Rooms", language())


def rooms(count: int, beds: int = 2) -> Group:
    blocks = tuple(
        Block(
            tuple(
                Row((f"R{number:03d}", f"b{number}.{bed}", f"Ēķis{number}x{bed}"))
                for bed in range(beds)
            )
        )
        for number in range(count)
    )
    return Group("A nodaļa", COLUMNS, blocks, figure=str(count))


def people(count: int) -> Group:
    return Group(
        "", ONE, tuple(Block((Row((f"Ķirsis{number:03d}.",)),)) for number in range(count))
    )


@pytest.mark.parametrize("count", [1, 60, 400])
@pytest.mark.parametrize("lanes", [1, 2])
def test_every_row_stands_once_on_some_page(count, lanes):
    read = text(pdf_of(listing(people(count), lanes=lanes)))
    assert all(read.count(f"Ķirsis{number:03d}.") == 1 for number in range(count))


def test_a_rooms_beds_stay_on_one_page_and_in_one_lane():
    leaves = draw_listing(listing(rooms(90, beds=3), lanes=2), IMPRINT)
    assert len(leaves) > 1
    for leaf in leaves:
        at = {each.words: each for each in leaf.texts}
        for number in range(90):
            found = [at[name] for bed in range(3) if (name := f"Ēķis{number}x{bed}") in at]
            assert len(found) in {0, 3}
            assert len({each.x for each in found}) <= 1


def test_heads_stand_again_on_every_page_and_say_that_the_group_goes_on():
    read = pages(pdf_of(listing(rooms(90))))
    assert len(read) > 2
    assert "continued" not in read[0]
    for page in read:
        assert "Room" in page
        assert "Sheet No." in page
    assert all("A nodaļa (continued)" in page for page in read[1:])


def test_a_head_never_stands_alone_at_the_foot_of_a_page():
    for count in range(38, 52):
        for leaf in draw_listing(listing(people(count), rooms(3)), IMPRINT):
            heads = [each for each in leaf.texts if each.words.startswith("A nodaļa")]
            firsts = [each for each in leaf.texts if each.words.startswith("Ēķis")]
            assert all(any(each.baseline > head.baseline for each in firsts) for head in heads)


def test_rows_grow_where_that_takes_no_further_page():
    few = draw_listing(listing(people(10), rows=(14, 28)), IMPRINT)
    many = draw_listing(listing(people(48), rows=(14, 28)), IMPRINT)
    assert len(few) == len(many) == 1

    def step(leaf: Leaf) -> float:
        lines = sorted(each.baseline for each in leaf.texts if each.words.startswith("Ķirsis"))
        return lines[1] - lines[0]

    assert step(few[0]) == pytest.approx(28)
    assert 14 <= step(many[0]) < 16


def test_two_lanes_of_one_page_are_about_as_long_as_each_other():
    (leaf,) = draw_listing(listing(people(20), lanes=2), IMPRINT)
    left = [each.x for each in leaf.texts if each.words.startswith("Ķirsis")]
    assert left.count(min(left)) == 10


def test_a_long_name_shrinks_to_seven_points_and_wraps_and_is_whole():
    surname = "Ģarš" * 22 + "Ņē"
    group = Group(
        "",
        (Column("Name", 0.3, size=12, bold=True), Column("", 0.7)),
        (Block((Row((surname, "x")),)),),
    )
    leaves = draw_listing(listing(group), IMPRINT)
    assert surname in unbroken(write(leaves, "t", "lv"))
    sizes = [each.size for each in leaves[0].texts if "Ģarš" in each.words]
    assert sizes
    assert set(sizes) == {7.0}


@pytest.mark.parametrize("name", ["O'Brien <b>&", "D“Arc \\(x) %d", "Kalniņš & <br/> Ņ."])
def test_words_print_as_typed(name):
    assert name in text(pdf_of(listing(Group("", ONE, (Block((Row((name,)),)),)))))


def test_a_word_of_a_head_is_never_torn():
    group = Group(
        "", (Column("Gultasvieta", 0.09), Column("Name", 0.91)), (Block((Row(("A", "x")),)),)
    )
    (leaf,) = draw_listing(listing(group), IMPRINT)
    (head,) = [each for each in leaf.texts if each.words == "Gultasvieta"]
    assert head.size < 7.5


def test_a_text_longer_than_a_page_goes_on_and_loses_no_word():
    columns = (Column("When", 0.2), Column("Note", 0.8, size=9, wraps=True))
    note = " ".join(f"vārds{number}" for number in range(2500))
    read = pages(pdf_of(listing(Group("Notes", columns, (Block((Row(("24.11.", note)),)),)))))
    assert len(read) > 1
    whole = " ".join(read)
    assert all(f"vārds{number}" in whole for number in range(2500))


def test_a_block_longer_than_a_page_is_torn_between_its_rows():
    leaves = draw_listing(listing(rooms(1, beds=120)), IMPRINT)
    names = [each.words for leaf in leaves for each in leaf.texts if each.words.startswith("Ēķis")]
    assert len(names) == len(set(names)) == 120
    assert len(leaves) > 1


def test_lines_of_a_text_stand_as_they_were_typed():
    columns = (Column("Note", 1, wraps=True),)
    (leaf,) = draw_listing(listing(Group("", columns, (Block((Row(("one\ntwo",)),)),))), IMPRINT)
    assert {"one", "two"} <= {each.words for each in leaf.texts}


def test_signatures_stand_under_the_last_rows_and_never_on_a_page_of_their_own():
    for count in range(36, 60):
        leaves = draw_listing(
            listing(people(count), signatures=("Prepared by", "Approved by")), IMPRINT
        )
        words = [[each.words for each in leaf.texts] for leaf in leaves]
        assert "Prepared by" in words[-1]
        assert all("Prepared by" not in page for page in words[:-1])
        assert any(each.startswith("Ķirsis") for each in words[-1])
        bottom = max(each.baseline for each in leaves[-1].texts if each.words.startswith("Ķirsis"))
        signed = min(each.baseline for each in leaves[-1].texts if each.words == "Prepared by")
        assert bottom < signed


def test_more_signatures_than_fit_beside_each_other_stand_in_rows():
    (leaf,) = draw_listing(listing(people(1), signatures=tuple("ABCD")), IMPRINT)
    high = {each.words: each.baseline for each in leaf.texts if each.words in "ABCD"}
    assert high["A"] == high["C"] < high["D"]


def test_a_group_without_rows_says_so():
    read = text(pdf_of(listing(Group("Free", ONE, (), figure="0", empty="No bed is free."))))
    assert "No bed is free." in read
    assert "Name" not in read


def test_what_is_out_of_service_is_hatched_beside_its_words_and_not_under_them():
    row = Row(("101", "A", "out of service"), hatched=True)
    (leaf,) = draw_listing(listing(Group("", COLUMNS, (Block((row,)),))), IMPRINT)
    slanted = [line for line in leaf.lines[GRID] if line[0] != line[2] and line[1] != line[3]]
    (words,) = [each for each in leaf.texts if each.words == "out of service"]
    end = words.x + width(words.words, Face.BOLD, words.size)
    assert slanted
    assert all(not words.x < x < end for line in slanted for x in (line[0], line[2]))


def test_a_quiet_row_is_not_bold_and_a_strong_one_is():
    group = Group(
        "",
        (Column("", 0.5, bold=True), Column("", 0.5)),
        (Block((Row(("free", "a"), quiet=True), Row(("x", "sum"), strong=True))),),
    )
    (leaf,) = draw_listing(listing(group), IMPRINT)
    faces = {each.words: each.face for each in leaf.texts}
    assert faces["free"] is Face.REGULAR
    assert faces["sum"] is Face.BOLD


def test_figures_end_at_the_right_edge_of_their_column():
    columns = (Column("Day", 0.5), Column("Beds", 0.5, align=RIGHT))
    blocks = tuple(Block((Row(("d", number)),)) for number in ("5", "12 345"))
    (leaf,) = draw_listing(listing(Group("", columns, blocks)), IMPRINT)
    ends = {
        round(each.x + width(each.words, each.face, each.size), 2)
        for each in leaf.texts
        if each.words in {"5", "12 345", "Beds"}
    }
    assert len(ends) == 1


def test_a_drawing_has_its_height_and_its_title():
    drawn = []
    part = Drawing("Beds in use", 120, lambda _leaf, cell: drawn.append(cell))
    assert "Beds in use" in text(pdf_of(listing(part, people(1))))
    assert drawn[0].bottom - drawn[0].top == pytest.approx(120)


def test_equal_lists_give_equal_bytes_and_another_name_gives_others():
    sheet = listing(rooms(5), lanes=2)
    first = pdf_of(sheet)
    assert pdf_of(replace(sheet, parts=(rooms(6),))) != first
    assert pdf_of(sheet) == first


@pytest.mark.parametrize("count", [1, 20, 60])
def test_a_drawing_that_grows_takes_what_its_page_has_left(count):
    drawn = []
    notes = Drawing("Notes", 60, lambda _leaf, cell: drawn.append(cell), grows=True)
    leaves = draw_listing(listing(people(count), notes, signatures=("Signed",)), IMPRINT)
    (cell,) = drawn
    assert cell.bottom - cell.top >= 60
    last = leaves[-1]
    signed = next(each.baseline for each in last.texts if each.words == "Signed")
    assert cell.bottom < signed
    assert signed - cell.bottom < 60
    assert any(each.words == "Notes" and each.baseline < cell.top for each in last.texts)


def test_a_drawing_that_does_not_grow_keeps_its_height():
    drawn = []
    chart = Drawing("Chart", 60, lambda _leaf, cell: drawn.append(cell))
    draw_listing(listing(people(3), chart), IMPRINT)
    assert drawn[0].bottom - drawn[0].top == pytest.approx(60)


def test_a_line_stands_before_a_column_that_is_about_something_else():
    columns = (Column("Name", 0.5), Column("Beside", 0.5, ruled=True))
    plain = Group("", (columns[0], replace(columns[1], ruled=False)), (Block((Row(("a", "b")),)),))
    marked = Group("", columns, (Block((Row(("a", "b")), Row(("", "c")))),))
    (leaf,) = draw_listing(listing(marked), IMPRINT)
    upright = [line for lines in leaf.lines.values() for line in lines if line[0] == line[2]]
    ((x, top, _x, bottom),) = upright
    assert all(top < each.baseline < bottom for each in leaf.texts if each.words in {"b", "c"})
    assert all(x < each.x for each in leaf.texts if each.words in {"b", "c"})
    (without,) = draw_listing(listing(plain), IMPRINT)
    assert not [line for lines in without.lines.values() for line in lines if line[0] == line[2]]
