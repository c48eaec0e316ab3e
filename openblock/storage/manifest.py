"""What is known of a backup: the manifest beside it, sealed with the database key."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from openblock.storage.acts import Head
from openblock.storage.keys import derive
from openblock.storage.place import replace_whole

SUFFIX = ".backup"
# Whatever a file that is no manifest of ours can do to its reader.
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified backup: where it is, when (aware UTC), why, and what it holds."""

    path: Path
    taken_at: datetime
    reason: str
    head: Head
    size: int
    programme: str
    schema: int
    key_generation: int
    digest: str
    rows: Mapping[str, int]


def manifest_of(path: Path) -> Path:
    """Where the manifest of the backup at ``path`` lies."""
    return path.with_name(path.name + ".json")


def write_manifest(backup: Backup, dek: bytes) -> None:
    """Put the manifest beside the backup. Raises OSError."""
    content = _content(backup)
    content["mac"] = _mac(content, dek)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    replace_whole(manifest_of(backup.path), text.encode())


def read_manifest(path: Path) -> Backup | None:
    """The backup at ``path`` as its manifest tells it; nothing when that cannot be read."""
    try:
        content = json.loads(manifest_of(path).read_text("utf-8"))
        return Backup(
            path,
            datetime.fromisoformat(content["taken_at"]),
            content["reason"],
            Head(int(content["head"]["number"]), content["head"]["mac"]),
            int(content["size"]),
            content["programme"],
            int(content["schema"]),
            int(content["key_generation"]),
            content["digest"],
            {str(name): int(count) for name, count in content["rows"].items()},
        )
    except _UNREADABLE:
        return None


def is_genuine(path: Path, dek: bytes) -> bool:
    """Whether the manifest is as the holder of the database key wrote it."""
    try:
        content = json.loads(manifest_of(path).read_text("utf-8"))
        mac = str(content.pop("mac"))
    except _UNREADABLE:
        return False
    return hmac.compare_digest(mac.encode(), _mac(content, dek).encode())


def _content(backup: Backup) -> dict[str, Any]:
    return {
        "file": backup.path.name,
        "taken_at": backup.taken_at.isoformat(),
        "reason": backup.reason,
        "head": {"number": backup.head.number, "mac": backup.head.mac},
        "size": backup.size,
        "programme": backup.programme,
        "schema": backup.schema,
        "key_generation": backup.key_generation,
        "digest": backup.digest,
        "rows": dict(backup.rows),
    }


def _mac(content: Mapping[str, Any], dek: bytes) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hmac.digest(derive(dek, "manifest"), text.encode(), "sha256").hex()
