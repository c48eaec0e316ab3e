"""Texts are cut to the room there is: the remark first, the name only after it."""

from __future__ import annotations

import pytest

from openblock.features.rooms.ui.board.lettering import Lettering

LONG = "Kr" + "ū" * 88


@pytest.fixture
def letters(qapp):
    return Lettering()


def test_name_and_remark_stand_whole_where_there_is_room(letters):
    fitted = letters.fit("Ozols Mareks", "until 26 Nov", 500)
    assert (fitted.bold, fitted.plain) == ("Ozols Mareks", " · until 26 Nov")
    assert fitted.whole == letters.width("Ozols Mareks", "until 26 Nov") <= 500


def test_the_remark_is_cut_before_the_name(letters):
    name = letters.width("Ozols Mareks")
    fitted = letters.fit("Ozols Mareks", "until 26 Nov 09:00", name + 50)
    assert fitted.bold == "Ozols Mareks"
    assert fitted.plain.endswith("…")
    assert letters.fit("Ozols Mareks", "until 26 Nov", name + 4).plain == ""


@pytest.mark.parametrize("room", [0, 1, 7, 40, 90])
def test_a_cut_text_never_needs_more_than_its_room(letters, room):
    for name in ("Ozols Mareks", LONG, "O'Brien <b>&"):
        assert letters.fit(name, "until", room).whole <= max(room, 0)


def test_a_name_without_any_room_is_no_lone_dots(letters):
    assert letters.fit("Ozols Mareks", "", 9).bold == ""


def test_another_text_size_is_measured_anew(letters, qapp):
    from openblock.ui.theme import apply

    small = letters.width("Ozols Mareks")
    apply(qapp, "light", 200)
    assert letters.width("Ozols Mareks") == small
    letters.forget()
    assert letters.width("Ozols Mareks") > 1.8 * small
    apply(qapp)
