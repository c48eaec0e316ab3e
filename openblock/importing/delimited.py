"""CSV as it comes: encoding, delimiter and quoting found out, NULs and ragged rows survived."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from openblock.errors import KnownError
from openblock.importing.cells import ROWS_BETWEEN_TELLING, Row, Tell, is_empty
from openblock.importing.formulas import without_guard

DELIMITERS = (";", ",", "\t")
MOST_COLUMNS = 1_000
_ROWS_TO_GUESS_FROM = 40
_DECLARED = re.compile(r"sep=([;,\t|])\r?\n?\Z", re.IGNORECASE)
_LARGEST_CELL = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Delimited:
    """The rows of a CSV file, and how it had to be read."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_delimited(data: bytes, *, most_rows: int, tell: Tell) -> Delimited:
    """The rows of ``data`` that are not empty.

    KnownError ``import-encoding-unknown`` with the row and place of the first such byte,
    ``import-too-many-rows``, ``import-too-many-columns``, ``import-not-a-table``.
    """
    text, encoding = decoded(data)
    # A cell of 10 MB is refused with its row and column later, not here with the whole file.
    csv.field_size_limit(_LARGEST_CELL)
    delimiter, skipped = _declared_delimiter(text)
    delimiter = delimiter or guess_delimiter(text)
    rows: list[Row] = []
    lines = max(text.count("\n"), text.count("\r"), 1)
    for number, cells in enumerate(_records(text, delimiter), 1):
        if number % ROWS_BETWEEN_TELLING == 0:
            tell(min(number, lines), lines)
        if number <= skipped or all(map(is_empty, cells)):
            continue
        if len(cells) > MOST_COLUMNS:
            raise KnownError("import-too-many-columns", row=number, limit=MOST_COLUMNS)
        rows.append(Row(number, tuple(map(without_guard, cells))))
        # One row more than allowed is the heading's.
        if len(rows) > most_rows + 1:
            raise KnownError("import-too-many-rows", limit=most_rows)
    return Delimited(tuple(rows), encoding, delimiter)


def decoded(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the encoding it was in: UTF-8, UTF-16 (by its mark), Windows-1257.

    A UTF-8 file with a few broken bytes stays UTF-8: each broken byte becomes U+FFFD, and the
    cell it stands in is refused by row and column instead of every name turning into rubbish.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    unmarked = _unmarked_utf16(data[:2000])
    if unmarked:
        return data.decode(unmarked, errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        patched = data.decode("utf-8-sig", errors="replace")
    broken = patched.count("\ufffd")
    # Counted by the codec: of a hundred megabytes no sign is looked at by Python itself.
    sound = len(patched) - len(patched.encode("ascii", "ignore")) - broken
    if sound > 4 * broken:
        return patched, "UTF-8"
    try:
        return data.decode("cp1257"), "Windows-1257"
    except UnicodeDecodeError as unknown:
        row = data.count(b"\n", 0, unknown.start) + 1
        raise KnownError(
            "import-encoding-unknown", row=row, byte=f"0x{data[unknown.start]:02X}"
        ) from unknown


def _unmarked_utf16(start: bytes) -> str:
    """The codec of UTF-16 that lacks its mark: Latin text then is every other byte a NUL."""
    half = len(start) // 2
    for codec, nuls in (("utf-16-le", start[1::2]), ("utf-16-be", start[0::2])):
        others = start[0::2] if codec == "utf-16-le" else start[1::2]
        if half > 4 and nuls.count(0) > 0.6 * half and others.count(0) < 0.1 * half:
            return codec
    return ""


def _declared_delimiter(text: str) -> tuple[str, int]:
    """The delimiter of a first line ``sep=;`` as Excel writes it, and the rows it takes."""
    declared = _DECLARED.match(text[: text.find("\n") + 1 or len(text)])
    return (declared.group(1), 1) if declared else ("", 0)


def guess_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the most columns of the most equal number."""

    def fit(delimiter: str) -> tuple[float, int]:
        # Most files settle it early; a row with a giant cell must not be cut three times whole.
        start = islice(_records(text[:200_000], delimiter), _ROWS_TO_GUESS_FROM)
        widths = Counter(len(cells) for cells in start if cells)
        wide = {width: times for width, times in widths.items() if width > 1}
        if not wide:
            return (0.0, 0)
        width, times = max(wide.items(), key=lambda found: (found[1], found[0]))
        return (times / widths.total(), width)

    return max(DELIMITERS, key=fit)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as trouble:
        raise KnownError("import-not-a-table", row=reader.line_num) from trouble
