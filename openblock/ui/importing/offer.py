"""What a feature gives the import dialog, and the backup before a list is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openblock.i18n import _
from openblock.importing.preview import Intake, Preview
from openblock.storage.store import Command
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


@dataclass(frozen=True, slots=True)
class ListKind:
    """What differs between one kind of list that is stored and the next.

    ``remembered`` is the query for the headings of earlier lists; ``command`` writes what
    ``request(preview, file_name, headings)`` asks for; ``counted(number)`` says how many entries.
    """

    key: str
    title: str
    intake: Callable[[], Intake]
    remembered: Callable[..., Mapping[str, str]]
    command: Command
    request: Callable[[Preview, str, Mapping[str, str]], object]
    counted: Callable[[int], str]


def offer_of(desk: Desk, kind: ListKind) -> ImportOffer:
    """The import of such a list: backed up before, one command, and so one undo."""

    def write(preview: Preview, file_name: str, headings: Mapping[str, str]) -> None:
        count = kind.counted(len(preview.to_write))
        said = _("Imported: {count} from {file}").format(count=count, file=file_name)
        desk.attempt(kind.command, kind.request(preview, file_name, headings), said)

    def remembered() -> Mapping[str, str]:
        return desk.read(kind.remembered)

    return ImportOffer(
        key=kind.key,
        title=kind.title,
        intake=kind.intake,
        remembered=remembered,
        write=write,
        before_writing=backup_before(desk),
    )


def backup_before(desk: Desk) -> Callable[[Progress], None] | None:
    """Takes a backup before a list is written, where there is anything to back up."""
    take = desk.back_up_before
    if take is None:
        return None

    def before(progress: Progress) -> None:
        progress.check()
        take("import")

    return before
