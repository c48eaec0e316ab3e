"""No two shortcuts in one place are the same, and the keyboard has them all."""

from __future__ import annotations

from collections import Counter

import pytest

from openblock.ui import shortcuts


def test_no_key_does_two_things_in_the_window():
    grid = {"cell-move", "cell-clear", "cell-copy", "cell-paste", "save-form", "leave-form"}
    paper = {"save-pdf", "open-pdf"}
    # Only while the keyboard is on the calendar of the grounds.
    grid |= {key for key in shortcuts.SEQUENCES if key.startswith("calendar-")}
    texts = [
        each.toString()
        for key in shortcuts.SEQUENCES
        if key not in grid | paper
        for each in shortcuts.sequences(key)
    ]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_every_sequence_is_one_the_keyboard_has():
    assert all(
        not each.isEmpty() for key in shortcuts.SEQUENCES for each in shortcuts.sequences(key)
    )


def test_a_tooltip_carries_the_keys():
    assert shortcuts.hint("Lock", "lock") == "Lock (Ctrl+Shift+L)"


def test_an_unlisted_action_has_no_shortcut():
    with pytest.raises(KeyError):
        shortcuts.sequence("no-such-action")
