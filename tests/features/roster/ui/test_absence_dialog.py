"""Somebody falls ill: what it takes away is seen while typing, and the rest of a duty is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.features.roster.queries import roster
from openblock.features.roster.rules import AbsenceContent, AbsenceKind
from openblock.features.roster.ui.absence_dialog import AbsenceDialog, card_of
from tests.features.roster.ui.conftest import Block
from tests.features.roster.ui.living import code_of, desk_of, lay, on

Show = Callable[..., AbsenceDialog]


@pytest.fixture
def desk(block: Block):
    return desk_of(block.store)


@pytest.fixture
def show(qtbot, over, desk) -> Show:
    def opened(officer_id: int, day: int, kind=AbsenceKind.LEAVE, row=None) -> AbsenceDialog:
        content = row.content if row else AbsenceContent(officer_id, kind, on(day), on(day))
        dialog = AbsenceDialog(desk, content, row, parent=over)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return opened


def letters(desk, officer_id: int) -> dict[int, str]:
    days = desk.read(roster, on(1), on(30)).absences
    return {day.day: each.code for (number, day), each in days.items() if number == officer_id}


def number_of(desk, officer_id: int) -> int:
    return int(desk.read(roster, on(24), on(24)).absences[officer_id, on(24)].absence_id)


def test_what_falls_away_is_told_while_the_days_are_typed(qtbot, block, show):
    lay(block.store, (block.kalns, 24), (block.kalns, 26))
    dialog = show(block.kalns, 24)
    assert "24, 24 Nov (09:00–09:00) falls away." in dialog.preview.text()
    assert "26 Nov" not in dialog.preview.text()
    dialog.form.fields["last_day"].set_value(on(26))
    qtbot.waitUntil(lambda: "26 Nov" in dialog.preview.text())
    assert "3 working days" in dialog.preview.text()
    assert dialog.substitutes.isVisible()


def test_enter_saves_and_what_is_left_open_is_known(qtbot, block, desk, show):
    lay(block.store, (block.kalns, 24))
    dialog = show(block.kalns, 24)
    wanted = []
    dialog.accepted.connect(lambda: wanted.extend(dialog.wanted))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.form.fields["kind"].editor, Qt.Key.Key_Return)
    assert letters(desk, block.kalns) == {24: "A"}
    assert code_of(desk, block.kalns, 24) == ""
    (duty,) = wanted
    assert (duty.officer_id, duty.day, duty.code, duty.is_lost) == (block.kalns, on(24), "24", True)
    desk.undo()
    assert code_of(desk, block.kalns, 24) == "24"


def test_nobody_is_looked_for_where_that_is_not_wished(block, show):
    lay(block.store, (block.kalns, 24))
    dialog = show(block.kalns, 24)
    dialog.substitutes.set_value(False)
    wanted = []
    dialog.accepted.connect(lambda: wanted.extend(dialog.wanted))
    dialog.accept()
    assert wanted == []


def test_who_falls_ill_on_duty_has_worked_until_now(block, desk, show):
    lay(block.store, (block.kalns, 21))
    with clock.standing_at(clock.at(on(22), 292)):
        dialog = show(block.kalns, 21, AbsenceKind.SICK)
        fields = dialog.form.fields
        assert fields["first_day"].value() == on(22)
        assert fields["from_minute"].value() == 292
        assert "04:52–09:00 are left open" in dialog.preview.text()
        fields["kind"].set_value(AbsenceKind.LEAVE)
        assert (fields["first_day"].value(), fields["from_minute"].value()) == (on(21), None)
        fields["kind"].set_value(AbsenceKind.SICK)
        wanted = []
        dialog.accepted.connect(lambda: wanted.extend(dialog.wanted))
        dialog.accept()
    duty = desk.read(roster, on(21), on(21)).duties[block.kalns, on(21)]
    assert duty.ends_at == clock.at(on(22), 292)
    assert [(each.starts_at, each.ends_at) for each in wanted] == [
        (clock.at(on(22), 292), clock.at(on(22), 540))
    ]


def test_who_is_not_on_duty_is_ill_for_the_whole_day(block, show):
    dialog = show(block.kalns, 22, AbsenceKind.SICK)
    assert dialog.form.fields["from_minute"].value() is None


def test_days_that_stand_backwards_are_said_beside_the_field_and_keep_the_keyboard(
    qtbot, block, show
):
    dialog = show(block.kalns, 24)
    remark = dialog.form.fields["remark"].editor
    remark.setFocus()
    dialog.form.fields["last_day"].set_value(on(20))
    qtbot.waitUntil(lambda: bool(dialog.form.fields["last_day"].problem()))
    assert remark.hasFocus()
    dialog.accept()
    assert dialog.isVisible()


def test_two_absences_of_one_officer_at_once_are_refused_in_words(block, desk, show):
    lay(block.store, (block.kalns, 24), code="A")
    dialog = show(block.kalns, 24, AbsenceKind.SICK)
    dialog.accept()
    assert dialog.isVisible()
    said = [each.problem() for each in dialog.form.fields.values()]
    assert any([*said, dialog.trouble.text()])
    assert letters(desk, block.kalns) == {24: "A"}


def test_an_absence_is_shortened_and_taken_back(block, desk, show):
    lay(block.store, (block.kalns, 24), (block.kalns, 25), code="A")
    number = number_of(desk, block.kalns)
    dialog = show(block.kalns, 24, row=card_of(desk, number))
    assert not dialog.form.fields["officer_id"].editor.isEnabled()
    dialog.form.fields["last_day"].set_value(on(24))
    dialog.accept()
    assert letters(desk, block.kalns) == {24: "A"}
    dialog = show(block.kalns, 24, row=card_of(desk, number))
    dialog.remove_button.click()
    assert letters(desk, block.kalns) == {}


def test_what_somebody_else_saved_meanwhile_is_said_beside_yours(block, desk, show):
    lay(block.store, (block.kalns, 24), code="A")
    number = number_of(desk, block.kalns)
    row = card_of(desk, number)
    mine, theirs = show(block.kalns, 24, row=row), show(block.kalns, 24, row=row)
    theirs.form.fields["last_day"].set_value(on(28))
    theirs.accept()
    mine.form.fields["remark"].set_value("by letter")
    mine.accept()
    assert mine.form.fields["last_day"].problem() == "Theirs: 28/11/2026"
    mine.accept()
    assert letters(desk, block.kalns) == {24: "A"}
