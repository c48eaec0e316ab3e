"""Reads the log of who did and saw what, for the screen and for an export."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from openblock.storage.audit import ABOUT, audit_row, audit_subject

_row = audit_row.c
_link = audit_subject.c


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which rows: from an instant (inclusive) until another (exclusive), whose, what, about whom.

    ``operation`` also matches a whole feature written ``"roster."``; ``subject`` is
    ``("officer", "5")`` and finds rows about it as well as changes of that stored row.
    ``before`` continues a list downwards from a row number.
    """

    since: datetime | None = None
    until: datetime | None = None
    account_id: int | None = None
    actor: str = ""
    operation: str = ""
    subject: tuple[str, str] | None = None
    before: int | None = None
    limit: int = 500


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log; ``changes`` are old and new values row by row (SEC-02)."""

    number: int
    at: datetime
    account_id: int | None
    actor: str
    role: str
    workstation: str
    operation: str
    purpose: str
    reason: str
    recipient: str
    subjects: tuple[tuple[str, str], ...]
    changes: tuple[Mapping[str, Any], ...]
    details: Mapping[str, Any]
    mac: str


def log_rows(session: Session, wanted: LogFilter | None = None) -> tuple[LogRow, ...]:
    """The newest rows first, at most ``wanted.limit`` of them."""
    found = session.execute(_selection(wanted or LogFilter())).all()
    subjects = _subjects(session, [row.number for row in found])
    return tuple(
        LogRow(
            row.number,
            row.at,
            row.account_id,
            row.actor,
            row.role,
            row.workstation,
            row.operation,
            row.purpose,
            row.reason,
            row.recipient,
            tuple(subjects.get(row.number, ())),
            tuple(json.loads(row.changes)),
            json.loads(row.details),
            row.mac,
        )
        for row in found
    )


def operations(session: Session) -> tuple[str, ...]:
    """Every operation that occurs in the log, sorted, for the filter."""
    return tuple(sorted(session.scalars(select(_row.operation).distinct())))


def as_records(rows: Iterable[LogRow]) -> list[dict[str, str]]:
    """The rows as text by column, for a CSV or XLSX file; instants in ISO form, UTC."""
    return [
        {
            "number": str(row.number),
            "at": row.at.isoformat(),
            "account": "" if row.account_id is None else str(row.account_id),
            "actor": row.actor,
            "role": row.role,
            "workstation": row.workstation,
            "operation": row.operation,
            "purpose": row.purpose,
            "reason": row.reason,
            "recipient": row.recipient,
            "subjects": " ".join(f"{kind}:{identity}" for kind, identity in row.subjects),
            "changes": json.dumps(list(row.changes), ensure_ascii=False, sort_keys=True),
            "details": json.dumps(dict(row.details), ensure_ascii=False, sort_keys=True),
            "mac": row.mac,
        }
        for row in rows
    ]


def _selection(wanted: LogFilter) -> Select[Any]:
    chosen = select(audit_row).order_by(_row.number.desc()).limit(wanted.limit)
    if wanted.since is not None:
        chosen = chosen.where(_row.at >= wanted.since)
    if wanted.until is not None:
        chosen = chosen.where(_row.at < wanted.until)
    if wanted.account_id is not None:
        chosen = chosen.where(_row.account_id == wanted.account_id)
    if wanted.before is not None:
        chosen = chosen.where(_row.number < wanted.before)
    return _by_words(chosen, wanted)


def _by_words(chosen: Select[Any], wanted: LogFilter) -> Select[Any]:
    if wanted.actor:
        chosen = chosen.where(_row.actor == wanted.actor)
    if wanted.operation.endswith("."):
        chosen = chosen.where(_row.operation.startswith(wanted.operation, autoescape=True))
    elif wanted.operation:
        chosen = chosen.where(_row.operation == wanted.operation)
    if wanted.subject is not None:
        kind, identity = wanted.subject
        about = select(_link.number).where(_link.subject_type == kind, _link.subject_id == identity)
        chosen = chosen.where(_row.number.in_(about))
    return chosen


def _subjects(session: Session, numbers: list[int]) -> dict[int, list[tuple[str, str]]]:
    """Whose data each row is about, by row number."""
    found: dict[int, list[tuple[str, str]]] = {}
    named = select(audit_subject).where(_link.number.in_(numbers), _link.link == ABOUT)
    for link in session.execute(named.order_by(_link.subject_type, _link.subject_id)):
        found.setdefault(link.number, []).append((link.subject_type, link.subject_id))
    return found
