"""A list of 500 residents of whom 37 are wrong, each in its own way, as spreadsheets make them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from openblock.features.residents.rules.personal_code import check_digit, shown_code

HEAD = (
    *("Uzvārds", "Vārds", "Personas kods", "Dzimšanas datums", "Dzimums"),
    *("Uzņemts", "Uzņemts no", "Soda sākums", "Soda beigas", "Vajadzības"),
)
ROWS = 500
FIRST_ROW = 4  # under a title, an empty line and the headings
_GIVEN = ("Jānis", "Anna", "Pēteris", "Līga", "Andris", "Ilze", "Mārtiņš", "Kristīne", "Ēriks")
_STEMS = ("Bērz", "Kalniņ", "Ozol", "Liep", "Krūmiņ", "Egl", "Zariņ", "Ķēniņ", "Čakst", "Šmit")


def code(number: int) -> str:
    """A personal code of the new form whose check digit fits."""
    ten = f"32{number:08d}"
    return ten + check_digit(ten)


def good_row(number: int) -> list[Any]:
    """What an administrator's list has in one row when nothing is wrong with it."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03d}")
    admitted: Any = date(2026, 1, 5) + timedelta(days=number % 300)
    if number % 3 == 0:
        admitted = datetime.combine(admitted, datetime.min.time()) + timedelta(hours=14)
    return [
        f"{_STEMS[number % len(_STEMS)]}{letters}s",
        _GIVEN[number % len(_GIVEN)],
        shown_code(code(number)),
        date(1970, 1, 1) + timedelta(days=11 * number),
        "S" if number % 9 in {1, 3, 5, 7} else "Vīrietis",
        admitted,
        ("Jelgavas cietums", "Liepājas cietums", "")[number % 3],
        date(2025, 6, 1),
        date(2028, 2, 1) + timedelta(days=number),
        ("", "apakšējā gulta", "nesmēķētājiem, pieejama")[number % 3],
    ]


def _put(**cells: Any) -> Callable[[list[Any]], None]:
    """Replaces cells by their column's letter."""

    def change(row: list[Any]) -> None:
        for letter, value in cells.items():
            row[ord(letter) - ord("A")] = value

    return change


def _swap(row: list[Any]) -> None:
    row[0], row[1] = row[1], row[0]


def _mistyped(row: list[Any]) -> None:
    row[2] = row[2][:-1] + str((int(row[2][-1]) + 1) % 10)


#: (place in the list, what is done to the row, column letter and code it has to be told by).
FAULTS: tuple[tuple[int, Callable[[list[Any]], None], str, str], ...] = (
    (3, _put(D="31.02.1990"), "D", "cell-no-such-date"),
    (11, _put(F="2026.13.1"), "F", "cell-no-such-date"),
    (17, _put(D="27154"), "D", "cell-number-for-date"),
    (23, _put(F=46307), "F", "cell-number-for-date"),
    (31, _put(F="12.10.26"), "F", "cell-short-year"),
    (42, _put(F="03/04/2026"), "F", "cell-date-two-ways"),
    (55, _put(I="pēc gada"), "I", "cell-not-a-date"),
    (63, _put(D=datetime(1980, 5, 6, 7, 8)), "D", "cell-date-with-time"),  # noqa: DTZ001 - a cell's own
    (70, _put(I=timedelta(hours=30)), "I", "cell-duration"),
    (84, _put(F="12.10.2026 25:10"), "F", "cell-no-such-time"),
    (99, _swap, "A", "list-names-swapped"),
    (104, _swap, "A", "list-names-swapped"),
    (120, _put(C=shown_code(code(121))), "C", "import-twice"),
    (121, _put(), "C", "import-twice"),
    (140, _put(C=code(399)), "C", "import-twice"),
    (399, _put(), "C", "import-twice"),
    (155, _mistyped, "C", "personal-code-check-digit"),
    (160, _put(C=1019015267), "C", "cell-lost-zero"),
    (172, _put(C="nav zināms"), "C", "personal-code-shape"),
    (188, _put(C="161175-19997"), "C", "personal-code-other-date"),
    (195, _put(C="1613751999" + check_digit("1613751999")), "C", "personal-code-date"),
    (210, _put(), "A", "cell-merged"),
    (222, _put(B='="Jā"&"nis"'), "B", "cell-formula-without-value"),
    (237, _put(A="#REF!"), "A", "cell-error"),
    (250, _put(A="Bērziņš 2"), "A", "name-sign"),
    (263, _put(A="Bērz\u200biņš"), "A", "text-not-printable"),
    (277, _put(B="\u0410nna"), "B", "cell-two-alphabets"),
    (288, _put(A="Bērziņa".encode().decode("cp1257")), "A", "cell-garbled"),
    (301, _put(G="-//-"), "G", "cell-ditto"),
    (315, _put(A=None), "A", "text-missing"),
    (333, _put(E="X"), "E", "cell-not-one-of"),
    (350, _put(G="Jelgava"), "G", "list-prison-unknown"),
    (366, _put(J="balkons"), "J", "cell-not-one-of"),
    (381, _put(F=None), "F", "list-no-arrival"),
    (420, _put(C=None, D=None), "D", "list-unrecognisable"),
    (444, _put(I=date(2024, 1, 1)), "I", "sentence-ends-before-start"),
    (490, _put(D=date(2010, 1, 1)), "D", "resident-under-age"),
)


def rows(*, wrong: bool = True) -> list[list[Any]]:
    """All rows of the list, those of FAULTS spoilt."""
    made = [good_row(number) for number in range(ROWS)]
    for place, spoil, _letter, _code in FAULTS if wrong else ():
        spoil(made[place])
    return made


def wanted() -> dict[int, tuple[str, str]]:
    """Column and code of each wrong row, by the number a spreadsheet shows beside it."""
    return {FIRST_ROW + place: (letter, told) for place, _spoil, letter, told in FAULTS}


def workbook(path: Path) -> Path:
    """The list as a workbook whose first sheet is empty, with a title and two merged names."""
    book = Workbook()
    sheet = book.create_sheet("Saraksts")
    sheet.append(["Iemītnieku saraksts"])
    sheet.merge_cells("A1:J1")
    sheet.append([])
    sheet.append(HEAD)
    for row in rows():
        sheet.append(row)
    for place, _spoil, _letter, told in FAULTS:
        if told == "cell-merged":
            # The name above it covers this one, as where two rows are taken for one family.
            sheet.merge_cells(f"A{FIRST_ROW + place - 1}:A{FIRST_ROW + place}")
    book.save(path)
    return path


def csv_text(*, wrong: bool) -> str:
    """The list as text, days written as in Latvia."""
    lines = [";".join(map(_written, row)) for row in (HEAD, *rows(wrong=wrong))]
    return "\n".join(lines) + "\n"


def _written(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else str(value)
