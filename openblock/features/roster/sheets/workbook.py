"""The time-sheet as it is laid out in a workbook: the same rows and figures as on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from openblock.features.roster.sheets.form_words import FigureColumn, approval_words, row_words
from openblock.features.roster.sheets.time_sheet import FormLine, FormSheet, Sums, sums_of
from openblock.i18n import _, p_
from openblock.importing.laid_out import Entry, LaidOut, Look, Value

_DATES = 31
_TITLE, _PERIOD, _BAND, _HEAD, _LETTERS, _BODY = 0, 1, 3, 4, 5, 6
_NUMBER, _NAME, _KIND, _FIRST = 0, 1, 2, 3
_FIGURES = _FIRST + _DATES
_PERSON = 3
_PLAIN = Look(framed=False, align="left")
_LEFT, _CELL, _BOLD = Look(align="left"), Look(), Look(bold=True)
_HEADED = Look(bold=True, turned=True)
_FREE = Look(shaded=True)


def hours_of(minutes: int) -> float:
    """Minutes as hours with the decimals that paper has."""
    return round(minutes / 60, 2)


def workbook_of(sheet: FormSheet, number: str, made_at: datetime, footer: str) -> LaidOut:
    """The time-sheet of a month, its sums as numbers in hours."""
    rows = len(sheet.lines) * _PERSON
    last = _BODY + rows
    entries = [*_over(sheet), *_head(sheet)]
    for place, line in enumerate(sheet.lines):
        entries += _person(sheet, line, _BODY + place * _PERSON)
    if sheet.lines:
        entries += _sums(sheet, sums_of(sheet.lines, len(sheet.days)), last)
        last += 1
    entries += _under(sheet, last + 1)
    return LaidOut(
        name=number,
        entries=entries,
        widths=_widths(sheet),
        heights=((_TITLE, 21), (_PERIOD, 18), (_HEAD, 120)),
        frozen=(_BODY, _FIRST),
        heads=(_BAND, _LETTERS),
        footer=footer,
        made_at=made_at,
        breaks=_breaks(sheet),
    )


def _breaks(sheet: FormSheet) -> tuple[int, ...]:
    """A new page for each second team: nobody is torn, and two teams fill an A3."""
    starts = [
        _BODY + place * _PERSON
        for place, (before, line) in enumerate(pairwise(sheet.lines), 1)
        if before.team != line.team
    ]
    return tuple(starts[1::2])


def _widths(sheet: FormSheet) -> tuple[float, ...]:
    dates = (4.3,) * _DATES
    return (4.5, 30, 11, *dates, *(8.5 if each.in_hours else 6 for each in sheet.columns))


def _over(sheet: FormSheet) -> list[Entry]:
    """Title and period, and who approves it."""
    word, who, caption, year = approval_words(sheet.month)
    last = _FIGURES + len(sheet.columns) - 1
    title, plain = replace(_PLAIN, bold=True, size=14), replace(_PLAIN, bold=True)
    facts = " · ".join(filter(None, (sheet.period, sheet.notice, sheet.facts)))
    blank = "\N{LOW LINE}"
    return [
        Entry((_TITLE, 0, _TITLE, _FIGURES - 1), sheet.title, title),
        Entry((_PERIOD, 0, _PERIOD, _FIGURES - 1), facts, replace(plain, size=11)),
        Entry((_TITLE, _FIGURES, _TITLE, last), word, plain),
        Entry((_PERIOD, _FIGURES, _PERIOD, last), f"{who} {blank * 30}", _PLAIN),
        Entry((2, _FIGURES, 2, last), f"{caption}; {year} {blank * 4}. {blank * 12}", _PLAIN),
    ]


def _head(sheet: FormSheet) -> list[Entry]:
    entries = [
        Entry((_BAND, _NUMBER, _LETTERS, _NUMBER), _("No."), Look(turned=True)),
        Entry((_BAND, _NAME, _LETTERS, _NAME), _("Surname, given name, position"), _BOLD),
        Entry((_BAND, _KIND, _LETTERS, _KIND), _("What is counted"), _CELL),
        Entry((_BAND, _FIRST, _BAND, _FIGURES - 1), _("Dates of the month"), _BOLD),
    ]
    for place in range(_DATES):
        entries += _date(sheet, place)
    at = _FIGURES
    for title, columns in sheet.groups:
        entries.append(Entry((_BAND, at, _BAND, at + len(columns) - 1), title, _BOLD))
        for column in columns:
            look = _HEADED if column.bold else replace(_HEADED, bold=False)
            entries.append(Entry((_HEAD, at, _LETTERS, at), column.head, look))
            at += 1
    return entries


def _date(sheet: FormSheet, place: int) -> list[Entry]:
    """The number of a date over the letters of its weekday; nothing for one there is not."""
    column = _FIRST + place
    if place >= len(sheet.days):
        return [Entry((_HEAD, column, _LETTERS, column), "", _FREE)]
    day = sheet.days[place]
    holiday = day.kind == "holiday"
    look = Look(bold=True, black=holiday)
    letters = p_("public holiday, letters over a column", "PH") if holiday else day.letters
    return [
        Entry((_HEAD, column, _HEAD, column), day.day.day, look),
        Entry((_LETTERS, column, _LETTERS, column), letters, look),
    ]


def _person(sheet: FormSheet, line: FormLine, row: int) -> list[Entry]:
    below = row + _PERSON - 1
    name = f"{line.name}\n{' · '.join(line.about)}"
    entries = [
        Entry((row, _NUMBER, below, _NUMBER), line.number, _CELL),
        Entry((row, _NAME, below, _NAME), name, replace(_LEFT, bold=True)),
    ]
    for place, words in enumerate(row_words()):
        entries.append(Entry((row + place, _KIND, row + place, _KIND), words, _LEFT))
    for place in range(_DATES):
        entries += _days(sheet, line, row, place)
    for at, (column, figure) in enumerate(zip(sheet.columns, line.figures, strict=True), _FIGURES):
        look = _BOLD if column.bold else _CELL
        entries.append(Entry((row, at, below, at), _figure(figure, column), look))
    return entries


def _days(sheet: FormSheet, line: FormLine, row: int, place: int) -> list[Entry]:
    column = _FIRST + place
    if place >= len(sheet.days):
        values: tuple[Value, Value, Value] = ("", "", "")
        free = True
    else:
        hours, night = line.hours[place], line.nights[place]
        first: Value = hours_of(hours) if hours else line.letters[place]
        values = (first, hours_of(night) if night else "", line.called[place])
        free = sheet.days[place].kind != "workday"
    return [
        Entry((row + at, column, row + at, column), value, _look(value, free=free, first=not at))
        for at, value in enumerate(values)
    ]


def _look(value: Value, *, free: bool, first: bool) -> Look:
    if value == "":
        return _FREE if free else _CELL
    return _BOLD if first and not isinstance(value, str) else _CELL


def _figure(figure: int | None, column: FigureColumn) -> Value:
    if figure is None:
        return None
    return hours_of(figure) if column.in_hours else figure


def _sums(sheet: FormSheet, found: Sums, row: int) -> list[Entry]:
    words = p_("time-sheet", "In the whole time-sheet")
    entries = [Entry((row, 0, row, _KIND), words, replace(_BOLD, align="right"))]
    for place in range(_DATES):
        hours = found.hours[place] if place < len(found.hours) else 0
        value: Value = hours_of(hours) if hours else None
        entries.append(Entry((row, _FIRST + place, row, _FIRST + place), value, _CELL))
    for at, (column, figure) in enumerate(zip(sheet.columns, found.figures, strict=True), _FIGURES):
        entries.append(Entry((row, at, row, at), _figure(figure, column), _BOLD))
    return entries


def _under(sheet: FormSheet, row: int) -> list[Entry]:
    """Legend, corrections, and lines to sign on."""
    last = _FIGURES + len(sheet.columns) - 1
    words = (sheet.legend, *sheet.corrections, "")
    entries = [Entry((row + at, 0, row + at, last), each, _PLAIN) for at, each in enumerate(words)]
    row += len(words)
    blank = "\N{LOW LINE}" * 40
    for at, each in enumerate(sheet.signatures):
        entries.append(Entry((row + at, 0, row + at, last), f"{each} {blank}", _PLAIN))
    return entries
