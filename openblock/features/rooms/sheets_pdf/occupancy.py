"""Draws the occupancy report: averages, a chart, the roll of each day, what the figures mean."""

from __future__ import annotations

from openblock.features.rooms.queries import DayOfBeds, Roll
from openblock.features.rooms.sheets.occupancy import OccupancyReport, share_of
from openblock.features.rooms.sheets_pdf.chart import HEIGHT, draw_chart
from openblock.i18n import (
    _,
    format_day,
    format_number,
    format_short_day,
    language,
    weekday_letters,
)
from openblock.printing.leaf import RIGHT
from openblock.printing.listing import Block, Column, Drawing, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (12.5, 15.0)
_FIGURES = ("beds", "out_of_service", "usable", "beds_in_use", "free", "held", "without_bed")


def occupancy_pdf(sheet: OccupancyReport, imprint: Imprint) -> bytes:
    """The report as a PDF in the language spoken now; it names no person at all."""
    title = _("Occupancy")
    period = f"{format_day(sheet.first)}\N{EN DASH}{format_day(sheet.last)}"
    listing = Listing(
        heading=Heading(
            title,
            period,
            _("{share} % on average").format(share=_percent(sheet.share)),
        ),
        parts=(
            Drawing(
                _("Beds in use"), HEIGHT, lambda leaf, cell: draw_chart(leaf, cell, sheet.days)
            ),
            _extremes(sheet),
            _days(sheet),
            _definitions(sheet),
        ),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), f"{title} {period}", language())


def _heads() -> tuple[Column, ...]:
    words = (
        _("Beds"),
        _("Out of service"),
        _("Usable"),
        _("In use"),
        _("Free"),
        _("Reserved"),
        _("Without a bed"),
        _("Occupancy, %"),
    )
    return tuple(Column(each, 0.105, align=RIGHT, bold=at == 3) for at, each in enumerate(words))


def _extremes(sheet: OccupancyReport) -> Group:
    columns = (Column("", 0.4), Column("", 0.6, bold=True))
    lines = [
        (
            _("Beds in use on average"),
            _("{used} of {usable} usable beds").format(
                used=_tenths(sheet.average("beds_in_use")), usable=_tenths(sheet.average("usable"))
            ),
        )
    ]
    if sheet.fullest is not None and sheet.emptiest is not None:
        lines.append((_("Most in use"), _on(sheet.fullest)))
        lines.append((_("Fewest in use"), _on(sheet.emptiest)))
    return Group(_("The period"), columns, tuple(Block((Row(each),)) for each in lines))


def _on(day: DayOfBeds) -> str:
    return _("{number}, first on {day}").format(
        number=format_number(day.roll.beds_in_use), day=format_day(day.day)
    )


def _days(sheet: OccupancyReport) -> Group:
    columns = (Column(_("Day"), 0.16), *_heads())
    rows = [
        Row((f"{format_short_day(each.day)} {weekday_letters(each.day)}", *_figures(each.roll)))
        for each in sheet.days
    ]
    blocks = [Block((row,)) for row in rows]
    if rows:
        means = tuple(_tenths(sheet.average(figure)) for figure in _FIGURES)
        total = Row((_("Average"), *means, _percent(sheet.share)), strong=True)
        # The averages stay with the last day: alone on a page they would be of nothing.
        blocks[-1] = Block((rows[-1], total))
    return Group(_("Day by day"), columns, tuple(blocks), empty=_("The period has no day."))


def _figures(roll: Roll) -> tuple[str, ...]:
    numbers = tuple(format_number(int(getattr(roll, figure))) for figure in _FIGURES)
    return (*numbers, _percent(share_of(roll)))


def _definitions(sheet: OccupancyReport) -> Group:
    columns = (Column("", 0.2, bold=True), Column("", 0.8, size=9, wraps=True))
    blocks = tuple(Block((Row(each),)) for each in sheet.definitions)
    return Group(_("What the figures mean"), columns, blocks)


def _tenths(value: float) -> str:
    words = f"{value:.1f}".replace("-", "\N{MINUS SIGN}")
    return words.replace(".", ",") if language() == "lv" else words


def _percent(share: float | None) -> str:
    return "\N{EM DASH}" if share is None else _tenths(share * 100)
