"""What a feature gives the window has sensible answers before the feature says more."""

from __future__ import annotations

import pytest

from openblock.ui.block import Block
from openblock.ui.tab import MenuEntry, Tab
from tests.ui.conftest import offer, spec


def test_a_tab_has_no_sheets_no_place_and_no_draft_of_its_own(desk, qtbot):
    tab = Tab(desk)
    qtbot.addWidget(tab)
    assert (tab.sheets(), tab.place(), tab.keep_draft()) == ((), {}, None)
    tab.go_to({"unknown": 1})
    tab.focus_first()
    for unsaid in (tab.title, tab.refresh):
        with pytest.raises(NotImplementedError):
            unsaid()


def test_what_is_offered_is_frozen():
    entry = MenuEntry("people", lambda: "People", "people", "accounts.accounts", print)
    for frozen, name in ((offer(), "title"), (spec("a"), "key"), (entry, "icon")):
        with pytest.raises(AttributeError):
            setattr(frozen, name, "another")


def test_a_block_without_a_name_is_no_demonstration():
    assert Block().demonstration == ""
