"""The page of a course's timetable: a week of classes, one entered, or many at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from openblock import clock
from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.queries import calendar_days
from openblock.features.roster.rules import DayKind
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.shadowing.commands import (
    RemoveClass,
    SaveClasses,
    remove_class,
    save_classes,
)
from openblock.features.shadowing.queries import ClassRow, CourseRow, classes, courses
from openblock.features.shadowing.rules.content import ClassContent, Span
from openblock.features.shadowing.ui.class_fields import class_fields, contents_of, dates_words
from openblock.features.shadowing.ui.hours_edit import saying_at_hours
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.features.shadowing.ui.repeat_edit import Repeat, dates_of
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, format_short_day, n_, weekday_letters
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Form, labelled
from openblock.ui.icons import icon
from openblock.ui.plain_label import plain
from openblock.ui.shortcuts import bind, hint
from openblock.ui.table_model import Column
from openblock.ui.theme import px

_LAST = timedelta(days=6)
_WEEK = timedelta(days=7)
_USUAL = (9 * 60, 16 * 60)


class ClassesPage(ListedPage):
    """The course and the week are chosen over the list; a new class may repeat every week."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._courses: dict[int, CourseRow] = {}
        self._holidays: dict[date, str] = {}
        today = clock.today()
        self.monday = today - timedelta(days=today.weekday())
        self.course = Choice()
        self.week = labelled("", "strong")
        self.dates = plain("", "secondary")
        form = Form(class_fields())
        entries = Entries(
            columns=_columns(),
            key=lambda row: row.class_id,
            read=self._read,
            fill=self._values,
            save=self._save_class,
            remove=self._remove_class,
            removable=lambda _row: True,
            remove_words=_("Remove"),
        )
        self._read_courses()
        super().__init__(entries, form, parent)
        form.add_widget(self.dates)
        self._lay_head()
        self._say_week()
        self.course.edited.connect(self._other_course)
        form.fields["day"].edited.connect(self._day_typed)
        form.edited.connect(self._say_dates)
        self._say_dates()

    def refresh(self) -> None:
        """Read the courses and the week again."""
        self._read_courses()
        super().refresh()

    def save(self) -> None:
        """Send the form, once there is a course to have classes."""
        if self.course.value() is None:
            self._say(_("Enter a course first."))
            return
        super().save()

    def go(self, by: int) -> None:
        """Show another week."""
        self._show_week_of(self.monday + by * _WEEK)
        self.refresh()
        self.start_new()

    # Reading

    def _read_courses(self) -> None:
        rows = self._desk.read(courses)
        self._courses = {row.course_id: row for row in rows}
        kept = self.course.value()
        self.course.set_options([(row.course_id, row.content.name) for row in rows])
        if kept is None and rows:
            self.course.set_value(rows[0].course_id)

    def _read(self) -> tuple[ClassRow, ...]:
        course_id = self.course.value()
        if course_id is None:
            return ()
        return self._desk.read(classes, course_id, self.monday, self.monday + _LAST)

    def _other_course(self) -> None:
        super().refresh()
        self.start_new()

    # The form

    def _values(self, row: ClassRow | None) -> dict[str, Any]:
        self.form.show_field("repeat", shown=row is None)
        course = self._courses.get(self.course.value() or 0)
        self.form.fields["group"].editor.offer(course.groups if course else ())
        if row is not None:
            content = row.content
            day, span = clock.day_of(content.starts_at), Span(content.starts_at, content.ends_at)
            title, group = content.title, content.group
        else:
            day, title, group = self.monday, "", ""
            span = Span(clock.at(day, _USUAL[0]), clock.at(day, _USUAL[1]))
        self.form.fields["hours"].editor.set_day(day)
        return {"day": day, "hours": span, "title": title, "group": group, "repeat": Repeat()}

    def _day_typed(self) -> None:
        self.form.fields["hours"].editor.set_day(self.form.fields["day"].value())

    def _dates(self, values: dict[str, Any]) -> tuple[date, ...]:
        if values["day"] is None:
            return ()
        if self.row is not None:
            return (values["day"],)
        return dates_of(values["day"], values["repeat"], self._known_holidays(values))

    def _known_holidays(self, values: dict[str, Any]) -> dict[date, str]:
        first, until = values["day"], values["repeat"].until
        if until is None or until <= first:
            return {}
        days = self._desk.read(calendar_days, first, min(until, first + 60 * _WEEK))
        return {each.day: each.name for each in days if each.kind is DayKind.HOLIDAY}

    def _say_dates(self) -> None:
        values = self.form.values()

        def show() -> None:
            found = self._dates(values)
            left_out = self._known_holidays(values) if len(found) > 1 else {}
            repeat = values["repeat"]
            missed = [day for day in left_out if day.weekday() in repeat.weekdays]
            self.dates.setText(dates_words(found, missed))

        self._desk.show(show)

    # Saving

    def _save_class(self, row: ClassRow | None, values: dict[str, Any]) -> object:
        course_id = self.course.value()
        made = contents_of(course_id, values, self._dates(values))
        number, version = (row.class_id, row.version) if row is not None else (None, 0)
        request = SaveClasses(made, number, version, values[REASON])
        said = n_("{number} class saved", "{number} classes saved", len(made))
        with saying_at_hours():
            done = self._desk.attempt(save_classes, request, said)
        # The list goes where the classes are, so that what was saved is seen.
        self._show_week_of(clock.day_of(made[0].starts_at))
        return done

    def _remove_class(self, row: ClassRow) -> object:
        request = RemoveClass(row.class_id, row.version)
        said = _("Class removed: {class_}").format(class_=_named(row.content))
        return self._desk.attempt(remove_class, request, said)

    # Looks

    def _show_week_of(self, day: date) -> None:
        self.monday = day - timedelta(days=day.weekday())
        self._say_week()

    def _say_week(self) -> None:
        first, last = format_short_day(self.monday), format_short_day(self.monday + _LAST)
        self.week.setText(_("{first} to {last}").format(first=first, last=last))

    def _lay_head(self) -> None:
        self.course.setAccessibleName(_("Course"))
        self.course.setToolTip(_("The course whose timetable is shown"))
        self.table.setAccessibleName(_("Classes of the week"))
        line = QHBoxLayout()
        line.setSpacing(px(6))
        for by, drawing, key, words in (
            (-1, "left", "earlier", _("Earlier week")),
            (1, "right", "later", _("Later week")),
        ):
            button = QToolButton()
            button.setIcon(icon(drawing))
            button.setToolTip(hint(words, key))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _on=False, by=by: self.go(by))
            for shortcut in bind(key, self):
                shortcut.activated.connect(button.click)
            line.addWidget(button)
        line.insertWidget(1, self.week)
        line.addStretch(1)
        self.above.addWidget(self.course)
        self.above.addLayout(line)


def _named(content: ClassContent) -> str:
    day = format_short_day(clock.day_of(content.starts_at))
    return f"{day} {content.title}".strip()


def _columns() -> tuple[Column, ...]:
    def day(row: ClassRow) -> str:
        starts = clock.day_of(row.content.starts_at)
        return f"{weekday_letters(starts)} {format_short_day(starts)}"

    return (
        Column(_("Day"), day, strong=True),
        Column(
            _("Time"), lambda row: hours_between(Span(row.content.starts_at, row.content.ends_at))
        ),
        Column(_("Class"), lambda row: row.content.title or "\N{EN DASH}"),
        Column(_("Group"), lambda row: row.content.group or _("everybody")),
    )
