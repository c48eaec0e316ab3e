"""Draws the list of one area: a group for each day, with its light and its hours."""

from __future__ import annotations

from openblock.features.grounds.sheets.area_list import AreaBooking, AreaDay, AreaList
from openblock.features.grounds.sheets.light import RISES, SETS
from openblock.features.grounds.sheets.names import copy_words
from openblock.i18n import _, language
from openblock.printing.leaf import Leaf
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (15.0, 20.0)


def area_pdf(sheet: AreaList, imprint: Imprint) -> bytes:
    """The list as a PDF in the language spoken now; its title names no person."""
    return write(draw_area(sheet, imprint), f"{sheet.name} {sheet.period}", language())


def draw_area(sheet: AreaList, imprint: Imprint) -> list[Leaf]:
    """The pages of the list, drawn but not yet written."""
    week = _("Week {number}").format(number=sheet.first.isocalendar().week)
    about = " \N{MIDDLE DOT} ".join((*sheet.about, copy_words(sheet.copy)))
    listing = Listing(
        heading=Heading(sheet.name, sheet.period, week, about),
        parts=tuple(_day(sheet, day) for day in sheet.days),
        rows=_ROWS,
    )
    return draw_listing(listing, imprint)


def _day(sheet: AreaList, day: AreaDay) -> Group:
    named = sheet.copy is not None
    columns = (
        Column(_("Time"), 0.15, size=10.5, bold=True),
        Column(_("Heads"), 0.08, size=10, bold=True),
        Column(_("What for, equipment"), 0.25 if named else 0.4, size=9, wraps=True),
        Column(_("Supervisor"), 0.19 if named else 0.235, size=9.5),
        *((Column(_("Participants"), 0.235, size=8.5, wraps=True),) if named else ()),
        Column("", 0.1 if named else 0.14, size=8.5),
    )
    width, closed = len(columns), _("CLOSED")
    blocks = [
        Block((Row((hours, "", f"{closed}: {why}", *("",) * (width - 3)), strong=True),))
        for hours, why in day.closed
    ]
    blocks += [Block((Row(_cells(each, named=named)),)) for each in day.bookings]
    empty = _("Nothing is booked.") if day.open else _("not open")
    return Group(day.title, columns, tuple(blocks), _figure(sheet, day), empty)


def _figure(sheet: AreaList, day: AreaDay) -> str:
    """The opening hours, and the light of an area under the open sky."""
    light = day.light.remark or f"{RISES}{day.light.rises} {SETS}{day.light.sets}"
    parts = (day.open, light if sheet.is_outdoor else "")
    return "   ".join(each for each in parts if each)


def _cells(each: AreaBooking, *, named: bool) -> tuple[str, ...]:
    supervisor = each.supervisor or (_("no supervisor") if each.lost else "")
    return (
        each.times,
        each.heads,
        each.what,
        f"! {supervisor}" if each.lost else supervisor,
        *((each.people,) if named else ()),
        each.state,
    )
