"""What is settled is read; to what is confirmed words are added, by who may (TR-12)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.queries import confirming
from openblock.features.shadowing.ui.addendum_dialog import AddendumDialog


@pytest.fixture
def over(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(at, over: QWidget, number: int, *, may_add: bool = True) -> AddendumDialog:
    seen = at.read(confirming, number, clock.now())
    dialog = AddendumDialog(at, seen, may_add=may_add, parent=over)
    dialog.open()
    return dialog


def test_facts_and_judgement_stand_apart(block, desk, over):
    shown = opened(desk, over, block.seen).facts.text()
    facts, judgement = shown.split("How it went, in the mentor's judgement")
    assert "09:00–20:30 = 11.5 h" in facts
    assert "Day shift" in facts
    assert "Anna Bērziņa" in facts or "Somebody" in facts
    assert "Watchfulness\nwatched" in judgement
    assert "Remark\nUzmanīga." in judgement


def test_what_has_not_begun_says_how_it_was_planned(block, desk, over):
    shown = opened(desk, over, block.later).facts.text()
    assert "How it was planned" in shown
    assert "Planned by" in shown


def test_words_are_added_and_stand_there_with_name_and_time(qtbot, block, desk, over):
    dialog = opened(desk, over, block.seen)
    qtbot.keyClicks(dialog.form.fields["words"].editor, "Ari vakara parbaude.")
    qtbot.keyClick(dialog.form.fields["words"].editor, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    shown = opened(desk, over, block.seen).facts.text()
    assert "Added later\n25/03/2026 12:00, Somebody\nAri vakara parbaude." in shown
    assert desk.undo()
    assert "Added later" not in opened(desk, over, block.seen).facts.text()


def test_nothing_is_no_addendum(block, desk, over):
    dialog = opened(desk, over, block.seen)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields["words"].problem() == "Needed"


def test_a_missed_one_shows_why_and_takes_nothing(block, desk, over):
    dialog = opened(desk, over, block.missed)
    assert "Reason\nsaslimis" in dialog.facts.text()
    assert dialog.area.isHidden()
    assert dialog.save_button.isHidden()
    assert dialog.close_button.text() == "Close"


def test_who_may_not_add_only_reads(block, sign_in, desk, over):
    assert opened(desk, over, block.seen, may_add=False).area.isHidden()
    # Agnese was the mentor; the mentor of the other trainee may not add to hers.
    officer = sign_in(3, "duty_officer")
    assert not opened(officer, over, block.seen).area.isHidden()
    assert opened(officer, over, block.done).area.isHidden()
