"""Makes and opens the block's encrypted file, refusing everything that is not exactly that."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from openblock.errors import StorageTrouble
from openblock.storage.cipher import APPLICATION_ID, PAGE, PLAIN_HEADER, code_at, connect
from openblock.storage.keys import proves
from openblock.storage.place import is_network_share, sync_folder

# Reading a file that SQLite has open in this process drops SQLite's own locks on it when the
# second handle closes (POSIX), so the bytes are looked at only while nobody has it open here.
_open_here: Counter[str] = Counter()


def create_file(path: Path, dek: bytes) -> None:
    """Make an empty encrypted file of ours at ``path``, which must not exist yet.

    ``dek`` is the raw 32-byte key. Raises StorageTrouble "file-exists", "network-share",
    "file-missing" (no such folder), "disk-full", "cipher-missing", "sqlite-too-old".
    """
    if path.exists():
        raise StorageTrouble("file-exists", path=str(path))
    if is_network_share(path.parent):
        raise StorageTrouble("network-share", path=str(path))
    unfinished = path.with_name(path.name + ".tmp")
    unfinished.unlink(missing_ok=True)
    try:
        _write_empty(unfinished, dek)
        if _first_bytes(unfinished) == PLAIN_HEADER:
            raise StorageTrouble("cipher-missing")
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_empty(path: Path, dek: bytes) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = connect(path, dek, mode="rwc")
    except (OSError, driver.Error) as error:
        raise _worded(error, path) from error
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    except driver.Error as error:
        raise _worded(error, path) from error
    finally:
        connection.close()


def open_file(
    path: Path, dek: bytes, *, newest: int | None = None, foreign_keys: bool = True
) -> Engine:
    """An engine on the file at ``path``, opened with the raw 32-byte key, or a refusal.

    ``newest`` is the highest schema version this programme knows. Close it with
    :func:`close_engine`. Raises StorageTrouble: file-missing, file-empty, file-not-encrypted,
    file-not-ours, file-newer, file-damaged, wrong-key, file-read-only, file-busy, disk-full,
    network-share, cipher-missing, sqlite-too-old.
    """
    _look_from_outside(path)
    try:
        connection = connect(path, dek)
        try:
            _look_inside(connection, path, newest)
        finally:
            connection.close()
    except driver.Error as error:
        raise _worded(error, path, dek) from error
    return _engine(path, lambda: connect(path, dek, foreign_keys=foreign_keys))


def close_engine(engine: Engine, path: Path) -> None:
    """Close every connection of ``engine``; from here on the file's bytes may be looked at."""
    engine.dispose()
    _open_here[str(path.resolve())] -= 1


def is_open_here(path: Path) -> bool:
    """Whether this process has an engine on the file."""
    return _open_here[str(path.resolve())] > 0


def schema_version(engine: Engine) -> int:
    """The number of the last migration the open file has been through (0: none yet)."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER))


def _look_from_outside(path: Path) -> None:
    if not path.is_file():
        raise StorageTrouble("file-missing", path=str(path))
    if is_network_share(path):
        raise StorageTrouble("network-share", path=str(path))
    if path.stat().st_size == 0:
        raise StorageTrouble("file-empty", path=str(path))
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StorageTrouble("file-read-only", path=str(path))
    if not is_open_here(path) and _first_bytes(path) == PLAIN_HEADER:
        raise StorageTrouble("file-not-encrypted", path=str(path))
    if path.stat().st_size < PAGE:
        # SQLite takes a file shorter than a page for a new and empty database.
        raise StorageTrouble("file-damaged", path=str(path))


def _look_inside(connection: Any, path: Path, newest: int | None) -> None:
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StorageTrouble("file-not-ours", path=str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if newest is not None and version > newest:
        raise StorageTrouble("file-newer", path=str(path), found=version, known=newest)
    if connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":  # pragma: no cover
        # A file system without shared memory, which we have none of to test on.
        raise StorageTrouble("file-read-only", path=str(path))


def _engine(path: Path, creator: Callable[[], Any]) -> Engine:
    engine = create_engine("sqlite://", module=driver, creator=creator, poolclass=QueuePool)
    _open_here[str(path.resolve())] += 1

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes the lock before it looks, so what it checked still holds when it writes.
        readonly = bool(connection.get_execution_options().get("readonly"))
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if readonly else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return engine


def _worded(error: BaseException, path: Path, dek: bytes | None = None) -> BaseException:
    """The trouble behind ``error``; a key the key file vouches for cannot be the wrong one."""
    if isinstance(error, OSError):
        code = {errno.ENOSPC: "disk-full", errno.ENOENT: "file-missing"}.get(
            error.errno or 0, "file-read-only"
        )
    else:
        code = code_at(error, path)
    if code == "wrong-key" and dek is not None and proves(path, dek):
        code = "file-damaged"
    return StorageTrouble(code, path=str(path)) if code else error
