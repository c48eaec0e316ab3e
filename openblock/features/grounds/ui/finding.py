"""Areas as the search from anywhere finds them: Enter opens the tab on that area."""

from __future__ import annotations

from openblock.features.grounds.queries import find_areas
from openblock.features.grounds.queries.rows import FoundArea
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.search.source import ASKED, Hit, SearchSource

TAB = "grounds"


def search_source() -> SearchSource:
    """The areas for the search."""
    return SearchSource(
        key="areas",
        title=lambda: _("Areas of the grounds"),
        icon="grounds",
        operation="grounds.find_areas",
        find=_find,
    )


def _find(desk: Desk, typed: str) -> tuple[Hit, ...]:
    return tuple(map(_hit, desk.read(find_areas, typed)[:ASKED]))


def _hit(found: FoundArea) -> Hit:
    return Hit(found.name, "", TAB, {"area_id": found.area_id}, found.rank)
