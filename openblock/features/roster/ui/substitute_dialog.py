"""Puts another officer into a duty: ranked offers, the best already chosen, each with its why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.commands import (
    AskExchange,
    PutInSubstitute,
    ask_exchange,
    put_in_substitute,
)
from openblock.features.roster.queries.rows import OpenDuty, SubstituteOffer
from openblock.features.roster.queries.substitutes import substitutes
from openblock.features.roster.ui.colleagues import free_colleagues, officer_of
from openblock.features.roster.ui.offer_lines import duty_hours, substitute_lines
from openblock.features.roster.ui.offered import OfferedDialog
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit, YesNo

_ASKED, _AGREED = "asked_by", "agreed"
_LONGEST = 80
_WIDTH, _HEIGHT = 640, 560


class SubstituteDialog(OfferedDialog):
    """Who plans puts one in; who does not asks a colleague, who answers and then a planner."""

    draft_form = "substitute"

    def __init__(self, desk: Desk, duty: OpenDuty, parent: QWidget | None = None) -> None:
        self.duty = duty
        self.plans = desk.may("roster.put_in_substitute")
        self._giver = officer_of(desk, duty.officer_id)
        self._offers: dict[int, SubstituteOffer] = {}
        form = Form(self._fields() if self.plans else ())
        title = _("Put in a substitute") if self.plans else _("Ask a colleague for a substitute")
        super().__init__(desk, title, form, self._send_chosen, parent=parent)
        self.save_button.setText(_("Put in") if self.plans else _("Ask"))
        self.about.setText(self._about_words())
        self._show_offers()
        self.fit(_WIDTH, _HEIGHT)

    def say_place(self, place: int, count: int) -> None:
        """It is one of several duties that were left open at once."""
        said = _("{place} of {count}").format(place=place, count=count)
        self.about.setText(f"{said} \N{MIDDLE DOT} {self._about_words()}")

    def look(self) -> None:
        super().look()
        offer = self._offers.get(self._chosen_officer())
        warned = offer is not None and offer.is_suitable and bool(offer.problems)
        if self.plans:
            # What hangs on the wall shows surname and initial only, and this reason may.
            suggested = _("Substitute for {name}").format(name=self._giver.initialled)
            self.why.look((self.duty.day,), suggested, warned=warned)
        else:
            self.why.offer()
        self.make_room()

    def typed(self) -> dict[str, Any]:
        return {**super().typed(), **duty_parts(self.duty)}

    # Inside

    def _fields(self) -> tuple[Field, ...]:
        asked = TextEdit()
        asked.setMaxLength(_LONGEST)
        words = _("The substitute has agreed")
        agreed = Field(_AGREED, words, YesNo(words))
        # Its words stand beside the box.
        agreed.label.hide()
        return (Field(_ASKED, _("Who asked"), asked, hint=self._giver.name), agreed)

    def _about_words(self) -> str:
        parts = [f"{self._giver.name}: {duty_hours(self.duty)}"]
        if self.duty.post:
            parts.append(self.duty.post)
        if self.duty.is_lost:
            parts.append(_("left open by an absence"))
        return ", ".join(parts)

    def _show_offers(self) -> None:
        offers: Sequence[SubstituteOffer]
        if self.desk.may("roster.substitutes"):
            offers = self.desk.read(substitutes, self.duty)
        else:
            offers = free_colleagues(self.desk, self.duty)
        self._offers = {each.officer_id: each for each in offers}
        self.show_lines(substitute_lines(offers))

    def _chosen_officer(self) -> int:
        chosen = self.chosen
        return chosen if isinstance(chosen, int) else 0

    def _send_chosen(self, values: dict[str, Any]) -> None:
        duty, number = self.duty, self._chosen_officer()
        reason = values[REASON] or ""
        names = {"taker": self._offers[number].name, "giver": self._giver.initialled}
        if not self.plans:
            asking = AskExchange(duty.officer_id, duty.day, number, None, reason)
            said = _("Asked for a substitute: {taker}").format(**names)
            self.desk.attempt(ask_exchange, asking, said)
            return
        request = PutInSubstitute(
            officer_id=duty.officer_id,
            day=duty.day,
            code=duty.code,
            starts_at=duty.starts_at,
            ends_at=duty.ends_at,
            post=duty.post,
            substitute_id=number,
            reason=reason,
            asked_by=values[_ASKED],
            agreed=values[_AGREED],
        )
        said = _("Substitute: {taker} for {giver}").format(**names)
        self.desk.attempt(put_in_substitute, request, said)


def duty_parts(duty: OpenDuty) -> dict[str, Any]:
    """The duty as it is kept over a lock, beside what is typed."""
    return {
        "officer_id": duty.officer_id,
        "day": duty.day,
        "code": duty.code,
        "starts_at": duty.starts_at,
        "ends_at": duty.ends_at,
        "post": duty.post,
        "is_lost": duty.is_lost,
    }
