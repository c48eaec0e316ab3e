"""The line on top: which block, what time it is, who is signed in, and how to lock or hand over."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from openblock import clock
from openblock.i18n import _, format_day, format_long_day, format_time
from openblock.ui.block import Block
from openblock.ui.icons import icon, pixmap
from openblock.ui.search import SearchField
from openblock.ui.shortcuts import hint
from openblock.ui.theme import px, watch

_TICK_MS = 1000
_WIDEST, _NARROWEST = 0, 6


class Header(QFrame):
    """Gives way as text grows: first the unit's kind, then words, at last the search."""

    lock_wanted = Signal()
    change_wanted = Signal()
    menu_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, block: Block, officer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._officer = officer
        self._mark = QLabel()
        self._mark.setObjectName("mark")
        self._block = self._label("block", block.name)
        self._unit = self._label("unit", block.unit_kind)
        self.search_field = SearchField()
        self._date = self._label("date", "")
        self._clock = self._label("clock", "")
        self._person = QLabel()
        self._name = self._label("officer", officer)
        self._name.setAccessibleName(_("Signed in: {name}").format(name=officer))
        self._name.setToolTip(self._name.accessibleName())
        self.lock_button = self._button(_("Lock"), "lock", "lock")
        self.change_button = self._button(_("Change officer"), "swap", "change-officer")
        self.menu_button = self._button(_("Menu"), "menu", "menu")
        self.lock_button.clicked.connect(self.lock_wanted)
        self.change_button.clicked.connect(self.change_wanted)
        self.menu_button.clicked.connect(self.menu_wanted)
        self.search_field.clicked.connect(self.search_wanted)
        self._lay_out()
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start(_TICK_MS)
        self._dress()
        watch(self._dress)
        self.tick()

    def show_block(self, block: Block) -> None:
        """Another name or kind of unit, after a change in the settings."""
        self._block.setText(block.name)
        self._unit.setText(block.unit_kind)
        self._fit()

    def tick(self) -> None:
        """Show the date and the time it is now."""
        now = clock.now()
        self._clock.setText(format_time(now))
        today = clock.day_of(now)
        long = self._date.property("short") is not True
        self._date.setText(format_long_day(today) if long else format_day(today))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The header gives way instead of holding the whole window wide.
        return QSize(px(320), super().minimumSizeHint().height())

    def _label(self, name: str, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, words: str, drawing: str, key: str) -> QPushButton:
        button = QPushButton(words)
        button.setIcon(icon(drawing))
        button.setToolTip(hint(words, key))
        button.setAccessibleName(words)
        return button

    def _lay_out(self) -> None:
        self._line = line = QHBoxLayout(self)
        # Without this the layout would hold the header as wide as its widest words.
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(8)
        for each in (self._mark, self._block, self._unit):
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(self.search_field, 6)
        line.addStretch(1)
        line.addWidget(self._date)
        line.addWidget(self._clock)
        rule = QFrame()
        rule.setProperty("kind", "upright")
        rule.setFixedWidth(1)
        rule.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        line.addWidget(rule)
        for each in (self._person, self._name):
            line.addWidget(each)
        for button in (self.lock_button, self.change_button, self.menu_button):
            line.addWidget(button)

    def _dress(self) -> None:
        self._mark.setPixmap(pixmap("block", "onaccent", 18))
        self._person.setPixmap(pixmap("person", "text2", 18))
        side = px(16)
        for button in (self.lock_button, self.change_button, self.menu_button):
            button.setIconSize(QSize(side, side))
        self._fit()

    def _fit(self) -> None:
        for level in range(_WIDEST, _NARROWEST + 1):
            self._give_way(level)
            self._line.invalidate()
            if self._line.sizeHint().width() <= self.width():
                return

    def _give_way(self, level: int) -> None:
        self._unit.setVisible(level < 1 and bool(self._unit.text()))
        self._date.setProperty("short", level >= 2)
        self._date.setVisible(level < 5)
        self.search_field.give_way("wide" if level < 4 else "narrow" if level < 6 else "icon")
        for button, last in (
            (self.menu_button, 1),
            (self.lock_button, 3),
            (self.change_button, 3),
        ):
            button.setText(button.accessibleName() if level < last else "")
        self._mark.setVisible(level < 5)
        self.tick()
