"""The fields of a booking, and what stands in them as a booking's content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from openblock.clock import day_of
from openblock.errors import Problem
from openblock.features.grounds.queries import AreaRow
from openblock.features.grounds.rules.content import BookingContent
from openblock.features.grounds.ui.booking_officer import OfficerChoice
from openblock.features.grounds.ui.booking_times import QuartersEdit
from openblock.features.grounds.ui.people_edit import PeopleEdit
from openblock.features.shadowing.ui.hours_edit import HOURS
from openblock.i18n import _, p_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit
from openblock.ui.forms.known_text import KnownTextEdit

_LONGEST_PURPOSE, _LONGEST_NOTE = 80, 200
_AT_HOURS = frozenset({"starts_at", "ends_at"})


def booking_fields(desk: Desk, areas: Sequence[AreaRow]) -> dict[str, Field]:
    """Every field by its name, in reading order."""
    purpose = KnownTextEdit()
    purpose.setMaxLength(_LONGEST_PURPOSE)
    equipment = TextEdit()
    equipment.setMaxLength(_LONGEST_NOTE)
    known = [(row.area_id, row.content.name) for row in areas]
    what_for = _("Football, gardening, free time\N{HORIZONTAL ELLIPSIS}")
    fields = (
        Field("area_id", p_("grounds", "Area"), Choice(known), needed=True),
        Field("day", _("Day"), DayEdit(), needed=True),
        Field(HOURS, _("Time"), QuartersEdit(), needed=True),
        Field("residents", _("Who takes part"), PeopleEdit(desk)),
        Field("purpose", _("Purpose"), purpose, hint=what_for),
        Field("officer_id", _("Watched by"), OfficerChoice()),
        Field("equipment", _("Equipment"), equipment, hint=_("Balls, tools, keys")),
    )
    return {field.name: field for field in fields}


def fill(form: Form, draft: BookingContent) -> None:
    """Put a draft into the fields; the officer is another matter."""
    day = day_of(draft.starts_at)
    form.fields[HOURS].editor.set_day(day)
    form.fill(
        {
            "area_id": draft.area_id or None,
            "day": day,
            HOURS: draft.span,
            "residents": draft.residents,
            "purpose": draft.purpose,
            "equipment": draft.equipment,
        }
    )


def content_of(form: Form) -> BookingContent | None:
    """What stands in the fields; None while the area or the time cannot be read."""
    values: dict[str, Any] = form.values()
    span = values[HOURS]
    if values["area_id"] is None or values["day"] is None or span is None:
        return None
    return BookingContent(
        area_id=values["area_id"],
        starts_at=span.start,
        ends_at=span.end,
        residents=values["residents"],
        purpose=values["purpose"],
        equipment=values["equipment"],
        officer_id=values["officer_id"],
    )


def at_hours(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of either end stand beside the time, whose two ends are one field."""
    return tuple(
        replace(each, field=HOURS) if each.field in _AT_HOURS else each for each in problems
    )
