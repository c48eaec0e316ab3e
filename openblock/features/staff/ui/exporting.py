"""The list of officers shown as it leaves for a file."""

from __future__ import annotations

from collections.abc import Sequence

from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.sheets import staff_list_head, staff_list_rows
from openblock.i18n import _, n_
from openblock.ui.importing.exporting import ListToWrite

KEY = "staff"


def listed(rows: Sequence[OfficerRow]) -> ListToWrite:
    """The officers of ``rows``, by the Latvian alphabet."""
    return ListToWrite(
        key=KEY,
        name=_("Officers"),
        what="staff-list",
        head=staff_list_head(),
        rows=staff_list_rows(rows),
        count=n_("{number} officer", "{number} officers", len(rows)),
        subjects=tuple(f"officer:{row.officer_id}" for row in rows),
    )
