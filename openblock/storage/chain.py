"""Verifies the log: every row against the keyed chain, and the chain against kept heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

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
    for row, links in _rows_with_links(connection):
        rows += 1
        if not broken and row.number != before.number + 1:
            findings.append(Problem("audit-row-missing", facts={"number": before.number + 1}))
            broken = True
        elif not broken and mac_of(key, before.mac, row._mapping, links) != row.mac:  # noqa: SLF001
            findings.append(Problem("audit-row-altered", facts={"number": row.number}))
            broken = True
        if any(not row.mac.startswith(mac) for mac in kept.pop(row.number, ())):
            findings.append(Problem("audit-anchor-differs", facts={"number": row.number}))
        before = Head(row.number, row.mac)
    for number in sorted(kept):
        code = "audit-tail-cut" if number > before.number else "audit-row-missing"
        findings.append(Problem(code, facts={"number": number, "last": before.number}))
    return Verdict(before, rows, tuple(findings))


def _rows_with_links(connection: Connection) -> Iterator[tuple[Any, list[tuple[str, str, str]]]]:
    """Every row in order with its subjects; links that belong to no row come with the next one."""
    streaming = connection.execution_options(yield_per=_BATCH)
    links = iter(
        streaming.execute(
            select(audit_subject).order_by(
                audit_subject.c.number,
                audit_subject.c.link,
                audit_subject.c.subject_type,
                audit_subject.c.subject_id,
            )
        )
    )
    waiting = next(links, None)
    for row in streaming.execute(select(audit_row).order_by(audit_row.c.number)):
        own = []
        while waiting is not None and waiting.number <= row.number:
            own.append((waiting.link, waiting.subject_type, waiting.subject_id))
            waiting = next(links, None)
        yield row, own
