"""Copies the open file through the backup interface only, and proves what a copy is worth."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from openblock.errors import StorageTrouble
from openblock.storage.acts import Head
from openblock.storage.audit import NO_HEAD
from openblock.storage.cipher import APPLICATION_ID, connect, trouble_of
from openblock.storage.place import sync_file


@dataclass(frozen=True, slots=True)
class Live:
    """An open file: its engine, where it is, and its key."""

    engine: Engine
    path: Path
    dek: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its last log row, its schema version, its rows by table."""

    head: Head
    schema: int
    rows: Mapping[str, int]


def copy_into(open_file: Live, target: Path) -> Content:
    """Copy the open file as of one moment into ``target`` (new), written through to the disk.

    Whoever writes meanwhile is not kept waiting. Raises the driver's errors and OSError; what
    ``target`` is then is of no use.
    """
    source = open_file.engine.raw_connection()
    try:
        live: Any = source.driver_connection
        live.execute("PRAGMA query_only=ON")
        live.execute("BEGIN")
        try:
            content = _content(live)
            copy = connect(target, open_file.dek, mode="rwc")
            try:
                live.backup(copy)
                # One closed file without companions can be carried away on a stick.
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
        finally:
            live.execute("ROLLBACK")
    finally:
        source.close()
    sync_file(target)
    return content


def demand_sound(open_file: Live) -> None:
    """Refuse to go on with a live file whose pages do not hold together.

    Raises StorageTrouble "file-damaged".
    """
    try:
        with closing(open_file.engine.raw_connection()) as source:
            live: Any = source.driver_connection
            sound = live.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except (driver.Error, DBAPIError) as error:
        raise trouble_of(error, open_file.path) or error from error
    if not sound:
        raise StorageTrouble("file-damaged", path=str(open_file.path))


def prove_copy(path: Path, dek: bytes) -> Content:
    """What the closed copy at ``path`` holds, every page of it read and authenticated.

    Raises StorageTrouble "backup-damaged" when it is not whole.
    """
    try:
        copy = connect(path, dek, mode="ro")
        try:
            sound = (
                copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
                and copy.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
                and not copy.execute("PRAGMA cipher_integrity_check").fetchall()
            )
            content = _content(copy)
        finally:
            copy.close()
    except driver.Error as error:
        raise StorageTrouble("backup-damaged", path=str(path)) from error
    if not sound:
        raise StorageTrouble("backup-damaged", path=str(path))
    return content


def digest(path: Path) -> str:
    """The SHA-256 of a closed file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _content(connection: Any) -> Content:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
    ).fetchall()
    names = [name for (name,) in tables]
    rows = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in names
    }
    head = None
    if "audit_row" in names:
        head = connection.execute(
            "SELECT number, mac FROM audit_row ORDER BY number DESC LIMIT 1"
        ).fetchone()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return Content(Head(*head) if head else NO_HEAD, version, rows)
