"""Writes a PDF so that a file is either the old one or wholly the new one, never half of it."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from openblock.errors import KnownError, StorageTrouble

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` by way of a temporary file beside it.

    Raises StorageTrouble "disk-full" and KnownError "write-failed"; what stood at ``path`` is
    then untouched.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=".openblock-", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        if error.errno in _FULL:
            raise StorageTrouble("disk-full", path=str(path)) from error
        raise KnownError("write-failed", path=str(path)) from error
