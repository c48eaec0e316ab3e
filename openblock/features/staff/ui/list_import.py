"""What the shared import dialog needs to know about a list of officers."""

from __future__ import annotations

from openblock import clock
from openblock.features.staff.commands import import_officers
from openblock.features.staff.queries import officers, remembered_mapping
from openblock.features.staff.sheets import staff_import, staff_intake
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.importing import ImportOffer, ListKind, offer_of


def import_offer(desk: Desk) -> ImportOffer:
    """The import of officers, its undo one step."""
    return offer_of(
        desk,
        ListKind(
            key="staff",
            title=_("Import officers"),
            intake=lambda: staff_intake(desk.read(officers), clock.today()),
            remembered=remembered_mapping,
            command=import_officers,
            request=staff_import,
            counted=lambda number: n_("{number} officer", "{number} officers", number),
        ),
    )
