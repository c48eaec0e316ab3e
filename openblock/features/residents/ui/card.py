"""A person's card: heading, what can be done, and four pages with all that is known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.residents.queries import Event, ResidentCard
from openblock.features.residents.ui.card_deeds import deeds_for
from openblock.features.residents.ui.deed_bar import DeedBar
from openblock.features.residents.ui.entries import Entries
from openblock.features.residents.ui.event_words import groups
from openblock.features.residents.ui.facts import Facts
from openblock.features.residents.ui.heading import Heading
from openblock.features.residents.ui.notes_page import NotesPage
from openblock.features.residents.ui.timeline import EVENT_ROLE, Timeline
from openblock.i18n import _, format_time
from openblock.ui.forms import Choice, labelled
from openblock.ui.theme import px

_ROOM_FOR_FACTS = 640
OVERVIEW, STAYS, NOTES, MARKS = range(4)


class Card(QFrame):
    """Shows one person as read; everything done to it is the tab's."""

    #: The name of a deed (card_deeds).
    wanted = Signal(str)
    #: Enter on an entry of the timeline that another tab can show: key of the tab, place.
    entry_wanted = Signal(str, object)

    def __init__(
        self,
        heading: Heading,
        notes: NotesPage,
        lists: tuple[Entries, Entries, Entries],
        may: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._may = may
        self.shown: ResidentCard | None = None
        self.given: frozenset[str] = frozenset()
        self.heading = heading
        self.notes = notes
        self.stays, self.alerts, self.pairs = lists
        self.bar = DeedBar()
        self.sections = QTabBar()
        self.pages = _Pages()
        self.timeline = Timeline()
        self.narrow = Choice(groups(), "")
        self.facts = Facts()
        self._lay_out()
        self.bar.wanted.connect(self.wanted)
        self.sections.currentChanged.connect(self.pages.setCurrentIndex)
        self.narrow.edited.connect(self._narrow)
        self.timeline.activated.connect(self._open_entry)
        self.show_nobody()

    # What is shown

    def show_nobody(self) -> None:
        """Show nobody's card, and nothing of the one before."""
        self.shown = None
        self.heading.show_nobody()
        self.bar.offer(())
        self._show_parts(shown=False)

    def show_card(self, card: ResidentCard, room: str) -> None:
        """Show a person; the page, the choice in its list and a half written note stay."""
        another = self.shown is None or self.shown.row.resident_id != card.row.resident_id
        now = clock.now()
        today = clock.day_of(now)
        self.shown = card
        self.heading.show_card(card, room, today)
        self.bar.offer(deeds_for(card, room, self._may, self.given))
        if another:
            self.notes.clear()
            self.sections.setCurrentIndex(OVERVIEW)
        self.timeline.entries.show_events(card.events, now)
        seen = _("This look is in the log, {time}").format(time=format_time(now))
        self.facts.show_card(card, seen, today)
        self.stays.show_rows(card.stays)
        self.notes.show_notes(card.notes)
        self.alerts.show_rows(card.alerts)
        self.pairs.show_rows(card.pairs)
        self._count(card)
        self._show_parts(shown=True)

    def open_section(self, section: int) -> None:
        """Turn to one of the pages, and have it in sight."""
        self.sections.setCurrentIndex(section)
        self.area.ensureWidgetVisible(self.pages, 0, 0)

    def focus_first(self) -> None:
        """Put the keyboard on the card: the timeline, which arrows walk through."""
        if self.shown is None:
            return
        self.sections.setCurrentIndex(OVERVIEW)
        self.timeline.setFocus()
        model = self.timeline.entries
        if model.rowCount() and not self.timeline.currentIndex().isValid():
            self.timeline.setCurrentIndex(model.index(0))

    # Inside

    def _narrow(self) -> None:
        self.timeline.entries.narrow(str(self.narrow.value() or ""))

    def _open_entry(self, index: QModelIndex) -> None:
        event = index.data(EVENT_ROLE)
        if isinstance(event, Event) and event.tab:
            self.entry_wanted.emit(event.tab, event.place)

    def _count(self, card: ResidentCard) -> None:
        held = sum(1 for pair in card.pairs if pair.is_open) + len(card.alerts)
        titles = {
            OVERVIEW: (_("Overview"), 0),
            STAYS: (_("Stays"), len(card.stays)),
            NOTES: (_("Notes"), len(card.notes)),
            MARKS: (_("Cautions"), held),
        }
        for section, (title, number) in titles.items():
            self.sections.setTabText(section, f"{title} {number}" if number else title)
        self.sections.setTabVisible(NOTES, self._may("residents.read_notes"))

    def _show_parts(self, *, shown: bool) -> None:
        for part in (self.sections, self.pages):
            part.setVisible(shown)

    def _lay_out(self) -> None:
        for page in (self._overview(), self.stays, self.notes, self._marks()):
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
        column.addWidget(self.sections)
        column.addWidget(self.pages, 1)
        # Where nobody is shown, the heading stays at the top.
        column.addStretch(0)
        # At large text the heading alone is as high as the window: then the whole card scrolls.
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the timeline, the facts stand beneath it."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(_ROOM_FOR_FACTS)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.overview.orientation() != wanted:
            self.overview.setOrientation(wanted)
        self.pages.setMinimumHeight(px(420 if narrow else 240))

    def _overview(self) -> QWidget:
        self.narrow.setAccessibleName(_("Kinds of entries"))
        self.narrow.setToolTip(_("Which kinds of entries the timeline shows"))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(10), px(16), px(6))
        head.addWidget(labelled(_("Timeline"), "strong"))
        head.addStretch(1)
        head.addWidget(self.narrow)
        left = QFrame()
        left.setProperty("kind", "toolbar")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.timeline, 1)
        self.overview = QSplitter(Qt.Orientation.Horizontal)
        self.overview.setChildrenCollapsible(False)
        self.overview.addWidget(left)
        self.overview.addWidget(self.facts)
        self.overview.setStretchFactor(0, 1)
        self.overview.setSizes([px(620), px(300)])
        self.facts.setMinimumWidth(px(190))
        return self.overview

    def _marks(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.alerts)
        split.addWidget(self.pairs)
        return split


class _Pages(QStackedWidget):
    """Takes the room there is: a page that needs more scrolls inside itself."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())
