"""Draws the practice diary: a row with room for two signatures for each shift."""

from __future__ import annotations

from openblock.clock import day_of
from openblock.features.shadowing.sheets.diary import Diary, DiaryLine
from openblock.features.shadowing.sheets.times import times
from openblock.features.shadowing.sheets_pdf.progress import progress
from openblock.i18n import (
    _,
    format_day,
    format_hours,
    format_number,
    language,
    n_,
    weekday_letters,
)
from openblock.printing.fitting import LEADING, wrap
from openblock.printing.fonts import Face
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.listing import (
    Block,
    Column,
    Drawing,
    Group,
    Listing,
    Row,
    draw_listing,
)
from openblock.printing.listing.pieces import PAD
from openblock.printing.marks import Cell
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import A4_HANDED

_ROWS = (30.0, 42.0)  # a pen needs them: two people sign beside each shift
_SMALL = 8.0
_DASH = "\N{EM DASH}"


def diary_pdf(sheet: Diary, imprint: Imprint) -> bytes:
    """The diary as a PDF in the language spoken now; its title names no person."""
    title = _("Practice diary")
    listing = Listing(
        heading=Heading(
            title,
            sheet.name,
            _("course {course}").format(course=sheet.course),
            n_("{number} shift", "{number} shifts", len(sheet.lines)),
        ),
        parts=(progress(sheet.hours), _shifts(sheet), _meaning(sheet)),
        signatures=(_("Trainee"), _("Practice coordinator")),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), title, language())


def _shifts(sheet: Diary) -> Group:
    columns = (
        Column(_("No."), 0.045, size=8, align=RIGHT),
        Column(_("Day"), 0.115, size=9, bold=True, wraps=True),
        Column(_("Time, hours"), 0.125, size=9, bold=True, wraps=True),
        Column(_("Mentor"), 0.155, size=9, wraps=True),
        Column(_("Situations, remarks"), 0.225, size=8, wraps=True),
        Column(_("Evaluation"), 0.105, size=8.5, wraps=True),
        Column(_("Mentor’s signature"), 0.115),
        Column(_("Trainee’s signature"), 0.115),
    )
    blocks = tuple(
        Block((Row(_cells(number, line), quiet=line.missed),))
        for number, line in enumerate(sheet.lines, 1)
    )
    return Group("", columns, blocks, empty=_("No shift is planned yet."))


def _cells(number: int, line: DiaryLine) -> tuple[str, ...]:
    day = day_of(line.span.start)
    hours = _("{hours} h").format(hours=format_hours(line.minutes))
    signed = _DASH if line.missed else ""
    return (
        format_number(number),
        f"{format_day(day)}\n{weekday_letters(day)}",
        times(line.span) if line.missed else f"{times(line.span)}\n{hours}",
        line.mentor,
        line.seen,
        line.marks,
        signed,
        signed,
    )


def _meaning(sheet: Diary) -> Drawing:
    """What letters and figures stand for, in small type over the lines to sign on."""
    words = (
        _("Competences: {list}").format(list=_listed(sheet.competences)),
        _("Figures: {list}").format(list=_listed(sheet.grades)),
    )
    room = A4_HANDED.inner_width - 2 * PAD
    lines = [line for each in words for line in wrap(each, Face.REGULAR, _SMALL, room)]

    def draw(leaf: Leaf, cell: Cell) -> None:
        baseline = cell.top + 1.4 * _SMALL
        for line in lines:
            leaf.text(cell.left + PAD, baseline, line, Face.REGULAR, _SMALL)
            baseline += _SMALL * LEADING

    return Drawing(_("What the evaluation means"), (len(lines) + 1) * _SMALL * LEADING, draw)


def _listed(pairs: tuple[tuple[str, str], ...]) -> str:
    return " · ".join(f"{sign}\N{NO-BREAK SPACE}{words}" for sign, words in pairs)
