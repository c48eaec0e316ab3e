"""Verifies the log: every row against the keyed chain, and the chain against kept heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from openblock.errors import Problem
from openblock.storage.acts import Head
from openblock.storage.audit import NO_HEAD, audit_row, audit_subject, mac_of

_BATCH = 1000
_END = (float("inf"),)
MISSING, ALTERED = "audit-row-missing", "audit-row-altered"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the log is worth: the head found, the number of rows, and the first thing wrong."""

    head: Head
    rows: int
    findings: tuple[Problem, ...]


def verify(connection: Connection, key: bytes, anchors: Iterable[Head] = ()) -> Verdict:
    """Check the whole log with the chain key; ``anchors`` are heads kept outside the file.

    An anchor's mac may be the short form printed on a sheet. Findings, each with ``number``:
    "audit-row-missing" (removed), "audit-row-altered" (changed, reordered or inserted; the
    first one), "audit-tail-cut" (also ``last``), "audit-anchor-differs".
    """
    kept: dict[int, list[str]] = {}
    for anchor in anchors:
        kept.setdefault(anchor.number, []).append(anchor.mac.lower())
    kept.pop(0, None)
    before, rows, broken = NO_HEAD, 0, False
    findings: list[Problem] = []
    for (*values, mac), links in _rows_with_links(connection):
        rows += 1
        number = values[0]
        if not broken:
            code = _fault(key, before, values, links, mac)
            broken = bool(code)
            named = before.number + 1 if code == MISSING else number
            findings += [Problem(code, facts={"number": named})] if code else []
        if number in kept and not all(map(mac.startswith, kept.pop(number))):
            findings.append(Problem("audit-anchor-differs", facts={"number": number}))
        before = Head(number, mac)
    for number in sorted(kept):
        code = "audit-tail-cut" if number > before.number else MISSING
        findings.append(Problem(code, facts={"number": number, "last": before.number}))
    return Verdict(before, rows, tuple(findings))


def _fault(key: bytes, before: Head, values: list[Any], links: list[Any], mac: str) -> str:
    """What is wrong with the row that follows ``before``; "" when nothing is."""
    if values[0] != before.number + 1:
        return MISSING
    try:
        return "" if mac_of(key, before.mac, values, links) == mac else ALTERED
    except TypeError:
        return ALTERED  # a column holds what no text is


def _rows_with_links(connection: Connection) -> Iterator[tuple[tuple[Any, ...], list[Any]]]:
    """Every row in order with its subjects; links that belong to no row come with the next one.

    Read past SQLAlchemy: the text of an instant is what was hashed, and a log of ten years has
    a million rows.
    """
    links = _streamed(connection, audit_subject, " WHERE typeof(number) = 'integer'")
    waiting = next(links, _END)
    for row in _streamed(connection, audit_row):
        own, number = [], row[0]
        while waiting[0] <= number:
            own.append(waiting[1:])
            waiting = next(links, _END)
        yield row, own


def _streamed(connection: Connection, table: Table, where: str = "") -> Iterator[tuple[Any, ...]]:
    names = ", ".join(column.name for column in table.columns)
    order = ", ".join(column.name for column in table.primary_key)
    cursor = connection.connection.cursor()
    cursor.arraysize = _BATCH
    cursor.execute(
        f"SELECT {names} FROM {table.name}{where} ORDER BY {order}"  # noqa: S608 - our own names
    )
    while batch := cursor.fetchmany():
        yield from batch
