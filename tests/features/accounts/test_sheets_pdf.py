"""The recovery key on paper."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from openblock.features.accounts.sheets_pdf import groups, recovery_key_pdf
from openblock.i18n import set_language
from tests.printing.read_back import fonts, pages, reader

KEY = "7C41E0-9A52D8-FFEEGH-JKMNPQ-RSTVWX-YZ0123"
MADE = datetime(2026, 11, 24, 6, 41, tzinfo=UTC)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_key_reads_back_in_six_numbered_groups(language):
    set_language(language)
    (read,) = pages(recovery_key_pdf("Atklātā cietuma korpuss", KEY, MADE))
    lines = read.split("\n")
    for number, group in enumerate(KEY.split("-"), 1):
        assert lines.index(group) == lines.index(str(number)) + 1
    assert "Atklātā cietuma korpuss" in read


def test_the_sheet_says_when_it_was_made_and_where_to_keep_it():
    (read,) = pages(recovery_key_pdf("Korpuss", KEY, MADE))
    assert "24/11/2026" in read
    assert "envelope" in read
    assert "safe" in read


def test_the_key_is_in_no_property_of_the_file():
    document = reader(recovery_key_pdf("Korpuss", KEY, MADE))
    assert not any(group in str(document.metadata) for group in KEY.split("-"))


def test_equal_keys_give_equal_bytes_and_fonts_are_embedded():
    pdf = recovery_key_pdf("Korpuss", KEY, MADE)
    assert pdf == recovery_key_pdf("Korpuss", KEY, MADE)
    assert all(fonts(pdf).values())
    assert any("Mono" in name for name in fonts(pdf))


def test_a_key_without_separators_is_cut_into_six_groups():
    assert groups(KEY.replace("-", "")) == tuple(KEY.split("-"))
    assert groups(KEY.replace("-", " ")) == tuple(KEY.split("-"))


def test_a_block_with_a_very_long_name_keeps_all_of_it():
    block = "Ieslodzījuma vietu pārvaldes Olaines cietuma atklātā cietuma korpuss " * 3
    (read,) = pages(recovery_key_pdf(block, KEY, MADE))
    assert block.replace(" ", "") in read.replace("\n", "").replace(" ", "")
