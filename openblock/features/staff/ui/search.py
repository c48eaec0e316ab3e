"""Officers in the search from anywhere: found by name or badge, opened on their card."""

from __future__ import annotations

from openblock import clock
from openblock.features.staff.queries import FoundOfficer, OfficerRow, find_officers
from openblock.i18n import _, format_day
from openblock.ui.desk import Desk
from openblock.ui.search.source import ASKED, Hit, SearchSource


def search_source() -> SearchSource:
    """What staff gives to the search."""
    return SearchSource("staff", lambda: _("Officers"), "staff", "staff.find_officers", _find)


def _find(desk: Desk, typed: str) -> tuple[Hit, ...]:
    return tuple(map(_hit, desk.read(find_officers, typed)[:ASKED]))


def _hit(found: FoundOfficer) -> Hit:
    row = found.row
    return Hit(row.name, _detail(row), "staff", {"officer_id": row.officer_id}, found.rank)


def _detail(row: OfficerRow) -> str:
    """Rank, team and badge; of one who has left, the last day."""
    left = row.last_day is not None and row.last_day < clock.today()
    parts = (
        row.rank,
        _("Team {number}").format(number=row.team) if row.team else "",
        row.badge,
        _("left {day}").format(day=format_day(row.last_day)) if left and row.last_day else "",
    )
    return " · ".join(filter(None, parts))
