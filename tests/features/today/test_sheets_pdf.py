"""The list of a shift on paper, read back letter by letter."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from openblock.errors import Problem
from openblock.features.grounds.rules.content import State
from openblock.features.shadowing.rules.content import Standing
from openblock.features.today.sheets import shift_sheet
from openblock.features.today.sheets_pdf import ready_shift, shift_pdf
from openblock.features.today.sheets_pdf.shift import draw_shift
from openblock.i18n import set_language
from openblock.printing.style import FINE, MM
from tests.features.roster.roster_sheets import IMPRINT
from tests.features.shadowing.practising import NOW
from tests.features.shadowing.printed_practice import LONG, shadowing
from tests.features.today.printed_shift import (
    DAY,
    LIGHT,
    PEOPLE,
    booking,
    minimum,
    officer,
    shift,
    trainee,
)
from tests.features.today.test_queries import DAY as ON_DUTY
from tests.printing.read_back import fonts, pages, reader, text, unbroken


def pdf_of(**facts) -> bytes:
    return shift_pdf(shift_sheet(shift(**facts)), IMPRINT)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_no_letter_is_lost_and_the_log_head_stands_on_every_page(language):
    set_language(language)
    pdf = pdf_of()
    for page in pages(pdf):
        assert "\N{REPLACEMENT CHARACTER}" not in page
        assert "[U+" not in page
        assert "7c41 e09a 52d8" in page
    read = text(pdf)
    for post, name, rank, phone in PEOPLE:
        assert all(words in read for words in (post, name, rank, phone))


def test_equal_lists_give_equal_bytes_in_embedded_fonts_and_the_title_names_nobody():
    pdf = pdf_of()
    pdf_of(team=None)
    assert pdf_of() == pdf
    assert all(fonts(pdf).values())
    assert reader(pdf).metadata["/Title"] == "Shift list 2026-11-24"
    box = reader(pdf).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((595.28, 841.89), abs=0.01)


def test_an_ordinary_shift_stands_on_one_page_with_trainees_beside_their_mentors():
    (page,) = pages(pdf_of())
    assert "▶ Siliņš Emīls" in page
    assert "12:00–22:00  10" in page
    assert page.index("Cīrulis") < page.index("Siliņš") < page.index("Grīnbergs")
    assert "6 officers · 3 trainees" in page
    assert "Notes during the shift" in page


def test_eight_officers_and_four_trainees_still_stand_on_one_page():
    eight = tuple(
        officer(number, *(trainee(number, f"Ēķis{number} Jānis"),) * (number < 4))
        for number in range(8)
    )
    assert len(pages(pdf_of(officers=eight))) == 1


@pytest.mark.parametrize("count", [0, 1, 60])
def test_every_officer_stands_once_however_many_there_are(count):
    made = tuple(
        officer(number, trainee(number, f"Ķirsis{number:03d} A"), name=f"Žagars{number:03d} Ž")
        for number in range(count)
    )
    read = text(pdf_of(officers=made))
    for number in range(count):
        assert read.count(f"Žagars{number:03d}") == 1
        assert read.count(f"Ķirsis{number:03d}") == 1
    assert ("Nobody is on duty in these hours." in read) is (count == 0)


@pytest.mark.parametrize("name", ["O'Brien <b>&", "D“Arc \\(x) %d", f"{LONG} Ķ"])
def test_a_name_prints_as_typed_whoever_bears_it(name):
    made = (officer(0, trainee(1, f"{name} T"), name=f"{name} O"),)
    read = unbroken(pdf_of(officers=made))
    for ending in "TO":
        assert "".join(f"{name} {ending}".split()) in read


def test_too_few_carry_a_sign_besides_the_type_and_trainees_are_said_not_to_count():
    read = text(pdf_of(staffing=(minimum(4),)))
    assert "4 !" in read
    assert "13:00–15:00: 4 of 5" in read
    assert "Trainees are not counted" in read
    assert "4 !" not in text(pdf_of())


def test_who_has_nobody_to_go_with_is_told():
    row = replace(shadowing(1, 1, DAY, standing=Standing.REPLAN), trainee="Egle Ieva")
    read = text(pdf_of(upset=(row,)))
    assert "! Egle Ieva" in read
    assert "Needs planning anew" in read
    assert "Needs planning anew" not in text(pdf_of())


def test_a_block_without_beds_has_no_figures_and_one_without_minimums_no_table():
    read = text(pdf_of(roll=None, staffing=()))
    assert "On the roll" not in read
    assert "Minimum staffing" not in read
    assert "On the roll" in text(pdf_of())


@pytest.mark.parametrize("count", [1, 40])
def test_every_booking_stands_once_with_who_supervises_it(count):
    made = tuple(
        booking(number, 9 + number / 4, 10 + number / 4, purpose=f"grupa {number}.")
        for number in range(count)
    )
    read = text(pdf_of(bookings=made, lights=(LIGHT,)))
    assert all(read.count(f"grupa {number}.") == 1 for number in range(count))
    assert "▲ sunrise 08:23   ▼ sunset 15:58" in read
    assert ("unlit areas under the open sky are closed" in read) is (count > 1)


def test_a_booking_without_its_supervisor_carries_a_sign_and_an_empty_day_says_so():
    lost = booking(
        1, 14, 15, lost=Problem("supervisor-missing"), supervisor="", state=State.REQUESTED
    )
    read = text(pdf_of(bookings=(lost,), lights=(LIGHT,)))
    assert "! no supervisor" in read
    assert "(not approved)" in read
    assert "Nothing is booked in these hours." in text(pdf_of(lights=(LIGHT,)))
    assert "Use of the grounds" not in text(pdf_of())


def test_bookings_that_all_begin_in_the_dark_stand_under_the_title_all_the_same():
    read = text(pdf_of(bookings=(booking(1, 18, 19),), lights=(LIGHT,)))
    assert "Use of the grounds" in read
    assert "18:00–19:00" in read
    assert "Nothing is booked" not in read


def test_lines_to_write_on_fill_the_rest_of_the_page():
    few, none = (
        draw_shift(shift_sheet(shift(**facts)), IMPRINT)[0] for facts in ({}, {"officers": ()})
    )

    def lines(leaf):
        notes = next(each for each in leaf.texts if each.words == "Notes during the shift")
        signed = next(each for each in leaf.texts if each.words == "Senior officer of the shift")
        across = [y for _x, y, _x2, y2 in leaf.lines[FINE] if y == y2]
        return sorted(y for y in across if notes.baseline + 6 < y < signed.baseline)

    assert len(lines(none)) > len(lines(few)) >= 4
    assert {round(b - a, 2) for a, b in pairwise(lines(few))} == {round(8.4 * MM, 2)}
    assert abs(lines(none)[-1] - lines(few)[-1]) < 8.4 * MM


def test_a_ready_list_is_numbered_by_its_day_and_names_whose_data_it_shows(block):
    ready = ready_shift(block.store.read, ON_DUTY, NOW)
    assert (ready.number, ready.file_name) == ("ML-2026-03-26", "shift-2026-03-26")
    assert f"officer:{block.normunds}" in ready.subjects
    assert f"trainee:{block.elina}" in ready.subjects
    read = text(ready.make(IMPRINT))
    assert "Lācis Normunds" in read
    assert "as of 25/03/2026 12:00" in read
