"""How the window's own frame looks, in the colours and at the text size of the theme that is on."""

from __future__ import annotations

import re

from openblock.ui.theme import TOKENS, px, token

_SHEET = """
#header { background: {chrome}; }
#header QLabel#mark { background: {accent}; border-radius: 4px; padding: 3px; }
#header QLabel#block { font-size: 15px; font-weight: 600; }
#header QLabel#unit, #header QLabel#date { color: {text2}; }
#header QLabel#clock { font-size: 16px; font-weight: 600; }
#header QLabel#officer { font-weight: 600; }
#tabline { background: {chrome}; border: none; border-bottom: 1px solid {line}; }
#tabline QLabel { color: {text3}; font-size: 11px; background: transparent; }
#tabline QLabel[kind="badge"] { color: {bad}; background: {badsoft}; border-radius: 6px;
  padding: 0 5px; font-weight: 600; }
#status { background: {chrome}; border: none; border-top: 1px solid {line}; }
#status QLabel { color: {text2}; font-size: 12px; }
#status QLabel#keys { color: {text3}; font-size: 11px; border: 1px solid {line};
  border-radius: 3px; padding: 0 4px; }
#status QPushButton { font-size: 12px; border-color: transparent; background: transparent;
  color: {text2}; padding: 1px 5px; min-height: 16px; }
#status QPushButton:hover { background: {soft}; color: {text}; }
#status QPushButton:focus { border: 2px solid {accent}; padding: 0 4px; }
#status QPushButton#undo { color: {accent}; font-weight: 600; }
#status QPushButton#undo:disabled { color: {strong}; }
#status QPushButton[state="warning"] { color: {warn}; font-weight: 600; background: {warnsoft}; }
#demonstration { background: {viosoft}; border: none; border-bottom: 1px solid {vio}; }
#demonstration QLabel { color: {vio}; font-weight: 600; }
#message[kind="error"] { background: {badsoft}; border: none; border-bottom: 1px solid {bad}; }
#message[kind="error"] QLabel#word { color: {bad}; font-weight: 700; }
#message[kind="warning"] { background: {warnsoft}; border: none; border-bottom: 1px solid {warn}; }
#message[kind="warning"] QLabel#word { color: {warn}; font-weight: 700; }
#message[kind="ok"] { background: {oksoft}; border: none; border-bottom: 1px solid {ok}; }
#message[kind="ok"] QLabel#word { color: {ok}; font-weight: 700; }
#message[kind="news"] { background: {soft}; border: none; border-bottom: 1px solid {accent}; }
#message[kind="news"] QLabel#word { color: {accent}; font-weight: 700; }
#searchbox { background: {surface}; border: 1px solid {strong}; border-radius: 6px; }
#curtain { background: {window}; }
#empty QLabel { color: {text2}; }
"""

_COLOUR = re.compile(r"\{([a-z0-9]+)\}")
_LENGTH = re.compile(r"\b(\d+)px\b")


def window_style() -> str:
    """The sheet for the theme that is on; hairlines keep their width at every text size."""

    def colour(found: re.Match[str]) -> str:
        return token(found[1]).name() if found[1] in TOKENS else found[0]

    def length(found: re.Match[str]) -> str:
        drawn = int(found[1])
        return f"{drawn if drawn <= 2 else px(drawn)}px"

    return _LENGTH.sub(length, _COLOUR.sub(colour, _SHEET))
