"""Cancels a booking, with the reason; of a series, the later ones with it if that is wished."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.queries import BookingRow
from openblock.features.grounds.ui.booking_said import named_row
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit, YesNo, labelled

_REST = "rest"


class CancelDialog(ReasonedDialog):
    """The reason is kept with the booking; the cancelled one stays to be seen."""

    def __init__(self, desk: Desk, row: BookingRow, parent: QWidget | None = None) -> None:
        self._desk, self._row = desk, row
        hint = _("Rain, illness, transfer: five characters or more")
        form = Form((Field(REASON, _("Reason"), TextEdit(), needed=True, hint=hint),))
        if row.series_id is not None:
            rest = YesNo(_("This and all later ones of the series"))
            form.add(Field(_REST, _("Repeats"), rest))
        title = _("Cancel the booking")
        super().__init__(title, form, self._send_typed_reason, save=title, parent=parent)
        # Beside "cancel the booking", a button "cancel" could mean either.
        self.leave_button.setText(_("Keep the booking"))
        people = n_("{number} person", "{number} people", row.heads)
        what = labelled(f"{named_row(row)}, {people}", "strong")
        what.setWordWrap(True)
        what.setTextFormat(Qt.TextFormat.PlainText)
        self.column.insertWidget(0, what)
        self.fit(580, 230)

    def _send_typed_reason(self, values: dict[str, Any]) -> None:
        rest = bool(values.get(_REST))
        words = _("Cancelled with all later ones: {booking}") if rest else _("Cancelled: {booking}")
        request = CancelBooking(self._row.booking_id, self._row.version, values[REASON], rest)
        self._desk.attempt(cancel_booking, request, words.format(booking=named_row(self._row)))
