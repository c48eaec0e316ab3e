"""What stands around every page of the door: block and clock above, backup and switches below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.accounts.ui.segments import Segments
from openblock.i18n import _, format_long_day, format_time, language
from openblock.ui.block import Block
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.status import age_in_words, theme_words
from openblock.ui.theme import px, scale, theme_name
from openblock.ui.window.house import Doorway

STALE = timedelta(hours=24)
_THEMES = (("light", "sun"), ("dark", "contrast"), ("night", "moon"))
# A language is named in itself, so that whoever cannot read the other finds it.
_LANGUAGES = (("lv", "Latviešu", ""), ("en", "English", ""))
_TICK_MS = 1000
LARGE_TEXT = 150


class Card(QFrame):
    """The card in the middle: so wide and high at 100 % text where there is room, else less."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._drawn = QSize(width, height)

    def sizeHint(self) -> QSize:
        wanted = QSize(px(self._drawn.width()), px(self._drawn.height()))
        return wanted.expandedTo(self.minimumSizeHint())


@dataclass(frozen=True, slots=True)
class DoorFacts:
    """What the programme tells the door; the ways out are left away when they are None.

    ``last_backup`` is aware; ``restore`` and ``open_other`` open what stands in place of a file
    that cannot be opened; ``demonstration`` opens the invented block.
    """

    block: Block
    version: str
    last_backup: datetime | None = None
    restore: Callable[[], None] | None = None
    open_other: Callable[[], None] | None = None
    demonstration: Callable[[], None] | None = None


class DoorFrame(QWidget):
    """Holds one card in its middle; grows a scroll bar rather than cutting it at large text."""

    def __init__(self, doorway: Doorway, facts: DoorFacts) -> None:
        super().__init__()
        self.doorway = doorway
        self.facts = facts
        self.time = QLabel()
        self.time.setStyleSheet(f"font-size: {px(34)}px; font-weight: 600;")
        self._day = labelled("", "secondary")
        self._middle = QGridLayout()
        self._middle.setContentsMargins(px(16), px(8), px(16), px(8))
        room = QWidget()
        room.setProperty("kind", "page")
        room.setLayout(self._middle)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(12), px(28), px(20))
        column.addLayout(self._head())
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start(_TICK_MS)
        self.tick()

    def put(self, card: QWidget) -> None:
        """Show ``card`` in the middle."""
        self._middle.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)

    def tick(self) -> None:
        """Show the time and the day it is now."""
        now = clock.now()
        self.time.setText(format_time(now))
        self._day.setText(format_long_day(clock.day_of(now)))

    def tidy(self) -> None:
        """What must be put away before the page is replaced or the programme closed."""

    def _speak(self, language_chosen: str) -> None:
        self.tidy()
        self.doorway.speak(language_chosen)

    def _paint(self, theme: str) -> None:
        self.tidy()
        self.doorway.paint(theme)

    def _close(self) -> None:
        self.tidy()
        self.doorway.close()

    def _head(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(pixmap("block", "accent", 36))
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addStretch(1)
        block = self.facts.block
        name = labelled(block.name or "OpenBlock", "title")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        names.addWidget(name)
        if block.unit_kind:
            names.addWidget(labelled(block.unit_kind, "secondary"))
        names.addStretch(1)
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addWidget(self.time, 0, Qt.AlignmentFlag.AlignRight)
        times.addWidget(self._day, 0, Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout()
        line.setSpacing(px(14))
        line.addWidget(mark)
        line.addLayout(names, 1)
        line.addLayout(times)
        return line

    def _foot(self) -> QBoxLayout:
        # Large text does not fit on one line beside the switches.
        across = QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(across if scale() < LARGE_TEXT else QBoxLayout.Direction.TopToBottom)
        line.setSpacing(px(12))
        line.addLayout(self._told())
        line.addLayout(self._switches())
        return line

    def _told(self) -> QHBoxLayout:
        words, kind, drawing = self._backup()
        picture = QLabel()
        picture.setPixmap(pixmap(drawing, "warn" if kind == "warning" else "text2", 16))
        version = _("Version {version}").format(version=self.facts.version)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(picture)
        line.addWidget(labelled(words, kind))
        line.addSpacing(px(16))
        line.addWidget(labelled(version, "secondary"))
        line.addStretch(1)
        return line

    def _switches(self) -> QHBoxLayout:
        speak = Segments(_("Language"), _LANGUAGES, language())
        speak.picked.connect(self._speak)
        themes = [(name, theme_words(name), drawing) for name, drawing in _THEMES]
        paint = Segments(_("Theme"), themes, theme_name())
        paint.picked.connect(self._paint)
        close = QPushButton(_("Close"))
        close.setIcon(icon("close"))
        close.setIconSize(QSize(px(14), px(14)))
        close.setAutoDefault(False)
        close.setToolTip(_("Close the programme"))
        close.clicked.connect(self._close)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addStretch(1)
        for each in (speak, paint, close):
            line.addWidget(each)
        return line

    def _backup(self) -> tuple[str, str, str]:
        if self.facts.last_backup is None:
            return _("No backup known"), "secondary", "backup"
        age = clock.now() - self.facts.last_backup
        words = _("Backup {age} ago").format(age=age_in_words(age))
        if age > STALE:
            return words, "warning", "warning"
        return words, "secondary", "backup"
