"""A raw connection to the encrypted file, and what its error messages mean for the user."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from shutil import disk_usage
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver

from openblock.errors import StorageTrouble

OLDEST_SQLITE = (3, 51, 3)  # up to 3.51.2 a write-ahead log could be reset under a reader
PLAIN_HEADER = b"SQLite format 3\x00"
APPLICATION_ID = 0x4F424C4B  # "OBLK"
PAGE = 4096
BUSY_SECONDS = 2.0
_IO_ERROR = "disk I/O error"
_ROOM = 256 * 1024

# The driver gives no error numbers beyond the primary class, so the library's own fixed
# English sentences are what there is to tell one trouble from another.
_TROUBLES = (
    ("database or disk is full", "disk-full"),
    ("database is locked", "file-busy"),
    ("database table is locked", "file-busy"),
    ("file is not a database", "wrong-key"),
    ("file is encrypted", "wrong-key"),
    ("malformed", "file-damaged"),
    ("no such table", "file-damaged"),
    (_IO_ERROR, "file-damaged"),
    ("readonly database", "file-read-only"),
    ("unable to open database file", "file-missing"),
)


def code_of(error: BaseException) -> str:
    """The trouble code for a driver's (or SQLAlchemy's) error, or "" when it is a bug of ours."""
    said = str(getattr(error, "orig", None) or error)
    return next((code for words, code in _TROUBLES if words in said), "")


def code_at(error: BaseException, path: Path) -> str:
    """As :func:`code_of`, knowing where the file lies.

    On a full disk the library cannot make its shared memory beside the file, and calls that an
    input or output error: nobody should restore a backup over a sound file for that.
    """
    code = code_of(error)
    if code == "file-damaged" and _IO_ERROR in str(getattr(error, "orig", None) or error):
        with suppress(OSError):
            if disk_usage(path.parent).free < _ROOM:
                return "disk-full"
    return code


def trouble_of(error: BaseException, path: Path) -> StorageTrouble | None:
    """The trouble of a file opened before, or nothing when the error is a bug of ours."""
    code = code_at(error, path)
    if code == "wrong-key":  # it was the right one when the file was opened
        code = "file-damaged"
    return StorageTrouble(code, path=str(path)) if code else None


def demand_cipher(connection: Any) -> None:
    """Refuse a library that would write the data unencrypted or is known to lose it.

    ``PRAGMA key`` is silently ignored by an ordinary SQLite, which may have been loaded in the
    place of ours; only the answer to ``cipher_version`` tells.
    Raises StorageTrouble "cipher-missing" or "sqlite-too-old".
    """
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise StorageTrouble("cipher-missing")
    version = connection.execute("SELECT sqlite_version()").fetchone()[0]
    if tuple(int(part) for part in version.split(".")) < OLDEST_SQLITE:
        raise StorageTrouble(
            "sqlite-too-old", found=version, needed=".".join(map(str, OLDEST_SQLITE))
        )


def connect(path: Path, dek: bytes, *, mode: str = "rw", foreign_keys: bool = True) -> Any:
    """Open ``path`` with the raw 32-byte key; ``mode`` is SQLite's rw, rwc or ro.

    Transactions are begun by hand (isolation level None). Raises StorageTrouble as
    :func:`demand_cipher` does, and the driver's own errors otherwise.
    """
    connection = driver.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
        timeout=BUSY_SECONDS,
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{dek.hex()}'\"")
        demand_cipher(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA recursive_triggers=ON")
    except BaseException:
        connection.close()
        raise
    return connection
