"""Key slots: each officer's password and the printed recovery key wrap the one database key."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from openblock.errors import KnownError, StorageTrouble
from openblock.storage import delay, recovery
from openblock.storage.slots import (
    STRONG,
    Cost,
    KeyFile,
    StoredSlot,
    bound_data,
    key_file_of,
    read_key_file,
    seal_holds,
    write_key_file,
)

PASSWORD = "password"  # noqa: S105 - the kind of a slot, not a secret
RECOVERY = "recovery"
_NO_WORK = Cost(memory_kib=8, passes=1, lanes=1)  # 160 random bits need no slow hash


@dataclass(frozen=True, slots=True)
class Slot:
    """A way to sign in, as the sign-in page lists it."""

    slot_id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What making a key file gives: the database key, the first slot, the key to print."""

    dek: bytes
    slot: Slot
    recovery_key: str


def derive(dek: bytes, purpose: str) -> bytes:
    """A 32-byte key of its own for ``purpose`` (HKDF with SHA-256 and no salt)."""
    return _hkdf(dek, b"", f"openblock {purpose}".encode())


def create_keys(
    path: Path, name: str, password: str, *, dek: bytes | None = None, cost: Cost = STRONG
) -> NewKeys:
    """Make the key file of the database at ``path`` with a first password and a recovery key.

    A key file that is already there is never replaced: StorageTrouble "file-exists".
    """
    if key_file_of(path).exists():
        raise StorageTrouble("file-exists", path=str(key_file_of(path)))
    dek = dek or secrets.token_bytes(32)
    keys = KeyFile(secrets.token_hex(16), 0, True, ())
    secret = recovery.new_secret()
    first = _wrap(keys, dek, _blank(name, PASSWORD, cost), _bytes_of(password))
    spare = _wrap(keys, dek, _blank("", RECOVERY, _NO_WORK), secret)
    _save(path, replace(keys, slots=(first, spare)), dek)
    return NewKeys(dek, _shown(first), recovery.written(secret))


def list_slots(path: Path) -> tuple[Slot, ...]:
    """Every way to sign in, in the order they were made. Raises as :func:`read_key_file` does."""
    return tuple(_shown(each) for each in read_key_file(path).slots)


def lists_names(path: Path) -> bool:
    """Whether the sign-in page may list the officers' names, or asks to type one."""
    return read_key_file(path).list_names


def unlock(path: Path, slot_id: str, password: str) -> bytes:
    """The database key, when ``password`` opens the slot.

    A failure counts before the password is tried, so ending the programme saves nobody a wait.
    Raises KnownError "wait" (``seconds``), "wrong-password", "no-such-slot"; StorageTrouble
    "keys-missing", "keys-damaged".
    """
    keys = read_key_file(path)
    slot = keys.slot(slot_id)
    if slot is None or slot.kind != PASSWORD:
        raise KnownError("no-such-slot", slot_id=slot_id)
    delay.demand(path, slot_id)
    delay.count_failure(path, slot_id)
    dek = _unwrap(keys, slot, _bytes_of(password))
    if dek is None:
        raise KnownError("wrong-password", seconds=delay.seconds_left(path, slot_id))
    _demand_seal(path, keys, dek)
    delay.forget(path, slot_id)
    return dek


def unlock_with_recovery(path: Path, recovery_key: str) -> bytes:
    """The database key, when the printed recovery key opens its slot.

    Raises KnownError "recovery-key-mistyped" (``group``, 0 when unknown), "wrong-recovery-key";
    StorageTrouble "keys-missing", "keys-damaged".
    """
    keys = read_key_file(path)
    secret = recovery.secret_of(recovery_key)
    for slot in keys.slots:
        dek = _unwrap(keys, slot, secret) if slot.kind == RECOVERY else None
        if dek is not None:
            _demand_seal(path, keys, dek)
            return dek
    raise KnownError("wrong-recovery-key")


def add_slot(path: Path, dek: bytes, name: str, password: str, *, cost: Cost = STRONG) -> Slot:
    """Give another officer a password of their own; returns the new slot."""
    keys = _own(path, dek)
    slot = _wrap(keys, dek, _blank(name, PASSWORD, cost), _bytes_of(password))
    _save(path, replace(keys, slots=(*keys.slots, slot)), dek)
    return _shown(slot)


def change_password(
    path: Path, dek: bytes, slot_id: str, password: str, *, cost: Cost = STRONG
) -> None:
    """Wrap the key under a new password in the same slot. Raises KnownError "no-such-slot"."""
    keys = _own(path, dek)
    old = _password_slot(keys, slot_id)
    new = _wrap(keys, dek, _blank(old.name, PASSWORD, cost, slot_id), _bytes_of(password))
    _save(path, _swapped(keys, new), dek)
    delay.forget(path, slot_id)


def rename_slot(path: Path, dek: bytes, slot_id: str, name: str) -> None:
    """Show another name on the sign-in page. Raises KnownError "no-such-slot"."""
    keys = _own(path, dek)
    _save(path, _swapped(keys, replace(_password_slot(keys, slot_id), name=name)), dek)


def remove_slot(path: Path, dek: bytes, slot_id: str) -> None:
    """Take a password away. Raises KnownError "no-such-slot", "last-slot"."""
    keys = _own(path, dek)
    _password_slot(keys, slot_id)
    left = tuple(each for each in keys.slots if each.slot_id != slot_id)
    if not any(each.kind == PASSWORD for each in left):
        raise KnownError("last-slot")
    _save(path, replace(keys, slots=left), dek)
    delay.forget(path, slot_id)


def new_recovery_key(path: Path, dek: bytes) -> str:
    """Make a new recovery key to print; the old sheet of paper opens nothing from here on."""
    keys = _own(path, dek)
    secret = recovery.new_secret()
    spare = _wrap(keys, dek, _blank("", RECOVERY, _NO_WORK), secret)
    others = tuple(each for each in keys.slots if each.kind != RECOVERY)
    _save(path, replace(keys, slots=(*others, spare)), dek)
    return recovery.written(secret)


def show_names(path: Path, dek: bytes, *, shown: bool) -> None:
    """Choose whether the sign-in page lists names."""
    _save(path, replace(_own(path, dek), list_names=shown), dek)


def proves(path: Path, dek: bytes) -> bool:
    """Whether a readable key file beside the database vouches for this key."""
    try:
        return seal_holds(read_key_file(path), derive(dek, "slots"))
    except StorageTrouble:
        return False


def generation(path: Path, dek: bytes) -> tuple[str, int]:
    """The database id and the generation of the key file, its seal checked with the key."""
    keys = _own(path, dek)
    return keys.database, keys.generation


def _own(path: Path, dek: bytes) -> KeyFile:
    keys = read_key_file(path)
    _demand_seal(path, keys, dek)
    return keys


def _demand_seal(path: Path, keys: KeyFile, dek: bytes) -> None:
    if not seal_holds(keys, derive(dek, "slots")):
        raise StorageTrouble("keys-damaged", path=str(key_file_of(path)))


def _save(path: Path, keys: KeyFile, dek: bytes) -> None:
    write_key_file(path, keys, derive(dek, "slots"))


def _shown(slot: StoredSlot) -> Slot:
    return Slot(slot.slot_id, slot.name, slot.kind)


def _password_slot(keys: KeyFile, slot_id: str) -> StoredSlot:
    slot = keys.slot(slot_id)
    if slot is None or slot.kind != PASSWORD:
        raise KnownError("no-such-slot", slot_id=slot_id)
    return slot


def _swapped(keys: KeyFile, new: StoredSlot) -> KeyFile:
    return replace(
        keys, slots=tuple(new if each.slot_id == new.slot_id else each for each in keys.slots)
    )


def _bytes_of(password: str) -> bytes:
    """The same password typed on another keyboard must be the same bytes."""
    # Half a sign, as a paste or a variable in another encoding may hold, is a wrong password only.
    return unicodedata.normalize("NFKC", password).encode(errors="surrogatepass")


def _blank(name: str, kind: str, cost: Cost, slot_id: str = "") -> StoredSlot:
    return StoredSlot(
        slot_id or secrets.token_hex(8), name, kind, secrets.token_hex(16), "", "", cost
    )


def _wrap(keys: KeyFile, dek: bytes, blank: StoredSlot, secret: bytes) -> StoredSlot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - slow to load

    nonce = secrets.token_bytes(12)
    sealed = AESGCM(_wrapping_key(blank, secret)).encrypt(nonce, dek, bound_data(keys, blank))
    return replace(blank, nonce=nonce.hex(), wrapped=sealed.hex())


def _unwrap(keys: KeyFile, slot: StoredSlot, secret: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - slow to load
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - slow to load

    cipher = AESGCM(_wrapping_key(slot, secret))
    try:
        nonce, wrapped = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
        return cipher.decrypt(nonce, wrapped, bound_data(keys, slot))
    except (InvalidTag, ValueError):
        return None


def _wrapping_key(slot: StoredSlot, secret: bytes) -> bytes:
    salt = bytes.fromhex(slot.salt)
    if slot.kind == RECOVERY:
        return _hkdf(secret, salt, b"openblock recovery")
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - slow to load

    return hash_secret_raw(
        secret, salt, slot.cost.passes, slot.cost.memory_kib, slot.cost.lanes, 32, Type.ID
    )


def _hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """One block of HKDF with SHA-256 (RFC 5869), enough for 32 bytes."""
    extracted = hmac.digest(salt or bytes(32), secret, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256)
