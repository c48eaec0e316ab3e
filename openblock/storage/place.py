"""Where a file lies: network shares, folders made durable, and files swapped in whole."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_SHARED = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.davfs", "davfs", "afs", "9p", "ncpfs", "ceph")
_DRIVE_REMOTE = 4


def is_network_share(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether ``path`` lies where file locks cannot be trusted.

    ``mounts`` is the kernel's table of mounts, in the format of /proc/mounts.
    """
    if sys.platform == "win32":
        return _is_remote_drive(path)  # pragma: no cover - Windows only
    if not mounts.exists():
        return False
    return _kind_of_mount(path.resolve(), mounts.read_text("utf-8", "replace")).startswith(_SHARED)


def _kind_of_mount(path: Path, table: str) -> str:
    """The file system type of the mount that ``path`` lies on; "" when the table has none."""
    best, kind = -1, ""
    for line in table.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " ").replace("\\011", "\t"))
        # A later line covers an earlier one mounted at the same point.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def _is_remote_drive(path: Path) -> bool:  # pragma: no cover - Windows only

    anchor = str(path.resolve().anchor)
    if anchor.startswith("\\\\"):
        return True
    windll = getattr(ctypes, "windll")  # noqa: B009 - unknown to the type checker elsewhere
    return bool(windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut."""
    if sys.platform == "win32":  # pragma: no cover - a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the content of a closed file survive a power cut; never for the live database."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def replace_whole(path: Path, content: bytes) -> None:
    """Swap ``content`` in as ``path``: after a crash there is the old file or the new one.

    Raises OSError when it cannot be written; the old file is then untouched.
    """
    unfinished = path.with_name(path.name + ".tmp")
    try:
        with os.fdopen(
            os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb"
        ) as f:
            f.write(content)
            f.flush()
            os.fsync(f.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)
