"""The fields of a course, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openblock.features.shadowing.rules.content import CourseContent
from openblock.features.shadowing.ui.situations_edit import SituationsEdit
from openblock.i18n import _
from openblock.ui.forms import DayEdit, Field, NumberEdit, TextEdit, YesNo

NAMES = (
    "name",
    "first_day",
    "last_day",
    "required_minutes",
    "night_allowed",
    "situations",
)
_LONGEST_NAME = 60
_MOST_HOURS = 2000
_HOUR = 60


def course_fields() -> list[Field]:
    """Every field in reading order."""
    name = TextEdit()
    # More than allowed: what was pasted too long is refused in words, not cut in silence.
    name.setMaxLength(_LONGEST_NAME * 4)
    return [
        Field("name", _("Name"), name, needed=True, hint=_("Junior officers, autumn 2026")),
        Field("first_day", _("First day"), DayEdit(), needed=True),
        Field("last_day", _("Last day"), DayEdit(), needed=True),
        Field("required_minutes", _("Hours of practice"), HoursNumber()),
        Field("night_allowed", _("Night"), YesNo(_("Practice at night is allowed"))),
        Field("situations", _("To be seen"), SituationsEdit()),
    ]


class HoursNumber(NumberEdit):
    """Whole hours are typed; the value is minutes, and odd minutes stay until typed over."""

    def __init__(self) -> None:
        super().__init__(0, 0, _MOST_HOURS)
        self._given = 0

    def value(self) -> int:
        hours = super().value()
        return self._given if hours == self._given // _HOUR else hours * _HOUR

    def set_value(self, value: int) -> None:
        self._given = value
        super().set_value(value // _HOUR)


def values_of(content: CourseContent) -> dict[str, Any]:
    """A course as the fields hold it."""
    return {name: getattr(content, name) for name in NAMES}


def course_content(values: Mapping[str, Any]) -> CourseContent:
    """What stands in the fields."""
    return CourseContent(**{name: values[name] for name in NAMES})
