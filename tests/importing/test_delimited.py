from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.importing.cells import silent
from openblock.importing.delimited import decoded, guess_delimiter, read_delimited


def rows(text: str, encoding: str = "utf-8") -> list[tuple]:
    found = read_delimited(text.encode(encoding), most_rows=50, tell=silent)
    return [row.cells for row in found.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
def test_latvian_letters_arrive_whatever_the_encoding(encoding):
    assert rows("Vārds;Uzvārds\nĢirts;Ļaudāns Šķēpžūņč\n", encoding)[1] == (
        "Ģirts",
        "Ļaudāns Šķēpžūņč",
    )


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found_from_the_rows(delimiter):
    text = f"a{delimiter}b{delimiter}c\n1{delimiter}2{delimiter}3\n"
    assert rows(text) == [("a", "b", "c"), ("1", "2", "3")]


def test_commas_inside_values_do_not_win_over_semicolons():
    assert guess_delimiter("Vārds, uzvārds;Amats\nJānis, B;uzraugs\nAnna, C;x\n") == ";"


def test_a_declared_delimiter_is_taken_and_its_line_left_out():
    assert rows("sep=|\na|b\n1|2\n") == [("a", "b"), ("1", "2")]


def test_quoted_cells_keep_delimiters_quotes_and_line_breaks():
    assert rows('a;b\n"x;y";"say ""z"""\n"two\nlines";1\n')[1:] == [
        ("x;y", 'say "z"'),
        ("two\nlines", "1"),
    ]


def test_row_numbers_count_what_a_spreadsheet_counts():
    found = read_delimited(b'a;b\n"1\n2";x\n\n;\n3;y\n', most_rows=9, tell=silent)
    assert [row.number for row in found.rows] == [1, 2, 5]


def test_a_cell_of_ten_megabytes_is_read_whole():
    assert len(rows("a;b\n" + "x" * 10_000_000 + ";2\n")[1][0]) == 10_000_000


def test_one_broken_byte_does_not_turn_every_name_into_rubbish():
    text, encoding = decoded("Bērziņš;Kļaviņš;Šķēle\n".encode() + b"J\xe2nis\n")
    assert encoding == "UTF-8"
    assert text == "Bērziņš;Kļaviņš;Šķēle\nJ\ufffdnis\n"


def test_bytes_of_no_known_encoding_are_refused_with_their_row():
    with pytest.raises(KnownError) as refusal:
        decoded(b"a;b\n1;\x81\xfe\n")
    assert refusal.value.code == "import-encoding-unknown"
    assert refusal.value.facts == {"row": 2, "byte": "0x81"}


def test_more_rows_than_allowed_are_refused():
    with pytest.raises(KnownError) as refusal:
        read_delimited(b"a\n" * 12, most_rows=10, tell=silent)
    assert refusal.value.code == "import-too-many-rows"


def test_as_many_rows_as_allowed_under_the_heading_are_read():
    assert len(read_delimited(b"a\n" * 11, most_rows=10, tell=silent).rows) == 11


def test_more_columns_than_a_list_can_have_are_refused():
    with pytest.raises(KnownError) as refusal:
        read_delimited(b";".join([b"x"] * 1500), most_rows=10, tell=silent)
    assert refusal.value.code == "import-too-many-columns"


def test_reading_can_be_stopped_between_rows():
    class Stopped(Exception):
        pass

    def stop(_done, _total):
        raise Stopped

    with pytest.raises(Stopped):
        read_delimited(b"a;b\n" * 1000, most_rows=5000, tell=stop)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_known_by_its_nuls(codec):
    text, encoding = decoded("Uzvārds;Vārds\nBērziņš;Jānis\n".encode(codec))
    assert (text.splitlines()[1], encoding) == ("Bērziņš;Jānis", "UTF-16")


def test_a_few_nuls_in_a_file_do_not_make_it_utf_16():
    assert decoded(b"a\x00;b\x00\n1;2;3;4\n")[1] == "UTF-8"
