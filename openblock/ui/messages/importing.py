"""Words for what a file to import cannot be, and for what is wrong with one of its cells."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _, format_number, n_
from openblock.ui.messages.facts import fact, size

Facts = Mapping[str, object]


def _whole(facts: Facts, name: str) -> int:
    return int(str(facts[name]))


# The whole file


def _file_missing(facts: Facts) -> str:
    return _("The file is not there any more: {path}. Choose it again.").format(
        path=fact(facts, "path")
    )


def _file_unreadable(facts: Facts) -> str:
    return _(
        "The file cannot be read: {path}. Close it in the other programme, or ask for the right to "
        "read it."
    ).format(path=fact(facts, "path"))


def _too_big(facts: Facts) -> str:
    return _(
        "The file is too big for a list: {size}; the most is {limit}. It was not read. Look "
        "whether it is the right one."
    ).format(size=size(_whole(facts, "size")), limit=size(_whole(facts, "limit")))


def _empty(_facts: Facts) -> str:
    return _("There is nothing in the file. Look whether it is the right one.")


def _old_workbook(_facts: Facts) -> str:
    return _(
        "This is an old Excel file (.xls), or one locked with a password. Open it in Excel and "
        "save it as .xlsx or .csv without a password."
    )


def _not_a_table(_facts: Facts) -> str:
    return _(
        "The file is no table that can be read, or it is damaged. Open it in a spreadsheet and "
        "save it as .xlsx or .csv."
    )


def _encoding_unknown(facts: Facts) -> str:
    return _(
        "In row {row} stands a byte ({byte}) of an unknown encoding. Save the file as CSV UTF-8 or "
        "as .xlsx."
    ).format(row=fact(facts, "row"), byte=fact(facts, "byte"))


def _too_many_rows(facts: Facts) -> str:
    return _("The list has more than {limit} rows. Look whether it is the right one.").format(
        limit=format_number(_whole(facts, "limit"))
    )


def _too_many_columns(facts: Facts) -> str:
    return _("Row {row} has more than {limit} columns. Look whether it is the right file.").format(
        row=fact(facts, "row"), limit=format_number(_whole(facts, "limit"))
    )


def _sheet_missing(facts: Facts) -> str:
    return _("There is no sheet “{sheet}” in the file. Choose another one.").format(
        sheet=fact(facts, "sheet")
    )


# One cell


def _missing(_facts: Facts) -> str:
    return _("Nothing is filled in here, and it is needed.")


def _too_long(facts: Facts) -> str:
    return _("The text has {length} characters; {limit} are the most.").format(
        length=format_number(_whole(facts, "length")), limit=fact(facts, "limit")
    )


def _not_printable(facts: Facts) -> str:
    return _(
        "The {place}. character ({sign}) cannot be seen or printed. Type the text again by hand."
    ).format(place=fact(facts, "place"), sign=fact(facts, "sign"))


def _undecodable(_facts: Facts) -> str:
    return _("A letter in it could not be read. Type it again and save the file as CSV UTF-8.")


def _not_text(facts: Facts) -> str:
    return _("“{shown}” is no text. Format the cell as text and type it again.").format(
        shown=fact(facts, "shown")
    )


def _number_too_long(facts: Facts) -> str:
    return _(
        "The spreadsheet keeps only 15 digits of a number ({shown}). Format the cell as text and "
        "type it again."
    ).format(shown=fact(facts, "shown"))


def _not_a_number(facts: Facts) -> str:
    return _("“{shown}” is no whole number.").format(shown=fact(facts, "shown"))


def _out_of_range(facts: Facts) -> str:
    return _("{shown} is not between {lowest} and {highest}.").format(
        **{name: fact(facts, name) for name in ("shown", "lowest", "highest")}
    )


def _not_a_date(facts: Facts) -> str:
    return _("“{shown}” is no date. Write 22.11.2026.").format(shown=fact(facts, "shown"))


def _no_such_date(facts: Facts) -> str:
    return _("“{shown}” is no day of the calendar.").format(shown=fact(facts, "shown"))


def _number_for_date(facts: Facts) -> str:
    return _(
        "A number ({shown}) stands where a date belongs. Format the cell as a date, or write "
        "22.11.2026."
    ).format(shown=fact(facts, "shown"))


def _date_with_time(facts: Facts) -> str:
    return _("A time of day stands with the date ({shown}). Write only the date.").format(
        shown=fact(facts, "shown")
    )


def _not_yes_or_no(facts: Facts) -> str:
    return _("“{shown}” is neither yes nor no. Write yes, no, or x.").format(
        shown=fact(facts, "shown")
    )


def _one_name(facts: Facts) -> str:
    return _("“{shown}” cannot be cut into a given name and a surname.").format(
        shown=fact(facts, "shown")
    )


def _error(facts: Facts) -> str:
    return _("The spreadsheet shows an error here: {shown}.").format(shown=fact(facts, "shown"))


def _duration(facts: Facts) -> str:
    return _(
        "A length of time ({shown}) stands here. Format the cell as text or as a date."
    ).format(shown=fact(facts, "shown"))


def _formula(_facts: Facts) -> str:
    return _(
        "A formula stands here whose result was not saved. Open the file in a spreadsheet, save "
        "it, and choose it again."
    )


def _merged(facts: Facts) -> str:
    return _(
        "The cell is hidden under the merged cells {range}. Unmerge them and fill in every row."
    ).format(range=fact(facts, "range"))


# One row


def _beyond(_facts: Facts) -> str:
    return _(
        "The row is longer than the headings. A separator inside a text moves all that follows it; "
        "put such a text in quotation marks."
    )


def _short(facts: Facts) -> str:
    return n_(
        "The row ends after {number} cell; what it lacks counts as empty.",
        "The row ends after {number} cells; what it lacks counts as empty.",
        _whole(facts, "cells"),
    )


def _twice(facts: Facts) -> str:
    return _(
        "“{shown}” stands in row {row} too. Which of the two is right cannot be known."
    ).format(shown=fact(facts, "shown"), row=fact(facts, "other_row"))


WORDS = {
    "cell-beyond-headings": _beyond,
    "cell-date-with-time": _date_with_time,
    "cell-duration": _duration,
    "cell-error": _error,
    "cell-formula-without-value": _formula,
    "cell-merged": _merged,
    "cell-no-such-date": _no_such_date,
    "cell-not-a-date": _not_a_date,
    "cell-not-a-number": _not_a_number,
    "cell-not-text": _not_text,
    "cell-not-yes-or-no": _not_yes_or_no,
    "cell-number-for-date": _number_for_date,
    "cell-number-out-of-range": _out_of_range,
    "cell-number-too-long": _number_too_long,
    "cell-one-name": _one_name,
    "cell-undecodable": _undecodable,
    "import-empty": _empty,
    "import-encoding-unknown": _encoding_unknown,
    "import-file-missing": _file_missing,
    "import-file-unreadable": _file_unreadable,
    "import-not-a-table": _not_a_table,
    "import-old-workbook": _old_workbook,
    "import-sheet-missing": _sheet_missing,
    "import-too-big": _too_big,
    "import-too-many-columns": _too_many_columns,
    "import-too-many-rows": _too_many_rows,
    "import-twice": _twice,
    "row-too-short": _short,
    "text-missing": _missing,
    "text-not-printable": _not_printable,
    "text-too-long": _too_long,
}
