"""Heads of the log that were kept outside the file, against which a cut tail shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from openblock.storage.acts import Head
from openblock.storage.audit import audit_row
from openblock.storage.backup import list_backups
from openblock.storage.store import Store

RESTORE = "restore"


def backup_heads(store: Store, folder: Path) -> tuple[Head, ...]:
    """The heads that the genuine backups of this file in ``folder`` tell of.

    After a restore the log goes on from an older head. The heads of backups taken before it are
    then another branch from the restored row on, and prove nothing about this one.
    """
    restores = _restores(store)
    return tuple(
        each.head
        for each in list_backups(folder, store.dek)
        if all(
            each.head.number < number
            for number, moment in restores.items()
            if each.taken_at < moment
        )
    )


def _restores(store: Store) -> Mapping[int, datetime]:
    """When the file was restored, by the number of the row that says so."""
    asked = select(audit_row.c.number, audit_row.c.at).where(audit_row.c.operation == RESTORE)
    readers = store.engine.execution_options(readonly=True)
    with readers.connect() as connection:
        return {row.number: row.at for row in connection.execute(asked)}
