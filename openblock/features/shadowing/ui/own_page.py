"""The own practice of a trainee: what comes next, the hours, what is missing, what has been."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.shadowing.queries import own_practice
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.ui.card_parts import Figures, Heading, Pages, ShiftInFull
from openblock.features.shadowing.ui.competence_columns import steps_words
from openblock.features.shadowing.ui.own_lists import OwnLists, ahead_of, next_words
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.tab import SheetOffer, Tab
from openblock.ui.theme import px

AHEAD, BEHIND, LEARNING = range(3)
_ROOM_FOR_FIGURES = 760
_FIGURES = 312


class OwnPage(Tab):
    """Reads only what belongs to whoever is signed in; there is nothing to change."""

    icon_name = "shadowing"
    tables = frozenset(
        ("courses", "situations", "practice_items", "trainees", "clearances", "classes")
    ) | frozenset(("unavailabilities", "shadowings", "addenda", "duties", "officers"))
    manual_page = "shadowing"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown: TraineeCard | None = None
        self.heading = Heading()
        self.next_title = labelled("", "title")
        self.next_place = labelled("", "secondary")
        self.print_button = QPushButton(icon("print"), _("Print my schedule…"))
        self.calendar_button = QPushButton(icon("calendar"), _("Save as a calendar…"))
        self.sections = QTabBar()
        self.pages = Pages()
        self.lists = OwnLists()
        self.in_full = ShiftInFull(own=True)
        self.figures = Figures(may_tick=False)
        self.steps = labelled("", "hint")
        self.stack = QStackedWidget()
        self._dress()
        self._lay_out()
        self._listen()
        self.refresh()

    # The tab

    def title(self) -> str:
        return _("My practice")

    def refresh(self) -> None:
        self.desk.show(self._read)

    def focus_first(self) -> None:
        if self.shown is not None:
            self.lists.choose_next()
            self.lists.ahead.table.setFocus()

    def sheets(self) -> tuple[SheetOffer, ...]:
        # Paper waits until something is printed.
        from openblock.features.shadowing.ui.offers import own_offers  # noqa: PLC0415

        return own_offers(self.desk) if self.shown is not None else ()

    def place(self) -> Mapping[str, object]:
        return {"section": self.sections.currentIndex()}

    def go_to(self, place: Mapping[str, object]) -> None:
        section = place.get("section")
        if isinstance(section, int):
            self.sections.setCurrentIndex(section)

    def _read(self) -> None:
        now = clock.now()
        self.shown = self.desk.read(own_practice, now)
        self.stack.setCurrentIndex(0 if self.shown is not None else 1)
        if self.shown is not None:
            self._show(self.shown)

    def _show(self, card: TraineeCard) -> None:
        now, today = clock.now(), clock.today()
        self.heading.show_card(card, today)
        title, place = next_words(ahead_of(card.shadowings, now), today)
        self.next_title.setText(title)
        self.next_place.setText(place)
        self.figures.show_card(card, today, "")
        self.lists.show_card(card, now)
        self.steps.setText(steps_words())
        self._choose()
        for section, title, number in (
            (AHEAD, _("Ahead"), len(self.lists.ahead.model.rows)),
            (BEHIND, _("So far"), len(self.lists.behind.model.rows)),
            (LEARNING, _("Evaluation"), sum(map(len, card.marks.values()))),
        ):
            self.sections.setTabText(section, f"{title} {number}" if number else title)

    # Inside

    def _choose(self) -> None:
        row = self.lists.behind.table.chosen()
        self.in_full.show_shift(row if isinstance(row, ShadowingRow) else None, self.shown)

    def _save_calendar(self) -> None:
        """Ask where, and write the shifts and classes as a calendar file."""
        # The writer of calendars is loaded where one is written.
        from openblock.features.shadowing.ui.calendar_saving import save_calendar  # noqa: PLC0415

        save_calendar(self.desk, parent=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the lists, the figures stand beneath them."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(_ROOM_FOR_FIGURES)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
        self.split.setMinimumHeight(px(620 if narrow else 300))

    def _listen(self) -> None:
        self.sections.currentChanged.connect(self.pages.setCurrentIndex)
        self.lists.behind.table.selectionModel().currentRowChanged.connect(self._choose)
        self.print_button.clicked.connect(self.desk.print_wanted)
        self.calendar_button.clicked.connect(self._save_calendar)

    def _dress(self) -> None:
        said = _("Print your shifts and classes, to carry with you")
        self.print_button.setToolTip(shortcuts.hint(said, "print"))
        self.calendar_button.setToolTip(
            _("Save your shifts and classes as a file for the calendar of your telephone")
        )
        for label in (self.next_title, self.next_place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.sections.setAccessibleName(_("Pages of my practice"))
        self.sections.setExpanding(False)
        self.sections.setDrawBase(False)

    def _lay_out(self) -> None:
        ahead = _stacked(self.lists.ahead, self.lists.classes)
        behind = _stacked(self.lists.behind, self.in_full)
        for page in (ahead, behind, self._learning()):
            self.sections.addTab("")
            self.pages.addWidget(page)
        inside = QFrame()
        inside.setProperty("kind", "panel")
        inside.setMinimumWidth(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._next())
        column.addWidget(self._split(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.stack.addWidget(area)
        self.stack.addWidget(_nobody())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _next(self) -> QWidget:
        """The one thing a trainee looks for first, and what can be taken along."""
        card = QFrame()
        card.setProperty("kind", "card")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(labelled(_("Next shift"), "hint"))
        words.addWidget(self.next_title)
        words.addWidget(self.next_place)
        line = QHBoxLayout(card)
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.setSpacing(px(8))
        line.addLayout(words, 1)
        line.addWidget(self.print_button)
        line.addWidget(self.calendar_button)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(px(16), 0, px(16), px(10))
        around.addWidget(card)
        return holder

    def _split(self) -> QSplitter:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sections)
        column.addWidget(self.pages)
        self.figures.setMinimumWidth(px(220))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.figures)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([px(1366 - _FIGURES), px(_FIGURES)])
        return self.split

    def _learning(self) -> QWidget:
        page = QFrame()
        page.setProperty("kind", "panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, px(10))
        column.addWidget(self.lists.learning, 1)
        self.steps.setContentsMargins(px(16), 0, px(16), 0)
        column.addWidget(self.steps)
        return page


def _stacked(above: QWidget, below: QWidget) -> QSplitter:
    split = QSplitter(Qt.Orientation.Vertical)
    split.setChildrenCollapsible(False)
    split.addWidget(above)
    split.addWidget(below)
    split.setStretchFactor(0, 3)
    split.setStretchFactor(1, 2)
    return split


def _nobody() -> QWidget:
    """Whom to ask, where the account is nobody's."""
    page = QFrame()
    page.setProperty("kind", "toolbar")
    picture = QLabel()
    picture.setPixmap(pixmap("shadowing", "text3", 40))
    words = labelled(
        _(
            "Your account is not yet tied to your name. Ask the practice coordinator or the "
            "administrator: on your card in the tab Practice they choose this account. Then your "
            "shifts, hours and classes stand here. The roster you see already."
        ),
        "secondary",
    )
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setFixedWidth(px(460))
    centre = Qt.AlignmentFlag.AlignHCenter
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(words)
    line.addStretch(1)
    column = QVBoxLayout(page)
    column.setSpacing(px(12))
    column.addStretch(2)
    column.addWidget(picture, 0, centre)
    column.addWidget(labelled(_("Welcome to practice"), "title"), 0, centre)
    column.addLayout(line)
    column.addStretch(3)
    return page
