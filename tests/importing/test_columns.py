from __future__ import annotations

from openblock.importing.columns import guess_mapping, headed, missing_columns, to_remember
from openblock.importing.table import read_table
from tests.importing.samples import COLUMNS, csv_file, xlsx_file


def guessed(*head: str, remembered=None) -> dict[int, str]:
    return guess_mapping(head, COLUMNS, remembered or {})


def test_headings_are_recognised_in_both_languages_without_case_and_diacritics():
    assert guessed("KODS", "name", "diena:", "Atverts") == {
        0: "code",
        1: "name",
        2: "day",
        3: "open",
    }


def test_a_heading_that_only_begins_with_a_known_one_is_recognised():
    assert guessed("Kods (3 cipari)", "Nosaukums pilnībā") == {0: "code", 1: "name"}


def test_an_exact_heading_goes_before_one_that_only_begins_so():
    assert guessed("Kods vecais", "Kods") == {1: "code"}


def test_no_column_is_given_two_places():
    assert guessed("Kods", "Kods") == {0: "code"}


def test_what_was_chosen_before_is_remembered():
    remembered = to_remember(("Apzīmējums", "Piezīmes", "Kods"), {0: "code"})
    assert guessed("apzimejums", "Piezīmes", "Kods", remembered=remembered) == {0: "code"}


def test_a_remembered_column_that_no_longer_exists_is_passed_over():
    assert guessed("Kods", remembered={"kods": "gone"}) == {0: "code"}


def test_an_unknown_heading_is_left_for_the_administrator():
    assert guessed("Kas tas", "") == {}


def test_a_title_above_the_headings_is_told_from_them(tmp_path):
    path = csv_file(tmp_path, "Saraksts 2026;;\n\nKods;Nosaukums;Diena\n1;a;\n")
    file = headed(read_table(path), COLUMNS, {})
    assert (file.head, file.head_row) == (("Kods", "Nosaukums", "Diena"), 3)
    assert [row.number for row in file.rows] == [4]


def test_without_a_known_heading_the_first_row_is_taken_as_one(tmp_path):
    file = headed(read_table(csv_file(tmp_path, "x;y\nq;w\n")), COLUMNS, {})
    assert file.head == ("x", "y")


def test_a_file_without_rows_has_no_headings(tmp_path):
    file = headed(read_table(csv_file(tmp_path, ";;\n")), COLUMNS, {})
    assert file.head == ()
    assert file.rows == ()


def test_headings_on_two_lines_are_read_as_one(tmp_path):
    def fill(_book, sheet):
        sheet.append(["Kods", "Nosaukums\n(pilns)", 7, None, "Diena"])
        sheet.merge_cells("C1:D1")

    file = headed(read_table(xlsx_file(tmp_path, fill)), COLUMNS, {})
    assert file.head == ("Kods", "Nosaukums (pilns)", "7", "", "Diena")
    assert file.name_of(1) == "B “Nosaukums (pilns)”"
    assert file.name_of(3) == "D"
    assert file.name_of(9) == "J"


def test_a_needed_column_that_nothing_gives_is_named():
    assert [each.key for each in missing_columns(COLUMNS, {0: "name"})] == ["code"]
    assert missing_columns(COLUMNS, {0: "code"}) == ()
