"""A dialog of pages that are saved entry by entry: a block's lists are set up in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openblock.i18n import _
from openblock.ui.theme import on_screen, px


class Page(Protocol):
    """A page of it, a widget: a form that says when it is edited, and what is not saved yet."""

    form: Any

    @property
    def unsaved(self) -> bool:
        """Whether something typed would be lost."""

    def say_unsaved(self) -> None:
        """Say so on the page."""

    def refresh(self) -> None:
        """Read again what the page shows."""


class PagedDialog(QDialog):
    """Pages with their titles; everything saved on them can be taken back with Ctrl+Z.

    ``fresh`` are the pages that show what another page may have changed: they are read again when
    they are turned to, unless something is half typed there.
    """

    def __init__(
        self,
        title: str,
        pages: Sequence[tuple[Page, str]],
        parent: QWidget | None = None,
        *,
        fresh: Sequence[Page] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._pages = tuple(page for page, _title in pages)
        self._fresh = tuple(fresh)
        self._warned = False
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page, words in pages:
            if isinstance(page, QWidget):
                self.pages.addTab(page, words)
            page.form.edited.connect(self._typed)
        self._name_arrows()
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)
        self.pages.currentChanged.connect(self._turned)
        self.resize(on_screen(1160, 660))

    def _name_arrows(self) -> None:
        """Where the titles have no room there are arrows, which Qt names in its own words."""
        arrows = self.pages.tabBar().findChildren(QToolButton)
        for arrow, words in zip(arrows, (_("Earlier pages"), _("Further pages")), strict=True):
            arrow.setAccessibleName(words)

    def done(self, result: int) -> None:
        """Close, unless something typed would be lost: that is said first, and once."""
        for place, page in enumerate(self._pages):
            if page.unsaved and not self._warned:
                self._warned = True
                self.pages.setCurrentIndex(place)
                page.say_unsaved()
                return
        super().done(result)

    def _turned(self, place: int) -> None:
        page = self._pages[place]
        if page in self._fresh and not page.unsaved:
            page.refresh()

    def _typed(self) -> None:
        self._warned = False
