"""Everything one signed-in officer sees; made at signing in, destroyed at the lock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.block import Block
from openblock.ui.desk import Desk
from openblock.ui.header import Header
from openblock.ui.icons import pixmap
from openblock.ui.message_bar import REFUSAL, MessageBar
from openblock.ui.search import Finder, SearchPanel, SearchSource
from openblock.ui.status import StatusBar
from openblock.ui.tab import TabSpec
from openblock.ui.theme import watch
from openblock.ui.window.badges import Badges
from openblock.ui.window.tabs import Pages, TabLine

_TAB = "tab"
_MOST_NUMBERS = 9


class Workplace(QWidget):
    """Header, tabs, message bar, pages and status bar, wired to one desk."""

    menu_wanted = Signal()
    manual_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        specs: tuple[TabSpec, ...],
        sources: tuple[SearchSource, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.specs = tuple(spec for spec in specs if desk.may(spec.operation))
        self.header = Header(desk.block, desk.actor.name)
        self.tab_line = TabLine(self.specs)
        self.message_bar = MessageBar()
        self.pages = Pages(desk, self.specs)
        self.status = StatusBar()
        self.banner = _Banner(desk.block)
        self._lay_out()
        finder = Finder(desk, sources)
        self.header.search_field.setVisible(bool(finder.sources))
        self.search = SearchPanel(desk, finder, self.header.search_field, self)
        self.badges = Badges(desk, self.specs, self.tab_line, self)
        self._connect()
        self._bind()

    def open_tab(self, key: str, place: Mapping[str, object] | None = None) -> None:
        """Show the tab ``key`` there; a key this role has no tab for is passed over."""
        keys = [spec.key for spec in self.specs]
        if key not in keys:
            return
        bar = self.tab_line.bar
        bar.blockSignals(True)
        bar.setCurrentIndex(keys.index(key))
        bar.blockSignals(False)
        self.pages.open_page(key, place)
        self.desk.remember(_TAB, key)

    def open_usual_tab(self, wanted: str = "", usual: str = "") -> None:
        """Show the tab ``wanted``, else the one last open, else ``usual``, else the first."""
        keys = [spec.key for spec in self.specs]
        kept = wanted or self.desk.prefer(_TAB, "")
        there = (key for key in (kept, usual) if key in keys)
        if keys:
            self.open_tab(next(there, keys[0]))

    def tab_title(self) -> str:
        """The name of the tab on show."""
        return next((spec.title() for spec in self.specs if spec.key == self.pages.key), "")

    def show_block(self, block: Block) -> None:
        """Another name of the block, after a change in the settings."""
        self.desk.block = block
        self.header.show_block(block)
        self.banner.show_block(block)

    def pop_up(self, menu: QMenu) -> None:
        """Open ``menu`` under its button."""
        button = self.header.menu_button
        below = button.mapToGlobal(button.rect().bottomLeft())
        below.setX(max(0, below.x() + button.width() - menu.sizeHint().width()))
        menu.popup(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt lets Enter press a button in dialogs only; here the ring promises the same.
        button = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.header, self.banner, self.tab_line, self.message_bar):
            column.addWidget(each)
        column.addWidget(self.pages, 1)
        if not self.specs:
            column.addWidget(_nothing_here(), 1)
            self.pages.hide()
        column.addWidget(self.status)

    def _connect(self) -> None:
        desk = self.desk
        desk.said.connect(self._said)
        desk.refused.connect(self.message_bar.refuse)
        desk.noticed.connect(self.message_bar.notify)
        desk.withdrawn.connect(self.message_bar.withdraw)
        desk.history_changed.connect(self._show_history)
        desk.tab_wanted.connect(self.open_tab)
        desk.print_wanted.connect(self.print_wanted)
        desk.worker.busy.connect(self._worker_busy)
        desk.worker.progressed.connect(self._worker_progressed)
        self.status.undo_wanted.connect(desk.undo)
        self.status.stop_wanted.connect(desk.worker.cancel)
        self.header.menu_wanted.connect(self.menu_wanted)
        self.header.search_wanted.connect(self.search.open)
        self.tab_line.bar.currentChanged.connect(self._tab_chosen)
        self._show_history()

    def _bind(self) -> None:
        acts = {
            "undo": self.desk.undo,
            "redo": self.desk.redo,
            "refresh": self.pages.refresh,
            "close-message": self.message_bar.close_notice,
            "search": self.search.open,
            "menu": self.menu_wanted.emit,
            "print": self.print_wanted.emit,
            "next-tab": partial(self._step_tab, 1),
            "previous-tab": partial(self._step_tab, -1),
            "manual": self._open_manual,
        }
        for key, act in acts.items():
            for shortcut in shortcuts.bind(key, self):
                shortcut.activated.connect(act)
        for number, spec in enumerate(self.specs[:_MOST_NUMBERS], start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self.open_tab, spec.key))

    def _tab_chosen(self, index: int) -> None:
        if 0 <= index < len(self.specs):
            self.open_tab(self.specs[index].key)

    def _step_tab(self, step: int) -> None:
        count = len(self.specs)
        if count:
            self._tab_chosen((self.tab_line.bar.currentIndex() + step) % count)

    def _open_manual(self) -> None:
        page = self.pages.page
        self.manual_wanted.emit(page.manual_page if page is not None else "index")

    def _said(self, sentence: str) -> None:
        # What was refused before is settled once something succeeded.
        self.message_bar.withdraw(REFUSAL)
        self.status.say(sentence)

    def _show_history(self) -> None:
        self.status.show_undo(self.desk.undo_label, possible=self.desk.can_undo)

    def _worker_busy(self, busy: bool) -> None:
        self.status.show_progress(busy=busy, words=self.desk.worker.words)

    def _worker_progressed(self, done: int, total: int, words: str) -> None:
        self.status.show_progress(busy=True, done=done, total=total, words=words)

    def show_refusal(self, refusal: KnownError) -> None:
        """Show why something the window itself tried was refused."""
        self.message_bar.refuse(refusal)


class _Banner(QFrame):
    """Says that the people in this block are invented."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.setObjectName("demonstration")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._picture = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 3, 12, 3)
        line.addWidget(self._picture)
        line.addWidget(self._words, 1)
        self.show_block(block)
        watch(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._picture.setPixmap(pixmap("information", "vio", 16))

    def show_block(self, block: Block) -> None:
        self._words.setText(block.demonstration)
        self.setVisible(bool(block.demonstration))


def _nothing_here() -> QWidget:
    page = QWidget()
    page.setObjectName("empty")
    words = QLabel(_("Your role has no tabs here. Ask an administrator for another role."))
    words.setWordWrap(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(words)
    column.addStretch(1)
    return page
