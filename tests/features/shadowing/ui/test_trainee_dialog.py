"""A trainee is entered with course, group and clearance; one who leaves early keeps a last day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.commands import SaveTrainee, save_trainee
from openblock.features.shadowing.queries import items, to_replan, trainees
from openblock.features.shadowing.queries.rows import TraineeRow
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.ui.trainee_dialog import TraineeDialog
from openblock.ui.desk import Desk

LONG = "Ģarš" * 22 + "Ņē"
Show = Callable[..., TraineeDialog]


@pytest.fixture
def over(qtbot) -> QWidget:
    """What the forms are opened over; they are gone as soon as they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show(qtbot, block, desk: Desk, over: QWidget) -> Show:
    def opened(number: int | None = None, **given) -> TraineeDialog:
        row = row_of(desk, number) if number is not None else None
        dialog = TraineeDialog(desk, row, **given, parent=over)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return opened


def row_of(desk: Desk, number: int) -> TraineeRow:
    return next(each for each in desk.read(trainees) if each.trainee_id == number)


def by_name(desk: Desk, surname: str) -> TraineeRow:
    return next(each for each in desk.read(trainees) if each.content.surname == surname)


def test_enter_saves_a_new_trainee_cleared_today(qtbot, block, desk, show):
    dialog = show(course_id=block.second)
    qtbot.keyClicks(dialog.form.fields["surname"].editor, "O'Brien <b>&")
    qtbot.keyClicks(dialog.form.fields["given_name"].editor, "Anna")
    ticks = dialog.form.fields["clearances"].editor.ticks
    for tick in ticks.values():
        tick.click()
    qtbot.keyClick(dialog.form.fields["phone"].editor, Qt.Key.Key_Return)
    row = by_name(desk, "O'Brien <b>&")
    assert row.content.course_id == block.second
    assert set(row.content.clearances.values()) == {date(2026, 3, 25)}
    assert row.lacking == ()
    assert desk.undo_label == "Trainee saved: O'Brien <b>& Anna"


def test_a_name_of_ninety_letters_is_kept_whole(block, desk, show):
    dialog = show()
    dialog.form.fill({"surname": LONG, "given_name": "Anna"})
    dialog.accept()
    assert by_name(desk, LONG).name == f"{LONG} Anna"


def test_what_is_missing_and_too_long_stands_beside_its_field(block, desk, show):
    dialog = show()
    dialog.accept()
    said = {name for name, field in dialog.form.fields.items() if field.problem()}
    assert said == {"surname", "given_name"}
    dialog.form.fill({"surname": "X" * 101, "given_name": "Anna"})
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields["surname"].problem()
    assert dialog.form.fields["surname"].value() == "X" * 101


def test_clearance_on_a_day_to_come_is_refused(block, show):
    dialog = show(block.marta)
    first = next(iter(dialog.form.fields["clearances"].editor.days.values()))
    first.setText("26.03.2026")
    dialog.accept()
    assert dialog.form.fields["clearances"].problem()


def test_groups_of_the_chosen_course_are_offered(block, show):
    dialog = show(block.elina)
    completer = dialog.form.fields["group"].editor.completer()
    assert completer.model().stringList() == ["A", "B"]
    dialog.form.fields["course_id"].set_value(block.third)
    assert completer.model().stringList() == []


def test_who_leaves_early_upsets_what_was_planned_later(block, desk, show):
    dialog = show(block.elina)
    dialog.form.fields["left_on"].set_value(date(2026, 3, 27))
    dialog.accept()
    if dialog.isVisible():
        dialog.form.fields["reason"].set_value("pati lūdza")
        dialog.accept()
    assert not dialog.isVisible()
    assert row_of(desk, block.elina).content.left_on == date(2026, 3, 27)
    assert [row.shadowing_id for row in desk.read(to_replan, clock.now())] == [block.later]


def test_another_course_whose_classes_are_in_the_way_asks_why(block, desk, show):
    block.plan(block.gatis, block.normunds, 30)
    dialog = show(block.gatis)
    dialog.form.fields["course_id"].set_value(block.second)
    dialog.accept()
    assert dialog.isVisible()
    assert "30 Mar" in " ".join(
        (dialog.trouble.text(), *(each.problem() for each in dialog.form.fields.values()))
    )
    dialog.form.fields["reason"].set_value("pārcelts uz citu kursu")
    dialog.accept()
    assert row_of(desk, block.gatis).content.course_id == block.second


def test_what_somebody_else_saved_meanwhile_stands_beside_yours(block, desk, show):
    dialog = show(block.elina)
    row = row_of(desk, block.elina)
    theirs = replace(row.content, phone="26000000", group="B")
    block.store.run(save_trainee, SaveTrainee(row.trainee_id, row.version, theirs))
    dialog.form.fields["phone"].set_value("29999999")
    dialog.accept()
    assert dialog.form.fields["phone"].problem() == "Theirs: 26000000"
    assert dialog.form.fields["group"].problem() == "Theirs: B"
    dialog.accept()
    assert row_of(desk, block.elina).content.phone == "29999999"


def test_what_is_half_typed_survives_with_its_days(block, desk, show):
    dialog = show()
    number = desk.read(items, ItemKind.CLEARANCE)[0].item_id
    dialog.form.fill({"surname": "Ozola", "clearances": {number: date(2026, 3, 20)}})
    kept = dialog.typed()
    again = show()
    again.type_in(kept)
    assert again.form.fields["surname"].value() == "Ozola"
    assert again.form.fields["clearances"].value() == {number: date(2026, 3, 20)}
