"""Who used the grounds how much in a month: drawn bars, the least served first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.grounds.queries import fair_use
from openblock.features.grounds.queries.rows import FairUse
from openblock.features.grounds.ui.fair_use_bars import (
    LINE_ROLE,
    FairDelegate,
    FairModel,
    FairRow,
    paint_part,
    rows_of,
)
from openblock.features.shadowing.ui.period import MONTH, Period
from openblock.features.shadowing.ui.tab_keys import bind_keys
from openblock.i18n import _, format_hours, n_
from openblock.storage.acts import Consultation
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.plain_label import plain
from openblock.ui.tall_list import TallList
from openblock.ui.theme import on_screen, px, watch

_SEEN = Consultation("resident-list", "fair-use")


class FairUseDialog(QDialog):
    """Reads a month at a time; Enter on a line asks for the resident's card."""

    card_wanted = Signal(int)
    #: Of the month that begins on this day.
    print_wanted = Signal(object)

    def __init__(
        self, desk: Desk, month: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.period = Period(month or clock.today(), MONTH)
        self.setWindowTitle(_("Fair use of the grounds"))
        self.title = labelled("", "title")
        self.said = plain("", "secondary")
        self.earlier, self.later, self.now = QToolButton(), QToolButton(), QPushButton()
        self.model = FairModel(self)
        self.list = TallList(self.model, _("Residents, the least served first"))
        self.list.setItemDelegate(FairDelegate(self.list))
        self.legend = QWidget()
        self._legend = FlowLayout(self.legend, gap=12)
        self._legend.setContentsMargins(0, 0, 0, 0)
        self.print_button = QPushButton(_("Print…"))
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()
        self._read()
        self.list.setFocus()

    def step(self, by: int) -> None:
        """Another month."""
        self.show_month(self.period.step(by).day)

    def show_month(self, day: date) -> None:
        """The month of a day."""
        self.period = Period(day, MONTH)
        self._desk.show(self._read)

    # Inside

    def _read(self) -> None:
        first, last = self.period.first, self.period.last
        use = self._desk.read(fair_use, first, last, clock.now(), consult=_SEEN)
        self.title.setText(self.period.title)
        self.said.setText(self._summary(use))
        self.model.show_rows(rows_of(use))
        self._show_legend(use)
        self.list.setCurrentIndex(self.model.index(0))

    @staticmethod
    def _summary(use: FairUse) -> str:
        if not any(each.total for each in use.lines):
            return _("Nobody was on the grounds in this month.")
        average = _("Average {hours} h, the dashed line").format(hours=format_hours(use.average))
        without = sum(not each.total for each in use.lines)
        nothing = n_("{number} had nothing at all", "{number} had nothing at all", without)
        return f"{average}; {nothing}" if without else average

    def _show_legend(self, use: FairUse) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, area in enumerate(use.areas):
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(px(4))
            line.addWidget(_Sample(place))
            line.addWidget(_name(area.content.name))
            self._legend.addWidget(entry)
        self.legend.setVisible(bool(use.areas))

    def _open_card(self, index: QModelIndex) -> None:
        row = index.data(LINE_ROLE)
        if isinstance(row, FairRow):
            self.accept()
            self.card_wanted.emit(row.line.resident_id)

    def _print(self) -> None:
        # One dialog after the other, never one over the other.
        self.accept()
        self.print_wanted.emit(self.period.first)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.now.clicked.connect(lambda: self.show_month(clock.today()))
        self.list.activated.connect(self._open_card)
        self.print_button.clicked.connect(self._print)
        bind_keys(
            self,
            {
                "earlier": lambda: self.step(-1),
                "later": lambda: self.step(1),
                "today": lambda: self.show_month(clock.today()),
                "print": self._print,
            },
        )

    def _dress(self) -> None:
        self.earlier.setIcon(icon("left"))
        self.later.setIcon(icon("right"))
        self.print_button.setIcon(icon("print"))

    def _lay_out(self) -> None:
        for button, words, key in (
            (self.earlier, _("Earlier month"), "earlier"),
            (self.later, _("Later month"), "later"),
            (self.now, _("This month"), "today"),
            (self.print_button, _("Print the report"), "print"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(shortcuts.hint(words, key))
        self.now.setText(_("This month"))
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        for each in (self.now, self.print_button, close):
            each.setAutoDefault(False)
        head = FlowLayout(gap=8)
        for widget in (self.earlier, self.title, self.later, self.now):
            head.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addWidget(self.legend)
        column.addLayout(foot)
        self.resize(on_screen(900, 620))


def _name(name: str) -> QWidget:
    """An area's name as it is written, in one line."""
    made = plain(name, "secondary")
    made.setWordWrap(False)
    return made


class _Sample(QWidget):
    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place

    def sizeHint(self) -> QSize:
        return QSize(px(18), px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_part(painter, QRectF(self.rect()).adjusted(0, 0, -1, -1), self._place)
        painter.end()
