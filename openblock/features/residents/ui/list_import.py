"""What the shared import dialog needs to know about a list of residents."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.accounts.queries import settings
from openblock.features.residents.commands.importing import import_residents
from openblock.features.residents.queries import prisons
from openblock.features.residents.queries.lists import known_people, remembered_columns
from openblock.features.residents.rules.listed import ListRules
from openblock.features.residents.sheets.list_intake import (
    Block,
    residents_import,
    residents_intake,
)
from openblock.i18n import _, n_
from openblock.importing.preview import Preview
from openblock.storage.store import Consultation
from openblock.ui import importing
from openblock.ui.desk import Desk
from openblock.ui.importing import ImportDialog, ImportOffer, ListKind, offer_of

SEEN = Consultation("resident-list", "import")


def open_import(desk: Desk, parent: QWidget | None = None) -> ImportDialog:
    """Show the import of residents; the dialog writes only when the officer confirms."""
    return importing.open_import(desk, import_offer(desk), parent)


def import_offer(desk: Desk) -> ImportOffer:
    """The import of residents, its undo one step."""

    def request(preview: Preview, file_name: str, headings: Mapping[str, str]) -> object:
        return residents_import(preview, _block(desk), file_name, headings)

    return offer_of(
        desk,
        ListKind(
            key="residents",
            title=_("Import residents"),
            intake=lambda: residents_intake(_block(desk)),
            remembered=remembered_columns,
            command=import_residents,
            request=request,
            counted=lambda number: n_("{number} resident", "{number} residents", number),
        ),
    )


def _block(desk: Desk) -> Block:
    """What the block knows now; that everybody was looked at stands in the log."""
    chosen = desk.read(settings)
    rules = ListRules(
        today=clock.today(),
        code_check=str(chosen["personal_code_check"]),
        minimum_age=int(chosen["minimum_age"]),
    )
    people = desk.read(known_people, clock.now(), consult=SEEN)
    return Block(people, desk.read(prisons), rules)
