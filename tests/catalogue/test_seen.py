"""The eyes of the made-up-language tests see what they are for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from openblock.i18n import _, n_, p_, speaking
from tests.catalogue.seen import Bracketed, Doubled, cut_off, untranslated, words_in_sight


@pytest.fixture
def page(qtbot):
    widget = QWidget()
    QHBoxLayout(widget)
    qtbot.addWidget(widget)
    return widget


def leftovers(page, data=frozenset()):
    return [left for _where, text in words_in_sight(page) if (left := untranslated(text, data))]


def test_words_of_the_catalogue_are_in_brackets():
    with speaking(Bracketed()):
        said = [_("Roster"), p_("month", "May"), n_("{number} duty", "{number} duties", 3)]
    assert said == ["⟦Roster⟧", "⟦May⟧", "⟦3 duties⟧"]


def test_a_word_without_brackets_is_seen_wherever_it_stands(page):
    combo, field, hidden = QComboBox(), QLineEdit(), QLabel("Unseen")
    combo.addItem("Chosen")
    field.setPlaceholderText("Typed")
    for each in (QLabel("<b>Told</b>"), QPushButton("&Pressed"), combo, field, hidden):
        page.layout().addWidget(each)
    field.setToolTip("Explained")
    field.setAccessibleName("Read aloud")
    page.setWindowTitle("Named")
    page.show()
    hidden.hide()
    assert set(leftovers(page)) == {
        "Told",
        "Pressed",
        "Chosen",
        "Typed",
        "Explained",
        "Read aloud",
        "Named",
    }


def test_brackets_within_brackets_and_names_from_the_file_are_passed_over():
    assert untranslated("⟦Duty of ⟦Monday⟧ and more⟧ Bērziņš 24", {"bērziņš"}) == ""
    assert untranslated("⟦Duty⟧ Bērziņš", set()) == "Bērziņš"


def test_a_label_that_is_cut_off_is_seen(page):
    with speaking(Doubled()):
        label, button = QLabel(_("Everything that is known")), QPushButton(_("Print the roster"))
    for each in (label, button):
        page.layout().addWidget(each)
    page.show()
    assert list(cut_off(page)) == []
    label.setFixedWidth(60)
    button.setFixedWidth(40)
    assert len(list(cut_off(page))) == 2


def test_a_wrapped_label_needs_the_height_of_its_lines(page):
    label = QLabel("one two three four five six seven eight")
    label.setWordWrap(True)
    page.layout().addWidget(label)
    page.show()
    label.setFixedSize(60, 20)
    assert len(list(cut_off(page))) == 1
