"""Forms: values in and out, problems beside their fields, nothing typed lost on a refusal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.ui.forms import (
    Choice,
    DayEdit,
    DegreesEdit,
    Field,
    Form,
    NumberEdit,
    TextEdit,
    TimeEdit,
    YesNo,
)
from openblock.ui.forms.dialog import FormDialog
from openblock.ui.theme import apply


def some_form() -> Form:
    return Form(
        [
            Field("name", "Name", TextEdit("Anna"), needed=True),
            Field("day", "Day", DayEdit(date(2026, 11, 22))),
            Field("time", "Time", TimeEdit(540)),
            Field("number", "Number", NumberEdit(3)),
            Field("latitude", "Latitude", DegreesEdit(5679)),
            Field("team", "Team", Choice([(1, "first"), (2, "second")], 2)),
            Field("mentor", "Mentor", YesNo("is a mentor", value=True)),
        ]
    )


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> Form:
    apply(qapp)
    made = some_form()
    qtbot.addWidget(made)
    made.show()
    return made


def test_values_come_out_as_they_went_in(form: Form) -> None:
    values = {
        "name": "Ēriks",
        "day": date(2027, 1, 5),
        "time": 1440,
        "number": 7,
        "latitude": -3387,
        "team": 1,
        "mentor": False,
    }
    form.fill(values)
    assert form.values() == values


def test_an_unreadable_date_is_said_beside_the_field_while_typing(qtbot: QtBot, form: Form) -> None:
    field = form.fields["day"]
    field.editor.clear()
    qtbot.keyClicks(field.editor, "31.02.")
    assert "22.11." in field.problem()
    assert not form.check()
    assert field.value() is None


def test_a_typed_date_is_tidied_when_the_field_is_left(qtbot: QtBot, form: Form) -> None:
    with clock.standing_at(datetime.fromisoformat("2026-12-20T12:00+00:00")):
        editor = form.fields["day"].editor
        editor.clear()
        qtbot.keyClicks(editor, "5.1.")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert editor.text() == "05/01/2027"


# The off-screen platform has no popups to raise; the calendar opens all the same.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_date_can_be_picked(qtbot: QtBot, form: Form) -> None:
    editor = form.fields["day"].editor
    editor._button.click()  # noqa: SLF001  the button is the field's own, inside its frame
    calendar = editor.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.activated.emit(QDate(2026, 12, 24))
    assert editor.value() == date(2026, 12, 24)


def test_a_time_is_tidied_and_what_is_none_is_said(qtbot: QtBot, form: Form) -> None:
    field = form.fields["time"]
    field.editor.setText("830")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.editor.text() == "08:30"
    field.editor.setText("half past")
    assert "08:30" in field.problem()


def test_degrees_are_tidied_and_what_is_none_is_said(qtbot: QtBot, form: Form) -> None:
    field = form.fields["latitude"]
    field.editor.setText("56,8")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.editor.text() == "56.80"
    field.editor.setText("north")
    assert "56.79" in field.problem()


def test_a_missing_value_is_said_only_when_sent(form: Form) -> None:
    field = form.fields["name"]
    field.editor.setText("")
    assert field.problem() == ""
    assert not form.check()
    assert field.problem() == "Needed"


def test_problems_stand_beside_their_fields_and_the_rest_comes_back(form: Form) -> None:
    problems = [
        Problem("too-long", field="name"),
        Problem("taken", field="name"),
        Problem("odd", Severity.WARNING, field="number"),
        Problem("elsewhere"),
    ]
    others = form.show_problems(problems, lambda problem: problem.code)
    assert form.fields["name"].problem() == "too-long\ntaken"
    assert form.fields["number"].problem() == "odd"
    assert [problem.code for problem in others] == ["elsewhere"]
    assert form.fields["name"].editor.accessibleDescription() == "too-long\ntaken"


def test_typing_takes_the_problem_away(qtbot: QtBot, form: Form) -> None:
    field = form.fields["name"]
    field.say("taken")
    qtbot.keyClicks(field.editor, "a")
    assert field.problem() == ""


def test_a_choice_keeps_its_value_when_options_change(form: Form) -> None:
    choice = form.fields["team"].editor
    choice.set_options([(3, "third"), (2, "zweite")])
    assert choice.value() == 2
    choice.set_options([])
    assert choice.value() is None
    choice.set_value(9)
    assert choice.value() is None


def test_a_field_can_be_hidden_with_its_label(form: Form) -> None:
    form.show_field("team", False)
    assert form.fields["team"].isHidden()
    assert form.fields["team"].label.isHidden()


def test_a_refused_dialog_stays_open_with_everything_typed(qtbot: QtBot) -> None:
    form = some_form()
    refusals: list[KnownError] = [
        RuleBroken(Problem("template-code-taken", facts={"code": "24"}, field="name")),
        KnownError("no-such-code-anywhere"),
    ]
    sent: list[dict[str, Any]] = []

    def send(values: dict[str, Any]) -> None:
        if refusals:
            raise refusals.pop(0)
        sent.append(values)

    dialog = FormDialog("Title", form, send, intro="Look")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(form.fields["name"].editor, Qt.Key.Key_Return)
    assert "24" in form.fields["name"].problem()
    assert not sent
    dialog.save_button.click()
    assert "no-such-code-anywhere" in dialog.trouble.text()
    assert dialog.isVisible()
    dialog.save_button.click()
    assert sent[0]["name"] == "Anna"
    assert not dialog.isVisible()


def test_a_name_in_a_problem_is_shown_as_it_was_typed(form):
    form.fields["name"].say("There is an area <b>Field</b> already.")
    (line,) = (each for each in form.findChildren(QLabel) if "<b>" in each.text())
    assert line.textFormat() is Qt.TextFormat.PlainText
