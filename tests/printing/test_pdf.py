"""The written file: whole, quiet about the computer, and the same every time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from openblock.printing.fonts import Face
from openblock.printing.leaf import Leaf
from openblock.printing.pdf import write
from tests.printing.read_back import fonts, pages, reader

ALPHABET = "āčēģīķļņōŗšūž ĀČĒĢĪĶĻŅŌŖŠŪŽ „pēdiņas” (iekavas) \\ \N{MINUS SIGN}5 ■ →"


def leaf_with(*lines, size=(300.0, 200.0)):
    leaf = Leaf(*size)
    for number, words in enumerate(lines):
        leaf.text(10, 20 + 12 * number, words, Face.BOLD if number % 2 else Face.REGULAR, 9)
    leaf.bar(1, 1, 5, 5)
    leaf.text(1, 5, "w", Face.BOLD, 4, white=True)
    leaf.turned(290, 100, "augšup", Face.REGULAR, 8)
    leaf.box(2, 2, 20, 20, 0.9)
    leaf.across(1, 200, 50, 0.25)
    return leaf


@pytest.fixture
def pdf():
    return write([leaf_with(ALPHABET, ALPHABET), leaf_with("otrā lapa")], "Grafiks", "lv")


def test_text_reads_back_letter_by_letter(pdf):
    first, second = pages(pdf)
    assert first.count(ALPHABET) == 2
    assert "otrā lapa" in second
    assert "augšup" in first
    assert "\N{REPLACEMENT CHARACTER}" not in first + second


def test_markup_prints_as_typed():
    assert "O'Brien <b>& %s \\n" in pages(write([leaf_with("O'Brien <b>& %s \\n")], "t", "en"))[0]


def test_every_font_is_embedded_and_none_is_reportlabs_own(pdf):
    listed = fonts(pdf)
    assert all(listed.values())
    assert not any("Helvetica" in name for name in listed)
    assert b"Helvetica" not in pdf


def test_equal_pages_give_equal_bytes(pdf):
    again = write([leaf_with(ALPHABET, ALPHABET), leaf_with("otrā lapa")], "Grafiks", "lv")
    assert again == pdf


def test_a_document_before_it_changes_nothing(pdf):
    write([leaf_with("ŽŅĢ citi burti pirms tam", "☂")], "Cits", "en")
    again = write([leaf_with(ALPHABET, ALPHABET), leaf_with("otrā lapa")], "Grafiks", "lv")
    assert again == pdf


def test_sheets_written_at_once_do_not_mix(pdf):
    with ThreadPoolExecutor(4) as pool:
        written = pool.map(
            lambda number: write([leaf_with(f"lapa {number} {ALPHABET[number:]}")], "t", "lv"),
            range(12),
        )
        for number, each in enumerate(written):
            assert f"lapa {number} {ALPHABET[number:]}" in pages(each)[0]


def test_the_file_says_its_language_and_neither_the_computer_nor_the_time(pdf):
    document = reader(pdf)
    assert document.trailer["/Root"]["/Lang"] == "lv"
    information = document.metadata
    assert information["/Title"] == "Grafiks"
    assert information["/Producer"] == information["/Creator"] == "OpenBlock"
    assert information["/CreationDate"].startswith("D:20000101")
    assert document.trailer["/Root"]["/ViewerPreferences"]["/PrintScaling"] == "/None"


def test_each_page_has_its_own_size():
    pdf = write([leaf_with("a", size=(841.89, 595.28)), leaf_with("b")], "t", "lv")
    assert [float(page.mediabox.width) for page in reader(pdf).pages] == pytest.approx(
        [841.89, 300], abs=0.01
    )
