"""Draws the room list for the wall: two lanes, the room's number large beside its beds."""

from __future__ import annotations

from openblock.features.rooms.sheets.room_list import BedLine, RoomList, SectionLines
from openblock.i18n import _, format_day, format_moment, language
from openblock.printing.leaf import RIGHT
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (14.0, 24.0)


def room_list_pdf(sheet: RoomList, imprint: Imprint) -> bytes:
    """The list as a PDF in the language spoken now; its title names no person."""
    used = sum(each.in_use for each in sheet.sections)
    beds = sum(each.beds for each in sheet.sections)
    groups = tuple(_section(each) for each in sheet.sections)
    if not groups:
        groups = (Group("", (Column("", 1),), (), empty=_("No room with a bed is set up yet.")),)
    listing = Listing(
        heading=Heading(
            _("Room list"),
            format_moment(sheet.at),
            _("Wall copy"),
            _("{used} of {beds} beds taken").format(used=used, beds=beds),
        ),
        parts=(*groups, *_without_bed(sheet)),
        lanes=2,
        rows=_ROWS,
    )
    name = _("Room list")
    title = f"{name} {format_moment(sheet.at)}"
    return write(draw_listing(listing, imprint), title, language())


def _section(section: SectionLines) -> Group:
    columns = (
        Column(_("Room"), 0.17, size=15, bold=True, spans=True),
        Column(_("Bed"), 0.13, size=11),
        Column(_("Resident"), 0.47, size=12.5, bold=True),
        Column(_("Since"), 0.23, size=9, align=RIGHT),
    )
    blocks = tuple(
        Block(tuple(_row(room.code, bed) for bed in room.beds)) for room in section.rooms
    )
    figure = _("{used} of {beds}").format(used=section.in_use, beds=section.beds)
    return Group(section.title, columns, blocks, figure)


def _row(code: str, bed: BedLine) -> Row:
    # Only a name is bold: what is not a person must not look like one from a metre away.
    since = format_day(bed.since) if bed.since else ""
    return Row((code, bed.label, bed.words, since), hatched=bed.shut, quiet=not bed.taken)


def _without_bed(sheet: RoomList) -> tuple[Group, ...]:
    if not sheet.without_bed:
        return ()
    columns = (Column("", 1, size=12.5, bold=True),)
    blocks = tuple(Block((Row((name,)),)) for name in sheet.without_bed)
    return (Group(_("Without a bed"), columns, blocks, str(len(blocks))),)
