"""Both officers' days stand under each other as they are and as they would be."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from openblock.features.roster.ui.swap_days import SwapDays, Traded, after, days_of
from openblock.ui.theme import font
from tests.features.roster.ui.living import on

TRADED = Traded((1, on(24)), (2, on(26)), "Bērziņš Jānis", "O'Brien <b>&")
TEXTS = {(1, on(24)): "24", (2, on(26)): "N", (2, on(25)): "B"}


def test_each_has_the_others_code_afterwards_and_nothing_else_moves():
    later = after(TEXTS, TRADED)
    assert (later[1, on(24)], later[2, on(26)]) == ("", "")
    assert (later[2, on(24)], later[1, on(26)]) == ("24", "N")
    assert later[2, on(25)] == "B"


def test_a_swap_within_one_day_trades_the_codes():
    traded = Traded((1, on(24)), (2, on(24)), "A", "B")
    later = after({(1, on(24)): "D", (2, on(24)): "N"}, traded)
    assert (later[1, on(24)], later[2, on(24)]) == ("N", "D")


def test_days_that_lie_beside_both_are_shown_once():
    assert days_of(TRADED) == tuple(map(on, (23, 24, 25, 26, 27)))
    far = Traded((1, on(3)), (2, on(20)), "A", "B")
    assert days_of(far) == tuple(map(on, (2, 3, 4, 19, 20, 21)))


def test_what_changes_carries_a_mark_and_nothing_chosen_shows_nothing(qtbot):
    shown = SwapDays()
    qtbot.addWidget(shown)
    shown.show_swap(TEXTS, TRADED)
    assert shown.lines[1] == ("Bērziņš Jānis, now", "·", "24", "·", "·", "·")
    assert shown.lines[2] == ("Bērziņš Jānis, then", "·", "· ■", "·", "N ■", "·")
    assert shown.lines[4][0] == "O'Brien <b>&, then"
    # Also before any label is on show and knows how large its letters are.
    assert shown.minimumSizeHint().height() > 5 * QFontMetrics(font("strong")).height()
    shown.show_swap(TEXTS, None)
    assert shown.lines == ()
    assert not shown.isVisibleTo(None)
