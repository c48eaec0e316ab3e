"""Sentences with names in them are shown letter for letter and never widen a form."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openblock.ui.plain_label import on_hover, plain


def test_markup_in_a_name_is_shown_and_ninety_letters_ask_for_no_width(qtbot):
    label = plain("O'Brien <b>& " + "Ģarš" * 22, "secondary")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.wordWrap()
    assert label.minimumWidth() == 1
    assert label.property("kind") == "secondary"


def test_a_tooltip_shows_a_name_letter_for_letter():
    assert on_hover("O'Brien <b>&") == "<qt>O'Brien &lt;b&gt;&amp;</qt>"
    assert on_hover("") == ""
