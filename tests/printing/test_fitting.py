"""Words fitted into a width: smaller first, then wrapped, and never cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.printing.fitting import fit, shrink, wrap
from openblock.printing.fonts import Face, width

LETTERS = st.text("aābcčdeēģīķļņšūžABCĶŅ -", max_size=120)


def test_words_with_room_keep_their_size():
    fitted = fit("Bērziņš J.", Face.REGULAR, 9.25, 200)
    assert (fitted.size, fitted.lines) == (9.25, ("Bērziņš J.",))


def test_words_without_room_shrink_by_quarter_points():
    natural = width("Ņikitina-Čakstiņa Ē.", Face.BOLD, 12)
    fitted = fit("Ņikitina-Čakstiņa Ē.", Face.BOLD, 12, natural - 1)
    assert fitted.size in (11.75, 11.5)
    assert len(fitted.lines) == 1


def test_below_seven_points_words_wrap_at_spaces_and_hyphens():
    fitted = fit("Ņikitina-Čakstiņa Ērika", Face.REGULAR, 9, 45)
    assert fitted.size == 7
    assert fitted.lines == ("Ņikitina-", "Čakstiņa", "Ērika")


def test_a_word_wider_than_the_room_breaks_anywhere():
    name = "Garš" * 22 + "Ņi"
    lines = wrap(name, Face.REGULAR, 7, 90)
    assert len(lines) > 2
    assert "".join(lines) == name


def test_height_follows_the_lines():
    one, two = fit("a", Face.REGULAR, 8, 50), fit("aaaa bbbb", Face.REGULAR, 8, 20)
    assert len(two.lines) == 2
    assert two.height == pytest.approx(2 * one.height * two.size / one.size)


def test_shrinking_stops_at_the_smallest():
    assert shrink("wide words", Face.REGULAR, 9, 1, smallest=4) == 4
    assert shrink("a", Face.REGULAR, 6, 100) == 6


@given(words=LETTERS, room=st.floats(15, 300))
def test_no_letter_is_ever_lost_and_no_line_is_too_wide(words, room):
    lines = wrap(words, Face.REGULAR, 7, room)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(width(line, Face.REGULAR, 7) <= room for line in lines)
