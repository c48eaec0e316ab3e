"""Labels and tooltips that show a sentence with names in it: letter for letter, in lines."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from openblock.ui.forms import labelled


def plain(text: str = "", kind: str = "") -> QLabel:
    """``<b>`` in a name is no markup, and a name without a space does not make a form wider."""
    made = labelled(text, kind)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    # A label asks for the width of its longest word, be it of ninety letters.
    made.setMinimumWidth(1)
    return made


def on_hover(text: str) -> str:
    """A sentence as a tooltip: letter for letter, whatever a name is made of, and in lines."""
    return f"<qt>{escape(text, quote=False)}</qt>" if text else ""
