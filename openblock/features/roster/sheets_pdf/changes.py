"""Draws what changed since a version: a row for each run of days that changed alike."""

from __future__ import annotations

from openblock.features.roster.sheets.changes import ChangeLine, ChangesSheet
from openblock.features.roster.sheets.differing import ARROW
from openblock.i18n import _, language, p_
from openblock.printing.leaf import CENTRE
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import A4_WALL


def changes_pdf(sheet: ChangesSheet, imprint: Imprint) -> bytes:
    """The changes on A4 landscape in the language spoken now."""
    title = _("Changes of the roster")
    columns = _columns(with_reasons=sheet.with_reasons)
    blocks = tuple(Block((Row(_cells(each)[: len(columns)]),)) for each in sheet.lines)
    empty = _("Nothing differs between these versions.")
    listing = Listing(
        heading=Heading(title, sheet.period, sheet.since, sheet.counted),
        parts=(Group("", columns, blocks, empty=empty),),
    )
    leaves = draw_listing(listing, imprint, A4_WALL)
    return write(leaves, f"{title} {sheet.period}", language())


def _columns(*, with_reasons: bool) -> tuple[Column, ...]:
    columns = (
        Column(_("Days"), 0.13, size=10, bold=True),
        Column(_("Officer"), 0.19, size=10, bold=True),
        Column(p_("roster changes", "Was"), 0.12, align=CENTRE),
        Column("", 0.03, align=CENTRE),
        Column(p_("roster changes", "Is"), 0.12, bold=True, align=CENTRE),
        Column(_("Version"), 0.06, align=CENTRE),
        Column(_("Changed by"), 0.17, size=8.5),
    )
    return (*columns, Column(_("Reason"), 0.2, size=8.5)) if with_reasons else columns


def _cells(each: ChangeLine) -> tuple[str, ...]:
    return (
        each.days,
        each.name,
        each.before,
        ARROW,
        each.after,
        each.version,
        each.made,
        each.reason,
    )
