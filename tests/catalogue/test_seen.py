"""The eyes of the made-up-language tests see what they are for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from openblock.i18n import _, n_, p_, speaking
from tests.catalogue.seen import CLOSE, OPEN, MadeUp, cut_off, untranslated, words_in_sight


@pytest.fixture
def page(qtbot):
    widget = QWidget()
    QHBoxLayout(widget)
    qtbot.addWidget(widget)
    return widget


def bracketed(text):
    """``text`` with the signs nobody sees in the place of those that can be read here."""
    return text.replace("⟦", OPEN).replace("⟧", CLOSE)


def leftovers(page, data=frozenset()):
    return [left for _where, text in words_in_sight(page) if (left := untranslated(text, data))]


def test_words_of_the_catalogue_are_in_brackets_and_stand_twice():
    with speaking(MadeUp()):
        said = [_("Roster"), p_("month", "May"), n_("{number} duty", "{number} duties", 3)]
    assert said == [
        bracketed("⟦Roster Roster⟧"),
        bracketed("⟦May May⟧"),
        bracketed("⟦3 duties 3 duties⟧"),
    ]


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
    assert untranslated(bracketed("⟦Duty of ⟦Monday⟧ and more⟧ Bērziņš 24"), {"bērziņš"}) == ""
    assert untranslated(bracketed("⟦Duty⟧ Bērziņš"), set()) == "Bērziņš"


def test_a_sentence_that_is_cut_on_purpose_came_from_the_catalogue_all_the_same():
    assert untranslated(bracketed("⟦Duty of ⟦Monday⟧ and mo…"), set()) == ""
    assert untranslated(bracketed("Duty of ⟦Monday⟧ and mo…"), set()) == "Duty of and mo"


def test_a_label_that_is_cut_off_is_seen(page):
    with speaking(MadeUp()):
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
