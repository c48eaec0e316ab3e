"""What a feature gives the import dialog, and the backup before a list is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openblock.importing.preview import Intake, Preview
from openblock.ui.desk import Desk
from openblock.ui.worker import Progress


@dataclass(frozen=True, slots=True)
class ImportOffer:
    """One kind of list.

    ``key`` names it among preferences. ``intake()`` reads what is stored now, ``remembered()`` the
    headings of earlier lists; ``write(preview, file_name, headings)`` runs the feature's one
    command and raises KnownError. ``before_writing`` runs in the background just before, for a
    backup.
    """

    key: str
    title: str
    intake: Callable[[], Intake]
    remembered: Callable[[], Mapping[str, str]]
    write: Callable[[Preview, str, Mapping[str, str]], None]
    before_writing: Callable[[Progress], None] | None = None


def backup_before(desk: Desk) -> Callable[[Progress], None] | None:
    """Takes a backup before a list is written, where there is anything to back up."""
    take = desk.back_up_before
    if take is None:
        return None

    def before(progress: Progress) -> None:
        progress.check()
        take("import")

    return before
