"""Draws the day list of the grounds: a frame for each booking, with boxes to tick and to sign."""

from __future__ import annotations

from openblock.features.grounds.sheets.day import DayList, SunLine
from openblock.features.grounds.sheets.light import RISES, SETS
from openblock.features.grounds.sheets.names import copy_words
from openblock.features.grounds.sheets_pdf.slip import slips
from openblock.features.grounds.sheets_pdf.sun import SUN, draw_sun
from openblock.i18n import _, language, n_, p_
from openblock.printing.leaf import Leaf
from openblock.printing.listing import Block, Column, Drawing, Group, Listing, Row, draw_listing
from openblock.printing.listing.content import Part
from openblock.printing.marks import Cell
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_UNDER = 7.0  # between the sun's line and the booking under it


def day_pdf(sheet: DayList, imprint: Imprint) -> bytes:
    """The list as a PDF in the language spoken now; its title names no person."""
    return write(draw_day(sheet, imprint), f"{_title()} {sheet.day:%Y-%m-%d}", language())


def draw_day(sheet: DayList, imprint: Imprint) -> list[Leaf]:
    """The pages of the list, drawn but not yet written."""
    light = sheet.light.remark or f"{RISES}{sheet.light.rises}   {SETS}{sheet.light.sets}"
    count = n_("{number} booking", "{number} bookings", len(sheet.bookings))
    listing = Listing(
        heading=Heading(
            _title(), sheet.period, light, f"{copy_words(sheet.copy)} \N{MIDDLE DOT} {count}"
        ),
        parts=(*_closed(sheet), *_lines(sheet)),
        signatures=(_("Senior officer of the shift"),),
    )
    return draw_listing(listing, imprint)


def _title() -> str:
    return _("Day list of the grounds")


def _lines(sheet: DayList) -> list[Part]:
    if not sheet.lines:
        words = _("Nothing is booked on this day.")
        return [Group("", (Column("", 1),), (), empty=words)]
    parts: list[Part] = []
    sun: SunLine | None = None
    for each in sheet.lines:
        if isinstance(each, SunLine):
            sun = each
            continue
        first, *rest = slips(each)
        parts += [first if sun is None else _after_sun(sun, first), *rest]
        sun = None
    return parts


def _after_sun(line: SunLine, slip: Drawing) -> Drawing:
    """The sun's line over the first booking it is about: it never ends a page."""

    def draw(leaf: Leaf, cell: Cell) -> None:
        band = Cell(cell.left, cell.top, cell.right, cell.top + SUN)
        draw_sun(leaf, band, SETS + line.words)
        slip.draw(leaf, Cell(cell.left, band.bottom + _UNDER, cell.right, cell.bottom))

    return Drawing("", SUN + _UNDER + slip.height, draw)


def _closed(sheet: DayList) -> list[Part]:
    if not sheet.closed:
        return []
    columns = (
        Column(p_("grounds", "Area"), 0.35, size=10, bold=True),
        Column(p_("grounds", "Closed"), 0.2, size=10, bold=True),
        Column(_("Why"), 0.45, wraps=True),
    )
    blocks = tuple(Block((Row((each.area, each.hours, each.why)),)) for each in sheet.closed)
    return [Group(_("Closed areas"), columns, blocks)]
