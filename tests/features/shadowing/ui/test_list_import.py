"""A list of trainees comes in through the window, asked about once and taken back in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.features.shadowing.queries import trainees
from openblock.features.shadowing.ui.list_import import open_import
from openblock.importing.preview import Outcome
from openblock.resources import resource
from tests.factories import with_course
from tests.features.shadowing.practising import on


@pytest.fixture(autouse=True)
def autumn(block):
    """The samples were had in September."""
    with clock.standing_at(on(1, 9, 10)):
        yield


def shown(qtbot, desk, course_id, name):
    dialog = open_import(desk, course_id)
    qtbot.addWidget(dialog)
    dialog.load(resource("samples", name))
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    return dialog


def test_an_import_by_keyboard_is_undone_in_one_step(qtbot, block, desk):
    course = with_course(block.store, "4. kurss")
    dialog = open_import(desk, course)
    qtbot.addWidget(dialog)
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle() == "Import trainees: 4. kurss"
    dialog.file_line.path.setFocus()
    qtbot.keyClicks(dialog.file_line.path, str(resource("samples", "trainees.csv")))
    qtbot.keyClick(dialog.file_line.path, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=20_000)
    with qtbot.waitSignals([dialog.written, desk.said], timeout=20_000):
        qtbot.keyClick(dialog.import_button, Qt.Key.Key_Return)
    came = block.store.read(trainees, course)
    assert len(came) == 14
    assert came[0].name == "Āboltiņzara Ieva"
    assert sum(1 for row in came if row.lacking) == 3
    assert desk.undo_label == "Imported: 14 trainees from trainees.csv"
    desk.undo()
    assert block.store.read(trainees, course) == ()


def test_a_list_that_comes_again_changes_nobody(qtbot, block, desk):
    course = with_course(block.store, "4. kurss")
    dialog = shown(qtbot, desk, course, "trainees.csv")
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        dialog.confirm()
    again = shown(qtbot, desk, course, "trainees.xlsx")
    assert {row.outcome for row in again.seen.preview.rows} == {Outcome.UNCHANGED}
    assert again.import_button.text() == "Nothing to import"


def test_faulty_rows_are_shown_and_can_be_left_out(qtbot, block, desk):
    course = with_course(block.store, "4. kurss")
    dialog = shown(qtbot, desk, course, "trainees-with-faults.csv")
    assert not dialog.import_button.isEnabled()
    model = dialog.review.faults_model
    assert [model.index(0, n).data() for n in (0, 1)] == ["2", "B “Uzvārds”"]
    assert dialog.leave_out.text() == "Leave out the 10 faulty rows"


def test_without_a_course_on_show_the_first_that_has_not_ended_takes_the_list(qtbot, block, desk):
    with clock.standing_at(on(25, 12)):
        dialog = open_import(desk, None)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Import trainees: 2. kurss"
    said: list[str] = []
    desk.said.connect(said.append)
    assert open_import(desk, 9999) is None
    assert said == ["Add a course first: trainees are imported into one."]
