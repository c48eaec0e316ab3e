"""The residents' sheets on paper, read back letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from openblock.errors import KnownError
from openblock.features.residents.sheets import Copy, ExtractSheet, ResidentLine, ResidentList
from openblock.features.residents.sheets_pdf import (
    extract_pdf,
    ready_extract,
    ready_residents,
    resident_list_pdf,
)
from openblock.i18n import set_language
from tests.factories import with_house, with_placement, with_resident
from tests.features.roster.roster_sheets import IMPRINT, SURNAMES
from tests.printing.read_back import fonts, pages, reader, text, unbroken

AT = datetime(2026, 11, 24, 6, 41, tzinfo=UTC)
COPIES = tuple(Copy)


def line(number: int, copy: Copy = Copy.WALL, name: str = "") -> ResidentLine:
    given = "Jānis" if copy is Copy.DUTY else "J."
    name = name or f"{SURNAMES[number % len(SURNAMES)]}{number:03d}"
    if copy is Copy.WALL:
        return ResidentLine(f"{name} {given}", f"{number} A")
    born, ends = date(1980, 1, 2), date(2027, 3, 4)
    return ResidentLine(f"{name} {given}", f"{number} A", born, ends, ("Veselība",))


def sheet(count: int, copy: Copy = Copy.WALL) -> ResidentList:
    return ResidentList(AT, copy, tuple(line(number, copy) for number in range(count)))


def extract(**facts) -> ExtractSheet:
    lines = {
        "person": (("Surname", "Ģērmane-Šķēle"), ("Personal code", "161175-19997")),
        "stays": (("24/11/2025 10:00", "", "Transfer", "2024–2027", ""),),
        **dict.fromkeys(("placements", "uses", "alerts", "apart", "notes", "looks", "given"), ()),
    }
    return ExtractSheet(at=AT, **{**lines, **facts})


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("count", [1, 60, 400])
def test_every_name_reads_back_with_its_diacritics(copy, language, count):
    set_language(language)
    read = text(resident_list_pdf(sheet(count, copy), IMPRINT))
    for number in range(count):
        assert read.count(line(number, copy).name) == 1
    assert "\N{REPLACEMENT CHARACTER}" not in read


def test_sixty_residents_stand_on_one_page_of_each_copy_of_the_wall():
    assert len(pages(resident_list_pdf(sheet(60), IMPRINT))) == 1


@pytest.mark.parametrize("copy", COPIES)
def test_a_list_of_nobody_says_so(copy):
    assert "Nobody lives in the block" in text(resident_list_pdf(sheet(0, copy), IMPRINT))


@pytest.mark.parametrize("copy", COPIES)
def test_a_surname_of_90_characters_is_whole_and_markup_prints_as_typed(copy):
    long = "Ģarš" * 22 + "Ņē"
    some = (line(1, copy, long), line(2, copy, "O'Brien <b>&"))
    pdf = resident_list_pdf(replace(sheet(0, copy), lines=some), IMPRINT)
    assert long in unbroken(pdf)
    assert "O'Brien <b>&" in text(pdf)


@pytest.mark.parametrize("copy", COPIES)
def test_every_page_has_head_foot_sheet_number_and_the_head_of_the_log(copy):
    read = pages(resident_list_pdf(sheet(400, copy), IMPRINT))
    for number, page in enumerate(read, 1):
        assert f"Page {number} of {len(read)}" in page
        assert "Sheet No. DG-2026-11" in page
        assert "chain head 7c41 e09a 52d8" in page
        assert "Room" in page
        assert ("Wall copy" if copy is Copy.WALL else "Duty copy") in page


def test_the_duty_copy_shows_dates_and_marks_and_the_wall_copy_none():
    duty, wall = (
        text(resident_list_pdf(sheet(3, copy), IMPRINT)) for copy in (Copy.DUTY, Copy.WALL)
    )
    for fact in ("02/01/1980", "04/03/2027", "Veselība"):
        assert fact in duty
        assert fact not in wall


@pytest.mark.parametrize(
    "make", [lambda: resident_list_pdf(sheet(60), IMPRINT), lambda: extract_pdf(extract(), IMPRINT)]
)
def test_equal_sheets_give_equal_bytes_in_embedded_fonts_and_titles_name_nobody(make):
    first = make()
    resident_list_pdf(sheet(7, Copy.DUTY), IMPRINT)
    assert make() == first
    assert all(fonts(first).values())
    title = reader(first).metadata["/Title"]
    assert not any(surname in title for surname in SURNAMES)


def test_an_extract_says_of_every_kind_of_data_that_there_is_none():
    read = text(extract_pdf(extract(stays=()), IMPRINT))
    for words in (
        *("No stay", "No placement", "No alert mark", "not kept apart", "No note"),
        *("Nobody has opened", "Nothing was given out"),
    ):
        assert words in read


def test_an_extract_shows_every_line_and_explains_what_it_leaves_out():
    sheet = extract(
        placements=(("24/11/2026 10:00", "", "101 A → 105 B", "Swap"),),
        alerts=(("24/11/2026", "", "Health", "asthma"),),
        apart=(("24/11/2026 10:00", "", "Not in one room"),),
        notes=(("24/11/2026 10:00", "Fact", "Atgriezās laikā.\nAr pakām."),),
        looks=(("24/11/2026", "Duty officer", "3"),),
        given=(("24/11/2026 10:00", "Room list", "Duty need", "Notice board"),),
    )
    read = text(extract_pdf(sheet, IMPRINT))
    for words in (
        *("161175-19997", "101 A → 105 B", "asthma", "Not in one room", "Atgriezās laikā."),
        *("Ar pakām.", "Duty officer", "Notice board", "Who the other person is", "Your rights"),
        "Checked: nobody else is",
    ):
        assert words in read


def test_a_note_of_four_thousand_letters_keeps_all_its_words():
    note = " ".join(f"vārds{number}" for number in range(450))
    sheet = extract(notes=tuple(("24/11/2026", "Fact", note) for _time in range(3)))
    read = " ".join(pages(extract_pdf(sheet, IMPRINT)))
    assert all(
        read.count(f"vārds{number} ") + read.count(f"vārds{number}\n") >= 3 for number in range(440)
    )


def test_a_ready_list_names_its_subjects_and_numbers_copies_apart(store):
    person = with_resident(store)
    with_placement(store, person, with_house(store).beds["101 A"])
    wall, duty = (ready_residents(store.read, AT, copy) for copy in (Copy.WALL, Copy.DUTY))
    assert wall.subjects == duty.subjects == (f"resident:{person}",)
    assert (wall.number, duty.number) == ("IS-2026-11-24", "IS-2026-11-24-D")
    assert "101 A" in text(wall.make(IMPRINT))
    assert "Wall copy · Printed by" in text(wall.make(IMPRINT))


def test_a_ready_extract_is_about_one_person_and_of_nobody_is_refused(store):
    person = with_resident(store, personal_code="161175-19997")
    ready = ready_extract(store.read, person, AT)
    assert ready.subjects == (f"resident:{person}",)
    assert "161175-19997" in text(ready.make(IMPRINT))
    with pytest.raises(KnownError, match="resident-unknown"):
        ready_extract(store.read, 999, AT)
