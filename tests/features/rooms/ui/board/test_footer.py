"""The line under the board: what is pointed at for a moment, otherwise what is chosen."""

from __future__ import annotations

import pytest

from openblock.features.rooms.ui.board.footer import Footer


@pytest.fixture
def footer(qtbot):
    made = Footer()
    qtbot.addWidget(made)
    return made


def test_what_is_pointed_at_takes_the_place_of_what_is_chosen_for_a_while(footer):
    footer.show_chosen("101 A: Bērziņš")
    footer.show_pointed("102 B: Žukovs")
    assert footer.line.text() == "102 B: Žukovs"
    footer.show_pointed("")
    assert footer.line.text() == "101 A: Bērziņš"


def test_a_long_sentence_never_widens_the_window_and_is_whole_on_hover(footer):
    least = footer.line.minimumSizeHint().width()
    footer.show_chosen("ū" * 900)
    assert footer.line.minimumSizeHint().width() == least
    assert "ū" * 900 in footer.line.toolTip()
    assert footer.line.accessibleName() == "ū" * 900


def test_the_line_is_drawn_in_the_width_there_is(footer):
    footer.show_chosen("O'Brien <b>&")
    assert footer.line.toolTip() == "<qt>O'Brien &lt;b&gt;&amp;</qt>"
    footer.resize(300, 60)
    assert not footer.grab().isNull()
