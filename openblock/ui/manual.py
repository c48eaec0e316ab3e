"""The manual, page by page, in the language of the screen; F1 opens the page of the tab."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from openblock.i18n import _, language
from openblock.resources import resource
from openblock.ui.theme import px

INDEX = "index"
_LEADING = 115.0


def manual_pages(code: str) -> tuple[str, ...]:
    """The pages there are in language ``code``, in the order of their contents page."""
    folder = resource("manual", code)
    listed = [
        line.partition("](")[2].partition(".md)")[0]
        for line in (folder / f"{INDEX}.md").read_text(encoding="utf-8").splitlines()
        if "](" in line and ".md)" in line
    ]
    return (INDEX, *listed)


def page_text(page: str, code: str) -> str:
    """The Markdown of ``page``; the contents page when there is no such page."""
    path = resource("manual", code) / f"{Path(page).name}.md"
    if not path.exists():
        path = resource("manual", code) / f"{INDEX}.md"
    return path.read_text(encoding="utf-8")


def title_of(text: str) -> str:
    """The heading a page begins with."""
    return text.lstrip().partition("\n")[0].lstrip("# ").strip()


class ManualDialog(QDialog):
    """Contents on the left, the page on the right; stays open beside the work."""

    def __init__(self, page: str = INDEX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Manual"))
        self.setModal(False)
        self._pages = manual_pages(language())
        self.contents = QListView()
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        titles = [title_of(page_text(each, language())) for each in self._pages]
        self.contents.setModel(QStringListModel(titles, self))
        self.contents.setFixedWidth(px(240))
        self.contents.setWordWrap(True)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.contents.setResizeMode(QListView.ResizeMode.Adjust)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(_("Page of the manual"))
        self.browser.anchorClicked.connect(self._follow)
        self._lay_out()
        self.contents.selectionModel().currentChanged.connect(self._chosen)
        self.open_page(page)

    def open_page(self, page: str) -> None:
        """Show ``page``, or the contents when there is no such page."""
        known = page if page in self._pages else INDEX
        row = self._pages.index(known)
        if self.contents.currentIndex().row() == row:
            self._show(row)
        else:
            self.contents.setCurrentIndex(self.contents.model().index(row, 0))
        self.browser.setFocus()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show(index.row())

    def _show(self, row: int) -> None:
        self.browser.setMarkdown(page_text(self._pages[row], language()))
        # Markdown brings no room between paragraphs; a page without it is a grey wall.
        cursor = self.browser.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        room = QTextBlockFormat()
        room.setBottomMargin(px(8))
        room.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(room)
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, url: QUrl) -> None:
        self.open_page(url.fileName().removesuffix(".md"))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.contents)
        line.addWidget(self.browser, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(line, 1)
        column.addWidget(buttons)
        screen = self.screen().availableSize()
        self.resize(min(px(860), screen.width() - 40), min(px(600), screen.height() - 60))
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
