"""Pages are saved one by one: leaving warns once of what is half typed, turning reads anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QToolButton, QWidget

from openblock.ui.paged_dialog import PagedDialog


class Form(QObject):
    edited = Signal()


class Leaf(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self.unsaved = False
        self.done: list[str] = []

    def say_unsaved(self) -> None:
        self.done.append("said")

    def refresh(self) -> None:
        self.done.append("read")


@pytest.fixture
def leaves(qtbot) -> tuple[Leaf, Leaf]:
    return Leaf(), Leaf()


@pytest.fixture
def dialog(qtbot, leaves) -> PagedDialog:
    first, second = leaves
    made = PagedDialog("Lists", ((first, "One"), (second, "Two")), fresh=(second,))
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_half_typed_is_said_once_and_shown_before_the_dialog_closes(dialog, leaves):
    _first, second = leaves
    second.unsaved = True
    dialog.accept()
    assert dialog.isVisible()
    assert (dialog.pages.currentIndex(), second.done) == (1, ["said"])
    second.form.edited.emit()
    dialog.accept()
    assert (dialog.isVisible(), second.done) == (True, ["said", "said"])
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_arrows_beside_too_many_titles_are_named_in_the_language_spoken(dialog):
    arrows = dialog.pages.tabBar().findChildren(QToolButton)
    assert [each.accessibleName() for each in arrows] == ["Earlier pages", "Further pages"]


def test_a_page_that_shows_what_another_changes_is_read_when_it_is_turned_to(dialog, leaves):
    first, second = leaves
    dialog.pages.setCurrentIndex(1)
    dialog.pages.setCurrentIndex(0)
    second.unsaved = True
    dialog.pages.setCurrentIndex(1)
    assert (first.done, second.done) == ([], ["read"])
