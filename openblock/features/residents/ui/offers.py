"""The sheets Ctrl+P offers on the residents tab: the lists of names, and the extract of one."""

from __future__ import annotations

from collections.abc import Callable

from openblock import clock
from openblock.features.residents.sheets import Copy
from openblock.features.residents.sheets_pdf import ready_extract, ready_residents
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import Paper, SheetOffer


def resident_offers(desk: Desk, resident_id: int | None = None) -> tuple[SheetOffer, ...]:
    """The wall copy first, for it is the one that is posted; one person's extract last."""
    at = clock.now()
    offers = [
        offered(
            lambda: ready_residents(desk.read, at, Copy.WALL),
            Consultation("resident-list", "wall"),
        ),
        offered(
            lambda: ready_residents(desk.read, at, Copy.DUTY),
            Consultation("resident-list", "duty"),
            desk.actor.name,
        ),
    ]
    if resident_id is not None and desk.may("residents.resident_extract"):
        person = resident_id
        offers.append(
            offered(
                lambda: ready_extract(desk.read, person, at),
                Consultation("resident", str(person), "request"),
                "",
            )
        )
    return tuple(offers)


def offered(
    prepare: Callable[[], ReadySheet],
    look: Consultation | None = None,
    recipient: str | None = None,
) -> SheetOffer:
    """What is prepared, as the window offers it; ``look`` is logged when its preview opens.

    ``recipient`` is proposed: None is the notice board, "" somebody who has to be named.
    """

    def make(imprint: Imprint, _paper: Paper) -> bytes:
        # Prepared again: the sheet is made in the language and from the data of this moment.
        return prepare().make(imprint)

    ready = prepare()
    return SheetOffer(
        key=ready.key,
        title=ready.title,
        make=make,
        file_name=ready.file_name,
        number=ready.number,
        orientation="portrait",
        subjects=ready.subjects,
        consultation=look,
        recipient=recipient,
        details=ready.details,
    )
