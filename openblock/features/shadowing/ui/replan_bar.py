"""The bar over the grid for a shift that needs planning anew: what happened, and two ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.ui.facts import replan_heading, replan_words
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, format_time, n_
from openblock.ui import shortcuts
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px, scale, watch

_LARGE = 150


class ReplanBar(QFrame):
    """Shows one of them at a time; closed, it comes back when another one needs planning."""

    find_wanted = Signal(object)
    shorten_wanted = Signal(object, object)
    next_wanted = Signal()

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        # It looks as the window's own bar for refusals does, and stands right under it.
        self.setObjectName("message")
        self.setProperty("kind", "error")
        self._may_plan = may_plan
        self._known: frozenset[int] = frozenset()
        self._rows: tuple[ShadowingRow, ...] = ()
        self._closed = False
        self._held = False
        self.row: ShadowingRow | None = None
        self.part: Span | None = None
        self._icon = QLabel()
        self.word = QLabel()
        self.word.setObjectName("word")
        self.sentence = QLabel()
        self.sentence.setObjectName("sentence")
        self.next_button = self._button(_("Next"), _("Go to the next one"))
        self.next_button.setToolTip(shortcuts.hint(_("Go to the next one"), "next-problem"))
        self.find_button = self._button(_("Find another mentor"), _("Who can be shadowed instead"))
        self.shorten_button = self._button("", _("Keep the mentor, for the hours that still fit"))
        self.close_button = QToolButton()
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()
        self.hide()

    def show_rows(self, rows: Sequence[ShadowingRow], row: ShadowingRow | None) -> None:
        """Show ``row`` of ``rows``; hidden without any, or while closed and nothing is new."""
        numbers = frozenset(each.shadowing_id for each in rows)
        if numbers - self._known:
            self._closed = False
        self._known, self._rows, self.row = numbers, tuple(rows), row
        self._settle()
        if row is None:
            return
        self.word.setText(n_("Re-plan {number}", "Re-plan {number}", len(rows)))
        self._say(row)
        self.next_button.setVisible(len(rows) > 1)
        self.offer(None)

    def hold(self, *, back: bool) -> None:
        """Give way while the lines are needed for something else, and come back afterwards."""
        self._held = back
        self._settle()

    def offer(self, part: Span | None) -> None:
        """Offer to shorten the shift to ``part``; None: that is not possible."""
        self.part = part
        self.shorten_button.setVisible(self._may_plan and part is not None)
        if part is None or self.row is None:
            return
        if part.start == self.row.span.start:
            words = _("Shorten to {time}").format(time=format_time(part.end))
        else:
            words = _("Shorten to {hours}").format(hours=hours_between(part))
        self.shorten_button.setText(words)

    @staticmethod
    def _button(words: str, hint: str) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.setToolTip(hint)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _say(self, row: ShadowingRow) -> None:
        """With large text whose shift it is, and the rest on hover and in the list."""
        words = replan_words(row)
        large = scale() >= _LARGE
        self.sentence.setText(replan_heading(row) if large else words)
        self.sentence.setToolTip(words if large else "")
        self.sentence.setAccessibleName(words)

    def _settle(self) -> None:
        self.setVisible(self.row is not None and not self._closed and not self._held)

    def _close(self) -> None:
        self._closed = True
        self._settle()

    def _find(self) -> None:
        self.find_wanted.emit(self.row)

    def _shorten(self) -> None:
        self.shorten_wanted.emit(self.row, self.part)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self.next_wanted)
        self.find_button.clicked.connect(self._find)
        self.shorten_button.clicked.connect(self._shorten)
        self.close_button.clicked.connect(self._close)

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("cycle", "bad", 18))
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(px(14), px(14)))
        if self.row is not None:
            self._say(self.row)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), px(4), px(12), px(4))
        line.setSpacing(px(8))
        for label in (self.word, self.sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button.setToolTip(_("Close the message; the list keeps it"))
        self.close_button.setAccessibleName(_("Close the message"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.find_button.setVisible(self._may_plan)
        line.addWidget(self._icon)
        line.addWidget(self.word)
        line.addWidget(self.sentence, 1)
        for each in (self.next_button, self.find_button, self.shorten_button, self.close_button):
            line.addWidget(each)
