"""A trainee's card over the grid: hours, situations, clearance, every shift, marks, absences.

For the practice tab: ``page = TraineePage(desk, openings)`` stands beside the grid in its stack.
``page.show_trainee(number)`` reads and shows one (False: there is none), ``page.left`` asks for
the grid again, ``page.refresh()`` reads anew, ``page.focus_first()`` puts the keyboard there, and
``page.shown_id`` is for the sheets and the place of the tab.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.residents.ui.deed_bar import DeedBar
from openblock.features.shadowing.queries import trainee_card
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.ui.card_acts import CardActs
from openblock.features.shadowing.ui.card_deeds import BACK, KEYS, deeds_for
from openblock.features.shadowing.ui.card_lists import CardLists
from openblock.features.shadowing.ui.card_parts import Figures, Heading, Pages, ShiftInFull
from openblock.features.shadowing.ui.competence_columns import steps_words
from openblock.features.shadowing.ui.openings import Openings
from openblock.features.shadowing.ui.tab_keys import bind_keys
from openblock.i18n import _, format_time
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.theme import px

SHIFTS, LEARNING, TIMES = range(3)
_ROOM_FOR_FIGURES = 760
_FIGURES = 352


class TraineePage(QFrame):
    """Shows one trainee; each thing done to it is one command with one undo."""

    #: The grid is wanted again.
    left = Signal()

    def __init__(self, desk: Desk, openings: Openings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self.shown: TraineeCard | None = None
        self.heading = Heading()
        self.bar = DeedBar()
        self.sections = QTabBar()
        self.pages = Pages()
        self.acts = CardActs(desk, openings, lambda: self.shown, self)
        self.lists = CardLists(self.acts, desk)
        self.in_full = ShiftInFull()
        self.figures = Figures(may_tick=desk.may("shadowing.tick_clearance"))
        self.steps = labelled("", "hint")
        self._lay_out()
        self._listen()

    # What is shown

    @property
    def shown_id(self) -> int | None:
        """The number of the trainee shown."""
        return self.shown.line.trainee.trainee_id if self.shown is not None else None

    def show_trainee(self, trainee_id: int) -> bool:
        """Show a trainee, the first page first; False where there is none of that number."""
        another = trainee_id != self.shown_id
        self._desk.show(lambda: self._read(trainee_id))
        if self.shown is not None and another:
            self.sections.setCurrentIndex(SHIFTS)
            self.lists.choose_first()
        return self.shown is not None

    def refresh(self) -> None:
        """Read the trainee on show again; one who is gone meanwhile leads back to the grid."""
        number = self.shown_id
        if number is None:
            return
        self._desk.show(lambda: self._read(number))
        if self.shown is None:
            self.left.emit()

    def focus_first(self) -> None:
        """Put the keyboard on the list of the page on show."""
        (self.lists.shifts, self.lists.learning, self.lists.away)[
            self.sections.currentIndex()
        ].table.setFocus()

    def _read(self, trainee_id: int) -> None:
        look = Consultation("trainee", str(trainee_id))
        now = clock.now()
        self.shown = self._desk.read(trainee_card, trainee_id, now, consult=look)
        if self.shown is not None:
            self._show(self.shown)

    def _show(self, card: TraineeCard) -> None:
        today = clock.today()
        self.heading.show_card(card, today)
        self.bar.offer(deeds_for(card, self._desk.may, self.acts.mentor))
        seen = _("This look is in the log, {time}").format(time=format_time(clock.now()))
        self.figures.show_card(card, today, seen)
        self.lists.show_card(card)
        self.steps.setText(steps_words())
        self._choose()
        for section, title, number in (
            (SHIFTS, _("Practice shifts"), len(card.shadowings)),
            (LEARNING, _("Evaluation"), sum(map(len, card.marks.values()))),
            (TIMES, _("Classes and absences"), len(card.classes) + len(card.away)),
        ):
            self.sections.setTabText(section, f"{title} {number}" if number else title)

    # Inside

    def _do(self, name: str) -> None:
        if name == BACK:
            self.left.emit()
        elif self.shown is not None:
            self.acts.do(name)

    def _press(self, name: str) -> None:
        """A key does what its button does, where there is one."""
        if self.bar.can(name):
            self._do(name)

    def _choose(self) -> None:
        row = self.lists.shifts.table.chosen()
        self.in_full.show_shift(row if isinstance(row, ShadowingRow) else None, self.shown)

    def _tick(self, item_id: int, day: date | None) -> None:
        if self.shown is not None and not self.acts.tick(item_id, day):
            # What was refused is not shown as done.
            self.figures.clearance.show_clearance(self.shown.clearance)

    def _plan_beside(self) -> None:
        self.figures.hide()
        # Where the figures stand beneath the lists, the mentors are out of sight.
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.acts.popover))

    def _figures_again(self) -> None:
        self.figures.show()
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, as from a form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the lists, the figures stand beneath them."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(_ROOM_FOR_FIGURES)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
        self.split.setMinimumHeight(px(620 if narrow else 300))

    def _listen(self) -> None:
        self.bar.wanted.connect(self._do)
        self.sections.currentChanged.connect(self.pages.setCurrentIndex)
        self.lists.shifts.table.selectionModel().currentRowChanged.connect(self._choose)
        self.figures.clearance.ticked.connect(self._tick)
        self.acts.planning.connect(self._plan_beside)
        bind_keys(self, {key: partial(self._press, deed) for deed, key in KEYS.items()})
        self.acts.popover.closed.connect(self._figures_again)

    def _lay_out(self) -> None:
        for page in (self._shifts(), self._learning(), self._times()):
            self.sections.addTab("")
            self.pages.addWidget(page)
        self.sections.setAccessibleName(_("Pages of the card"))
        self.sections.setExpanding(False)
        self.sections.setDrawBase(False)
        inside = QFrame()
        inside.setProperty("kind", "panel")
        # A word that is too long is broken or cut; it does not push the card out of sight.
        inside.setMinimumWidth(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.bar)
        column.addWidget(self._split(), 1)
        # At large text the heading alone is as high as the window: then the whole card scrolls.
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _split(self) -> QSplitter:
        left, right = QWidget(), QFrame()
        for holder, widgets in (
            (left, (self.sections, self.pages)),
            (right, (self.figures, self.acts.popover)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for widget in widgets:
                column.addWidget(widget)
        right.setMinimumWidth(px(220))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([px(1366 - _FIGURES), px(_FIGURES)])
        return self.split

    def _shifts(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.lists.shifts)
        split.addWidget(self.in_full)
        split.setSizes([px(280), px(260)])
        return split

    def _learning(self) -> QWidget:
        page = QFrame()
        page.setProperty("kind", "panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, px(10))
        column.setSpacing(0)
        column.addWidget(self.lists.learning, 1)
        self.steps.setContentsMargins(px(16), 0, px(16), 0)
        column.addWidget(self.steps)
        return page

    def _times(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.lists.away)
        split.addWidget(self.lists.classes)
        split.setSizes([px(230), px(300)])
        return split
