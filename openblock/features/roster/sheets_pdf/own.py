"""Draws an officer's own month: a row for every day, the sums of the month beneath."""

from __future__ import annotations

from openblock.features.roster.sheets.differing import MARK
from openblock.features.roster.sheets.own import OwnDay, OwnSheet
from openblock.i18n import _, format_hours, format_short_day, language, p_, weekday_name
from openblock.printing.leaf import CENTRE, RIGHT
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (15.0, 19.0)
_FREE = 5  # the weekday the days off begin with


def own_pdf(sheet: OwnSheet, imprint: Imprint) -> bytes:
    """The month as a PDF in the language spoken now; its title names no person."""
    title = _("Own shifts")
    listing = Listing(
        heading=Heading(title, sheet.period, sheet.state, sheet.state_detail),
        parts=(_days(sheet), _sums(sheet)),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), f"{title} {sheet.period}", language())


def _days(sheet: OwnSheet) -> Group:
    columns = (
        Column(_("Day"), 0.26, bold=True),
        Column(_("Shift"), 0.09, size=11, bold=True, align=CENTRE),
        Column(_("Time"), 0.17, size=10.5, bold=True, align=CENTRE),
        Column(_("Post or why away"), 0.29, size=9),
        Column(p_("own shifts", "Changed"), 0.1, align=CENTRE),
        Column(_("Hours"), 0.09, align=RIGHT),
    )
    blocks = tuple(Block((_row(each),)) for each in sheet.days)
    badge = _("Badge {badge}").format(badge=sheet.badge)
    return Group(sheet.name, columns, blocks, badge)


def _row(each: OwnDay) -> Row:
    day = f"{weekday_name(each.day)}, {format_short_day(each.day)}"
    cells = (
        day,
        each.letter,
        each.times,
        each.where,
        MARK if each.changed else "",
        format_hours(each.minutes) if each.minutes else "",
    )
    return Row(cells, quiet=not each.letter and each.day.weekday() < _FREE)


def _sums(sheet: OwnSheet) -> Group:
    columns = (Column("", 0.6, size=9.5), Column("", 0.4, size=10.5, bold=True, align=RIGHT))
    blocks = tuple(Block((Row(each),)) for each in sheet.sums)
    title = _("Sums of the month; a duty is counted to the dates it lies on")
    return Group(title, columns, blocks)
