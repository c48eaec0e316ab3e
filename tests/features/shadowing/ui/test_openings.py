"""Each form is opened with what is stored now, and put back after a lock as it was left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from openblock import clock
from openblock.features.accounts.queries import log_rows
from openblock.features.shadowing.queries import confirming, trainee_card, trainees
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.addendum_dialog import AddendumDialog
from openblock.features.shadowing.ui.away_dialog import AwayDialog
from openblock.features.shadowing.ui.confirm_dialog import ConfirmDialog
from openblock.features.shadowing.ui.miss_dialog import MissDialog
from openblock.features.shadowing.ui.openings import Openings
from openblock.features.shadowing.ui.set_up_dialog import SetUpDialog
from openblock.features.shadowing.ui.trainee_dialog import TraineeDialog
from openblock.storage.log import LogFilter
from tests.rig import settle


@pytest.fixture
def over(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def openings(desk, over) -> Openings:
    return Openings(desk, over)


def shown(openings: Openings) -> QDialog:
    (dialog,) = openings.shown()
    return dialog


def row_of(desk, number):
    return desk.read(confirming, number, clock.now()).row


def trainee_of(desk, number):
    return next(each for each in desk.read(trainees) if each.trainee_id == number)


def test_what_waits_is_confirmed_and_what_is_settled_is_read(block, openings):
    openings.confirm(block.done)
    assert isinstance(shown(openings), ConfirmDialog)
    shown(openings).reject()
    settle()
    for number in (block.seen, block.missed, block.later):
        openings.confirm(number)
        assert isinstance(shown(openings), AddendumDialog)
        shown(openings).reject()
        settle()


def test_another_mentors_trainee_is_only_read(block, sign_in, over):
    officer = Openings(sign_in(3, "duty_officer"), over)
    officer.confirm(block.done)
    assert isinstance(shown(officer), AddendumDialog)
    assert shown(officer).area.isHidden()


def test_did_not_come_goes_on_to_its_own_form_never_two_deep(qtbot, block, openings):
    openings.confirm(block.done)
    shown(openings).missed_button.click()
    settle()
    dialog = shown(openings)
    assert isinstance(dialog, MissDialog)
    dialog.form.fields["reason"].set_value("saslimis")
    with qtbot.waitSignal(openings.settled):
        dialog.accept()


def test_what_is_gone_is_said_in_the_message_bar(qtbot, desk, block, openings):
    for act in (lambda: openings.confirm(999), lambda: openings.away(999)):
        with qtbot.waitSignal(desk.refused):
            act()
    assert openings.shown() == []


def test_a_shift_to_come_is_cancelled_at_once_and_one_that_began_asks_why(block, desk, openings):
    openings.cancel(row_of(desk, block.later))
    assert desk.read(confirming, block.later, clock.now()) is None
    desk.undo()
    assert row_of(desk, block.later).standing is Standing.PLANNED
    openings.cancel(row_of(desk, block.done))
    dialog = shown(openings)
    dialog.accept()
    assert dialog.form.fields["reason"].problem() == "Needed"
    dialog.form.fields["reason"].set_value("ievadīta kļūdas pēc")
    dialog.accept()
    assert desk.read(confirming, block.done, clock.now()) is None


def test_a_new_trainee_is_told_by_number(qtbot, block, desk, openings):
    openings.trainee(course_id=block.third)
    dialog = shown(openings)
    assert dialog.form.fields["course_id"].value() == block.third
    dialog.form.fill({"surname": "Ozola", "given_name": "Anna"})
    with qtbot.waitSignal(openings.saved) as told:
        dialog.accept()
    assert trainee_of(desk, told.args[0]).name == "Ozola Anna"


def test_who_was_entered_by_mistake_is_taken_out_and_one_with_practice_is_not(
    qtbot, block, desk, openings
):
    openings.remove_trainee(trainee_of(desk, block.marta))
    assert block.marta not in {each.trainee_id for each in desk.read(trainees)}
    desk.undo()
    assert trainee_of(desk, block.marta).name == "Ziediņa Marta"
    with qtbot.waitSignal(desk.refused):
        openings.remove_trainee(trainee_of(desk, block.elina))


def test_a_time_away_is_opened_changed_and_taken_back(block, desk, openings):
    card = desk.read(trainee_card, block.arturs, clock.now())
    (away,) = card.away
    openings.away(block.arturs, away)
    dialog = shown(openings)
    assert dialog.form.fields["remark"].value() == "eksāmeni"
    dialog.form.fields["remark"].set_value("eksāmeni Rīgā")
    dialog.accept()
    (away,) = desk.read(trainee_card, block.arturs, clock.now()).away
    assert away.content.remark == "eksāmeni Rīgā"
    openings.remove_away(away)
    assert desk.read(trainee_card, block.arturs, clock.now()).away == ()


def test_opening_a_time_away_is_a_look_at_the_trainee(block, desk, openings):
    openings.away(block.elina)
    seen = desk.read(log_rows, LogFilter())
    assert any(("trainee", str(block.elina)) in row.subjects for row in seen)


def test_courses_and_lists_open_over_the_tab(block, openings, over):
    openings.set_up()
    (dialog,) = [each for each in over.findChildren(SetUpDialog) if each.isVisible()]
    dialog.reject()


@pytest.mark.parametrize("kind", ["confirm", "miss", "addendum", "trainee", "new", "away", "gone"])
def test_what_is_half_typed_when_the_window_locks_is_put_back(block, desk, over, openings, kind):
    opened = {
        "confirm": lambda: openings.confirm(block.done),
        "miss": lambda: openings.miss(block.done),
        "addendum": lambda: openings.confirm(block.seen),
        "trainee": lambda: openings.trainee(trainee_of(desk, block.elina)),
        "new": openings.trainee,
        "away": lambda: openings.away(block.elina),
        "gone": lambda: openings.confirm(block.done),
    }
    field = {"addendum": "words", "miss": "reason", "trainee": "phone", "new": "surname"}
    opened[kind]()
    name = field.get(kind, "remark")
    shown(openings).form.fields[name].set_value("pusē")
    openings.keep_draft()
    shown(openings).reject()
    settle()
    if kind == "gone":
        openings.cancel(row_of(desk, block.done))
        shown(openings).form.fields["reason"].set_value("ievadīta kļūdas pēc")
        shown(openings).accept()
        settle()
    again = Openings(desk, over)
    again.put_back()
    if kind == "gone":
        assert again.shown() == []
        return
    assert shown(again).form.fields[name].value() == "pusē"
    shown(again).reject()
    settle()
    once_more = Openings(desk, over)
    once_more.put_back()
    assert once_more.shown() == []


def test_the_kinds_of_forms_are_told_apart():
    kinds = (ConfirmDialog, MissDialog, AddendumDialog, TraineeDialog, AwayDialog)
    assert len({each.draft_form for each in kinds}) == len(kinds)
