"""The bar over the calendar while bookings have no supervisor or cannot be as booked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.ui.booking_said import named_row
from openblock.features.grounds.ui.fault_words import wrong_with
from openblock.features.grounds.ui.mend_list import ROW_ROLE, MendDelegate, MendModel
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.elided_label import ElidedLabel
from openblock.ui.icons import icon, pixmap
from openblock.ui.tall_list import TallList
from openblock.ui.theme import px, watch

_MOST_SHOWN = 3.5


class MendBar(QFrame):
    """Names the first of them and opens the list of all; closed, it comes back for a new one."""

    #: A BookingRow is to be gone to.
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # It looks as the window's own bar for refusals does, and stands right under it.
        self.setObjectName("message")
        self.setProperty("kind", "error")
        self._known: frozenset[int] = frozenset()
        self._closed = False
        self.model = MendModel(self)
        self._icon = QLabel()
        self.word = QLabel()
        self.word.setObjectName("word")
        self.sentence = ElidedLabel()
        self.sentence.setObjectName("sentence")
        self.next_button = self._button(_("Next"))
        self.next_button.setToolTip(shortcuts.hint(_("Go to the next one"), "next-problem"))
        self.list_button = self._button(_("List"))
        self.list_button.setCheckable(True)
        self.list_button.setToolTip(shortcuts.hint(_("All that have to be put right"), "problems"))
        self.close_button = QToolButton()
        self.list = TallList(self.model, _("Bookings to be put right"))
        self.list.setItemDelegate(MendDelegate(self.list))
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()
        self.hide()

    @property
    def rows(self) -> tuple[BookingRow, ...]:
        """The bookings that have to be put right."""
        return self.model.rows

    def show_rows(self, rows: Sequence[BookingRow]) -> None:
        """Show these (``Week.to_mend``); hidden without any, or while closed and none is new."""
        kept = self.current()
        numbers = frozenset(each.booking_id for each in rows)
        if numbers - self._known:
            self._closed = False
        self._known = numbers
        self.model.show_rows(rows)
        if kept is not None and kept.booking_id in numbers:
            self._choose([each.booking_id for each in self.rows].index(kept.booking_id))
        self._say()
        self._settle()

    def current(self) -> BookingRow | None:
        """The one that was gone to last."""
        found: BookingRow | None = self.list.currentIndex().data(ROW_ROLE)
        return found

    def step(self, by: int) -> None:
        """Go to the next one or the one before (F8, Shift+F8), around the end."""
        count = len(self.rows)
        if not count:
            return
        row = self.list.currentIndex().row()
        start = row if row >= 0 else (-1 if by > 0 else 0)
        self._choose((start + by) % count)
        self._go(self.list.currentIndex())

    def toggle_list(self) -> None:
        """Show the list, or hide it again."""
        if self.rows:
            self._closed = False
            self.list_button.setChecked(not self.list_button.isChecked())
            self._settle()
            if self.list_button.isChecked():
                self.list.setFocus()

    # Inside

    def _say(self) -> None:
        """As many as the tab's number says; and what is wrong, where it is that with all."""
        if all(each.lost is not None for each in self.rows):
            words = n_(
                "{number} booking has no supervisor",
                "{number} bookings have no supervisor",
                len(self.rows),
            )
        else:
            words = n_(
                "{number} booking to put right",
                "{number} bookings to put right",
                len(self.rows),
            )
        self.word.setText(words)
        row = self.current() or next(iter(self.rows), None)
        said = f"{named_row(row)}: {wrong_with(row)}" if row is not None else ""
        self.sentence.say(said)
        self.sentence.setToolTip(said)
        self.next_button.setVisible(bool(self.rows))

    def _settle(self) -> None:
        self.setVisible(bool(self.rows) and not self._closed)
        self.list.setVisible(self.list_button.isChecked())
        self._measure()

    def _measure(self) -> None:
        rows = range(self.model.rowCount())
        heights = [self.list.sizeHintForRow(row) for row in rows]
        most = round(_MOST_SHOWN * max(heights, default=0))
        self.list.setFixedHeight(min(sum(heights) + 2, most or 2))

    def _choose(self, place: int) -> None:
        self.list.setCurrentIndex(self.model.index(place))

    def _go(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, BookingRow):
            self._say()
            self.chosen.emit(row)

    def _close(self) -> None:
        self._closed = True
        self._settle()

    @staticmethod
    def _button(words: str) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        self.next_button.clicked.connect(lambda: self.step(1))
        self.list_button.clicked.connect(self._settle)
        self.close_button.clicked.connect(self._close)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("error", "bad", 18))
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(px(14), px(14)))
        self._measure()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(px(12), px(4), px(12), px(4))
        line.setSpacing(px(8))
        self.close_button.setToolTip(_("Close the message; the list keeps it"))
        self.close_button.setAccessibleName(_("Close the message"))
        line.addWidget(self._icon)
        line.addWidget(self.word)
        line.addWidget(self.sentence, 1)
        for each in (self.next_button, self.list_button, self.close_button):
            line.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.list)
