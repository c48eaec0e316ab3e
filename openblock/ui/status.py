"""The line at the bottom: what just happened and Undo, the last backup, language, size, theme."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from openblock import clock
from openblock.i18n import _, format_time, language, n_
from openblock.ui.elided_label import ElidedLabel
from openblock.ui.icons import icon, pixmap
from openblock.ui.shortcuts import hint, native
from openblock.ui.theme import px, scale, theme_name, watch

STALE = timedelta(hours=24)
_THEME_ICONS = {"light": "sun", "dark": "contrast", "night": "moon"}


def age_in_words(age: timedelta) -> str:
    """38 min, 5 h, 3 days: how long ago the last backup was made."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 120:
        return _("{minutes} min").format(minutes=max(0, minutes))
    if minutes < 48 * 60:
        return _("{hours} h").format(hours=minutes // 60)
    return n_("{number} day", "{number} days", minutes // (24 * 60))


def theme_words(name: str) -> str:
    """The theme's name: Light, Dark, Night."""
    return {"light": _("Light"), "dark": _("Dark"), "night": _("Night")}[name]


class StatusBar(QFrame):
    """Words on the left, switches on the right; each switch is also in the list of shortcuts."""

    undo_wanted = Signal()
    backups_wanted = Signal()
    language_wanted = Signal()
    zoom_wanted = Signal()
    theme_wanted = Signal()
    counts_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._icon = QLabel()
        self._doing = ""
        self._said = ElidedLabel()
        self._said.setObjectName("said")
        self.undo_button = self._button("undo", _("Undo"), hint(_("Undo"), "undo"))
        self._keys = QLabel(native("undo"))
        self._keys.setObjectName("keys")
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(160)
        self.stop_button = self._button("stop", _("Stop"), _("Stop this work; nothing is changed"))
        self.counts_button = self._button("counts", "", _("People and beds now"))
        self.counts_button.hide()
        self.backup_button = self._button("backup", "", hint(_("Backups"), "back-up"))
        self.language_button = self._button("language", "", hint(_("Other language"), "language"))
        self.zoom_button = self._button("zoom", "", hint(_("Usual text size"), "zoom-reset"))
        self.theme_button = self._button("theme", "", hint(_("Next theme"), "theme"))
        self._connect()
        self._lay_out()
        self.show_progress(busy=False)
        self.show_undo("", possible=False)
        self.say("")
        self._dress()
        watch(self._dress)

    def say(self, sentence: str) -> None:
        """Show what just happened, with the time it happened at."""
        at = format_time(clock.now())
        self._said.say(f"{sentence} · {at}" if sentence else "")
        self._said.setToolTip(sentence)
        self._icon.setVisible(bool(sentence))

    def text(self) -> str:
        """What stands on the left now."""
        return self._said.words

    def show_undo(self, label: str, *, possible: bool) -> None:
        """Offer Undo of what ``label`` says, or fade it."""
        self.undo_button.setEnabled(possible)
        words = _("Undo: {what}").format(what=label) if label else _("Undo")
        self.undo_button.setToolTip(hint(words, "undo"))
        self._keys.setVisible(possible)

    def show_counts(self, words: str, explained: str) -> None:
        """Show the unit's figures, and what each of them means; nothing where there are none."""
        self.counts_button.setText(words)
        self.counts_button.setAccessibleName(words)
        self.counts_button.setToolTip(explained)
        self.counts_button.setVisible(bool(words))

    def show_backup(self, last_good: datetime | None) -> None:
        """Show how old the last verified backup (aware) is; None: there is none yet."""
        if last_good is None:
            words, stale = _("No backup yet"), True
        else:
            age = clock.now() - last_good
            words = _("Backup {age} ago").format(age=age_in_words(age))
            stale = age > STALE
        self.backup_button.setText(words)
        self.backup_button.setAccessibleName(words)
        self.backup_button.setProperty("state", "warning" if stale else "")
        self.backup_button.setIcon(icon("warning" if stale else "backup", _tint(stale=stale)))
        self.backup_button.style().unpolish(self.backup_button)
        self.backup_button.style().polish(self.backup_button)

    def show_progress(self, *, busy: bool, done: int = 0, total: int = 0, words: str = "") -> None:
        """Show that work goes on in the background, how far, and how to stop it."""
        self._progress.setVisible(busy)
        self.stop_button.setVisible(busy)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.setAccessibleName(words or _("Work in the background"))
        if busy and words:
            self._doing = words
            self._said.say(words)
        elif not busy:
            # What is done is not going on; a sentence said meanwhile stays.
            if self._doing and self._said.words == self._doing:
                self._said.say("")
            self._doing = ""

    def _button(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(words or tip)
        return button

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self.undo_wanted)
        self.counts_button.clicked.connect(self.counts_wanted)
        self.backup_button.clicked.connect(self.backups_wanted)
        self.language_button.clicked.connect(self.language_wanted)
        self.zoom_button.clicked.connect(self.zoom_wanted)
        self.theme_button.clicked.connect(self.theme_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 2, 12, 2)
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._said, 1)
        for each in (self.undo_button, self._keys, self._progress, self.stop_button):
            line.addWidget(each)
        line.addSpacing(12)
        for each in (
            self.counts_button,
            self.backup_button,
            self.language_button,
            self.zoom_button,
            self.theme_button,
        ):
            line.addWidget(each)

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("ok", "ok", 16))
        self.undo_button.setIcon(icon("undo", "accent"))
        self.theme_button.setIcon(icon(_THEME_ICONS[theme_name()]))
        self.theme_button.setText(theme_words(theme_name()))
        self.language_button.setText(language().upper())
        self.zoom_button.setText(f"{scale()} %")
        for button in self.findChildren(QPushButton):
            button.setIconSize(QSize(px(14), px(14)))


def _tint(*, stale: bool) -> str:
    return "warn" if stale else "text2"
