"""Draws the list of residents: large and in two lanes for the wall, one line each for duty."""

from __future__ import annotations

from collections.abc import Callable

from openblock.features.residents.sheets import Copy, ResidentLine, ResidentList
from openblock.i18n import _, format_day, format_moment, format_number, language, n_
from openblock.printing.leaf import RIGHT
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_WALL_ROWS = (14.0, 28.0)
_DUTY_ROWS = (13.5, 18.0)
_DASH = "\N{EM DASH}"


def resident_list_pdf(sheet: ResidentList, imprint: Imprint) -> bytes:
    """The list as a PDF in the language spoken now; its title names no person."""
    duty = sheet.copy is Copy.DUTY
    listing = Listing(
        heading=Heading(
            _("Resident list"),
            format_moment(sheet.at),
            _("Duty copy") if duty else _("Wall copy"),
            n_("{number} resident", "{number} residents", len(sheet.lines)),
        ),
        parts=(_duty(sheet) if duty else _wall(sheet),),
        lanes=1 if duty else 2,
        rows=_DUTY_ROWS if duty else _WALL_ROWS,
    )
    name = _("Resident list")
    title = f"{name} {format_moment(sheet.at)}"
    return write(draw_listing(listing, imprint), title, language())


def _wall(sheet: ResidentList) -> Group:
    columns = (
        Column(_("Surname, init."), 0.7, size=15, bold=True),
        Column(_("Room"), 0.3, size=15, align=RIGHT),
    )
    return _group(sheet, columns, lambda _number, line: (line.name, line.room or _DASH))


def _duty(sheet: ResidentList) -> Group:
    columns = (
        Column(_("No."), 0.06, size=8, align=RIGHT),
        Column(_("Surname and given name"), 0.33, size=11, bold=True),
        Column(_("Room"), 0.11, size=11),
        Column(_("Date of birth"), 0.14),
        Column(_("Sentence ends"), 0.14),
        Column(_("Alert marks"), 0.22),
    )

    def cells(number: int, line: ResidentLine) -> tuple[str, ...]:
        return (
            format_number(number),
            line.name,
            line.room or _DASH,
            format_day(line.birth_date) if line.birth_date else "",
            format_day(line.sentence_end) if line.sentence_end else "",
            ", ".join(line.alerts),
        )

    return _group(sheet, columns, cells)


def _group(
    sheet: ResidentList,
    columns: tuple[Column, ...],
    cells: Callable[[int, ResidentLine], tuple[str, ...]],
) -> Group:
    blocks = tuple(Block((Row(cells(at, line)),)) for at, line in enumerate(sheet.lines, 1))
    return Group("", columns, blocks, empty=_("Nobody lives in the block at this moment."))
