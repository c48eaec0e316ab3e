"""The fields of an absence: whose, why, which days, and the times of the first and the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openblock import clock
from openblock.clock import MINUTES_OF_DAY
from openblock.features.roster.queries import absence_letters
from openblock.features.roster.rules import AbsenceContent, AbsenceKind
from openblock.features.roster.rules.absence import LONGEST_REMARK
from openblock.features.roster.ui.colleagues import officer_choice
from openblock.features.roster.words import kind_name
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit, TimeEdit

OFFICER, KIND, REMARK = "officer_id", "kind", "remark"
FIRST_DAY, FROM = "first_day", "from_minute"
LAST_DAY, TO = "last_day", "to_minute"


def absence_form(desk: Desk, content: AbsenceContent) -> Form:
    """The form with ``content`` in it; times are left empty where the whole day is meant."""
    letters = desk.read(absence_letters)
    # The letter comes first: typing it in the list chooses the kind, as typing it in a cell does.
    kinds = [(kind, f"{letters[kind].code} \N{EN DASH} {kind_name(kind)}") for kind in AbsenceKind]
    who = officer_choice(desk, content.officer_id, content.first_day)
    remark = TextEdit(content.remark)
    remark.setMaxLength(LONGEST_REMARK)
    whole = _("Whole day")
    form = Form(
        (
            Field(OFFICER, _("Officer"), who, needed=True),
            Field(KIND, _("Why"), Choice(kinds, content.kind), needed=True),
            Field(FIRST_DAY, _("First day"), DayEdit(content.first_day), needed=True),
            Field(FROM, _("From"), TimeEdit(), hint=whole),
            Field(LAST_DAY, _("Last day"), DayEdit(content.last_day), needed=True),
            Field(TO, _("To"), TimeEdit(), hint=whole),
            Field(REMARK, _("Remark"), remark, hint=_("No medical details")),
        )
    )
    show_times(form, content)
    return form


def show_times(form: Form, content: AbsenceContent) -> None:
    """Fill in days and times of ``content``."""
    form.fields[FIRST_DAY].set_value(content.first_day)
    form.fields[LAST_DAY].set_value(content.last_day)
    form.fields[FROM].set_value(content.from_minute or None)
    to_minute = content.to_minute if content.to_minute < MINUTES_OF_DAY else None
    form.fields[TO].set_value(to_minute)


def content_of(values: Mapping[str, Any]) -> AbsenceContent | None:
    """What is typed, as an absence; None while something of it is missing."""
    if any(values[name] is None for name in (OFFICER, KIND, FIRST_DAY, LAST_DAY)):
        return None
    to_minute = values[TO]
    return AbsenceContent(
        officer_id=values[OFFICER],
        kind=AbsenceKind(values[KIND]),
        first_day=values[FIRST_DAY],
        last_day=values[LAST_DAY],
        from_minute=values[FROM] or 0,
        to_minute=MINUTES_OF_DAY if to_minute is None else to_minute,
        remark=values[REMARK] or "",
    )


def minute_now() -> int:
    """The minute of today's wall clock."""
    wall = clock.local(clock.now())
    return wall.hour * 60 + wall.minute
