"""How the grounds' tab is laid out: bars above, plan, calendar or table, and the booking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock.features.grounds.ui.calendar import CalendarCanvas, CalendarPicture
from openblock.features.grounds.ui.legend import CalendarLegend
from openblock.features.grounds.ui.mend_bar import MendBar
from openblock.features.grounds.ui.panel import BookingPanel
from openblock.features.grounds.ui.side import PlanSide
from openblock.features.grounds.ui.table_view import BookingTable
from openblock.features.grounds.ui.toolbar import GroundsToolbar
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.elided_label import ElidedLabel
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px, watch

_SIDE, _PANEL = 250, 270
_ROOM_FOR_SIDES = 1000
_ROOM_FOR_LEGEND = 500


class Nothing(QWidget):
    """What stands in the calendar's place before there is an area; offers the first step."""

    def __init__(self, *, may_set_up: bool) -> None:
        super().__init__()
        self._picture = QLabel()
        self.set_up = QPushButton(_("Set up areas…"))
        self.set_up.setIcon(icon("add", "onaccent"))
        self.set_up.setProperty("kind", "primary")
        self.set_up.setAutoDefault(False)
        self.set_up.setToolTip(_("Set up the areas of the grounds"))
        self.set_up.setVisible(may_set_up)
        words = labelled(
            _("Sports field, garden, hall: every area has its hours, places and daylight here."),
            "secondary",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for each in (self._picture, labelled(_("No areas yet"), "title")):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addWidget(self.set_up, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        watch(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._picture.setPixmap(pixmap("grounds", "strong", 40))


class GroundsPage(QWidget):
    """The parts of the tab and where they stand; what they do is the tab's."""

    def __init__(self, desk: Desk, picture: CalendarPicture) -> None:
        super().__init__()
        may_book = desk.may("grounds.book_area")
        self.mend = MendBar()
        self.toolbar = GroundsToolbar(may_book=may_book, may_close=desk.may("grounds.close_area"))
        self.side = PlanSide(desk)
        self.canvas = CalendarCanvas(picture)
        self.canvas.editable = may_book
        self.table = BookingTable()
        self.nothing = Nothing(may_set_up=desk.may("grounds.save_area"))
        self.panel = BookingPanel(desk)
        self.legend = CalendarLegend()
        #: What a time in hand would mean; the legend's line while there is nothing in hand.
        self.said = ElidedLabel()
        self.said.setProperty("kind", "strong")
        self.said.setContentsMargins(px(8), px(3), px(8), px(4))
        self._arranged = (0, 0)
        self._beside_wanted = self._anything = True
        self._lay_out()
        watch(self._arrange)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        views: tuple[QWidget, ...] = (self.canvas, self.table, self.nothing)
        for each in views:
            self.stack.addWidget(each)
        middle = QFrame()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)
        column.addWidget(self.said)
        self.said.hide()
        self.beside = QStackedWidget()
        self.beside.addWidget(self._hint())
        self.beside.addWidget(self.panel)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.side, middle, self.beside):
            self.split.addWidget(part)
        self.split.setStretchFactor(1, 1)
        self.split.setCollapsible(1, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.mend)
        column.addWidget(self.toolbar)
        column.addWidget(self.split, 1)

    @staticmethod
    def _hint() -> QWidget:
        """What stands at the side while no booking is chosen: the calendar keeps its width."""
        whole = QFrame()
        whole.setProperty("kind", "panel")
        words = labelled(
            _("No booking is chosen.\n\nDraw a time on the calendar to book it, or choose one."),
            "secondary",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(px(12), px(12), px(12), px(12))
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        return whole

    @property
    def beside_shown(self) -> bool:
        """Whether a booking may be shown at the side."""
        return self._beside_wanted

    def show_beside(self, *, shown: bool) -> None:
        """Let the side with the booking stand, or give way to the calendar."""
        self._beside_wanted = shown
        self.beside.setVisible(shown and self._anything)

    def show_booking(self, *, shown: bool) -> None:
        """The booking at the side, or what is said while none is chosen."""
        self.beside.setCurrentIndex(1 if shown else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Both sides as wide as their words need; with large text the calendar has it all.

        Only at another width or text size: what an officer has dragged since stays.
        """
        self._settle_legend()
        if self._arranged == (self.width(), px(100)):
            return
        self._arranged = (self.width(), px(100))
        roomy = self.width() >= px(_ROOM_FOR_SIDES)
        left = px(_SIDE) if roomy else 0
        # With little room the plan can be drawn out, and a booking is shown when it is opened.
        self.show_beside(shown=roomy)
        right = min(px(_PANEL), self.width() * 2 // 5)
        self.split.setSizes([left, self.width() - left - right, right])

    def say(self, sentence: str) -> None:
        """What is in hand, in the legend's place; empty: the legend again."""
        self.said.say(sentence)
        self.said.setVisible(bool(sentence))
        self._settle_legend()

    def _settle_legend(self) -> None:
        """With large text every line is the calendar's: what a sign means is said on hover too."""
        room = self.height() >= px(_ROOM_FOR_LEGEND)
        self.legend.setVisible(room and self._anything and self.said.isHidden())

    def show_view(self, *, table: bool, anything: bool) -> None:
        """The calendar, the table, or what stands in their place while there is no area."""
        view: QWidget = self.table if table else self.canvas
        # The table lists every area, and its remarks need the room.
        self.side.setVisible(not table and anything)
        self._anything = anything
        self.show_beside(shown=self._beside_wanted)
        self._settle_legend()
        self.stack.setCurrentWidget(view if anything else self.nothing)

    def focus_first(self) -> None:
        """The keyboard goes to where work starts."""
        current = self.stack.currentWidget()
        if current is self.table:
            self.table.focus_first()
        elif current is self.canvas:
            self.canvas.setFocus()
        else:
            self.nothing.set_up.setFocus()
