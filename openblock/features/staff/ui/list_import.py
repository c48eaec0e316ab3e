"""What the shared import dialog needs to know about a list of officers."""

from __future__ import annotations

from collections.abc import Mapping

from openblock import clock
from openblock.features.staff.commands import import_officers
from openblock.features.staff.queries import officers, remembered_mapping
from openblock.features.staff.sheets import staff_import, staff_intake
from openblock.i18n import _, n_
from openblock.importing.preview import Intake, Preview
from openblock.ui.desk import Desk
from openblock.ui.importing import ImportOffer
from openblock.ui.importing.offer import backup_before


def import_offer(desk: Desk) -> ImportOffer:
    """The import of officers, its undo one step."""

    def intake() -> Intake:
        return staff_intake(desk.read(officers), clock.today())

    def write(preview: Preview, file_name: str, headings: Mapping[str, str]) -> None:
        count = n_("{number} officer", "{number} officers", len(preview.to_write))
        said = _("Imported: {count} from {file}").format(count=count, file=file_name)
        desk.attempt(import_officers, staff_import(preview, file_name, headings), said)

    def remembered() -> Mapping[str, str]:
        return desk.read(remembered_mapping)

    return ImportOffer(
        key="staff",
        title=_("Import officers"),
        intake=intake,
        remembered=remembered,
        write=write,
        before_writing=backup_before(desk),
    )
