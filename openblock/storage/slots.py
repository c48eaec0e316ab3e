"""The key file: the list of key slots beside the database, its seals and its safe replacement."""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from openblock.errors import StorageTrouble
from openblock.storage.place import replace_whole

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: Argon2id memory in KiB, passes and lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


STRONG = Cost()
_MOST = Cost(memory_kib=1024 * 1024, passes=32, lanes=16)


@dataclass(frozen=True, slots=True)
class StoredSlot:
    """One wrapped copy of the database key; bytes are kept in hex."""

    slot_id: str
    name: str
    kind: str
    salt: str
    nonce: str
    wrapped: str
    cost: Cost


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of the key file; ``mac`` is the seal only the database key can make."""

    database: str
    generation: int
    list_names: bool
    slots: tuple[StoredSlot, ...]
    mac: str = ""

    def slot(self, slot_id: str) -> StoredSlot | None:
        """The slot of that id, if there is one."""
        return next((each for each in self.slots if each.slot_id == slot_id), None)


def key_file_of(path: Path) -> Path:
    """Where the key file of the database at ``path`` lies."""
    return path.with_name(path.name + ".keys")


def read_key_file(path: Path) -> KeyFile:
    """The key file of the database at ``path``.

    The bytes must be exactly what we would have written, so a flipped bit anywhere is noticed
    before it can look like a wrong password. Raises StorageTrouble "keys-missing",
    "keys-damaged".
    """
    try:
        raw = key_file_of(path).read_bytes()
    except OSError as error:
        raise StorageTrouble("keys-missing", path=str(key_file_of(path))) from error
    try:
        content = json.loads(raw)
        keys = KeyFile(
            content["database"],
            content["generation"],
            content["list_names"],
            tuple(_slot(each) for each in content["slots"]),
            content["mac"],
        )
        intact = _sealed_bytes(keys) == raw and _has_sense(keys)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StorageTrouble("keys-damaged", path=str(key_file_of(path))) from error
    if not intact:
        raise StorageTrouble("keys-damaged", path=str(key_file_of(path)))
    return keys


def write_key_file(path: Path, keys: KeyFile, seal: bytes) -> KeyFile:
    """Replace the key file of the database at ``path``, one generation further, sealed anew.

    ``seal`` is the sealing key derived from the database key. Raises StorageTrouble "disk-full"
    or "file-read-only"; the old key file then stands.
    """
    newer = replace(keys, generation=keys.generation + 1)
    newer = replace(newer, mac=_mac(newer, seal))
    try:
        replace_whole(key_file_of(path), _sealed_bytes(newer))
    except OSError as error:
        code = "disk-full" if error.errno == errno.ENOSPC else "file-read-only"
        raise StorageTrouble(code, path=str(key_file_of(path))) from error
    return newer


def seal_holds(keys: KeyFile, seal: bytes) -> bool:
    """Whether the whole list is as the holder of the database key last wrote it."""
    return hmac.compare_digest(keys.mac.encode(), _mac(keys, seal).encode())


def bound_data(keys: KeyFile, slot: StoredSlot) -> bytes:
    """What a slot's encryption is bound to, so that no slot can be moved, renamed or weakened."""
    return _json([FORMAT, keys.database, slot.slot_id, slot.kind, slot.salt, asdict(slot.cost)])


def _slot(content: dict[str, Any]) -> StoredSlot:
    return StoredSlot(**{**content, "cost": Cost(**content["cost"])})


def _has_sense(keys: KeyFile) -> bool:
    """Whether each value has its type: whoever forged the checksum may have written anything."""
    texts: list[object] = [keys.database, keys.mac]
    for each in keys.slots:
        texts += [each.slot_id, each.name, each.kind, each.salt, each.nonce, each.wrapped]
    types = {type(text) for text in texts}
    kinds = (type(keys.generation), type(keys.list_names))
    return types == {str} and kinds == (int, bool) and all(_sensible(s.cost) for s in keys.slots)


def _sensible(cost: Cost) -> bool:
    """A forged cost must not be able to eat the machine's memory."""
    return (
        8 * cost.lanes <= cost.memory_kib <= _MOST.memory_kib
        and 1 <= cost.passes <= _MOST.passes
        and 1 <= cost.lanes <= _MOST.lanes
    )


def _content(keys: KeyFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "database": keys.database,
        "generation": keys.generation,
        "list_names": keys.list_names,
        "slots": [asdict(each) for each in keys.slots],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _mac(keys: KeyFile, seal: bytes) -> str:
    return hmac.digest(seal, _json(_content(keys)), "sha256").hex()


def _sealed_bytes(keys: KeyFile) -> bytes:
    content = {**_content(keys), "mac": keys.mac}
    return _json({**content, "checksum": hashlib.sha256(_json(content)).hexdigest()})
