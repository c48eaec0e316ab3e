"""How an import reads: outcomes, counts, values old and new, and how the file was read."""

from __future__ import annotations

from datetime import date, datetime

from openblock.i18n import _, format_day, n_
from openblock.importing.cells import Broken, Cell
from openblock.importing.columns import heading_of
from openblock.importing.preview import Fault, Outcome, Preview
from openblock.importing.table import Table


def outcome_words(outcome: Outcome) -> str:
    """What would become of a row."""
    return {
        Outcome.NEW: _("new"),
        Outcome.CHANGED: _("changes"),
        Outcome.UNCHANGED: _("as stored"),
        Outcome.FAULTY: _("faulty"),
    }[outcome]


def count_words(outcome: Outcome | None, number: int) -> str:
    """A count in words, for a filter button."""
    if outcome is None:
        return n_("{number} row", "{number} rows", number)
    return {
        Outcome.NEW: lambda: n_("{number} new", "{number} new", number),
        Outcome.CHANGED: lambda: n_("{number} changes", "{number} change", number),
        Outcome.UNCHANGED: lambda: n_("{number} as stored", "{number} as stored", number),
        Outcome.FAULTY: lambda: n_("{number} faulty", "{number} faulty", number),
    }[outcome]()


def doing_words(preview: Preview) -> str:
    """What the button would do, on the button."""
    number = len(preview.to_write)
    if not number:
        return _("Nothing to import")
    return n_("Import {number} row", "Import {number} rows", number)


def place_words(fault: Fault) -> str:
    """Where a fault is: C “Uzvārds”, or the whole row."""
    if fault.place is None:
        return _("whole row")
    if not fault.heading:
        return fault.letter
    return _("{letter} “{heading}”").format(letter=fault.letter, heading=fault.heading)


def value_words(value: object) -> str:
    """A value as a person reads it; a dash for nothing."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{format_day(value.date())} {value:%H:%M}"
    if isinstance(value, date):
        return format_day(value)
    return str(value) if value not in (None, "") else "\N{EN DASH}"


def cell_words(cell: Cell) -> str:
    """A cell as the file has it, short enough for a table."""
    if isinstance(cell, Broken):
        return "?"
    return value_words(cell) if isinstance(cell, date) else heading_of(cell)


def reading_words(table: Table) -> str:
    """How the file was read: encoding and separator, or the sheet."""
    if not table.delimiter:
        return _("Excel workbook")
    named = {";": _("semicolon"), ",": _("comma"), "\t": _("tab")}
    separator = named.get(table.delimiter, table.delimiter)
    return _("CSV, {encoding}, separated by {separator}").format(
        encoding=table.encoding, separator=separator
    )
