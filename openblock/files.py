"""Writes files for the user: whole or not at all, whatever the disk does meanwhile."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from openblock.errors import StorageTrouble

# Windows knows no quota error of that name.
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` by way of a temporary file beside it.

    What is no ordinary file, such as a pipe or /dev/stdout, is written into, never replaced.
    Raises StorageTrouble "disk-full" and "write-failed"; what stood at ``path`` is then untouched.
    """
    temporary: str | None = None
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        handle, temporary = tempfile.mkstemp(prefix=".openblock-", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        code = "disk-full" if error.errno in _FULL else "write-failed"
        raise StorageTrouble(code, path=str(path)) from error
