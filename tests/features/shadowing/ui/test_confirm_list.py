"""What waits to be confirmed stands oldest first, late ones marked; Enter wants its form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.ui.confirm_list import ConfirmList
from openblock.features.shadowing.ui.openings import Openings
from tests.features.shadowing.practising import on


@pytest.fixture
def listed(qtbot, block, desk) -> Iterator[ConfirmList]:
    """Sintija with Normunds on the 18th, elina with agnese on the 24th; late on the 26th."""
    block.plan(block.elina, block.agnese, 24)
    with clock.standing_at(on(26, 6)):
        made = ConfirmList(desk, everybody=True)
        tester = QAbstractItemModelTester(
            made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made
        )
        assert tester.model() is made.model
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        made.refresh()
        made.focus_first()
        yield made


def names(listed: ConfirmList) -> list[str]:
    return [line.title for line in listed.model.lines]


def test_the_oldest_is_first_and_what_is_late_is_marked_by_a_sign(listed):
    assert names(listed) == ["Balode Sintija", "Zariņa Elīna"]
    assert [line.sign for line in listed.model.lines] == ["!", ""]
    assert "late" in listed.model.lines[0].spoken
    assert listed.title.text() == "Confirm hours: 2 wait, 1 late"


def test_enter_wants_the_form_of_the_chosen_one(qtbot, block, listed):
    with qtbot.waitSignal(listed.wanted) as told:
        qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    assert told.args == [block.done]


def test_two_strokes_confirm_one_and_go_to_the_next(qtbot, block, desk, listed):
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    openings = Openings(desk, over)
    listed.wanted.connect(openings.confirm)
    openings.settled.connect(listed.go_on)
    qtbot.keyClick(listed.list, Qt.Key.Key_Down)
    assert listed.chosen().row.trainee == "Zariņa Elīna"
    qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    (dialog,) = openings.shown()
    qtbot.keyClick(dialog.form.fields["remark"].editor, Qt.Key.Key_Return)
    assert names(listed) == ["Balode Sintija"]
    assert listed.chosen().row.shadowing_id == block.done


def test_it_is_searched_without_diacritics_and_by_mentor(listed):
    listed.search.setText("zarina")
    assert names(listed) == ["Zariņa Elīna"]
    listed.search.setText("lacis")
    assert names(listed) == ["Balode Sintija"]
    listed.search.setText("")
    listed.mentor.setCurrentIndex(2)
    assert names(listed) == ["Zariņa Elīna"]
    listed.mentor.setCurrentIndex(0)
    assert len(names(listed)) == 2


def test_the_chosen_one_stays_chosen_when_others_come(block, listed):
    listed.list.setCurrentIndex(listed.model.index(1))
    block.plan(block.gatis, block.ilze, 23)
    assert len(names(listed)) == 3
    assert listed.chosen().row.trainee == "Zariņa Elīna"


def test_a_mentor_sees_the_own_and_one_who_is_no_mentor_none(qtbot, block, listed, sign_in):
    for account, wanted in ((3, ["Zariņa Elīna"]), (2, [])):
        own = ConfirmList(sign_in(account, "duty_officer"), everybody=False)
        qtbot.addWidget(own)
        own.show()
        own.refresh()
        assert names(own) == wanted
        assert own.mentor.isHidden()
    assert not own.nothing.isHidden()
    assert own.list.isHidden()


def test_escape_closes_the_list(qtbot, listed):
    with qtbot.waitSignal(listed.closed):
        qtbot.keyClick(listed.list, Qt.Key.Key_Escape)
