"""Residents as the search from anywhere finds them: Enter opens the card."""

from __future__ import annotations

from openblock import clock
from openblock.features.residents.queries import find_residents
from openblock.features.residents.queries.wheres import wheres
from openblock.features.residents.rules.content import Status
from openblock.features.residents.words import status_word
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.search.source import ASKED, Hit, SearchSource


def search_source() -> SearchSource:
    """The residents for the search; seeing their names goes into the log."""
    return SearchSource(
        key="residents",
        title=lambda: _("Residents"),
        icon="people",
        operation="residents.find_residents",
        find=_find,
        consults=True,
    )


def _find(desk: Desk, typed: str) -> tuple[Hit, ...]:
    now = clock.now()
    found = desk.read(find_residents, typed, now, ASKED)
    rooms = desk.read(wheres, now) if found else {}
    return tuple(
        Hit(
            title=each.name,
            detail=_detail(each.status, rooms.get(each.resident_id, "")),
            tab="residents",
            place={"resident_id": each.resident_id},
            rank=each.rank,
        )
        for each in found
    )


def _detail(status: Status, room: str) -> str:
    if status is Status.PRESENT:
        return room or _("no bed")
    return status_word(status)
