"""Notes on the card: written in place, corrected beside the old, never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.residents.ui.card import NOTES
from tests.features.residents.ui.screen import card_of, focus


def test_a_note_is_written_in_place_and_corrected_beside_the_old(qtbot, store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    qtbot.keyClick(tab, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    notes = tab.card.notes
    assert focus() is notes.text
    notes.text.setPlainText("Atgriezās 19:30.")
    qtbot.keyClick(notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert notes.text.toPlainText() == ""
    notes.list.setCurrentIndex(notes.list.entries.index(0))
    notes.correct()
    assert notes.text.toPlainText() == "Atgriezās 19:30."
    assert "stays to be read" in notes.against.text()
    notes.text.setPlainText("Atgriezās 19:40.")
    assert notes.save()
    first, second = card_of(store, ids["Ābols"]).notes
    assert (first.text, first.corrects_id) == ("Atgriezās 19:40.", second.note_id)
    headings = [notes.list.entries.heading(notes.list.entries.index(n)) for n in range(2)]
    assert "corrects the note of" in headings[0]
    assert "corrected later" in headings[1]
    QAbstractItemModelTester(
        notes.list.entries, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tab.refresh()


def test_a_note_refused_stays_as_it_was_written(ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    notes = tab.card.notes
    notes.text.setPlainText("x" * 4001)
    assert not notes.save()
    assert notes.trouble.text()
    assert len(notes.text.toPlainText()) == 4001


def test_a_half_written_note_keeps_its_card(desk, store, ids, show_tab):
    tab = show_tab()
    notices = []
    desk.noticed.connect(notices.append)
    tab.open_card(ids["Ābols"])
    tab.card.notes.text.setPlainText("Vēl ne")
    tab.open_card(ids["Žagars"])
    assert tab.card.shown.row.surname == "Ābols"
    assert tab.register.chosen_id() == ids["Ābols"]
    assert "Ābols Zigurds" in notices[-1].sentence
    notices[-1].actions[0].do()
    tab.open_card(ids["Žagars"])
    assert tab.card.shown.row.surname == "Žagars"
    assert [note.text for note in card_of(store, ids["Ābols"]).notes] == ["Vēl ne"]


def test_a_half_written_note_survives_a_lock(desk, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.card.notes.text.setPlainText("Pusē")
    tab.keep_draft()
    again = show_tab()
    assert again.card.shown.row.surname == "Ābols"
    assert again.card.sections.currentIndex() == NOTES
    assert again.card.notes.text.toPlainText() == "Pusē"
    assert again.card.notes.save()
    assert show_tab().card.shown is None
