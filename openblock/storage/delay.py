"""The rising wait after wrong passwords, kept in a file so that a restart does not end it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from openblock import clock
from openblock.errors import KnownError
from openblock.storage.place import replace_whole

FREE_FAILURES = 3
LONGEST = 300
_ANY = ""  # stands for every slot that has no entry of its own
_UNREADABLE = 8  # failures assumed when the file cannot be read: a wait of 16 seconds


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    last: str  # instant of the last failure, ISO


# Where nothing can be written, as beside a backup on a locked stick, the waits last as long as
# the programme; beside the block's own file that is no way in, for it must be written to open.
_unwritten: dict[Path, dict[str, _Failures]] = {}


def wait_after(failures: int) -> int:
    """Seconds to wait after that many failures in a row: 0, 0, 0, 1, 2, 4 … 300."""
    if failures <= FREE_FAILURES:
        return 0
    return min(LONGEST, 1 << min(failures - FREE_FAILURES - 1, 9))


def seconds_left(path: Path, slot_id: str) -> int:
    """Whole seconds before the slot may be tried again; 0 when it may be now.

    A clock that was set back starts the whole wait anew, and never shortens it.
    """
    every = _read(path)
    failures = every.get(slot_id, every.get(_ANY))
    if failures is None or wait_after(failures.count) == 0:
        return 0
    now = clock.now()
    last = datetime.fromisoformat(failures.last)
    if now < last:
        _write(path, {**every, slot_id: _Failures(failures.count, now.isoformat())})
        last = now
    left = last + timedelta(seconds=wait_after(failures.count)) - now
    return max(0, -(-left // timedelta(seconds=1)))


def demand(path: Path, slot_id: str) -> None:
    """Raise KnownError "wait" with ``seconds`` while the slot may not be tried."""
    seconds = seconds_left(path, slot_id)
    if seconds:
        raise KnownError("wait", seconds=seconds)


def count_failure(path: Path, slot_id: str) -> None:
    """One more failure in a row for this slot, from now."""
    every = _read(path)
    before = every.get(slot_id, every.get(_ANY))
    count = (before.count if before else 0) + 1
    _write(path, {**every, slot_id: _Failures(count, clock.now().isoformat())})


def failures(path: Path, slot_id: str) -> int:
    """How many wrong passwords in a row this slot has met: logged at the next right one."""
    before = _read(path).get(slot_id)
    return before.count if before else 0


def forget(path: Path, slot_id: str) -> None:
    """The right password was given (or the slot is gone): no wait any more."""
    every = _read(path)
    left = {slot: each for slot, each in every.items() if slot not in (slot_id, _ANY)}
    if left != every:
        _write(path, left)


def waits_of(path: Path) -> Path:
    """Where the waits for the database at ``path`` are kept."""
    return path.with_name(path.name + ".waits")


def _read(path: Path) -> dict[str, _Failures]:
    if waits_of(path) in _unwritten:
        return _unwritten[waits_of(path)]
    try:
        content = json.loads(waits_of(path).read_text("utf-8"))
        return {slot: _checked(each) for slot, each in content.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # Somebody edited it: whichever slot is asked about has just failed several times.
        spoilt = {_ANY: _Failures(_UNREADABLE, clock.now().isoformat())}
        _write(path, spoilt)
        return spoilt


def _checked(content: dict[str, object]) -> _Failures:
    failures = _Failures(int(str(content["count"])), str(content["last"]))
    if datetime.fromisoformat(failures.last).tzinfo is None or failures.count < 0:
        raise ValueError("not ours")
    return failures


def _write(path: Path, every: dict[str, _Failures]) -> None:
    content = {slot: asdict(each) for slot, each in every.items()}
    try:
        replace_whole(waits_of(path), json.dumps(content, indent=1).encode())
    except OSError:
        _unwritten[waits_of(path)] = every
    else:
        _unwritten.pop(waits_of(path), None)
