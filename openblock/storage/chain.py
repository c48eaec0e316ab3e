"""Verifies the log: every row against the keyed chain, and the chain against kept heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from openblock.errors import Problem
from openblock.storage.acts import Head
from openblock.storage.audit import NO_HEAD, audit_row, audit_subject, mac_of

_BATCH = 5000


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
    before, rows, broken, findings = NO_HEAD, 0, False, []
    for (*values, mac), links in _rows_with_links(connection):
        rows += 1
        number = values[0]
        if not broken and number != before.number + 1:
            findings.append(Problem("audit-row-missing", facts={"number": before.number + 1}))
            broken = True
        elif not broken and mac_of(key, before.mac, values, links) != mac:
            findings.append(Problem("audit-row-altered", facts={"number": number}))
            broken = True
        if any(not mac.startswith(anchor) for anchor in kept.pop(number, ())):
            findings.append(Problem("audit-anchor-differs", facts={"number": number}))
        before = Head(number, mac)
    for number in sorted(kept):
        code = "audit-tail-cut" if number > before.number else "audit-row-missing"
        findings.append(Problem(code, facts={"number": number, "last": before.number}))
    return Verdict(before, rows, tuple(findings))


def _rows_with_links(connection: Connection) -> Iterator[tuple[Any, list[Any]]]:
    """Every row in order with its subjects; links that belong to no row come with the next one.

    Read past SQLAlchemy's types: the text of an instant is what was hashed, and a log of ten
    years has a million rows.
    """
    links = iter(_streamed(connection, audit_subject))
    waiting = next(links, None)
    for row in _streamed(connection, audit_row):
        own = []
        while waiting is not None and waiting[0] <= row[0]:
            own.append(waiting[1:])
            waiting = next(links, None)
        yield row, own


def _streamed(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(column.name for column in table.columns)
    order = ", ".join(column.name for column in table.primary_key)
    found = connection.exec_driver_sql(
        f"SELECT {names} FROM {table.name} ORDER BY {order}"  # noqa: S608 - our own names
    )
    for batch in found.partitions(_BATCH):
        yield from map(tuple, batch)
