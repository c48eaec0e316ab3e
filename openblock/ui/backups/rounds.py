"""Looks each minute whether a backup is due, takes it in the background, and says its age."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from openblock import clock
from openblock.errors import KnownError
from openblock.i18n import _
from openblock.storage.anchors import backup_heads
from openblock.storage.backup import list_backups
from openblock.storage.check import Report, check
from openblock.storage.keeper import Keeper
from openblock.storage.manifest import Backup
from openblock.ui.desk import Action, Desk, Notice
from openblock.ui.messages import words
from openblock.ui.worker import Progress

_MINUTE_MS = 60_000
_FIRST_MS = 5_000
_POLL_MS = 3_000
_NOTICE = "backup"


class BackupRounds(QObject):
    """The keeper of one desk's file; without a keeper it only hears what other processes write."""

    #: datetime | None: when the newest good backup was taken.
    aged = Signal(object)
    #: Backup: a new one was taken and verified.
    taken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper | None,
        open_panel: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.keeper = keeper
        self._open_panel = open_panel
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.look)
        self._minute.start(_MINUTE_MS)
        # The window is to be usable first; the first look may take a backup.
        QTimer.singleShot(_FIRST_MS, self, self.look)
        self._poll = QTimer(self)
        self._poll.timeout.connect(partial(desk.show, desk.store.poll))
        self._poll.start(_POLL_MS)

    @property
    def latest(self) -> datetime | None:
        """When the newest backup was taken; None when there is none."""
        latest = self.keeper.latest if self.keeper else None
        return latest.taken_at if latest else None

    def renew(self, keeper: Keeper | None) -> None:
        """Another place for backups, after a change in the settings."""
        self.keeper = keeper
        self.tell()

    def tell(self) -> None:
        """Say how old the newest backup is."""
        self.aged.emit(self.latest)

    def look(self) -> None:
        """Take a backup if one is due, else warn if the last one is a day old."""
        keeper = self.keeper
        if keeper is None:
            return
        self.tell()
        self._desk.show(partial(self._look, keeper))

    def _look(self, keeper: Keeper) -> None:
        if self._desk.worker.is_busy:
            return
        if keeper.is_due(clock.now()):
            self._start(lambda _progress: keeper.tick(clock.now()), self._ticked)
        elif keeper.is_worrying(clock.now()):
            self._warn()

    def back_up(self) -> None:
        """Take a backup now, because the officer asked; :attr:`taken` says when it is there."""
        keeper = self.keeper
        if keeper is not None:
            self._start(lambda _progress: keeper.take("asked"), self._taken, _("Backing up…"))

    def take_before(self, reason: str) -> None:
        """Take a backup at once, in whatever thread asks: before an import."""
        if self.keeper is not None:
            self.keeper.take(reason)
            self.tell()

    def check(
        self,
        then: Callable[[Report], None],
        refused: Callable[[KnownError], None],
        owner: QObject,
    ) -> None:
        """Check the file now, also against the heads of the log that the backups keep."""
        store = self._desk.store
        folder = self.keeper.folder if self.keeper else None
        self._desk.work(
            lambda _progress: check(store, anchors=backup_heads(store, folder) if folder else ()),
            then,
            words=_("Checking the file…"),
            refused=refused,
            owner=owner,
        )

    def backups(self) -> tuple[Backup, ...]:
        """The backups there are, the newest first."""
        return list_backups(self.keeper.folder) if self.keeper else ()

    def before_closing(self) -> KnownError | None:
        """Take the backup of the end of work and wait for it; what went wrong, or None."""
        keeper = self.keeper
        if keeper is None:
            return None
        trouble: list[KnownError] = []
        self._desk.work(
            lambda _progress: keeper.closing(),
            lambda _backup: None,
            words=_("Backing up before closing…"),
            refused=trouble.append,
        )
        self._desk.worker.finish()
        return trouble[0] if trouble else None

    def stop(self) -> None:
        """Look no more."""
        self._minute.stop()
        self._poll.stop()

    def _start(
        self,
        work: Callable[[Progress], object],
        finished: Callable[..., None],
        said: str = "",
    ) -> None:
        self._desk.work(work, finished, words=said, refused=self._refused)

    def _ticked(self, backup: Backup | None) -> None:
        if backup is not None:
            self._taken(backup)

    def _taken(self, backup: Backup) -> None:
        self._desk.say(_("Backup taken and verified: {name}").format(name=backup.path.name))
        self._desk.withdraw(_NOTICE)
        self.taken.emit(backup)
        self.tell()

    def _refused(self, refusal: KnownError) -> None:
        if refusal.code == "cancelled":
            return
        action = Action(_("Backups…"), self._open_panel)
        self._desk.notify(
            Notice("error", words(refusal), (action,), word=_("No backup"), key=_NOTICE)
        )

    def _warn(self) -> None:
        sentence = (
            _("The last good backup is more than a day old. Take one now.")
            if self.latest
            else _("There is no backup yet. Take one now.")
        )
        action = Action(_("Back up now"), self.back_up)
        self._desk.notify(Notice("warning", sentence, (action,), word=_("Backup"), key=_NOTICE))
