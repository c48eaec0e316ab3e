"""The import dialog reads well in large letters and narrow windows, and says each fault in full."""

from __future__ import annotations

from datetime import datetime

import pytest

from openblock.ui.importing import ImportDialog, ImportOffer
from openblock.ui.importing.wording import value_words
from tests.importing.samples import csv_file, intake

GOOD = "Kods;Skaits\nK1;1\n"
FAULTY = "Kods;Skaits\nK1;1\nK2;daudz\nK3;99\n"


@pytest.fixture
def dialog(qtbot, desk) -> ImportDialog:
    offer = ImportOffer("things", "Import things", intake, dict, lambda *_told: None)
    made = ImportDialog(desk, offer)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def load(qtbot, dialog: ImportDialog, path) -> None:
    before = dialog.seen
    dialog.load(path)
    qtbot.waitUntil(lambda: dialog.seen is not before, timeout=10_000)


def test_the_fault_chosen_is_said_in_full_below_the_list(qtbot, dialog, tmp_path):
    load(qtbot, dialog, csv_file(tmp_path, FAULTY))
    # The first fault is chosen as soon as the list has the keyboard.
    dialog.review.faults.setCurrentIndex(dialog.review.faults.proxy.index(0, 0))
    assert dialog.review.fault_said.text() == "“daudz” is no whole number."
    dialog.review.next_fault()
    assert dialog.review.fault_said.text() == "99 is not between 1 and 9."
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    assert not dialog.review.fault_said.isVisible()


def test_in_a_narrow_window_a_choice_stands_under_its_heading(qtbot, dialog, tmp_path):
    dialog.resize(1400, 600)
    load(qtbot, dialog, csv_file(tmp_path, GOOD))
    beside = dialog.review.columns.minimumWidth()
    dialog.resize(700, 600)
    load(qtbot, dialog, csv_file(tmp_path, FAULTY))
    assert dialog.review.columns.minimumWidth() < beside


def test_a_moment_reads_as_the_language_writes_it():
    assert value_words(datetime(2026, 11, 22, 14, 30)) == "22/11/2026 14:30"  # noqa: DTZ001
