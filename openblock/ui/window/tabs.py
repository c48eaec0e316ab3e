"""The tabs across the top, and their pages, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QWidget

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.tab import Tab, TabSpec
from openblock.ui.theme import px, watch

_MOST_NUMBERS = 9


class TabLine(QFrame):
    """The tab bar: icon, name and the number Alt opens it with."""

    def __init__(self, specs: tuple[TabSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabline")
        self.bar = QTabBar()
        self.bar.setAccessibleName(_("Tabs"))
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setDrawBase(False)
        self._specs = specs
        for number, spec in enumerate(specs, start=1):
            self.bar.addTab(icon(spec.icon), spec.title())
            end = _End(number if number <= _MOST_NUMBERS else 0)
            self.bar.setTabButton(number - 1, QTabBar.ButtonPosition.RightSide, end)
            self.show_count(spec.key, 0, "")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self.bar, 1)
        self._dress()
        watch(self._dress)

    def show_count(self, key: str, count: int, words: str) -> None:
        """Put a number of what waits on the tab ``key``; 0 takes it away."""
        keys = [spec.key for spec in self._specs]
        if key not in keys:
            return
        place = keys.index(key)
        title = self._specs[place].title()
        hint = f"{title} (Alt+{place + 1})" if place < _MOST_NUMBERS else title
        self.bar.setTabToolTip(place, f"{hint}: {words}" if count else hint)
        self.bar.setAccessibleTabName(place, f"{title}, {words}" if count else title)
        end = self.bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if isinstance(end, _End) and end.show_count(count):
            # The bar asks for the size of what stands on a tab only when that is put there.
            self.bar.setTabText(place, title)

    def _dress(self) -> None:
        for place in range(self.bar.count()):
            end = self.bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
            if isinstance(end, _End):
                end.fit()
        self.bar.setIconSize(QSize(px(16), px(16)))


class _End(QWidget):
    """What stands behind the name of a tab: how many wait there, and the number Alt opens it by."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._count = QLabel()
        self._count.setProperty("kind", "badge")
        self._count.hide()
        self._number = QLabel(str(number) if number else "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._count)
        line.addWidget(self._number)

    def show_count(self, count: int) -> bool:
        """Show the number of what waits; whether that is another than before."""
        text = str(count) if count else ""
        if text == self._count.text():
            return False
        self._count.setText(text)
        self._count.setVisible(bool(text))
        self.fit()
        return True

    def fit(self) -> None:
        """Take the size the texts need now: a tab asks for it, and keeps what it once had."""
        line = self.layout()
        if line is not None:
            line.setContentsMargins(0, 0, px(8), 0)
            line.setSpacing(px(4))
            line.activate()
        self.adjustSize()


class Pages(QStackedWidget):
    """The pages of the tabs: made late, refreshed when seen, never all at once."""

    page_opened = Signal(str)

    def __init__(
        self, desk: Desk, specs: tuple[TabSpec, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Tab] = {}
        self._stale: set[str] = set()
        self._places: dict[str, Mapping[str, object]] = {}
        self._key = ""
        desk.changed.connect(self.hear)

    @property
    def key(self) -> str:
        """The key of the tab on show."""
        return self._key

    @property
    def page(self) -> Tab | None:
        """The page on show."""
        return self._pages.get(self._key)

    def open_page(self, key: str, place: Mapping[str, object] | None = None) -> None:
        """Show the page of ``key``, reading it if it is new or something changed meanwhile."""
        page = self._pages.get(key)
        if page is None:
            page = self._make(key)
        self._key = key
        self.setCurrentWidget(page)
        if place:
            self._desk.show(lambda: page.go_to(place))
        if key in self._stale:
            self._stale.discard(key)
            self._desk.show(page.refresh)
        page.focus_first()
        self.page_opened.emit(key)

    def refresh(self) -> None:
        """Read the page on show again, and the others when next shown."""
        self._stale = set(self._pages) - {self._key}
        if self.page is not None:
            self._desk.show(self.page.refresh)

    def hear(self, tables: frozenset[str]) -> None:
        """Some tables changed: the visible page reads now, the hidden ones when opened."""
        for key, page in self._pages.items():
            if "*" in tables or tables & page.tables:
                if key == self._key:
                    self._desk.show(page.refresh)
                else:
                    self._stale.add(key)

    def places(self) -> dict[str, Mapping[str, object]]:
        """Where each opened page is, for its successor."""
        return self._places | {key: dict(page.place()) for key, page in self._pages.items()}

    def remember_places(self, places: Mapping[str, Mapping[str, object]]) -> None:
        """Pages made from now on start where ``places`` says."""
        self._places = dict(places)

    def keep_drafts(self) -> None:
        """Let every opened page keep what is half typed."""
        for page in self._pages.values():
            self._desk.show(page.keep_draft)

    def _make(self, key: str) -> Tab:
        page = self._specs[key].make(self._desk)
        self._pages[key] = page
        self.addWidget(page)
        place = self._places.pop(key, None)
        if place:
            self._desk.show(lambda: page.go_to(place))
        self._stale.add(key)
        return page
