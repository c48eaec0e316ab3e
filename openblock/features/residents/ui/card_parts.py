"""Puts a card together: its lists with what can be done in them, and where each deed leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openblock import clock
from openblock.features.residents.queries import AlertRow, ResidentCard, StayRow
from openblock.features.residents.ui import card_deeds as deeds
from openblock.features.residents.ui.card import Card
from openblock.features.residents.ui.entries import Deed, Entries
from openblock.features.residents.ui.heading import Heading
from openblock.features.residents.ui.marks_page import alert_columns, pair_columns
from openblock.features.residents.ui.notes_page import NotesPage
from openblock.features.residents.ui.openings import Openings
from openblock.features.residents.ui.pairs_page import pair_deeds
from openblock.features.residents.ui.stays_page import stay_columns
from openblock.i18n import _
from openblock.ui.desk import Desk

SaveNote = Callable[[str, str, int | None], object]


class CardParts:
    """Every deed is about the person shown on the one card it makes."""

    def __init__(self, desk: Desk, openings: Openings) -> None:
        self._desk = desk
        self._openings = openings
        self._made: Card | None = None

    def _shown(self) -> ResidentCard | None:
        return self._made.shown if self._made is not None else None

    def card(self, ask_code: Callable[[], str | None], save_note: SaveNote) -> Card:
        """A card with everything in its place."""
        may = self._desk.may
        heading = Heading(ask_code, may_see_code=may("residents.personal_code"))
        notes = NotesPage(save_note, may_add=may("residents.add_note"))
        lists = (self._stays(), self._alerts(), self._pairs())
        self._made = Card(heading, notes, lists, may)
        return self._made

    def acts(self) -> dict[str, Callable[[ResidentCard], object]]:
        """What each deed of the card's buttons and menu does, but for those of other features."""
        openings = self._openings
        return {
            deeds.EDIT: openings.person,
            deeds.READMIT: openings.readmit,
            deeds.STAY: openings.stay,
            deeds.RELEASE: openings.release,
            deeds.CANCEL: openings.cancel,
            deeds.WITHDRAW: openings.withdraw,
            deeds.MARK: openings.alert,
            deeds.APART: openings.apart,
            deeds.PHOTO: openings.photo,
            deeds.NO_PHOTO: openings.remove_photo,
            deeds.ERASE: openings.erase,
        }

    def _stays(self) -> Entries:
        deed = Deed(_("Change the stay…"), "edit", self._about(self._openings.stay), self._changes)
        return Entries(_("Stays"), stay_columns(), lambda stay: stay.stay_id, (deed,))

    def _alerts(self) -> Entries:
        may_save, may_remove = (
            self._desk.may(f"residents.{name}") for name in ("save_alert", "remove_alert")
        )
        made = (
            Deed(
                _("Change…"),
                "edit",
                self._about(self._openings.alert),
                lambda alert: may_save and isinstance(alert, AlertRow),
                _("Change the mark; one that ends gets a last day"),
            ),
            Deed(
                _("Add a mark…"),
                "add",
                lambda _row: self._on_shown(self._openings.alert),
                lambda _row: may_save and self._may_write(),
            ),
            Deed(
                _("Take out"),
                "delete",
                self._about(self._openings.remove_alert),
                lambda alert: may_remove and isinstance(alert, AlertRow),
                _("Take out a mark that was set by mistake"),
            ),
        )
        return Entries(_("Alert marks"), alert_columns(), lambda alert: alert.alert_id, made)

    def _pairs(self) -> Entries:
        may = self._desk.may
        add = Deed(
            _("Keep apart from…"),
            "add",
            lambda _row: self._on_shown(self._openings.apart),
            lambda _row: may("residents.open_keep_apart") and self._may_write(),
        )
        made = (*pair_deeds(self._openings, may), add)
        title = _("To be kept apart from")
        columns = pair_columns(self._shown_id)
        return Entries(title, columns, lambda pair: pair.pair_id, made)

    def _shown_id(self) -> int | None:
        card = self._shown()
        return card.row.resident_id if card is not None else None

    def _may_write(self) -> bool:
        card = self._shown()
        return card is not None and card.erased_at is None

    def _changes(self, stay: Any) -> bool:
        if not (isinstance(stay, StayRow) and self._desk.may("residents.change_stay")):
            return False
        card = self._shown()
        return card is not None and self._may_write() and stay.content.discharged > clock.now()

    def _about(self, act: Callable[[ResidentCard, Any], object]) -> Callable[[Any], object]:
        def do(row: Any) -> None:
            card = self._shown()
            if card is not None:
                act(card, row)

        return do

    def _on_shown(self, act: Callable[[ResidentCard], object]) -> None:
        card = self._shown()
        if card is not None:
            act(card)
