"""The form of a trainee: name, course and group, telephone, clearance, the last day of a leaver."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.shadowing.commands import SaveTrainee, save_trainee
from openblock.features.shadowing.queries import (
    CourseRow,
    ItemRow,
    TraineeRow,
    courses,
    items,
    trainees,
)
from openblock.features.shadowing.rules.content import ItemKind, TraineeContent
from openblock.features.shadowing.ui.clearance_edit import ClearanceEdit
from openblock.features.shadowing.words import item_name
from openblock.i18n import _, format_day
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit
from openblock.ui.forms.known_text import KnownTextEdit

NAMES = ("surname", "given_name", "course_id", "group", "phone", "clearances", "left_on")
_LONGEST = 400


class TraineeDialog(ReasonedDialog):
    """A new trainee, or other content for one; who leaves early upsets what is planned later."""

    draft_form = "trainee"
    #: The trainee was saved: the number.
    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        row: TraineeRow | None = None,
        *,
        course_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._desk = desk
        self._row = row
        self._courses = {each.course_id: each for each in desk.read(courses)}
        self._items = desk.read(items, ItemKind.CLEARANCE)
        form = Form(self._fields())
        form.fill(_values(row.content) if row else {"course_id": self._usual_course(course_id)})
        form.fields["course_id"].edited.connect(self._offer_groups)
        title = _("Change: {name}").format(name=row.name) if row else _("New trainee")
        super().__init__(title, form, self._save_trainee, parent=parent)
        self._offer_groups()
        self.fit(520, 480)

    def typed(self) -> dict[str, Any]:
        values = super().typed()
        days: Mapping[int, date] = values.pop("clearances")
        return {**values, "days": tuple(f"{number} {day}" for number, day in days.items())}

    def type_in(self, typed: Mapping[str, Any]) -> None:
        super().type_in(typed)
        days = (each.split(" ") for each in typed.get("days", ()))
        had = {int(number): date.fromisoformat(day) for number, day in days}
        self.form.fields["clearances"].set_value(had)

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        if self._row is None:
            return {}
        number = self._row.trainee_id
        fresh = next(
            (each for each in self._desk.read(trainees) if each.trainee_id == number), None
        )
        if fresh is None:
            return {}
        self._row = fresh
        return {
            name: (value, self._said(name, value)) for name, value in _values(fresh.content).items()
        }

    # Inside

    def _fields(self) -> list[Field]:
        group = KnownTextEdit()
        fields = [
            Field("surname", _("Surname"), TextEdit(), needed=True),
            Field("given_name", _("Given name"), TextEdit(), needed=True),
            Field("course_id", _("Course"), Choice(self._course_options()), needed=True),
            Field("group", _("Group"), group),
            Field("phone", _("Phone"), TextEdit()),
            Field("clearances", _("Clearance"), ClearanceEdit(self._clearance_options())),
            Field("left_on", _("Left on"), DayEdit(), hint=_("Empty while on the course")),
        ]
        for field in fields:
            if isinstance(field.editor, TextEdit):
                # More than allowed: what was pasted too long is refused in words.
                field.editor.setMaxLength(_LONGEST)
        return fields

    def _course_options(self) -> list[tuple[int, str]]:
        return [(number, each.content.name) for number, each in self._courses.items()]

    def _clearance_options(self) -> list[tuple[int, str]]:
        """What is in use, and what this trainee had before it went out of use."""
        had = self._row.content.clearances if self._row else {}
        return [
            (each.item_id, item_name(each.code, each.name))
            for each in self._items
            if each.active or each.item_id in had
        ]

    def _usual_course(self, course_id: int | None) -> int | None:
        """The course shown, else the first that runs or comes."""
        return course_id if course_id in self._courses else next(iter(self._courses), None)

    def _offer_groups(self) -> None:
        course: CourseRow | None = self._courses.get(self.form.fields["course_id"].value())
        self.form.fields["group"].editor.offer(course.groups if course else ())

    def _save_trainee(self, values: dict[str, Any]) -> None:
        content = TraineeContent(**{name: values[name] for name in NAMES})
        number, version = (self._row.trainee_id, self._row.version) if self._row else (None, 0)
        request = SaveTrainee(number, version, content, values[REASON])
        said = _("Trainee saved: {name}").format(name=content.name)
        done = self._desk.attempt(save_trainee, request, said)
        self.saved.emit(int(done.value))

    def _said(self, name: str, value: Any) -> str:
        if isinstance(value, date):
            return format_day(value)
        if name == "course_id":
            return self._courses[value].content.name if value in self._courses else ""
        if name == "clearances":
            return _clearance_words(self._items, value)
        return str(value or "")


def _values(content: TraineeContent) -> dict[str, Any]:
    return {name: getattr(content, name) for name in NAMES}


def _clearance_words(items_: tuple[ItemRow, ...], days: Mapping[int, date]) -> str:
    return ", ".join(
        f"{item_name(each.code, each.name)} {format_day(days[each.item_id])}"
        for each in items_
        if each.item_id in days
    )
