"""Draws the list of a shift: figures, officers with the trainees beside them, lines for notes."""

from __future__ import annotations

from openblock.features.today.sheets import Figure, OfficerLine, ShiftSheet
from openblock.features.today.sheets_pdf.grounds import grounds_parts
from openblock.i18n import _, language, n_, p_
from openblock.printing.fitting import fit, shrink
from openblock.printing.fonts import Face
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.listing import Block, Column, Drawing, Group, Listing, Row, draw_listing
from openblock.printing.listing.content import Part
from openblock.printing.marks import Cell, ruled
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import FINE, MM, RULE, SMALLEST

_ROWS = (17.0, 24.0)
_BOXES, _BELOW = 44.0, 14.0
_WORDS, _NUMBER, _SMALL = 9.0, 22.0, 8.5
_LINE = 8.4 * MM  # between two lines to write on
_LEAST_LINES = 4
_BESIDE = "\N{BLACK RIGHT-POINTING TRIANGLE} "


def shift_pdf(sheet: ShiftSheet, imprint: Imprint) -> bytes:
    """The list as a PDF in the language spoken now; its title names no person."""
    leaves = draw_shift(sheet, imprint)
    title = _("Shift list")
    return write(leaves, f"{title} {sheet.day:%Y-%m-%d}", language())


def draw_shift(sheet: ShiftSheet, imprint: Imprint) -> list[Leaf]:
    """The pages of the list, drawn but not yet written."""
    listing = Listing(
        heading=Heading(_("Shift list"), sheet.period, sheet.team, sheet.hours),
        parts=(
            *_figures(sheet),
            _officers(sheet),
            *_minimums(sheet),
            *_upset(sheet),
            *(grounds_parts(sheet.grounds) if sheet.grounds is not None else ()),
            Drawing(_("Notes during the shift"), _LEAST_LINES * _LINE, _lines, grows=True),
        ),
        signatures=(_("Senior officer of the shift"),),
        rows=_ROWS,
    )
    return draw_listing(listing, imprint)


def _lines(leaf: Leaf, cell: Cell) -> None:
    ruled(leaf, cell, _LINE)


def _figures(sheet: ShiftSheet) -> tuple[Part, ...]:
    if not sheet.figures:
        return ()
    return (Drawing("", _BOXES + _BELOW, lambda leaf, cell: _draw_figures(leaf, cell, sheet)),)


def _draw_figures(leaf: Leaf, cell: Cell, sheet: ShiftSheet) -> None:
    wide = (cell.right - cell.left - RULE) / len(sheet.figures)
    bottom = cell.top + _BOXES
    for place, figure in enumerate(sheet.figures):
        left = cell.left + RULE / 2 + place * wide
        _draw_figure(leaf, Cell(left, cell.top + RULE / 2, left + wide, bottom), figure)
    baseline = bottom + 11
    leaf.text(cell.left, baseline, sheet.counted, Face.REGULAR, _SMALL)
    sections = fit(sheet.sections, Face.BOLD, _SMALL, (cell.right - cell.left) * 0.8, 5)
    leaf.text(cell.right, baseline, sections.lines[0], Face.BOLD, sections.size, align=RIGHT)


def _draw_figure(leaf: Leaf, cell: Cell, figure: Figure) -> None:
    weight = RULE if figure.counts else FINE
    leaf.box(cell.left, cell.top, cell.right, cell.bottom, weight)
    face = Face.BOLD if figure.counts else Face.REGULAR
    size = shrink(figure.words, face, _WORDS, cell.right - cell.left - 4, SMALLEST - 1)
    leaf.text(cell.middle, cell.top + 12, figure.words, face, size, align=CENTRE)
    baseline = cell.bottom - 8
    leaf.text(cell.middle, baseline, figure.number, Face.BOLD, _NUMBER, align=CENTRE)


def _officers(sheet: ShiftSheet) -> Group:
    columns = (
        Column(_("Post"), 0.165, size=9, spans=True),
        Column(_("Officer"), 0.195, size=10.5, bold=True, spans=True),
        Column(_("Rank"), 0.115, size=8.5, spans=True),
        Column(_("Phone"), 0.085, size=10, bold=True, spans=True),
        Column(_("Time, hours"), 0.15, size=9.5, spans=True),
        Column(_BESIDE + _("Trainee"), 0.155, size=9.5, ruled=True),
        Column(_("Practice time, hours"), 0.135, size=9.5),
    )
    parts = [n_("{number} officer", "{number} officers", len(sheet.officers))]
    if sheet.trainees:
        parts.append(n_("{number} trainee", "{number} trainees", sheet.trainees))
    return Group(
        _("Officers and trainees"),
        columns,
        tuple(map(_officer, sheet.officers)),
        " · ".join(parts) if sheet.officers else "",
        empty=_("Nobody is on duty in these hours."),
    )


def _officer(each: OfficerLine) -> Block:
    own = (each.post, each.name, each.rank, each.phone, each.hours)
    rows = [Row((*own, _BESIDE + one.name, one.hours)) for one in each.trainees]
    return Block(tuple(rows) or (Row((*own, "", "")),))


def _minimums(sheet: ShiftSheet) -> tuple[Group, ...]:
    if not sheet.minimums:
        return ()
    columns = (
        Column(_("Minimum staffing"), 0.3),
        Column(p_("of a minimum", "Hours"), 0.17),
        Column(_("Needed"), 0.11, align=RIGHT),
        Column(_("On duty"), 0.12, align=RIGHT, bold=True),
        Column(_("Trainees are not counted"), 0.3, size=9, bold=True, align=RIGHT),
    )
    blocks = tuple(
        Block(
            (
                Row(
                    (
                        each.name,
                        each.hours,
                        each.needed,
                        f"{each.present} !" if each.lacking else each.present,
                        each.lacking,
                    ),
                    strong=bool(each.lacking),
                ),
            )
        )
        for each in sheet.minimums
    )
    return (Group("", columns, blocks),)


def _upset(sheet: ShiftSheet) -> tuple[Group, ...]:
    if not sheet.upset:
        return ()
    columns = (
        Column(_("Trainee"), 0.26, bold=True),
        Column(_("Practice time, hours"), 0.2),
        Column(_("Mentor"), 0.22),
        Column(_("Why"), 0.32),
    )
    blocks = tuple(
        Block((Row((f"! {each.trainee}", each.hours, each.mentor, each.why)),))
        for each in sheet.upset
    )
    return (Group(_("Needs planning anew, nobody to go with"), columns, blocks),)
