"""Trainees as the search from anywhere finds them: Enter opens the card."""

from __future__ import annotations

from openblock.features.shadowing.queries import find_trainees
from openblock.features.shadowing.queries.rows import FoundTrainee
from openblock.i18n import _, format_day
from openblock.ui.desk import Desk
from openblock.ui.search.source import ASKED, Hit, SearchSource

TAB = "shadowing"


def search_source() -> SearchSource:
    """The trainees for the search; who is a trainee may not look for others (TR-15)."""
    return SearchSource(
        key="trainees",
        title=lambda: _("Trainees"),
        icon="shadowing",
        operation="shadowing.find_trainees",
        find=_find,
    )


def _find(desk: Desk, typed: str) -> tuple[Hit, ...]:
    return tuple(map(_hit, desk.read(find_trainees, typed)[:ASKED]))


def _hit(found: FoundTrainee) -> Hit:
    row = found.row
    content = row.content
    parts = (
        row.course,
        content.group,
        _("not cleared") if row.lacking else "",
        _("gave up on {day}").format(day=format_day(content.left_on)) if content.left_on else "",
    )
    detail = " \N{MIDDLE DOT} ".join(filter(None, parts))
    return Hit(row.name, detail, TAB, {"trainee_id": row.trainee_id}, found.rank)
