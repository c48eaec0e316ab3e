"""The message bar: newest first, two actions at most, pushed in and never laid over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from openblock.errors import KnownError, NotAllowed, Problem, RuleBroken, StorageTrouble
from openblock.ui.message_bar import MessageBar, notice_of
from openblock.ui.notice import Action, Notice


@pytest.fixture
def bar(dressed, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    made = MessageBar()
    column.addWidget(made)
    column.addWidget(QLabel("the page"), 1)
    room.resize(700, 300)
    room.show()
    room.page = column.itemAt(1).widget()
    yield made
    room.close()


def test_it_is_hidden_until_there_is_news(bar):
    assert not bar.isVisible()
    bar.notify(Notice("news", "Something new."))
    assert bar.isVisible()
    assert bar.text() == "News Something new."


def test_it_pushes_the_page_down(bar, qtbot):
    page = bar.parentWidget().page
    before = page.geometry().top()
    bar.notify(Notice("warning", "Look out."))
    qtbot.waitUntil(lambda: page.geometry().top() > before)
    assert page.geometry().top() >= bar.geometry().bottom()


def test_at_most_two_actions_are_offered_and_done(bar, qtbot):
    done = []
    actions = tuple(Action(f"Do {n}", lambda n=n: done.append(n)) for n in range(3))
    bar.notify(Notice("error", "Choose.", actions))
    buttons = [each for each in bar.findChildren(QPushButton) if each.isVisibleTo(bar)]
    assert [each.text() for each in buttons] == ["Do 0", "Do 1"]
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert done == [1]


def test_closing_shows_the_one_before(bar):
    bar.notify(Notice("news", "First.", key="a"))
    bar.notify(Notice("ok", "Second.", key="b"))
    assert "1 more" in [each.text() for each in bar.findChildren(QLabel)]
    bar.close_notice()
    assert "First." in bar.text()
    bar.close_notice()
    assert not bar.isVisible()
    bar.close_notice()


def test_a_notice_replaces_the_one_with_its_key_and_can_be_withdrawn(bar):
    bar.notify(Notice("news", "Old.", key="a"))
    bar.notify(Notice("news", "New.", key="a"))
    assert [each.sentence for each in bar.notices] == ["New."]
    bar.withdraw("other")
    assert bar.notices
    bar.withdraw("a")
    assert not bar.notices
    bar.notify(Notice("news", "Again."))
    bar.clear()
    assert bar.text() == ""


def test_a_refusal_has_a_word_of_its_kind():
    said = {
        "Not allowed": NotAllowed("roster.change_cells", "trainee"),
        "Not saved": RuleBroken(Problem("disk-full")),
        "File": StorageTrouble("disk-full"),
        "Not done": KnownError("cancelled"),
    }
    assert {word: notice_of(refusal).word for word, refusal in said.items()} == {
        word: word for word in said
    }


def test_a_long_list_of_problems_is_cut_and_counted():
    broken = RuleBroken(*(Problem("disk-full") for _ in range(5)))
    assert notice_of(broken).sentence.endswith("And 2 problems more.")


def test_words_are_shown_as_typed_and_never_as_markup(bar):
    bar.refuse(KnownError("x", name="<b>O'Brien</b>"))
    assert "<b>O'Brien</b>" in bar.text()
    formats = {each.textFormat() for each in bar.findChildren(QLabel) if each.text()}
    assert Qt.TextFormat.RichText not in formats


def test_a_click_on_what_is_said_leaves_the_keyboard_where_it_was(bar, qtbot):
    line = QLineEdit(bar.parentWidget())
    line.show()
    line.setFocus()
    bar.notify(Notice("news", "Something new."))
    (said,) = (each for each in bar.findChildren(QLabel) if each.objectName() == "sentence")
    qtbot.mouseClick(said, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is line
