"""Draws the completion statement: what has been reached in one frame, then what it rests on."""

from __future__ import annotations

from datetime import date

from openblock.clock import day_of
from openblock.features.shadowing.sheets.completion import Completion
from openblock.i18n import _, format_day, format_hours, format_number, language, p_
from openblock.printing.fitting import fit
from openblock.printing.fonts import Face
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.listing import Block, Column, Drawing, Group, Listing, Row, draw_listing
from openblock.printing.marks import Cell
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import RULE

_ROWS = (13.5, 18.0)
_FRAME, _VERDICT, _HOURS = 44.0, 16.0, 11.0
_DASH = "\N{EM DASH}"


def completion_pdf(sheet: Completion, imprint: Imprint) -> bytes:
    """The statement as a PDF in the language spoken now; its title names no person."""
    title = _("Statement on practice")
    listing = Listing(
        heading=Heading(
            title,
            sheet.name,
            _("course {course}").format(course=sheet.course),
            _("as of {day}").format(day=format_day(day_of(sheet.at))),
        ),
        parts=(
            Drawing("", _FRAME, lambda leaf, cell: _verdict(leaf, cell, sheet)),
            *_missing(sheet),
            _facts(sheet),
            _situations(sheet),
            _competences(sheet),
            _mentors(sheet),
            _nature(),
        ),
        signatures=(_("Practice coordinator"), _("Senior officer of the block"), _("Received by")),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), title, language())


def _verdict(leaf: Leaf, cell: Cell, sheet: Completion) -> None:
    frame = Cell(cell.left + 0.7, cell.top + 2, cell.right - 0.7, cell.bottom - 2)
    leaf.box(frame.left, frame.top, frame.right, frame.bottom, RULE)
    middle = (frame.top + frame.bottom) / 2
    words = _("Practice not completed") if sheet.missing else _("Practice completed")
    leaf.text(frame.left + 8, middle + 5.5, words, Face.BOLD, _VERDICT)
    hours = _("{confirmed} h confirmed of {required} h").format(
        confirmed=format_hours(sheet.hours.confirmed), required=format_hours(sheet.hours.required)
    )
    fitted = fit(hours, Face.BOLD, _HOURS, (frame.right - frame.left) * 0.5)
    leaf.text(frame.right - 8, middle + 4, fitted.lines[0], Face.BOLD, fitted.size, align=RIGHT)


def _table(title: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Group:
    return Group(title, columns, tuple(Block((Row(each),)) for each in rows))


def _missing(sheet: Completion) -> tuple[Group, ...]:
    if not sheet.missing:
        return ()
    columns = (Column("", 1, size=10, bold=True, wraps=True),)
    return (_table(_("What is missing"), columns, tuple((each,) for each in sheet.missing)),)


def _facts(sheet: Completion) -> Group:
    days = f"{format_day(sheet.first_day)} \N{EN DASH} {format_day(sheet.last_day)}"
    rows = [
        (_("Trainee"), sheet.name),
        (_("Course"), f"{sheet.course}, {days}"),
        (_("Confirmed practice shifts"), format_number(sheet.shifts)),
    ]
    if sheet.group:
        rows.insert(2, (_("Group"), sheet.group))
    rows += [(name, _on(day)) for name, day in sheet.clearance]
    columns = (Column("", 0.38), Column("", 0.62, size=10, bold=True))
    return _table(_("Practice"), columns, tuple(rows))


def _on(day: date | None) -> str:
    return format_day(day) if day else _DASH


def _situations(sheet: Completion) -> Group:
    columns = (
        Column(_("Situation"), 0.56, bold=True),
        Column(p_("practice sheet", "Times"), 0.14, align=RIGHT),
        Column(p_("practice sheet", "First"), 0.3, align=RIGHT),
    )
    rows = tuple(
        (each.name, format_number(each.times) if each.times else _DASH, _on(each.first))
        for each in sheet.situations
    )
    return _table(_("Situations seen"), columns, rows)


def _competences(sheet: Completion) -> Group:
    columns = (
        Column(_("Competence"), 0.56, bold=True),
        Column(_("Evaluated"), 0.14, align=RIGHT),
        Column(_("At best"), 0.3, align=RIGHT),
    )
    rows = tuple(
        (each.name, format_number(each.times) if each.times else _DASH, each.best or _DASH)
        for each in sheet.competences
    )
    return _table(_("Evaluation by the mentors"), columns, rows)


def _mentors(sheet: Completion) -> Group:
    columns = (
        Column(_("Mentor"), 0.56, bold=True),
        Column(p_("practice sheet", "Shifts"), 0.14, align=RIGHT),
        Column(_("Hours"), 0.3, align=RIGHT),
    )
    rows = tuple(
        (each.name, format_number(each.shifts), format_hours(each.minutes))
        for each in sheet.mentors
    )
    title = _("Mentors")
    if not rows:
        return Group(title, (Column("", 1),), (), empty=_("No shift has been confirmed."))
    return _table(title, columns, rows)


def _nature() -> Group:
    words = _(
        "A statement of the block for the Training Centre. It is no document of education "
        "recognised by the state and does not replace one."
    )
    return _table("", (Column("", 1, size=8, wraps=True),), ((words,),))
