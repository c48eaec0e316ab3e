"""Writes a list to a file in the background, after the log has its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from openblock import clock
from openblock.i18n import _
from openblock.importing.export import Value, write_csv, write_xlsx
from openblock.storage.store import Disclosure
from openblock.ui.desk import Desk
from openblock.ui.importing.export_dialog import CSV, ExportRequest
from openblock.ui.worker import Progress


@dataclass(frozen=True, slots=True)
class ListToWrite:
    """One list as it leaves: ``key`` names it among preferences, ``name`` its sheet.

    ``what`` and ``subjects`` are for the log; ``count`` is how the rows are told afterwards.
    """

    key: str
    name: str
    what: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]
    count: str
    subjects: tuple[str, ...] = ()


def ask_where(desk: Desk, key: str, name: str, kind: str, parent: QWidget | None) -> Path | None:
    """Ask for a file name; None when the officer left."""
    folder = Path(str(desk.prefer(f"{key}.folder", str(Path.home()))))
    usual = folder / f"{name.lower()} {clock.today():%Y-%m-%d}.{kind}"
    kinds = _("CSV files (*.csv)") if kind == CSV else _("Excel workbooks (*.xlsx)")
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Export the list"), str(usual), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    ending = f".{kind}"
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def write_list(desk: Desk, listed: ListToWrite, request: ExportRequest, path: Path) -> None:
    """Write ``listed`` to ``path`` in the background; refusals go to the message bar.

    The log is told first: a file that cannot be written afterwards did not leave, which harms
    nobody; one that left untold would.
    """
    disclosure = Disclosure(
        what=listed.what,
        subjects=listed.subjects,
        purpose=request.purpose,
        recipient=request.recipient,
        details={
            "kind": request.kind,
            "rows": len(listed.rows),
            **({"with_personal_codes": True} if request.with_more else {}),
        },
    )

    def write(progress: Progress) -> Path:
        progress.check()
        desk.disclose(disclosure)
        if request.kind == CSV:
            write_csv(path, listed.head, listed.rows)
        else:
            write_xlsx(path, listed.head, listed.rows, sheet=listed.name)
        return path

    def written(where: Path) -> None:
        desk.remember(f"{listed.key}.folder", str(where.parent))
        desk.say(_("Exported: {count} to {file}").format(count=listed.count, file=where.name))

    desk.work(write, written, words=_("Exporting the list"))
