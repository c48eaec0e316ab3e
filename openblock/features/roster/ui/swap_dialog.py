"""Swaps two officers' duties: ranked offers, and both officers' days as they are and would be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QFormLayout, QSizePolicy, QWidget

from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.commands import AskExchange, SwapDuties, ask_exchange, swap_duties
from openblock.features.roster.queries import roster
from openblock.features.roster.queries.rows import OpenDuty, SwapOffer
from openblock.features.roster.queries.substitutes import swap_offers
from openblock.features.roster.ui.colleagues import officer_of
from openblock.features.roster.ui.offer_lines import duty_hours, swap_lines
from openblock.features.roster.ui.offered import LARGE, LIST_STRETCH, OfferedDialog
from openblock.features.roster.ui.swap_days import SwapDays, Traded, codes_in
from openblock.i18n import _, p_
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.plain_label import plain
from openblock.ui.theme import scale

_ASKED = "asked_by"
_LONGEST = 80
_WIDTH, _HEIGHT = 720, 620
#: Offers lie within two weeks of the duty; the days beside them are shown too.
_AROUND = timedelta(days=15)


class SwapDialog(OfferedDialog):
    """Who plans swaps; who does not asks the colleague, who answers and then a planner."""

    draft_form = "swap"

    def __init__(self, desk: Desk, duty: OpenDuty, parent: QWidget | None = None) -> None:
        self.duty = duty
        self.plans = desk.may("roster.swap_duties")
        self._giver = officer_of(desk, duty.officer_id)
        self._offers: dict[tuple[int, str], SwapOffer] = {}
        shown = desk.read(roster, duty.day - _AROUND, duty.day + _AROUND)
        self._texts = codes_in(shown)
        self.days = SwapDays()
        self.agreed = plain("", "secondary")
        form = Form(self._fields() if self.plans else ())
        title = _("Swap duties") if self.plans else _("Ask a colleague for a swap")
        super().__init__(desk, title, form, self._send_chosen, parent=parent)
        self.save_button.setText(p_("roster", "Swap") if self.plans else _("Ask"))
        self.about.setText(
            _("{name} gives {duty}").format(name=self._giver.name, duty=duty_hours(duty))
        )
        rows = form.layout()
        if isinstance(rows, QFormLayout):
            # Above the fields, and scrolling with them where there is little room.
            policy = QSizePolicy.Policy
            # Words that wrap, further down, would else take the room of its last line.
            self.days.setSizePolicy(policy.Preferred, policy.Fixed)
            rows.insertRow(0, self.days)
            rows.insertRow(1, self.agreed)
        if scale() >= LARGE:
            self.column.setStretch(self.column.indexOf(self.area), LIST_STRETCH)
        offers = desk.read(swap_offers, duty.officer_id, duty.day)
        self._offers = {(each.officer_id, each.day.isoformat()): each for each in offers}
        self.show_lines(swap_lines(offers))
        self.fit(_WIDTH, _HEIGHT)

    def look(self) -> None:
        super().look()
        offer = self._offer()
        self.days.show_swap(self._texts, self._traded(offer) if offer else None)
        self.agreed.setText(self._agreed_words(offer))
        self._ask_why(offer)
        self.make_room()

    def _ask_why(self, offer: SwapOffer | None) -> None:
        if not self.plans:
            self.why.offer()
            return
        warned = offer is not None and offer.is_suitable and bool(offer.problems)
        days: tuple[date, ...] = (self.duty.day, *((offer.day,) if offer else ()))
        suggested = _("Swap asked for by {name}").format(name=self._giver.initialled)
        self.why.look(days, suggested, warned=warned)

    def typed(self) -> dict[str, Any]:
        parts = {"officer_id": self.duty.officer_id, "day": self.duty.day}
        return {**super().typed(), **parts}

    # Inside

    def _fields(self) -> tuple[Field, ...]:
        asked = TextEdit()
        asked.setMaxLength(_LONGEST)
        return (Field(_ASKED, _("Who asked"), asked, hint=self._giver.name),)

    def _offer(self) -> SwapOffer | None:
        chosen = self.chosen
        return self._offers.get(chosen) if isinstance(chosen, tuple) else None

    def _agreed_words(self, offer: SwapOffer | None) -> str:
        if offer is None or not offer.is_suitable:
            return ""
        if self.plans:
            return _("It is kept that {name} has agreed.").format(name=offer.name)
        return _("{name} answers first, then whoever plans the roster approves it.").format(
            name=offer.name
        )

    def _traded(self, offer: SwapOffer) -> Traded:
        mine = (self.duty.officer_id, self.duty.day)
        return Traded(mine, (offer.officer_id, offer.day), self._giver.name, offer.name)

    def _send_chosen(self, values: dict[str, Any]) -> None:
        offer, duty = self._offer(), self.duty
        if offer is None:
            return
        reason = values[REASON] or ""
        names = {"giver": self._giver.initialled, "taker": offer.name}
        if not self.plans:
            asking = AskExchange(duty.officer_id, duty.day, offer.officer_id, offer.day, reason)
            said = _("Asked for a swap: {taker}").format(**names)
            self.desk.attempt(ask_exchange, asking, said)
            return
        request = SwapDuties(
            officer_id=duty.officer_id,
            day=duty.day,
            other_id=offer.officer_id,
            other_day=offer.day,
            reason=reason,
            asked_by=values[_ASKED],
        )
        said = _("Swapped: {giver} and {taker}").format(**names)
        self.desk.attempt(swap_duties, request, said)
