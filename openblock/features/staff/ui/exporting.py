"""Writes the list shown to a file, after the log has its row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from openblock import clock
from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.sheets import staff_list_head, staff_list_rows
from openblock.features.staff.ui.export_dialog import CSV, ExportRequest
from openblock.i18n import _, n_
from openblock.importing.export import write_csv, write_xlsx
from openblock.storage.store import Disclosure
from openblock.ui.desk import Desk
from openblock.ui.worker import Progress

FOLDER = "staff.folder"


def ask_where(desk: Desk, request: ExportRequest, parent: QWidget) -> Path | None:
    """Ask for a file name; None when the officer left."""
    folder = Path(str(desk.prefer(FOLDER, str(Path.home()))))
    words = _("officers")
    usual = folder / f"{words} {clock.today():%Y-%m-%d}.{request.kind}"
    kinds = _("CSV files (*.csv)") if request.kind == CSV else _("Excel workbooks (*.xlsx)")
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Export the list"), str(usual), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    ending = f".{request.kind}"
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def export_list(desk: Desk, rows: Sequence[OfficerRow], request: ExportRequest, path: Path) -> None:
    """Write ``rows`` to ``path`` in the background; refusals go to the message bar."""
    head, lines = staff_list_head(), staff_list_rows(rows)
    sheet = _("Officers")
    disclosure = Disclosure(
        what="staff-list",
        subjects=tuple(f"officer:{row.officer_id}" for row in rows),
        purpose=request.purpose,
        recipient=request.recipient,
        details={"kind": request.kind, "rows": len(rows)},
    )

    def write(progress: Progress) -> Path:
        progress.check()
        desk.disclose(disclosure)
        if request.kind == CSV:
            write_csv(path, head, lines)
        else:
            write_xlsx(path, head, lines, sheet=sheet)
        return path

    def written(where: Path) -> None:
        desk.remember(FOLDER, str(where.parent))
        count = n_("{number} officer", "{number} officers", len(rows))
        desk.say(_("Exported: {count} to {file}").format(count=count, file=where.name))

    desk.work(write, written, words=_("Exporting the list"))
