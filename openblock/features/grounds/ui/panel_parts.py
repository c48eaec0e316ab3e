"""The blocks of the booking's panel: who it is, who is to watch it, what else there is to mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from openblock.errors import Severity
from openblock.features.grounds.queries.rows import BookingCard, BookingRow, SupervisorOffer
from openblock.features.grounds.ui.booking_officer import offer_words
from openblock.features.grounds.ui.booking_said import time_words
from openblock.features.grounds.ui.calendar.wording import title_of
from openblock.features.grounds.ui.panel_words import lost_heading, warning_words
from openblock.features.grounds.words import state_words
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.messages import words
from openblock.ui.plain_label import on_hover, plain
from openblock.ui.theme import px, token, watch

#: So many officers are offered as buttons; the rest stand in a list.
MOST_OFFERED = 3
_LONGEST_NAME = 200


def dress_first(button: QPushButton, drawing: str) -> None:
    """Draw a button as the one to press next."""
    button.setProperty("kind", "primary")
    button.setIcon(icon(drawing, "onaccent"))
    button.style().unpolish(button)
    button.style().polish(button)


class Head(QFrame):
    """What the booking is for, when, its state, and the cross."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = plain("", "title")
        self.time = plain("", "secondary")
        self.state = labelled("", "pill")
        self.leave = QToolButton()
        self.leave.setProperty("kind", "quiet")
        self.leave.setToolTip(_("Close the panel"))
        self.leave.setAccessibleName(_("Close the panel"))
        self.leave.clicked.connect(self.closed)
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self.title)
        said.addWidget(self.time)
        said.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), px(8), px(8), px(8))
        line.addLayout(said, 1)
        line.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        watch(self._dress)
        self._dress()

    def show_row(self, row: BookingRow) -> None:
        """Say which booking it is."""
        self.title.setText(title_of(row))
        self.time.setText(time_words(row.span))
        self.state.setText(state_words(row.state))

    def _dress(self) -> None:
        self.leave.setIcon(icon("close"))


class LostBlock(QFrame):
    """Why nobody watches, and who could: one button each, one command each."""

    #: An officer was taken: number and name.
    named = Signal(int, str)
    more_wanted = Signal()

    def __init__(self, *, may_name: bool) -> None:
        super().__init__()
        self.setObjectName("lost")
        self._may_name = may_name
        self._error = True
        self.buttons: list[QPushButton] = []
        self._picture = QLabel()
        self.heading = plain("", "strong")
        self.why = plain()
        self.offer = plain("", "strong")
        self._holder = QFrame()
        self._row = FlowLayout(self._holder, gap=6)
        self._row.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(self._picture)
        head.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(4))
        column.addLayout(head)
        for widget in (self.why, self.offer, self._holder):
            column.addWidget(widget)
        watch(self._dress)

    def show_card(self, card: BookingCard) -> None:
        """Show what is wrong and who could watch; hidden when somebody does."""
        lost = card.booking.lost
        self.setVisible(lost is not None)
        self._empty()
        if lost is None:
            return
        self._error = lost.severity == Severity.ERROR
        self.heading.setText(lost_heading(lost))
        self.why.setText(words(lost))
        fitting = [each for each in card.offers if each.fits]
        self.offer.setText(
            _("On duty and free:") if fitting else _("Nobody on duty then is free to watch.")
        )
        if self._may_name:
            self._fill(fitting, more=len(card.offers) > min(len(fitting), MOST_OFFERED))
        self._dress()

    def _fill(self, fitting: Sequence[SupervisorOffer], *, more: bool) -> None:
        for place, each in enumerate(fitting[:MOST_OFFERED]):
            take = partial(self.named.emit, each.officer_id, each.name)
            hint = f"{each.name}: {offer_words(each)}"
            self._add(each.name, hint, take, primary=place == 0)
        if more:
            hint = shortcuts.hint(_("Everybody who could watch"), "booking-supervisor")
            self._add(_("More…"), hint, self.more_wanted.emit, primary=False)

    def _add(self, said: str, hint: str, act: Callable[[], object], *, primary: bool) -> None:
        button = QPushButton()
        shown = button.fontMetrics().elidedText(
            said, Qt.TextElideMode.ElideRight, px(_LONGEST_NAME)
        )
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(said)
        button.setToolTip(on_hover(hint))
        button.setAutoDefault(False)
        # A click leaves the keyboard where it was: on the calendar.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if primary:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda _checked=False: act())
        self.buttons.append(button)
        self._row.addWidget(button)

    def _empty(self) -> None:
        self.buttons = []
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _dress(self) -> None:
        tone, ground = ("bad", "badsoft") if self._error else ("warn", "warnsoft")
        self._picture.setPixmap(pixmap("error" if self._error else "warning", tone, 16))
        self.setStyleSheet(
            f"QFrame#lost {{ background: {token(ground).name()}; }}"
            f"QFrame#lost > QLabel[kind='strong'] {{ color: {token(tone).name()}; }}"
        )


class WarningBlock(QFrame):
    """What else there is to see: people to be kept apart, an area that does not open any more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._picture = QLabel()
        self.said = plain("", "warning")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.setSpacing(px(6))
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.said, 1)
        watch(self._dress)
        self._dress()

    def show_row(self, row: BookingRow) -> None:
        """Show them; hidden without any."""
        said = warning_words(row)
        self.said.setText("\n".join(said))
        self.setVisible(bool(said))

    def _dress(self) -> None:
        self._picture.setPixmap(pixmap("warning", "warn", 16))
