"""The form a mentor confirms a shadowing shift with: what happened, and how it went (TR-12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from openblock import clock
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.shadowing.commands import ConfirmShadowing, confirm_shadowing
from openblock.features.shadowing.queries import Confirming, confirming
from openblock.features.shadowing.rules.content import Confirmation, Mark, Span
from openblock.features.shadowing.ui.hours_edit import HOURS, HoursEdit, saying_at_hours
from openblock.features.shadowing.ui.marks_edit import MarksEdit
from openblock.features.shadowing.ui.settled_words import heading_of, planned_words, span_words
from openblock.features.shadowing.ui.words_edit import WordsEdit
from openblock.features.shadowing.words import item_name, situation_name
from openblock.i18n import _, format_hours
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, labelled
from openblock.ui.forms.ticks_edit import TicksEdit
from openblock.ui.plain_label import plain


class ConfirmDialog(ReasonedDialog):
    """Filled in with what was planned and what those hours offered: for the usual case Enter."""

    draft_form = "confirm"
    #: The trainee did not come: the number of the shadowing shift.
    missed_wanted = Signal(int)

    def __init__(self, desk: Desk, seen: Confirming, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._seen = seen
        super().__init__(
            heading_of(seen.row), self._build(), self._confirm, save=_("Confirm"), parent=parent
        )
        self.fit(680, 660)

    def typed(self) -> dict[str, Any]:
        values = super().typed()
        span: Span | None = values.pop(HOURS)
        marks: Mapping[int, Mark] = values.pop("evaluation", {})
        return {
            **values,
            "start": span.start if span else None,
            "end": span.end if span else None,
            "marks": tuple(f"{number} {mark}" for number, mark in marks.items()),
        }

    def type_in(self, typed: Mapping[str, Any]) -> None:
        super().type_in(typed)
        if typed.get("start") and typed.get("end"):
            self.form.fields[HOURS].set_value(Span(typed["start"], typed["end"]))
        marks = (each.split(" ", 1) for each in typed.get("marks", ()))
        if "evaluation" in self.form.fields:
            self.form.fields["evaluation"].set_value(
                {int(number): Mark(mark) for number, mark in marks}
            )

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        fresh = self._desk.read(confirming, self._seen.row.shadowing_id, clock.now())
        if fresh is None:
            return {}
        self._seen = fresh
        self.planned.setText(planned_words(fresh))
        span = fresh.row.span
        return {HOURS: (span, span_words(span))}

    # Inside

    def _buttons(self) -> QHBoxLayout:
        self.missed_button = QPushButton(_("Did not come\N{HORIZONTAL ELLIPSIS}"))
        self.missed_button.setAutoDefault(False)
        self.missed_button.setToolTip(_("Enter that the trainee did not come, and why"))
        self.missed_button.clicked.connect(self._miss)
        buttons = super()._buttons()
        buttons.insertWidget(0, self.missed_button)
        return buttons

    def _build(self) -> Form:
        seen = self._seen
        form = Form()
        self.planned = plain(planned_words(seen), "secondary")
        hours = HoursEdit()
        hours.set_value(seen.row.span)
        situations = TicksEdit(
            [(each.situation_id, situation_name(each.content)) for each in seen.course.situations]
        )
        situations.set_value(seen.offered)
        form.add_widget(plain(seen.row.trainee, "title"))
        form.add_widget(self.planned)
        form.add_widget(labelled(_("What happened"), "strong"))
        form.add(Field(HOURS, _("Was there"), hours, needed=True))
        if seen.course.situations:
            form.add(Field("situations", _("Saw"), situations))
        form.add_widget(labelled(_("How it went, in the mentor's judgement"), "strong"))
        if seen.competences:
            marks = MarksEdit(
                [(each.item_id, item_name(each.code, each.name)) for each in seen.competences]
            )
            form.add(Field("evaluation", _("Evaluation"), marks))
        form.add(Field("remark", _("Remark"), WordsEdit()))
        return form

    def _confirm(self, values: dict[str, Any]) -> None:
        row, span = self._seen.row, values[HOURS]
        confirmation = Confirmation(
            span.start,
            span.end,
            values.get("situations", ()),
            values.get("evaluation", {}),
            values["remark"],
        )
        request = ConfirmShadowing(row.shadowing_id, row.version, confirmation, values[REASON])
        said = _("{trainee}: {hours} h confirmed").format(
            trainee=row.trainee, hours=format_hours(span.minutes)
        )
        with saying_at_hours():
            self._desk.attempt(confirm_shadowing, request, said)

    def _miss(self) -> None:
        self.reject()
        self.missed_wanted.emit(self._seen.row.shadowing_id)
