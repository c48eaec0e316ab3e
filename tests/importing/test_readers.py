from __future__ import annotations

from datetime import date, datetime, time

import pytest

from openblock.importing import readers
from openblock.importing.cells import Unreadable, heading_key


def refused(reader, cell) -> str:
    with pytest.raises(Unreadable) as reason:
        reader(cell)
    return reason.value.code


@pytest.mark.parametrize(
    "cell",
    [
        "22.11.2026",
        "22.11.2026.",
        "2026-11-22",
        "22/11/2026",
        " 22. 11. 2026. ",
        "22.11.2026 00:00:00",
        "2026-11-22T00:00",
        date(2026, 11, 22),
        datetime(2026, 11, 22),  # noqa: DTZ001 - a spreadsheet's own, without a zone
    ],
)
def test_every_way_of_writing_a_date_is_read(cell):
    assert readers.day(cell) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31.02.2026", "cell-no-such-date"),
        ("22.13.2026", "cell-no-such-date"),
        ("2026", "cell-number-for-date"),
        ("46348", "cell-number-for-date"),
        (46348, "cell-number-for-date"),
        (46348.5, "cell-number-for-date"),
        ("22.11.26", "cell-short-year"),
        ("22.11/2026", "cell-not-a-date"),
        ("vakar", "cell-not-a-date"),
        (True, "cell-not-a-date"),
        (time(9, 0), "cell-not-a-date"),
        (datetime(2026, 11, 22, 9), "cell-date-with-time"),  # noqa: DTZ001 - as above
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(cell, code):
    assert refused(readers.day, cell) == code


@pytest.mark.parametrize("cell", ["jā", "Ja", "YES", "x", "X", "1", 1, 1.0, True, "✓", "+"])
def test_yes_is_read_as_people_write_it(cell):
    assert readers.yes_no(cell) is True


@pytest.mark.parametrize("cell", ["nē", "Ne", "no", "0", 0, False, "-"])
def test_no_is_read_as_people_write_it(cell):
    assert readers.yes_no(cell) is False


@pytest.mark.parametrize("cell", ["varbūt", "2", 2, date(2026, 1, 1)])
def test_what_is_neither_yes_nor_no_is_refused(cell):
    assert refused(readers.yes_no, cell) == "cell-not-yes-or-no"


@pytest.mark.parametrize(
    "cell", ["3", "3.", "3. maiņa", "3.maiņa", "3 MAINA", "maiņa 3", "Team 3", 3, 3.0]
)
def test_a_team_is_read_as_people_write_it(cell):
    assert readers.whole_number(1, 99, ("maiņ", "team"))(cell) == 3


@pytest.mark.parametrize("cell", ["rīta maiņa", "3a", "1,5", "-1", 1.5, True, "", date(2026, 1, 1)])
def test_what_is_no_whole_number_is_refused(cell):
    assert refused(readers.whole_number(1, 99, ("maiņ",)), cell) == "cell-not-a-number"


@pytest.mark.parametrize("cell", ["0", "100", 100])
def test_a_number_out_of_range_is_refused(cell):
    assert refused(readers.whole_number(1, 99), cell) == "cell-number-out-of-range"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Anna   Marija ", "Anna Marija"),
        ("Anna\N{NO-BREAK SPACE}Marija", "Anna Marija"),
        ("Be\u0304rzin\u0327s\u030c", "Bērziņš"),
        (1024, "1024"),
        (1024.0, "1024"),
        (12.5, "12.5"),
        ("O'Brien <b>&", "O'Brien <b>&"),
        ("Anna\n", "Anna"),
    ],
)
def test_text_is_read_tidied_and_otherwise_as_typed(cell, text):
    assert readers.text(40)(cell) == text


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("x" * 41, "text-too-long"),
        ("x" * 10_000_000, "text-too-long"),
        ("a\x00b", "text-not-printable"),
        ("a\nb", "text-not-printable"),
        ("a\u200bb", "text-not-printable"),
        ("a\u202eb", "text-not-printable"),
        ("J\ufffdnis", "cell-undecodable"),
        (2**60, "cell-number-too-long"),
        (float("nan"), "cell-number-too-long"),
        (True, "cell-not-text"),
        (date(2026, 1, 1), "cell-not-text"),
    ],
)
def test_text_that_cannot_be_taken_is_refused_with_its_reason(cell, code):
    assert refused(readers.text(40), cell) == code


def test_headings_are_compared_without_case_signs_and_diacritics():
    assert heading_key(" Dienesta  apl. Nr.\n") == heading_key("DIENESTA APL NR")


COLOURS = {"red": ("Sarkans", "R"), "blue": ("Zils",)}


@pytest.mark.parametrize("cell", ["sarkans", "SARKANS", " r. ", "shown red"])
def test_one_value_of_a_few_is_read_by_any_of_its_words(cell):
    assert readers.one_of(COLOURS, lambda value: f"shown {value}")(cell) == "red"


@pytest.mark.parametrize("cell", ["zaļš", "?", 3, date(2026, 1, 1)])
def test_a_value_that_is_none_of_them_is_refused_with_what_can_stand(cell):
    with pytest.raises(Unreadable) as reason:
        readers.one_of(COLOURS, str.upper)(cell)
    assert reason.value.code == "cell-not-one-of"
    assert reason.value.facts["known"] == ("RED", "BLUE")


def test_several_values_are_read_once_each_in_their_own_order():
    read = readers.some_of(COLOURS, str)
    assert read("zils; Sarkans, zils,") == ("red", "blue")
    assert refused(read, "zils, zaļš") == "cell-not-one-of"


@pytest.mark.parametrize(
    ("cell", "hundredths"),
    [("17,4", 1740), ("17.40 m²", 1740), ("17 m2", 1700), (17.4, 1740), (8, 800), ("0,05", 5)],
)
def test_a_number_of_two_decimals_is_read_as_hundredths(cell, hundredths):
    assert readers.hundredths(100_000, ("m2", "m²"))(cell) == hundredths


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("17,455", "cell-not-a-decimal"),
        (17.455, "cell-not-a-decimal"),
        ("1.234,50", "cell-not-a-decimal"),
        ("-3", "cell-not-a-decimal"),
        (-3, "cell-not-a-decimal"),
        ("plaša", "cell-not-a-decimal"),
        (True, "cell-not-a-decimal"),
        (float("nan"), "cell-not-a-decimal"),
        ("1001", "cell-number-out-of-range"),
    ],
)
def test_what_is_no_number_of_two_decimals_is_refused(cell, code):
    assert refused(readers.hundredths(100_000, ("m2",)), cell) == code
