"""Qt's own words follow the language of the programme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from openblock.ui.qt_words import translate_qt


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    translate_qt("en")


def said() -> str:
    return QCoreApplication.translate("QFileDialog", "Look in:")


def test_the_file_dialog_speaks_latvian_and_english_again() -> None:
    translate_qt("lv")
    assert said() == "Meklēt:"
    translate_qt("en")
    assert said() == "Look in:"


def test_a_language_chosen_twice_is_taken_off_at_once() -> None:
    translate_qt("lv")
    translate_qt("lv")
    translate_qt("en")
    assert said() == "Look in:"
