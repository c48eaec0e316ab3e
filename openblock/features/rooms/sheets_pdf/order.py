"""Draws the placement order: who goes where, why and on whose decision, and who signs for it."""

from __future__ import annotations

from openblock.clock import FOREVER, at
from openblock.features.rooms.sheets.order import OrderLine, PlacementOrder
from openblock.i18n import (
    _,
    format_long_day,
    format_moment,
    format_number,
    format_time,
    language,
    n_,
)
from openblock.printing.leaf import RIGHT
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_DASH = "\N{EM DASH}"
_ROWS = (20.0, 26.0)  # a pen needs them: the person signs in the last column


def placement_order_pdf(sheet: PlacementOrder, imprint: Imprint) -> bytes:
    """The order as a PDF in the language spoken now; its title names no person."""
    title = _("Placement order")
    count = len({line.resident_id for line in sheet.lines})
    listing = Listing(
        heading=Heading(
            title,
            format_long_day(sheet.day),
            n_("{number} resident", "{number} residents", count),
        ),
        parts=(_moves(sheet),),
        signatures=(
            _("Prepared by"),
            _("Placement commission"),
            _("Approved by the governor"),
        ),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), f"{title} {sheet.day:%Y-%m-%d}", language())


def _moves(sheet: PlacementOrder) -> Group:
    columns = (
        Column(_("No."), 0.05, size=8, align=RIGHT),
        Column(_("Surname and given name"), 0.23, size=11, bold=True),
        Column(_("Time"), 0.08, size=10),
        Column(_("From bed"), 0.09, size=10),
        Column(_("To bed"), 0.11, size=12, bold=True),
        Column(_("Reason"), 0.2, size=8.5, wraps=True),
        Column(_("Decision of the commission"), 0.14, size=8.5, wraps=True),
        Column(_("Informed (signature)"), 0.14),
    )
    blocks = tuple(
        Block((Row(_cells(number, line, sheet)),)) for number, line in enumerate(sheet.lines, 1)
    )
    return Group("", columns, blocks, empty=_("Nobody is placed or moved on this day."))


def _cells(number: int, line: OrderLine, sheet: PlacementOrder) -> tuple[str, ...]:
    why = line.why if line.bed else _("leaves the bed, no other is assigned")
    if line.until != FOREVER:
        said = format_time(line.until) if line.until < at(sheet.day, 1440) else ""
        until = said or format_moment(line.until)
        why = ", ".join(part for part in (why, _("until {moment}").format(moment=until)) if part)
    return (
        format_number(number),
        line.name,
        format_time(line.moment),
        line.before or _DASH,
        line.bed or _DASH,
        why,
        line.decision,
        "",
    )
