"""Decides when a backup is due: on closing, every half hour of changes, before risky work."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from openblock.storage.backup import back_up, list_backups, sweep
from openblock.storage.manifest import Backup
from openblock.storage.rotation import Keep
from openblock.storage.store import Store

EVERY = timedelta(minutes=30)
AGAIN = timedelta(minutes=5)
WORRYING = timedelta(hours=24)


class Keeper:
    """Keeps the backups of one open store; whoever holds it calls :meth:`tick` now and then.

    Every method that takes a backup raises as :func:`openblock.storage.backup.back_up` does.
    """

    def __init__(
        self, store: Store, folder: Path, *, second: Path | None = None, keep: Keep | None = None
    ) -> None:
        self.folder = folder
        self._store = store
        self._second = second
        self._keep = keep
        self._tried: datetime | None = None
        sweep(folder)
        found = list_backups(folder, store.dek)
        self._latest: Backup | None = found[0] if found else None

    @property
    def latest(self) -> Backup | None:
        """The newest backup there is."""
        return self._latest

    def age(self, now: datetime) -> timedelta | None:
        """How old the newest backup is at ``now``; nothing when there is none."""
        return now - self._latest.taken_at if self._latest else None

    def is_worrying(self, now: datetime) -> bool:
        """Whether the user should be told that the last backup is missing or a day old."""
        age = self.age(now)
        return age is None or age > WORRYING

    def is_due(self, now: datetime) -> bool:
        """Whether half an hour has passed since the newest backup and something has changed.

        After a failed try it is due again in five minutes.
        """
        age = self.age(now)
        if self._tried is not None and timedelta(0) <= now - self._tried < AGAIN:
            return False
        return (age is None or age >= EVERY or age < timedelta(0)) and self.has_changed()

    def has_changed(self) -> bool:
        """Whether the file holds anything the newest backup does not."""
        return self._latest is None or self._latest.head != self._store.head()

    def tick(self, now: datetime) -> Backup | None:
        """Take a backup if one is due at ``now``."""
        if not self.is_due(now):
            return None
        self._tried = now
        return self.take("regular")

    def closing(self) -> Backup | None:
        """Take the backup of the end of work, if anything has changed since the last one."""
        return self.take("close") if self.has_changed() else None

    def take(self, reason: str) -> Backup:
        """Take a backup now: before an import, before a repair, or because somebody asked."""
        self._latest = back_up(
            self._store, self.folder, reason, keep=self._keep, second=self._second
        )
        return self._latest
