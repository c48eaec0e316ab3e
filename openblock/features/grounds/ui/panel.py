"""The right of the grounds: one booking, what is wrong with it, and all that can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.grounds.queries import booking_card, grounds_limits
from openblock.features.grounds.queries.rows import BookingCard, ParticipantRow
from openblock.features.grounds.rules.content import GroundsLimits
from openblock.features.grounds.ui.openings import open_resident
from openblock.features.grounds.ui.panel_acts import BookingActs
from openblock.features.grounds.ui.panel_deeds import FIRST, KEYS, OUT, WATCH, deeds_for, in_menu
from openblock.features.grounds.ui.panel_parts import Head, LostBlock, WarningBlock, dress_first
from openblock.features.grounds.ui.panel_people import PERSON_ROLE, PeopleList, PeopleModel
from openblock.features.grounds.ui.panel_words import fact_lines, history_lines, skipped_lines
from openblock.features.residents.ui.card_deeds import CardDeed
from openblock.features.residents.ui.deed_bar import DeedBar
from openblock.features.shadowing.ui.facts_grid import FactsGrid
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.theme import px, scale, watch

_A_WHILE_MS = 15_000
_LABELS, _LARGE = 84, 150


class BookingPanel(QFrame):
    """Reads its booking itself (a look that is logged), and runs what is done to it."""

    #: The panel is to give way: its cross, or the booking is gone.
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self._limits = GroundsLimits()
        self.shown: BookingCard | None = None
        self.head = Head()
        self.lost = LostBlock(may_name=desk.may("grounds.name_supervisor"))
        self.warnings = WarningBlock()
        self.people = PeopleModel(self)
        self.people_list = PeopleList(self.people)
        self.count = labelled("", "pill")
        self.bar = DeedBar()
        self._facts, self._past = QVBoxLayout(), QVBoxLayout()
        self.deeds = BookingActs(desk, lambda: self.shown, lambda: self.people.missing, self)
        self._possible: tuple[CardDeed, ...] = ()
        self._hour = QTimer(self)
        self._hour.setInterval(_A_WHILE_MS)
        self._hour.timeout.connect(self.pass_a_while)
        self._lay_out()
        self._connect()
        watch(self._dress)

    @property
    def booking_id(self) -> int | None:
        """The booking on show."""
        return self.shown.booking.booking_id if self.shown is not None else None

    def open_booking(self, booking_id: int) -> bool:
        """Read a booking and show it, which goes into the log; False where there is none."""
        self._desk.show(lambda: self._read(booking_id))
        return self.booking_id == booking_id

    def show_card(self, card: BookingCard | None) -> None:
        """Show what was read, or nothing."""
        again = card is not None and self.booking_id == card.booking.booking_id
        self.shown = card
        pressed = QApplication.focusWidget() in self._buttons()
        if card is None:
            self._hour.stop()
            self._possible = ()
            self.bar.offer(())
            self.people.show_people((), tickable=False)
            return
        self.head.show_row(card.booking)
        self.lost.show_card(card)
        self.warnings.show_row(card.booking)
        self._offer()
        self.people.show_people(card.participants, tickable=self.bar.can(OUT), again=again)
        self.count.setText(str(len(card.participants)))
        self._fill(card)
        if not again:
            self.area.verticalScrollBar().setValue(0)
        elif pressed and QApplication.focusWidget() not in self._buttons():
            # The button that was pressed is gone, and the keyboard would be where nobody looks.
            self.focus_first()
        self._hour.start()

    def refresh(self) -> None:
        """Read the booking on show again; one that is gone closes the panel."""
        number = self.booking_id
        if number is None:
            return
        self._desk.show(lambda: self._read(number))
        if self.shown is None:
            self.closed.emit()

    def pass_a_while(self) -> None:
        """At its hour a booking can be ticked out, without anybody having done anything."""
        if self.isVisible():
            self._offer()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What keys do while the keyboard is anywhere on the tab, by names of ui.shortcuts.

        For ``bind_keys(page, panel.acts())``; a key whose button is not there does nothing.
        """
        return {key: partial(self.press, name) for name, key in KEYS.items()}

    def press(self, name: str) -> None:
        """Do a deed, where it is offered now."""
        if self.isVisible() and self.bar.can(name):
            self._do(name)

    def focus_first(self) -> None:
        """Put the keyboard on the first officer offered, else on the first button."""
        first = next(iter(self._buttons()), self.people_list)
        # What was only just laid out is not shown yet, and would not take the keyboard.
        first.show()
        first.setFocus()

    # Inside

    def _buttons(self) -> list[QPushButton]:
        return [*self.lost.buttons, *self.bar.buttons.values()]

    def _read(self, booking_id: int) -> None:
        look = Consultation("booking", str(booking_id))
        self._limits = self._desk.read(grounds_limits)
        self.show_card(self._desk.read(booking_card, booking_id, clock.now(), consult=look))

    def _offer(self) -> None:
        if self.shown is None:
            return
        could = OUT in {each.name for each in self._possible}
        self._possible = deeds_for(self.shown.booking, clock.now(), self._desk.may)
        self._show_deeds()
        can = self.bar.can(OUT)
        if can != could:
            self.people.show_people(self.shown.participants, tickable=can, again=True)

    def _show_deeds(self) -> None:
        # With large text the buttons would leave no room for what they are about.
        self.bar.offer(in_menu(self._possible) if scale() >= _LARGE else self._possible)
        for button in self.bar.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for deed in self._possible:
            if deed.name in FIRST and deed.name in self.bar.buttons:
                dress_first(self.bar.buttons[deed.name], deed.drawing)

    def _do(self, name: str) -> None:
        buttons = self.bar.buttons
        self.deeds.do(name, buttons.get(name) or buttons.get("more") or self.bar)

    def _name(self, officer_id: int, officer: str) -> None:
        if self.shown is not None:
            self.deeds.name(self.shown, officer_id, officer)

    def _open_person(self, index: QModelIndex) -> None:
        person = index.data(PERSON_ROLE)
        if isinstance(person, ParticipantRow):
            open_resident(self._desk, person.resident_id)

    def _dress(self) -> None:
        """Facts are laid out for one size of text."""
        if self.shown is not None:
            self._fill(self.shown)
            self._show_deeds()

    def _fill(self, card: BookingCard) -> None:
        facts, past = FactsGrid(labels=_LABELS), FactsGrid(labels=_LABELS)
        facts.add(card.booking.area, fact_lines(card, self._limits))
        past.add(_("Skipped dates"), skipped_lines(card.series))
        past.add(_("History"), history_lines(card))
        for place, grid in ((self._facts, facts), (self._past, past)):
            while (item := place.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            place.addWidget(grid)

    def _connect(self) -> None:
        self.head.closed.connect(self.closed)
        self.lost.named.connect(self._name)
        self.lost.more_wanted.connect(partial(self._do, WATCH))
        self.bar.wanted.connect(self._do)
        self.people_list.activated.connect(self._open_person)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "panel")
        # A word that is too long is broken; it does not push the panel wider.
        inside.setMinimumWidth(1)
        heading = QHBoxLayout()
        heading.setContentsMargins(px(12), px(4), px(12), 0)
        heading.addWidget(labelled(_("Participants"), "strong"))
        heading.addWidget(self.count)
        heading.addStretch(1)
        names = QHBoxLayout()
        names.setContentsMargins(px(8), 0, px(12), 0)
        names.addWidget(self.people_list)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(6))
        column.addWidget(self.lost)
        column.addWidget(self.warnings)
        column.addLayout(self._facts)
        column.addLayout(heading)
        column.addLayout(names)
        column.addLayout(self._past)
        column.addStretch(1)
        for place in (self._facts, self._past):
            place.setContentsMargins(px(12), 0, px(12), 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.area, 1)
        whole.addSpacing(px(8))
        whole.addWidget(self.bar)
