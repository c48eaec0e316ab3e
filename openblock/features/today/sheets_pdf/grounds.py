"""The grounds on the list of a shift: bookings in order of time, and between them the sunset."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.grounds.sheets.light import SETS
from openblock.features.grounds.sheets_pdf.sun import SUN, draw_sun
from openblock.features.today.sheets import BookingLine, GroundsPart
from openblock.i18n import _
from openblock.printing.listing import Block, Column, Drawing, Group, Row
from openblock.printing.listing.content import Part


def grounds_parts(grounds: GroundsPart) -> tuple[Part, ...]:
    """One group; two where some bookings begin after dark, with the sunset between them."""
    title = _("Use of the grounds")
    empty = _("Nothing is booked in these hours.")
    first = Group(title, _columns(), _blocks(grounds.early), grounds.light, empty)
    if not grounds.late:
        return (first,)
    sunset = Drawing("", SUN, lambda leaf, cell: draw_sun(leaf, cell, SETS + grounds.sunset))
    # The heads stand above already.
    plain = tuple(replace(each, head="") for each in _columns())
    late = Group("", plain, _blocks(grounds.late))
    if grounds.early:
        return (first, sunset, late)
    return (Group(title, _columns(), _blocks(grounds.late), grounds.light),)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Time"), 0.155, size=10.5, bold=True),
        Column(_("Area of the grounds"), 0.245, size=9.5),
        Column(_("Group, heads"), 0.245, size=9.5),
        Column(_("Supervisor"), 0.225, size=9.5, bold=True),
        Column(_("Back at"), 0.13, ruled=True),
    )


def _blocks(lines: tuple[BookingLine, ...]) -> tuple[Block, ...]:
    return tuple(
        Block((Row((each.hours, each.area, _group(each), _who(each), "")),)) for each in lines
    )


def _group(each: BookingLine) -> str:
    not_yet = _("not approved")
    return f"{each.group} ({not_yet})" if each.is_asked else each.group


def _who(each: BookingLine) -> str:
    if not each.is_lost:
        return each.supervisor
    return f"! {each.supervisor or _('no supervisor')}"
