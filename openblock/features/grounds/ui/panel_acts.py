"""Runs what is done to the booking on the panel: each one command, with a reason where asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from openblock import clock
from openblock.errors import Severity
from openblock.features.grounds.commands import (
    ApproveBooking,
    BookArea,
    FinishBooking,
    NameSupervisor,
    NoShow,
    StartBooking,
    approve_booking,
    finish_booking,
    name_supervisor,
    no_show,
    start_booking,
)
from openblock.features.grounds.queries import risks_of_booking
from openblock.features.grounds.queries.rows import BookingCard, SupervisorOffer
from openblock.features.grounds.rules.content import SLOT, Span
from openblock.features.grounds.ui import deeds, panel_deeds
from openblock.features.grounds.ui.booking_moving import content_of_row
from openblock.features.grounds.ui.booking_officer import offer_words
from openblock.features.grounds.ui.booking_said import named_row
from openblock.i18n import _, format_time
from openblock.ui.desk import Desk
from openblock.ui.messages import words

#: So many quarters of an hour are offered as a later end.
_LATER = 4


class BookingActs(QObject):
    """Works on whatever ``shown`` gives; ``missing`` are the participants that were unticked."""

    def __init__(
        self,
        desk: Desk,
        shown: Callable[[], BookingCard | None],
        missing: Callable[[], tuple[int, ...]],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._desk = desk
        self._shown = shown
        self._missing = missing
        self._over = over

    def do(self, name: str, beside: QWidget) -> None:
        """Do the deed called ``name``; a menu it needs opens at ``beside``."""
        card = self._shown()
        if card is None:
            return
        acts: dict[str, Callable[[], object]] = {
            panel_deeds.OUT: partial(self.out, card),
            panel_deeds.BACK: partial(self.back, card),
            panel_deeds.MISSING: partial(self.nobody, card),
            panel_deeds.APPROVE: partial(self.approve, card),
            panel_deeds.EXTEND: lambda: self._pop(self.later_ends(card), beside),
            panel_deeds.CHANGE: partial(self.change, card),
            panel_deeds.CANCEL: partial(deeds.cancel, self._desk, self._over, card.booking),
            panel_deeds.WATCH: lambda: self._pop(self.officers(card), beside),
            panel_deeds.REPEAT: partial(self.repeat, card),
        }
        acts[name]()

    # The door

    def out(self, card: BookingCard) -> None:
        """The group has gone out now, without those who were unticked."""
        row = card.booking
        request = StartBooking(row.booking_id, row.version, missing=self._missing())
        said = _("Out: {booking}").format(booking=named_row(row))
        self._desk.run(start_booking, request, said)

    def back(self, card: BookingCard) -> None:
        """The group is back now."""
        row = card.booking
        said = _("Back: {booking}").format(booking=named_row(row))
        self._desk.run(finish_booking, FinishBooking(row.booking_id, row.version), said)

    def nobody(self, card: BookingCard) -> None:
        """Nobody came; Undo takes it back."""
        row = card.booking
        said = _("Nobody came: {booking}").format(booking=named_row(row))
        self._desk.run(no_show, NoShow(row.booking_id, row.version), said)

    def approve(self, card: BookingCard) -> None:
        """What was requested may be."""
        row = card.booking
        said = _("Approved: {booking}").format(booking=named_row(row))
        self._desk.run(approve_booking, ApproveBooking(row.booking_id, row.version), said)

    # Who watches

    def name(self, card: BookingCard, officer_id: int, officer: str) -> None:
        """Another officer watches from now on."""
        row = card.booking
        request = NameSupervisor(row.booking_id, row.version, officer_id)
        said = _("{name} watches over {booking}").format(name=officer, booking=named_row(row))
        self._desk.run(name_supervisor, request, said)

    def officers(self, card: BookingCard) -> QMenu:
        """Everybody who could be asked, best first; who cannot says why."""
        menu = self._menu()
        for offer in card.offers:
            self._add_offer(menu, card, offer)
        if menu.isEmpty():
            menu.addAction(_("Nobody is on duty then")).setEnabled(False)
        return menu

    def _add_offer(self, menu: QMenu, card: BookingCard, offer: SupervisorOffer) -> None:
        sign = "" if offer.fits else "\N{MULTIPLICATION X} "
        action = menu.addAction(f"{sign}{offer.name}".replace("&", "&&"))
        action.setToolTip(f"<qt>{escape(offer_words(offer))}</qt>")
        action.setEnabled(offer.fits and offer.officer_id != card.booking.officer_id)
        action.triggered.connect(partial(self.name, card, offer.officer_id, offer.name))

    # The time

    def later_ends(self, card: BookingCard) -> QMenu:
        """The next quarters of an hour as an end; what cannot be says why on hover."""
        menu, row = self._menu(), card.booking
        self._desk.show(lambda: self._add_ends(menu, card))
        menu.addSeparator()
        other = menu.addAction(_("Another end…"))
        other.triggered.connect(partial(self.change, card))
        menu.setAccessibleName(_("Extend {booking}").format(booking=named_row(row)))
        return menu

    def _add_ends(self, menu: QMenu, card: BookingCard) -> None:
        row, now = card.booking, clock.now()
        for quarters in range(1, _LATER + 1):
            end = row.span.end + timedelta(minutes=quarters * SLOT)
            wish = BookArea(replace(content_of_row(row), ends_at=end), row.booking_id)
            risks = self._desk.read(risks_of_booking, wish, now)
            against = [words(each) for each in risks if each.severity == Severity.ERROR]
            said = _("until {time} (+{minutes} min)").format(
                time=format_time(end), minutes=quarters * SLOT
            )
            action = menu.addAction(f"\N{MULTIPLICATION X} {said}" if against else said)
            action.setEnabled(not against)
            action.setToolTip(f"<qt>{escape(' '.join(map(words, risks)) or said)}</qt>")
            span = Span(row.span.start, end)
            action.triggered.connect(partial(deeds.move, self._desk, self._over, row, span))

    def change(self, card: BookingCard, _checked: object = None) -> None:
        """The form of the booking, with everything in it."""
        row = card.booking
        deeds.book(self._desk, self._over, content_of_row(row), row.booking_id, row.version)

    def repeat(self, card: BookingCard) -> None:
        """The same on other dates."""
        deeds.repeat(self._desk, self._over, content_of_row(card.booking))

    # Inside

    def _menu(self) -> QMenu:
        menu = QMenu(self._over)
        menu.setToolTipsVisible(True)
        return menu

    @staticmethod
    def _pop(menu: QMenu, beside: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))
        first = next((each for each in menu.actions() if each.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)
