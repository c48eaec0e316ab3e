"""Whatever bytes come: a table, or a refusal with its reason; never anything else."""

from __future__ import annotations

import csv
import io
import os
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from openblock.errors import KnownError
from openblock.importing.cells import Unreadable
from openblock.importing.doubtful import refuse_doubtful
from openblock.importing.export import write_csv, write_xlsx
from openblock.importing.preview import Outcome
from tests.importing.samples import BLANK, intake, previewed

# A few at every run; OPENBLOCK_CASES=10000 for the long one.
CASES = int(os.environ.get("OPENBLOCK_CASES", "60"))
QUICK = settings(max_examples=CASES, deadline=None)
NASTY = st.sampled_from(
    (
        *("", "K1", "k1", "Šķēle", "22.11.2026", "31.02.2026", "jā", "=1+1", "\x00", '"', "\r"),
        *("\n", "x" * 200, "1. maiņa", "\ufeff", "\u202e", "-", "9" * 30, "1e400", "nan", "'=x"),
    )
)
TABLES = st.lists(st.lists(NASTY | st.text(max_size=12), max_size=8), max_size=12)
HEADS = st.lists(st.sampled_from(["Kods", "Nosaukums", "Diena", "Skaits", "Atvērts", "", "X"]))


def outcome_of(content: bytes, name: str = "file.csv") -> str:
    """What became of the file: the code it was refused with, or ``read``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            found = previewed(path)
        except KnownError as refusal:
            return refusal.code
    for row in found.rows:
        errors = [fault for fault in row.faults if fault.is_error]
        assert (row.outcome is Outcome.FAULTY) == bool(errors)
        assert all(fault.row == row.number for fault in row.faults)
    codes = [row.values["code"].casefold() for row in found.to_write]
    assert len(codes) == len(set(codes)), "one identity would be written twice"
    return "read"


@QUICK
@given(
    HEADS,
    TABLES,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1257"]),
    st.sampled_from([";", ",", "\t", "|"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONE]),
    st.sampled_from(["\r\n", "\n", "\r"]),
)
def test_any_table_in_any_dress_is_read_or_refused(head, rows, encoding, delimiter, quoting, end):
    page = io.StringIO(newline="")
    writer = csv.writer(
        page, delimiter=delimiter, quoting=quoting, lineterminator=end, escapechar="\\"
    )
    try:
        writer.writerows([["Kods", *head], *rows])
    except csv.Error:
        reject()  # without quotes not everything can be written
    outcome_of(page.getvalue().encode(encoding, errors="replace"))


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    outcome_of(content)


@QUICK
@given(st.binary(max_size=200), st.integers(0, 10_000), st.booleans())
def test_a_damaged_workbook_is_read_or_refused(noise, at, cut):
    packed = workbook()
    at %= len(packed)
    outcome_of(packed[:at] + noise + (b"" if cut else packed[at + len(noise) :]), "file.xlsx")


@QUICK
@given(st.binary(max_size=60), st.integers(0, 100_000))
def test_a_workbook_with_a_damaged_sheet_inside_is_read_or_refused(noise, at):
    part = "xl/worksheets/sheet1.xml"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry.filename)
            if entry.filename == part:
                cut = at % len(data)
                data = data[:cut] + noise + data[cut + len(noise) :]
            new.writestr(entry.filename, data)
    outcome_of(out.getvalue(), "file.xlsx")


def workbook() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        rows = [("K1", "Šķēle", date(2026, 11, 2), 3, "jā"), ("K2", "x", None, None, "nē")]
        write_xlsx(path, ("Kods", "Nosaukums", "Diena", "Skaits", "Atvērts"), rows, sheet="S")
        return path.read_bytes()


def is_meant(text: str) -> bool:
    """Two apostrophes alone are a ditto mark, which an import asks about instead of guessing."""
    try:
        refuse_doubtful(text)
    except Unreadable:
        return False
    return True


THINGS = st.lists(
    st.fixed_dictionaries(
        {
            "code": st.text("ABCdef'=+-@012 ", min_size=1, max_size=10).filter(
                lambda text: text == " ".join(text.split()) and is_meant(text)
            ),
            "name": st.sampled_from(["", "Šķēle", "=1+1", "'=x", "-", "a;b", '"q"', "1"]),
            "day": st.dates(date(1950, 1, 1), date(2100, 1, 1)),
            "count": st.none() | st.integers(1, 9),
            "open": st.booleans(),
        }
    ),
    unique_by=lambda thing: thing["code"].casefold(),
    max_size=6,
)


@QUICK
@given(THINGS, st.sampled_from(["csv", "xlsx"]))
def test_what_is_exported_is_imported_as_it_was(things, kind):
    head = ("Kods", "Nosaukums", "Diena", "Skaits", "Atvērts")
    rows = [
        (each["code"], each["name"], each["day"], each["count"], "jā" if each["open"] else "nē")
        for each in things
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list.{kind}"
        if kind == "csv":
            write_csv(path, head, rows)
        else:
            write_xlsx(path, head, rows, sheet="S")
        found = previewed(path, intake([{**BLANK, **each} for each in things]))
    assert found.faults == ()
    assert [row.outcome for row in found.rows] == [Outcome.UNCHANGED] * len(things)
