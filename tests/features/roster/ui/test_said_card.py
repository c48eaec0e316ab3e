"""The card says its parts in words, and leaves out headings with nothing beneath them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from openblock.features.roster.ui.said_card import SaidCard


def test_a_heading_without_lines_is_left_out_and_names_are_no_markup(qtbot):
    card = SaidCard("What the absence does")
    qtbot.addWidget(card)
    card.show_parts([("Duties", ["O'Brien <b>&"], ""), ("Nothing here", [], "problem")])
    assert card.text() == "Duties\nO'Brien <b>&"
    lines = [each for each in card.findChildren(QLabel) if each.text() == "O'Brien <b>&"]
    assert [each.textFormat() for each in lines] == [Qt.TextFormat.PlainText]
    assert card.accessibleDescription() == card.text()


def test_what_is_wrong_carries_a_sign_beside_its_colour(qtbot):
    card = SaidCard("Before it is posted")
    qtbot.addWidget(card)
    card.show_parts([("Short", ["2 of 3"], "problem"), ("Open", ["rest"], "warning")])
    shown = [each.text() for each in card.findChildren(QLabel)]
    assert "\N{MULTIPLICATION X} 2 of 3" in shown
    assert "\N{BLACK UP-POINTING TRIANGLE} rest" in shown


def test_other_parts_take_the_place_of_those_before(qtbot):
    card = SaidCard("Before it is posted")
    qtbot.addWidget(card)
    card.show_parts([("One", ["a"], "")])
    card.show_parts([("Two", ["b"], "")])
    assert card.text() == "Two\nb"
