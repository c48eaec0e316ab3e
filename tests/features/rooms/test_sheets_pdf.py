"""The rooms' sheets on paper, read back letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.features.rooms.queries import Bar, Board
from openblock.features.rooms.sheets import (
    door_labels,
    empty_beds,
    occupancy_report,
    placement_order,
    room_list,
)
from openblock.features.rooms.sheets_pdf import (
    door_labels_pdf,
    empty_beds_pdf,
    occupancy_pdf,
    placement_order_pdf,
    room_list_pdf,
)
from openblock.features.rooms.sheets_pdf.labels import draw_labels
from openblock.features.rooms.sheets_pdf.occupancy import occupancy_pdf as report_pdf
from openblock.features.rooms.sheets_pdf.ready import (
    ready_empty,
    ready_labels,
    ready_occupancy,
    ready_order,
    ready_rooms,
    rooms_named,
)
from openblock.i18n import set_language
from openblock.printing.fonts import width
from openblock.printing.style import RULE
from tests.factories import with_house, with_placement, with_resident
from tests.features.rooms.printed_house import (
    AT,
    assignment,
    day_of_beds,
    free,
    full_house,
    held,
    house,
    initialled,
    room,
    shut,
    taken,
)
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import fonts, pages, reader, text, unbroken

DAY = date(2026, 11, 24)
LONG = "Ģarš" * 22 + "Ņē"
MIXED_BEDS = (taken(1), free(2), held(3), shut(4))
MIXED = house((room(1, MIXED_BEDS),), MIXED_BEDS, without=(9,))


def order_of(count: int):
    moves = tuple(
        Bar(assignment(number, starts_at=AT, reason="commission"), moved_from="205 B")
        for number in range(1, count + 1)
    )
    return placement_order(Board(AT, AT, (), moves, (), ()), DAY)


def report_of(days: int):
    last = date(2026, 1, 1) + timedelta(days=max(days - 1, 0))
    rolls = tuple(day_of_beds(number, in_use=40 + number % 9) for number in range(days))
    return occupancy_report(rolls, date(2026, 1, 1), last)


EVERY = {
    "rooms": lambda: room_list_pdf(room_list(MIXED, {9: "Čakste M."}), IMPRINT),
    "labels": lambda: door_labels_pdf(door_labels(MIXED), IMPRINT),
    "order": lambda: placement_order_pdf(order_of(5), IMPRINT),
    "empty": lambda: empty_beds_pdf(empty_beds(MIXED), IMPRINT),
    "occupancy": lambda: occupancy_pdf(report_of(30), IMPRINT),
}


@pytest.mark.parametrize("name", EVERY)
def test_equal_sheets_give_equal_bytes_in_embedded_fonts_portrait_and_titles_name_nobody(name):
    pdf = EVERY[name]()
    EVERY["labels"]()
    assert EVERY[name]() == pdf
    assert all(fonts(pdf).values())
    box = reader(pdf).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((595.28, 841.89), abs=0.01)
    assert initialled(1).split()[0] not in reader(pdf).metadata["/Title"]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["lv", "en"])
def test_no_letter_is_lost_and_the_log_head_stands_on_every_page(name, language):
    set_language(language)
    for page in pages(EVERY[name]()):
        assert "\N{REPLACEMENT CHARACTER}" not in page
        assert "[U+" not in page
        assert "7c41 e09a 52d8" in page
        assert "DG-2026-11" in page


@pytest.mark.parametrize("people", [1, 60, 400])
def test_every_name_of_a_full_house_stands_on_the_wall_once(people):
    read = text(room_list_pdf(room_list(full_house(people), {}), IMPRINT))
    for number in range(1, people + 1):
        assert read.count(initialled(number)) == 1


def test_a_block_of_48_beds_stands_on_one_page():
    assert len(pages(room_list_pdf(room_list(full_house(48), {}), IMPRINT))) == 1


def test_the_room_list_names_those_without_a_bed_and_counts():
    read = text(EVERY["rooms"]())
    assert "Čakste M." in read
    assert "1 of 4 beds taken" in read
    assert "out of service: repair" in read


@pytest.mark.parametrize("make", [room_list_pdf, door_labels_pdf])
def test_a_house_without_rooms_says_so(make):
    nothing = room_list(house((), ()), {}) if make is room_list_pdf else ()
    read = text(make(nothing, IMPRINT))
    assert "No room with a bed is set up yet." in read
    assert "chain head 7c41 e09a 52d8" in read


def test_the_number_of_a_room_is_huge_and_the_name_large():
    leaf = draw_labels(door_labels(full_house(2)), IMPRINT)[0]
    sizes = {each.words: each.size for each in leaf.texts}
    assert sizes["101"] == 165
    assert sizes[initialled(1)] == 44


@pytest.mark.parametrize("surname", [LONG, "O'Brien <b>&", "Vilkaste-Rozentāle"])
@pytest.mark.parametrize("count", [1, 2, 4, 7, 14])
def test_no_name_on_a_label_is_cut_or_leaves_its_paper(surname, count):
    beds = tuple(taken(number) for number in range(count))
    named = tuple(
        replace(bed, assignment=replace(bed.assignment, initialled=f"{surname} J.")) for bed in beds
    )
    labels = door_labels(house((room(1, named),), named))
    (leaf,) = draw_labels(labels, IMPRINT)
    for each in leaf.texts:
        assert each.x >= 0
        assert each.x + width(each.words, each.face, each.size) <= leaf.width
        assert each.baseline < leaf.height / 2 + 4  # the scissors stand on the line to cut
    whole = unbroken(door_labels_pdf(labels, IMPRINT))
    assert whole.count(f"{surname}J.".replace(" ", "")) == count


@pytest.mark.parametrize("code", ["1", "207", "Karantīna 12", "ABCDEFGHIJKLMNOPRSTU"])
def test_a_rooms_number_of_any_length_leaves_room_for_what_the_room_is(code):
    (label,) = door_labels(full_house(2))
    (leaf,) = draw_labels((replace(label, code=code),), IMPRINT)
    fact = next(each for each in leaf.texts if each.words == "2 places")
    large = [each for each in leaf.texts if each.size >= 24 and each.baseline < 230]
    assert large
    assert all(
        each.x + width(each.words, each.face, each.size) < fact.x
        for each in large
        if each is not fact
    )


def test_labels_stand_two_on_a_page_each_with_its_own_foot():
    read = pages(door_labels_pdf(door_labels(full_house(6)), IMPRINT))
    assert len(read) == 2
    assert read[0].count("chain head 7c41 e09a 52d8") == 2
    assert "DG-2026-11-103" in read[0]
    assert "Label 3 of 3" in read[1]


def test_an_order_has_lines_to_sign_on_and_says_when_nobody_moves():
    read = text(EVERY["order"]())
    for words in ("205 B", "101 A", "Prepared by", "Placement commission", "Informed"):
        assert words in read
    assert "Nobody is placed or moved" in text(placement_order_pdf(order_of(0), IMPRINT))


def test_an_order_says_who_leaves_a_bed_and_until_when_a_placement_is_known():
    end = clock.at(DAY, 1200)
    left = Bar(assignment(1, ends_at=end))
    same_day = Bar(assignment(2, starts_at=AT, ends_at=end), moves_to="x")
    later = Bar(assignment(3, starts_at=AT, ends_at=end + timedelta(days=2)))
    sheet = placement_order(Board(AT, AT, (), (left, same_day, later), (), ()), DAY)
    read = " ".join(text(placement_order_pdf(sheet, IMPRINT)).split())
    assert "leaves the bed, no other is assigned" in read
    assert "until 20:00" in read
    assert "until 26/11/2026 20:00" in read


def test_the_three_lists_of_empty_beds_are_counted_and_none_is_silent():
    read = text(EVERY["empty"]())
    assert "1 free bed" in read
    assert "Ģērmane Līga" in read
    assert "Repair, santehnika" in read
    full = text(empty_beds_pdf(empty_beds(full_house(2)), IMPRINT))
    for words in ("No bed is free.", "No bed is reserved.", "No bed is out of service."):
        assert words in full


def test_a_report_shows_each_day_the_averages_and_the_definitions():
    read = text(occupancy_pdf(report_of(30), IMPRINT))
    assert all(f"{day} Jan " in read for day in range(1, 31))
    assert "Average" in read
    assert "48, first on 09/01/2026" in read
    assert "What the figures mean" in read


@pytest.mark.parametrize("days", [0, 1, 366])
def test_a_report_of_any_length_has_its_averages_once(days):
    read = text(report_pdf(report_of(days), IMPRINT))
    assert read.count("Average") == min(days, 1)
    assert ("The period has no day." in read) == (days == 0)


def test_the_chart_draws_a_bar_for_each_day_under_the_line_of_usable_beds():
    from openblock.features.rooms.sheets_pdf.chart import draw_chart
    from openblock.printing.leaf import Leaf
    from openblock.printing.marks import Cell

    leaf = Leaf(595, 842)
    days = tuple(day_of_beds(number, in_use=10 * number) for number in range(4))
    draw_chart(leaf, Cell(50, 50, 550, 190), days)
    bars = [box for boxes in leaf.boxes.values() for box in boxes if box[3] > 170]
    tops = [box[1] for box in bars]
    assert len(bars) == 3  # the first day has nobody
    assert tops == sorted(tops, reverse=True)
    assert len([line for line in leaf.lines[RULE] if line[1] == line[3]]) == 5  # one in the legend


def test_figures_of_a_latvian_report_have_a_comma():
    set_language("lv")
    assert "93,5" in text(occupancy_pdf(report_of(4), IMPRINT))


def test_ready_sheets_of_a_block_know_their_subjects_and_numbers(store):
    beds = with_house(store).beds
    placed, waiting = with_resident(store), with_resident(store, "Ozols", "Otto")
    with_placement(store, placed, beds["101 A"], clock.at(DAY, 600))
    evening = clock.at(DAY, 1200)
    rooms = ready_rooms(store.read, evening)
    assert rooms.subjects == (f"resident:{placed}", f"resident:{waiting}")
    assert rooms.number == "TS-2026-11-24"
    read = text(rooms.make(IMPRINT))
    assert "Ozols O." in read
    assert "Bērziņš J." in read
    order = ready_order(store.read, DAY)
    assert order.subjects == (f"resident:{placed}",)
    assert "Bērziņš Jānis" in text(order.make(IMPRINT))
    assert ready_order(store.read, DAY, waiting).number == f"IR-2026-11-24-{waiting}"
    assert ready_empty(store.read, evening).subjects == ()
    assert ready_occupancy(store.read, DAY, DAY).number == "NO-2026-11-24-2026-11-24"


def test_a_bed_left_at_midnight_is_on_the_order_of_the_day_that_begins_then(store):
    beds = with_house(store).beds
    person = with_resident(store)
    with_placement(store, person, beds["101 A"], clock.at(DAY, -600), clock.at(DAY))
    assert ready_order(store.read, DAY).subjects == (f"resident:{person}",)


def test_labels_of_one_room_are_found_by_the_number_on_its_door(store):
    place = with_house(store)
    assert rooms_named(store.read, AT, " 101 ") == frozenset({place.rooms["101"]})
    one = ready_labels(store.read, AT, frozenset({place.rooms["101"]}))
    assert one.title == "Door label, 101"
    assert one.details["rooms"] == ["101"]
    assert ready_labels(store.read, AT).title == "Door labels"
    with pytest.raises(KnownError, match="space-unknown"):
        rooms_named(store.read, AT, "999")
