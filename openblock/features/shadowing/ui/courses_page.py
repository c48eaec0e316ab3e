"""The page of courses: their days, the hours asked for, and the situations to be seen."""

from __future__ import annotations

from typing import Any

from openblock import clock
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.shadowing.commands import (
    RemoveCourse,
    SaveCourse,
    remove_course,
    save_course,
)
from openblock.features.shadowing.queries import CourseRow, courses
from openblock.features.shadowing.rules.content import CourseContent
from openblock.features.shadowing.ui.course_fields import course_content, course_fields, values_of
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.i18n import _, format_day
from openblock.ui.desk import Desk
from openblock.ui.forms import Form
from openblock.ui.table_model import Column


def courses_page(desk: Desk) -> ListedPage:
    """Every course; one that nobody is on can be removed."""
    entries = Entries(
        columns=_columns(),
        key=lambda row: row.course_id,
        read=lambda: desk.read(courses),
        fill=_filled,
        save=lambda row, values: _save(desk, row, values),
        remove=lambda row: desk.attempt(
            remove_course,
            RemoveCourse(row.course_id, row.version),
            _("Course removed: {name}").format(name=row.content.name),
        ),
        removable=lambda row: not row.trainees,
        remove_words=_("Remove"),
    )
    return ListedPage(entries, Form(course_fields()))


def _filled(row: CourseRow | None) -> dict[str, Any]:
    if row is not None:
        return values_of(row.content)
    today = clock.today()
    # The last day is nobody's guess.
    return {**values_of(CourseContent("", today, today)), "last_day": None}


def _save(desk: Desk, row: CourseRow | None, values: dict[str, Any]) -> object:
    content = course_content(values)
    number, version = (row.course_id, row.version) if row is not None else (None, 0)
    said = _("Course saved: {name}").format(name=content.name)
    return desk.attempt(save_course, SaveCourse(number, version, content), said)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Course"), lambda row: row.content.name, strong=True),
        Column(
            _("Last day"),
            lambda row: format_day(row.content.last_day),
            sort=lambda row: row.content.last_day,
            tone=lambda row: "text3" if row.content.last_day < clock.today() else "",
        ),
        Column(_("Trainees"), lambda row: str(row.trainees), align="right"),
    )
