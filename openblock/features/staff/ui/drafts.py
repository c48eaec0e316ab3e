"""What was half typed into an officer's card, kept over a lock in the block's own file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openblock.errors import KnownError
from openblock.features.accounts.commands import (
    DiscardDraft,
    SaveDraft,
    discard_draft,
    save_draft,
)
from openblock.features.accounts.queries import own_draft
from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.ui.card import OfficerCard
from openblock.ui.desk import Desk

FORM = "staff.officer"
_DAYS = ("active_from", "last_day", "mentor_certified_until")


class CardDraft:
    """Keeps what the card holds when the window locks, and puts it back at the next sight."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept = False

    def keep(self, card: OfficerCard) -> None:
        """Keep what is typed and not saved."""
        if not card.dirty:
            return
        typed = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in card.typed().items()
        }
        shown = card.shown.officer_id if card.shown else None
        content = {"officer_id": shown, "typed": typed}
        self._kept = self._desk.run(save_draft, SaveDraft(FORM, content)) is not None

    def put_back(self, card: OfficerCard, rows: Sequence[OfficerRow]) -> None:
        """Show the card as it was left, if it was left half typed."""
        try:
            draft = self._desk.read(own_draft, self._desk.actor.account_id, FORM)
        except KnownError as refusal:
            self._desk.refuse(refusal)
            return
        if draft is None:
            return
        self._kept = True
        row = next((row for row in rows if row.officer_id == draft["officer_id"]), None)
        if row is not None:
            card.show_officer(row)
        elif draft["officer_id"] is None:
            card.start_new()
        else:
            return
        card.type_in(_read(draft["typed"]))

    def forget(self) -> None:
        """The card was saved or left on purpose."""
        if self._kept:
            self._kept = False
            self._desk.run(discard_draft, DiscardDraft(FORM))


def _read(typed: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: typed[name] for name in _DAYS if typed.get(name)}
    return {**typed, **{name: date.fromisoformat(day) for name, day in days.items()}}
