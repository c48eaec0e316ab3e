"""Says who changed a row meanwhile, when, and to what (SEC-09)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_state

from openblock.errors import KnownError
from openblock.storage.acts import plain_values
from openblock.storage.audit import CHANGED, audit_row, audit_subject
from openblock.storage.capture import as_logged

Edited = tuple[type[Any], tuple[Any, ...], object]


def who_changed(session: Session, row: object) -> Mapping[str, object]:
    """``who``, ``when`` (aware UTC or None) and ``theirs``, the row's values stored now.

    What the log masks is masked in ``theirs`` too.
    """
    mapper = instance_state(row).mapper
    identity = "/".join(map(str, mapper.primary_key_from_instance(row)))
    return {
        **_last_change(session, mapper.tables[0].name, identity),
        "theirs": {key: as_logged(row, key, value) for key, value in plain_values(row).items()},
    }


def of_stale(session: Session, edited: Iterable[Edited]) -> KnownError:
    """The refusal for a save that met another version; the session has rolled back its flush."""
    Session.rollback(session)
    session.expunge_all()
    for kind, identity, seen in edited:
        row = session.get(kind, identity)
        if row is None:
            table = inspect(kind).tables[0].name
            found = _last_change(session, table, "/".join(map(str, identity)))
            return KnownError("changed-meanwhile", **found, theirs=None)
        if row.version != seen:
            return KnownError("changed-meanwhile", **who_changed(session, row))
    return KnownError("changed-meanwhile", who="", when=None, theirs=None)


def _last_change(session: Session, table: str, identity: str) -> dict[str, object]:
    last = (
        select(audit_row.c.actor, audit_row.c.at)
        .join(audit_subject, audit_subject.c.number == audit_row.c.number)
        .where(
            audit_subject.c.subject_type == table,
            audit_subject.c.subject_id == identity,
            audit_subject.c.link == CHANGED,
        )
        .order_by(audit_row.c.number.desc())
        .limit(1)
    )
    found = session.execute(last).first()
    return {"who": found.actor if found else "", "when": found.at if found else None}
