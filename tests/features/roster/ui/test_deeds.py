"""Every deed opens its dialog, says whether something was done, and survives a lock half typed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from openblock.features.accounts.commands import SetUp, set_up
from openblock.features.roster.queries import roster
from openblock.features.roster.rules import AbsenceKind
from openblock.features.roster.ui import deeds
from openblock.features.roster.ui.absence_dialog import AbsenceDialog
from openblock.features.roster.ui.addendum_dialog import AddendumDialog
from openblock.features.roster.ui.call_out_dialog import CallOutDialog
from openblock.features.roster.ui.close_dialog import CloseDialog
from openblock.features.roster.ui.exchanges_dialog import ExchangesDialog
from openblock.features.roster.ui.publish_dialog import PublishDialog
from openblock.features.roster.ui.substitute_dialog import SubstituteDialog
from openblock.features.roster.ui.swap_dialog import SwapDialog
from openblock.ui.notice import Notice
from tests.factories.living import with_absence
from tests.features.roster.ui.living import (
    NOVEMBER,
    answer,
    code_of,
    desk_as,
    desk_of,
    lay,
    on,
)
from tests.features.roster.ui.posting import post


@pytest.fixture
def desk(block):
    lay(block.store, (block.kalns, 24), (block.berzins, 26))
    return desk_of(block.store)


@pytest.mark.parametrize(
    ("deed", "kind"),
    [
        (lambda desk, over: deeds.absence(desk, over, 2, on(24), on(24)), AbsenceDialog),
        (lambda desk, over: deeds.substitute(desk, over, 2, on(24)), SubstituteDialog),
        (lambda desk, over: deeds.swap(desk, over, 2, on(24)), SwapDialog),
        (lambda desk, over: deeds.call_out(desk, over, 2, on(22)), CallOutDialog),
        (lambda desk, over: deeds.publish(desk, over, on(24)), PublishDialog),
        (lambda desk, over: deeds.close_month(desk, over, on(24)), CloseDialog),
        (lambda desk, over: deeds.addendum(desk, over, on(24), 2, on(24)), AddendumDialog),
        (deeds.exchanges, ExchangesDialog),
    ],
)
def test_a_deed_opens_its_dialog_and_leaving_does_nothing(desk, over, deed, kind):
    opened: list[QDialog] = []
    answer(opened.append)
    assert deed(desk, over) is False
    (dialog,) = opened
    assert isinstance(dialog, kind)
    assert not desk.can_undo


def test_a_duty_an_absence_took_is_not_swapped_and_it_is_said_what_can_be_done(block, desk, over):
    post(block.store)
    with_absence(block.store, block.kalns, on(24))
    said: list[Notice] = []
    desk.noticed.connect(said.append)
    assert deeds.swap(desk, over, block.kalns, on(24)) is False
    assert "take it over" in said[-1].sentence


def test_an_illness_and_the_best_substitute_take_one_key_each(block, desk, over):
    def save(dialog: QDialog) -> None:
        answer(lambda following: following.accept())
        dialog.accept()

    answer(save)
    assert deeds.absence(desk, over, block.kalns, on(24), on(24), AbsenceKind.SICK)
    shown = desk.read(roster, on(24), on(24))
    assert shown.absences[block.kalns, on(24)].code == "S"
    assert code_of(desk, block.ozols, 24) == "24"


def test_an_empty_cell_has_nothing_to_take_over_and_that_is_said(qtbot, block, desk, over):
    with qtbot.waitSignal(desk.noticed) as heard:
        assert not deeds.substitute(desk, over, block.kalns, on(20))
    assert "no duty" in heard.args[0].sentence


def test_who_does_not_plan_asks_only_for_the_own_duties(qtbot, block, over):
    lay(block.store, (block.kalns, 24), (block.berzins, 26))
    desk = desk_as(block.store, block.kalns)
    with qtbot.waitSignal(desk.refused) as heard:
        assert not deeds.swap(desk, over, block.berzins, on(26))
    assert heard.args[0].code == "exchange-not-yours"
    answer(lambda dialog: dialog.accept())
    assert deeds.swap(desk, over, block.kalns, on(24))


def test_asking_from_the_list_opens_the_other_dialog_after_it_closed(block, over):
    lay(block.store, (block.kalns, 24), (block.berzins, 26))
    desk = desk_as(block.store, block.kalns)
    opened: list[QDialog] = []

    def ask(dialog: QDialog) -> None:
        answer(opened.append)
        dialog.asking.swap_button.click()

    answer(ask)
    assert not deeds.exchanges(desk, over)
    assert [type(each) for each in opened] == [SwapDialog]


def test_what_is_half_typed_is_there_again_after_a_lock(block, desk, over):
    # What is half typed is kept for an account.
    block.store.run(set_up, SetUp("slot", "Anna Bērziņa", "en"))

    def type_and_lock(dialog: QDialog) -> None:
        dialog.form.fields["remark"].set_value("called at five")
        deeds.keep_draft(over)
        dialog.done(QDialog.DialogCode.Rejected)

    answer(type_and_lock)
    deeds.absence(desk, over, block.kalns, on(24), on(25))
    deeds.put_back(desk, over)
    (dialog,) = [each for each in over.findChildren(AbsenceDialog) if each.isVisible()]
    fields = dialog.form.fields
    assert fields["remark"].value() == "called at five"
    assert (fields["first_day"].value(), fields["last_day"].value()) == (on(24), on(25))
    dialog.reject()
    deeds.put_back(desk, over)
    assert not [each for each in over.findChildren(AbsenceDialog) if each.isVisible()]


def test_a_month_of_the_middle_of_which_is_asked_is_posted_whole(block, desk, over):
    answer(lambda dialog: dialog.accept())
    assert deeds.publish(desk, over, on(24))
    assert desk.read(roster, NOVEMBER, on(30)).states[0].standing == "published"
