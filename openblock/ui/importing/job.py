"""Reading and previewing in the background, with only the newest question answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from openblock.errors import KnownError
from openblock.i18n import _
from openblock.importing.columns import Headed, guess_mapping, headed
from openblock.importing.preview import Intake, Preview, preview
from openblock.importing.table import read_table
from openblock.ui.desk import Desk
from openblock.ui.worker import Progress


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as read, what its columns stand for, and what importing it would do."""

    path: Path
    file: Headed
    mapped: Mapping[int, str]
    intake: Intake
    preview: Preview


class PreviewJob:
    """Asks the background worker; an answer to a question asked before another is dropped."""

    def __init__(
        self,
        desk: Desk,
        owner: QObject,
        seen: Callable[[Seen], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        self._desk = desk
        self._owner = owner
        self._seen = seen
        self._refused = refused
        self._number = 0
        self._progress: Progress | None = None

    def read(self, path: Path, sheet: str, intake: Intake, remembered: Mapping[str, str]) -> None:
        """Read the file, guess its columns, preview it."""

        def work(progress: Progress) -> Seen:
            words = _("Reading the file…")
            table = read_table(path, sheet=sheet, tell=lambda d, t: progress.at(d, t, words))
            file = headed(table, intake.columns, remembered)
            mapped = guess_mapping(file.head, intake.columns, remembered)
            return _previewed(progress, path, file, mapped, intake)

        self._start(work)

    def preview(self, seen: Seen, mapped: Mapping[int, str], intake: Intake) -> None:
        """Preview the same file with other columns, or against what is stored now."""
        self._start(lambda progress: _previewed(progress, seen.path, seen.file, mapped, intake))

    def stop(self) -> None:
        """Ask the job to stop and listen to it no more."""
        self._number += 1
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None

    def _start(self, work: Callable[[Progress], Seen]) -> None:
        self.stop()
        number = self._number

        def answered(seen: Seen) -> None:
            if number == self._number:
                self._progress = None
                self._seen(seen)

        def refused(refusal: KnownError) -> None:
            if number == self._number:
                self._progress = None
                self._refused(refusal)

        self._progress = self._desk.work(
            work, answered, words=_("Reading the list"), refused=refused, owner=self._owner
        )


def _previewed(
    progress: Progress, path: Path, file: Headed, mapped: Mapping[int, str], intake: Intake
) -> Seen:
    words = _("Looking at the rows…")
    found = preview(file, mapped, intake, lambda done, total: progress.at(done, total, words))
    return Seen(path, file, mapped, intake, found)
