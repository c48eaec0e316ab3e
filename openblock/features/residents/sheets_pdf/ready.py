"""Makes the residents' sheets ready for the window and the command line: read, named, numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from openblock.clock import day_of
from openblock.errors import KnownError
from openblock.features.residents.queries import residents
from openblock.features.residents.queries.extract import resident_extract
from openblock.features.residents.queries.wheres import wheres
from openblock.features.residents.rules.content import Status
from openblock.features.residents.sheets import Copy, extract_sheet, resident_list
from openblock.features.residents.sheets_pdf.extract import extract_pdf
from openblock.features.residents.sheets_pdf.register import resident_list_pdf
from openblock.i18n import _
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]


def ready_residents(read: Read, at: datetime, copy: Copy) -> ReadySheet:
    """The list of everyone present at ``at``."""
    rows = read(residents, at)
    sheet = resident_list(rows, read(wheres, at), at, copy)
    duty = copy is Copy.DUTY
    version = _("Duty copy") if duty else _("Wall copy")

    def make(imprint: Imprint) -> bytes:
        return resident_list_pdf(sheet, replace(imprint, version=version))

    day = day_of(at)
    return ReadySheet(
        key="resident-list",
        title=_("Resident list, duty copy") if duty else _("Resident list"),
        number=f"IS-{day:%Y-%m-%d}{'-D' if duty else ''}",
        file_name=f"residents-{day:%Y-%m-%d}-{copy}",
        version=version,
        make=make,
        subjects=tuple(
            f"resident:{row.resident_id}" for row in rows if row.status is Status.PRESENT
        ),
        details={"at": at.isoformat(), "copy": str(copy)},
    )


def ready_extract(read: Read, resident_id: int, at: datetime) -> ReadySheet:
    """One person's own extract; KnownError "resident-unknown" when nobody has the number."""
    extract = read(resident_extract, resident_id, at)
    if extract is None:
        raise KnownError("resident-unknown")
    sheet = extract_sheet(extract, at)
    version = _("the person's own copy")

    def make(imprint: Imprint) -> bytes:
        return extract_pdf(sheet, replace(imprint, version=version))

    day = day_of(at)
    return ReadySheet(
        key="resident-extract",
        title=_("Extract of a person's own data"),
        number=f"PD-{resident_id}-{day:%Y-%m-%d}",
        file_name=f"extract-{resident_id}-{day:%Y-%m-%d}",
        version=version,
        make=make,
        subjects=(f"resident:{resident_id}",),
        details={"at": at.isoformat()},
    )
