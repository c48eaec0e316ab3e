"""The groups that were booked before, as entries that one key takes with all they had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openblock.clock import day_of
from openblock.features.grounds.queries import EarlierGroup
from openblock.features.grounds.ui.booking_entries import MOST_NUMBERED, EntryLine
from openblock.i18n import _, format_hours, format_short_day, n_


def lines_of(
    groups: Sequence[EarlierGroup], areas: Mapping[int, str], area_id: int
) -> tuple[EntryLine, ...]:
    """An entry for each group, as many with a digit as there are digits."""
    return tuple(
        EntryLine(
            what=place,
            number=place + 1 if place < MOST_NUMBERED else 0,
            title=group.purpose or _("(no purpose)"),
            aside=_aside(group),
            reasons=", ".join(group.names),
            warning="" if group.area_id == area_id else areas.get(group.area_id, ""),
        )
        for place, group in enumerate(groups)
    )


def _aside(group: EarlierGroup) -> str:
    """8 people, 1:30 h, last on 14.11."""
    people = n_("{number} person", "{number} people", len(group.residents))
    last = _("last {day}").format(day=format_short_day(day_of(group.last)))
    length = _("{hours} h").format(hours=format_hours(group.minutes))
    return f"{people}, {length}, {last}"
