"""The grounds' row of controls: days, area and its facts, how it is shown, and the deeds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from openblock.features.grounds.ui.modes import AREA, DAY, TABLE
from openblock.i18n import _, p_
from openblock.ui import shortcuts
from openblock.ui.elided_label import ElidedLabel
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, labelled
from openblock.ui.icons import icon
from openblock.ui.theme import font, px, scale, watch
from openblock.ui.tool_buttons import push_button, tool_button

_LARGE = 150


class Facts(ElidedLabel):
    """What is known of the area, as much as there is room for; all of it on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._ways: tuple[str, ...] = ("",)
        self.setProperty("kind", "secondary")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def tell(self, *ways: str) -> None:
        """Say the first of ``ways`` there is room for; the first one is the whole of it."""
        self._ways = ways
        self.setToolTip(ways[0])
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._choose()
        super().resizeEvent(event)

    def _choose(self) -> None:
        room, wide = self.contentsRect().width(), self.fontMetrics().horizontalAdvance
        self.say(next((each for each in self._ways if wide(each) <= room), self._ways[-1]))
        self.setAccessibleName(self._ways[0])

    def sizeHint(self) -> QSize:
        return QSize(px(24), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class GroundsToolbar(QFrame):
    """Says what was pressed; the tab decides what it means."""

    stepped = Signal(int)
    today_wanted = Signal()
    area_wanted = Signal(int)
    mode_wanted = Signal(str)
    find_wanted = Signal()
    close_wanted = Signal()
    book_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, *, may_book: bool, may_close: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.title = labelled("", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = tool_button("left", _("Earlier"), "earlier")
        self.later = tool_button("right", _("Later"), "later")
        self.today = push_button(_("Today"), "", _("Go to today"), "today")
        self.area = Choice()
        self.area.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.area.setAccessibleName(p_("grounds", "Area"))
        self.area.setToolTip(shortcuts.hint(_("Which area is shown"), "choose-area"))
        self.facts = Facts()
        self._filling = False
        self.modes: dict[str, QPushButton] = {}
        self.switch = self._switch()
        self.find_time = push_button(_("Find time…"), "search", _("Find a free time"), "find-free")
        self.close_area = push_button(_("Close area…"), "closed", _("Close an area"), "close-area")
        self.book = push_button(_("Book"), "add", _("Book the selected time"), "add-entry")
        self.book.setProperty("kind", "primary")
        self.book.setIcon(icon("add", "onaccent"))
        # By its picture alone: the facts of the area need the room.
        self.print = tool_button("print", _("Print the sheets of the tab"), "print")
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setToolTip(_("More"))
        self.more.setAccessibleName(_("More"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.book.setVisible(may_book)
        self.close_area.setVisible(may_close)
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()

    # What it shows

    def show_title(self, title: str) -> None:
        """The days on show."""
        self.title.setText(title)
        self._dress()

    def _dress(self) -> None:
        # Of one width through the year, so that the arrows stay under the pointer.
        words, metrics = self.title.text(), QFontMetrics(font("title"))
        self.title.setMinimumWidth(metrics.horizontalAdvance(words + "0"))
        # Measured anew: a label keeps the width of the larger text it was written in before.
        self.title.clear()
        self.title.setText(words)
        # With large text some buttons are known by their pictures, and save a line.
        for button, words in (
            (self.find_time, _("Find time…")),
            (self.close_area, _("Close area…")),
        ):
            button.setAccessibleName(words.rstrip("…"))
            button.setText("" if scale() >= _LARGE else words)

    def show_mode(self, mode: str) -> None:
        """Which way it is shown, without saying it again; the table lists all areas."""
        self.modes[mode].setChecked(True)
        self.area.setVisible(mode == AREA and self.area.count() > 0)

    def show_areas(self, areas: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """The areas that can be chosen, and which one is."""
        self._filling = True
        self.area.set_options(list(areas))
        if chosen is not None:
            self.area.set_value(chosen)
        self._filling = False
        self.area.setVisible(bool(areas))
        for button in (self.book, self.close_area, self.find_time):
            button.setEnabled(bool(areas))

    def offer(self, actions: Sequence[QAction]) -> None:
        """What stands in the menu at the end."""
        self.menu.addActions(list(actions))
        self.more.setVisible(bool(actions))

    # How it is made

    def _switch(self) -> QWidget:
        group = QButtonGroup(self)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for mode, words, said, key in (
            (AREA, _("Week"), _("The week of one area"), "grounds-week"),
            (DAY, _("Day"), _("All areas on one day"), "grounds-day"),
            (TABLE, _("Table"), _("The week as a table"), "grounds-table"),
        ):
            button = push_button(words, "", said, key)
            button.setCheckable(True)
            group.addButton(button)
            self.modes[mode] = button
            row.addWidget(button)
        return whole

    def _lay_out(self) -> None:
        row = FlowLayout(self, gap=6)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        shown: tuple[QWidget, ...] = (self.earlier, self.title, self.later, self.today)
        for each in (*shown, self.area, self.facts, self.switch):
            row.addWidget(each)
        for each in (self.find_time, self.close_area, self.book, self.print, self.more):
            row.addWidget(each)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wanted)
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _checked=False, mode=mode: self.mode_wanted.emit(mode))
        self.area.edited.connect(self._area_chosen)
        self.find_time.clicked.connect(self.find_wanted)
        self.close_area.clicked.connect(self.close_wanted)
        self.book.clicked.connect(self.book_wanted)
        self.print.clicked.connect(self.print_wanted)

    def _area_chosen(self) -> None:
        if not self._filling:
            self.area_wanted.emit(self.area.value())
