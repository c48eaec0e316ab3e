"""The list of shortcuts, and what the programme is made of: versions and licences."""

from __future__ import annotations

import platform
from html import escape
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from openblock import __version__
from openblock.i18n import _
from openblock.ui.shortcut_words import groups
from openblock.ui.shortcuts import sequences
from openblock.ui.theme import px, token

#: Package and the licence it is used under.
PARTS = (
    ("PySide6_Essentials", "LGPL-3.0"),
    ("PySide6_Pdf", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("sqlcipher3", "zlib"),
    ("argon2-cffi", "MIT"),
    ("cryptography", "Apache-2.0 / BSD"),
    ("reportlab", "BSD"),
    ("holidays", "MIT"),
    ("openpyxl", "MIT"),
    ("xlsxwriter", "BSD"),
    ("platformdirs", "MIT"),
)

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "–"


def versions() -> tuple[tuple[str, str, str], ...]:
    """Name, version and licence of everything the programme runs on."""
    own = (
        ("OpenBlock", __version__, "MIT"),
        ("Python", platform.python_version(), "PSF-2.0"),
        ("Qt", qVersion() or "–", "LGPL-3.0"),
    )
    return own + tuple((name, _version_of(name), licence) for name, licence in PARTS)


class ReadingDialog(QDialog):
    """A text to read and close; Esc and Enter close it."""

    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setHtml(html)
        self.text.setAccessibleName(title)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        screen = self.screen().availableSize()
        self.resize(min(px(620), screen.width() - 40), min(px(600), screen.height() - 60))
        close.setFocus()


def shortcuts_dialog(parent: QWidget | None = None) -> ReadingDialog:
    """The list of every shortcut, grouped."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = []
    for group in groups():
        rows.append(_heading(group.title))
        for key, words in group.lines:
            keys = ", ".join(_shown(each.toString(native)) for each in sequences(key))
            if key == "tab":
                keys = "Alt+1 … Alt+9"
            rows.append(_row(keys, words))
    return ReadingDialog(_("Keyboard shortcuts"), _table(rows), parent)


def about_dialog(parent: QWidget | None = None) -> ReadingDialog:
    """Versions and licences."""
    head = escape(_("OpenBlock plans and prints the day of an open-prison block."))
    rows = [_row(name, f"{version} · {licence}") for name, version, licence in versions()]
    fonts = escape(_("Letters: Inter, Noto and DejaVu, under the SIL Open Font Licence and alike."))
    html = f"<p>{head}</p>{_table(rows)}<p>{fonts}</p>"
    return ReadingDialog(_("About OpenBlock"), html, parent)


def _table(rows: list[str]) -> str:
    return f'<table cellspacing="0" cellpadding="4" width="100%">{"".join(rows)}</table>'


def _row(left: str, right: str) -> str:
    return f'<tr><td width="40%"><b>{escape(left)}</b></td><td>{escape(right)}</td></tr>'


def _heading(words: str) -> str:
    colour = token("accent").name()
    return f'<tr><td colspan="2" style="color:{colour}"><br><b>{escape(words)}</b></td></tr>'


def _shown(keys: str) -> str:
    """Keys as they are printed on the keyboard; Qt has no Latvian names for the arrows."""
    return _ARROWS.get(keys, keys)
