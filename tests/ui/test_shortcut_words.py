"""Every shortcut is listed once, in words."""

from __future__ import annotations

from openblock.ui.shortcut_words import groups
from openblock.ui.shortcuts import SEQUENCES


def listed() -> list[str]:
    return [key for group in groups() for key, _words in group.lines]


def test_every_shortcut_has_words_and_every_line_a_shortcut():
    assert sorted(listed()) == sorted(SEQUENCES)
