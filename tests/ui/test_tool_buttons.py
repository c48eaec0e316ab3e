"""Buttons of a toolbar say what they do, with its key, and take no click's keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.ui.tool_buttons import push_button, tool_button


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: tool_button("right", "Later", "later"), "Later (Alt+PgDown)"),
        (lambda: push_button("Print", "print", "Print it", "print"), "Print it (Ctrl+P)"),
        (lambda: push_button("More", "", "All the rest"), "All the rest"),
    ],
)
def test_a_button_says_what_it_does_and_leaves_the_keyboard_where_it_is(qtbot, made, said):
    button = made()
    qtbot.addWidget(button)
    assert button.toolTip() == said
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
