"""What the shared import dialog needs to know about a list of trainees.

For the practice tab: ``open_import(desk, course_id, parent)`` with the course on show; where all
courses are shown, ``None`` takes the one that is running or comes next, and the title says which.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.commands import import_trainees
from openblock.features.shadowing.queries import courses, items, remembered_columns, trainees
from openblock.features.shadowing.queries.rows import CourseRow
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.sheets.list_intake import Roll, trainees_import, trainees_intake
from openblock.i18n import _, n_
from openblock.importing.preview import Preview
from openblock.ui import importing
from openblock.ui.desk import Desk
from openblock.ui.importing import ImportDialog, ImportOffer, ListKind, offer_of


def open_import(
    desk: Desk, course_id: int | None, parent: QWidget | None = None
) -> ImportDialog | None:
    """Show the import of trainees into a course; None where there is no course yet."""
    shown: list[ImportDialog] = []

    def show() -> None:
        course = _course(desk, course_id)
        if course is None:
            desk.say(_("Add a course first: trainees are imported into one."))
        else:
            shown.append(importing.open_import(desk, import_offer(desk, course), parent))

    desk.show(show)
    return shown[0] if shown else None


def _course(desk: Desk, course_id: int | None) -> CourseRow | None:
    """The course wanted, else the first that has not ended: those stand first."""
    rows = desk.read(courses)
    if course_id is None:
        return rows[0] if rows else None
    return next((row for row in rows if row.course_id == course_id), None)


def import_offer(desk: Desk, course: CourseRow) -> ImportOffer:
    """The import into ``course``, its undo one step."""

    def roll() -> Roll:
        return Roll(
            course,
            desk.read(trainees, course.course_id),
            desk.read(items, ItemKind.CLEARANCE, only_active=True),
            clock.today(),
        )

    def request(preview: Preview, file_name: str, headings: Mapping[str, str]) -> object:
        return trainees_import(preview, roll(), file_name, headings)

    return offer_of(
        desk,
        ListKind(
            key="trainees",
            title=_("Import trainees: {course}").format(course=course.content.name),
            intake=lambda: trainees_intake(roll()),
            remembered=remembered_columns,
            command=import_trainees,
            request=request,
            counted=lambda number: n_("{number} trainee", "{number} trainees", number),
        ),
    )
