"""What an officer reads on a screen: every word in sight, and the words that are cut off."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

# Signs that take no room: they bracket what went through the catalogue, and cut nothing off.
OPEN, CLOSE = "\N{INVISIBLE SEPARATOR}", "\N{INVISIBLE PLUS}"
_BRACKETED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
# A sentence cut on purpose loses its closing bracket, and says so with its last sign.
_UNCLOSED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*…")
_MARKUP = re.compile(r"</?[a-z]+[ />]")
_CUT = re.compile(r"([^\W\d_]+)…")
_WORD = re.compile(r"[^\W\d_]{2,}")


class MadeUp(gettext.NullTranslations):
    """A language whose words all stand in brackets, and twice: none is as short as in English.

    What is without brackets went past the catalogue; what is cut off had no room to spare.
    """

    def gettext(self, message):
        return f"{OPEN}{message} {message}{CLOSE}" if message.strip() else message

    def pgettext(self, context, message):
        return self.gettext(message)

    def ngettext(self, singular, plural, number):
        return self.gettext(singular if number == 1 else plural)


def plain(text: str) -> str:
    """Text as it is read: without markup and without the & that marks a key."""
    if _MARKUP.search(text):
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return re.sub(r"&(.)", r"\1", text)


def shown_parts(window: QWidget) -> Iterator[QWidget]:
    """The window and every part of it that is not hidden."""
    yield window
    for part in window.findChildren(QWidget):
        if part.isVisibleTo(window):
            yield part


def words_in_sight(window: QWidget) -> Iterator[tuple[str, str]]:
    """Each text an officer can read in ``window``, with the part it stands in."""
    yield "window title", window.windowTitle()
    for part in shown_parts(window):
        name = f"{type(part).__name__} {part.objectName()}".strip()
        yield f"{name} tooltip", plain(part.toolTip())
        yield f"{name} accessible name", part.accessibleName()
        for text in _own_words(part):
            yield name, plain(text)


def _own_words(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QGroupBox):
        yield part.title()
    elif isinstance(part, QLineEdit | QPlainTextEdit | QTextEdit):
        yield part.placeholderText()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(number) for number in range(part.count()))
    elif isinstance(part, QTabBar):
        yield from (part.tabText(number) for number in range(part.count()))
        yield from (part.tabToolTip(number) for number in range(part.count()))
    elif isinstance(part, QMenu):
        yield from (action.text().partition("\t")[0] for action in part.actions())
    elif isinstance(part, QTableView | QTreeView) and part.model() is not None:
        yield from _headings(part.model())


def _headings(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def untranslated(text: str, data: set[str]) -> str:
    """What is left of ``text`` without bracketed words and without ``data``; empty when nothing."""
    left, before = text, ""
    while left != before:
        left, before = _UNCLOSED.sub("…", _BRACKETED.sub(" ", left)), left
    # A word of the file may be cut, and says so with its last sign: dežurējo…
    left = _CUT.sub(lambda cut: " " if _begins_one(cut[1].casefold(), data) else cut[0], left)
    words = [word for word in _WORD.findall(left) if word.casefold() not in data]
    return " ".join(words)


def _begins_one(start: str, data: set[str]) -> bool:
    return any(word.startswith(start) for word in data)


def cut_off(window: QWidget) -> Iterator[str]:
    """Labels and buttons whose text does not fit into the room the layout gave them."""
    for part in shown_parts(window):
        if not part.width() or not part.height():
            continue
        if isinstance(part, QLabel) and part.text():
            lacking = _lacking(part)
        elif isinstance(part, QAbstractButton) and part.text() and not _shows_icon_only(part):
            lacking = part.minimumSizeHint().width() - part.width()
        else:
            continue
        if lacking > 1:
            yield f"{type(part).__name__} {part.objectName()}: {plain(part.text())!r} {lacking} px"


def _lacking(label: QLabel) -> int:
    if label.wordWrap():
        return max(0, label.heightForWidth(label.width()) - label.height())
    room = label.contentsRect().width()
    text = plain(label.text())
    if text.endswith("…"):
        return 0  # cut on purpose, and said so
    lines = text.split("\n")
    return max(QFontMetrics(label.font()).horizontalAdvance(line) for line in lines) - room


def _shows_icon_only(part: QAbstractButton) -> bool:
    return (
        isinstance(part, QToolButton)
        and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        and not part.icon().isNull()
    )
