"""Gives a booking another time at once, as a drag or a key wants it: asks only for a reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from openblock.errors import RuleBroken, Severity
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import BookingRow, supervisor_offers
from openblock.features.grounds.rules.content import BookingContent, Span
from openblock.features.grounds.ui.booking_said import named
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.messages import sentences


def content_of_row(row: BookingRow) -> BookingContent:
    """What a booking was entered with."""
    return BookingContent(
        row.area_id,
        row.span.start,
        row.span.end,
        row.residents,
        row.purpose,
        row.equipment,
        row.officer_id,
    )


def with_best_officer(
    desk: Desk, content: BookingContent, booking_id: int
) -> tuple[BookingContent, str]:
    """The same with an officer who can watch then, and the name if it is another one.

    Whoever watches now stays if it can be; where nobody can, the refusal is to say so.
    """
    if content.officer_id is None:
        return content, ""
    offers = desk.read(supervisor_offers, content, booking_id)
    fitting = {each.officer_id: each.name for each in offers if each.fits}
    if content.officer_id in fitting or not fitting:
        return content, ""
    officer_id, name = next(iter(fitting.items()))
    return replace(content, officer_id=officer_id), name


def move_booking(desk: Desk, parent: QWidget, row: BookingRow, span: Span) -> None:
    """One command, one undo; a refusal stands in the message bar."""

    def run() -> None:
        moved = replace(content_of_row(row), starts_at=span.start, ends_at=span.end)
        content, officer = with_best_officer(desk, moved, row.booking_id)
        said = _("Moved: {booking}").format(booking=named(content, row.area))
        if officer:
            said += "; " + _("now watched by {name}").format(name=officer)
        request = BookArea(content, row.booking_id, row.version)
        try:
            desk.attempt(book_area, request, said)
        except RuleBroken as refusal:
            if any(each.severity is Severity.ERROR for each in refusal.problems):
                raise
            _ask(desk, parent, request, said, refusal)

    desk.show(run)


def _ask(desk: Desk, parent: QWidget, request: BookArea, said: str, refusal: RuleBroken) -> None:
    """Show what the rules warn of; with a reason it is sent again."""

    def act(reason: str) -> object:
        return desk.attempt(book_area, replace(request, reason=reason), said)

    dialog = ReasonDialog(
        _("Move it all the same?"),
        "\n".join(sentences(refusal)),
        act,
        save=_("Move with the reason"),
        parent=parent,
    )
    dialog.open()
