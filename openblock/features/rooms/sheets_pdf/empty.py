"""Draws the list of empty beds: free, held and out of service, each under its own head."""

from __future__ import annotations

from openblock.features.rooms.sheets.empty import EmptyBeds, EmptyRoom
from openblock.i18n import _, format_moment, format_number, language, n_
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (15.0, 20.0)


def empty_beds_pdf(sheet: EmptyBeds, imprint: Imprint) -> bytes:
    """The list as a PDF in the language spoken now; its title names no person."""
    title = _("Empty beds")
    free = sum(len(room.beds) for room in sheet.free)
    listing = Listing(
        heading=Heading(
            title,
            format_moment(sheet.at),
            n_("{number} free bed", "{number} free beds", free),
        ),
        parts=(_free(sheet), _held(sheet), _closed(sheet)),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), f"{title} {format_moment(sheet.at)}", language())


def _free(sheet: EmptyBeds) -> Group:
    heads = (Column(_("Free until"), 0.22),)
    return _group(_("Free"), heads, sheet.free, _("No bed is free."))


def _held(sheet: EmptyBeds) -> Group:
    heads = (Column(_("Reserved for"), 0.24), Column(_("Until"), 0.19))
    return _group(_("Reserved"), heads, sheet.held, _("No bed is reserved."))


def _closed(sheet: EmptyBeds) -> Group:
    heads = (
        Column(_("Why"), 0.24, size=9),
        Column(_("Since"), 0.12),
        Column(_("Expected back (! late)"), 0.16),
    )
    empty = _("No bed is out of service.")
    return _group(_("Out of service"), heads, sheet.closed, empty)


def _group(
    title: str,
    heads: tuple[Column, ...],
    rooms: tuple[EmptyRoom, ...],
    empty: str,
) -> Group:
    left = 0.82 - sum(each.share for each in heads)
    columns = (
        Column(_("Room"), 0.1, size=13, bold=True, spans=True),
        Column(_("Where"), left * 0.55, size=9, spans=True),
        Column(_("The room"), left * 0.45, size=8.5, spans=True),
        Column(_("Bed"), 0.08, size=11, bold=True),
        *heads,
    )
    blocks = tuple(
        Block(
            tuple(
                Row((room.code, room.place, room.offers, bed.label, *bed.words))
                for bed in room.beds
            )
        )
        for room in rooms
    )
    count = format_number(sum(len(room.beds) for room in rooms))
    return Group(title, columns, blocks, count, empty)
