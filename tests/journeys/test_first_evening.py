"""From a bare workstation to the sheet on the wall, through the real window, by hand and keyboard.

The whole way of the first evening: the wizard, the staff list as an administrator has it, a cycle
over the next month, five cells changed, the sheet previewed and saved.
"""

from __future__ import annotations

import io

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from openblock.cli import main as command
from openblock.features.roster.queries import month_roster
from openblock.features.staff.queries import officers
from openblock.resources import resource
from tests.rig import at_the_door, meet, press, settle, wait_for

PASSWORD = "četras zaļas vārnas"
BLOCK = "Dienvidu korpuss"


def set_up(window):
    """The wizard: name of the block, where backups go, the first administrator, the key."""
    page = window.door
    page.forward()
    page.block.findChild(QLineEdit).setText(BLOCK)
    page.forward()
    page.forward()
    person = page.administrator
    for field, text in zip(
        person.findChildren(QLineEdit), ("Anna Bērziņa", PASSWORD, PASSWORD), strict=False
    ):
        field.setText(text)
    page.forward()
    assert page.card is not None, "the wizard did not reach the recovery key"
    type_back_the_key(page.card)
    wait_for(lambda: window.workplace is not None)
    settle(30)


def type_back_the_key(card):
    for number in card.asked:
        card.form.fields[f"group{number}"].findChild(QLineEdit).setText(card.groups[number - 1])
    card.done.click()


@pytest.fixture
def block(tmp_path, qapp):
    """The window of a block that was set up a minute ago."""
    with at_the_door(tmp_path / "block.openblock") as window:
        set_up(window)
        yield window


def test_the_first_evening(block, tmp_path):
    import_the_list(block)
    lay_the_cycle(block)
    change_five_cells(block)
    save_the_sheet(block, tmp_path / "wall.pdf")


def import_the_list(window):
    window.workplace.open_tab("staff")
    settle(20)
    staff = window.workplace.pages.page
    dialog = staff.open_import(resource("samples", "officers.csv"))
    wait_for(dialog.import_button.isEnabled)
    assert "26" in dialog.import_button.text()
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    wait_for(lambda: not dialog.isVisible())
    assert len(window.desk.store.read(officers)) == 26


def lay_the_cycle(window):
    window.workplace.open_tab("roster")
    settle(20)
    roster = window.workplace.pages.page
    roster.toolbar.later.click()
    roster.focus_first()
    window.activateWindow()
    settle(20)
    meet(
        lambda: press(roster.grid, Qt.Key.Key_L, ctrl=True),
        lambda dialog: dialog.lay_button.click(),
    )
    laid = window.desk.store.read(month_roster, 2026, 12)
    assert {duty.code for duty in laid.duties.values()} == {"24"}
    assert len(laid.duties) >= 20 * 7


def change_five_cells(window):
    roster = window.workplace.pages.page
    first = roster.shown.officers[0].officer_id
    before = dict(roster.shown.duties)
    days = [each.day for each in roster.shown.days]
    roster.focus_first()
    for place, key in ((1, "D"), (5, "B"), (8, "8"), (13, "N"), (16, "D")):
        roster.grid.go_to(first, days[place])
        press(roster.grid.cells, key)
    after = window.desk.store.read(month_roster, 2026, 12)
    kept_free = sum(1 for shown in after.kept_free.values() if shown)
    typed = [duty for duty in after.duties.values() if duty.origin == "typed"]
    assert len(typed) + kept_free == 5, (len(typed), kept_free)
    assert before != after.duties


def save_the_sheet(window, path):
    def save(dialog):
        assert dialog.preview.pages >= 1
        dialog.save_to(path)

    meet(lambda: press(window, Qt.Key.Key_P, ctrl=True), save)
    with pdfplumber.open(io.BytesIO(path.read_bytes())) as document:
        text = "\n".join(page.extract_text() for page in document.pages)
    assert BLOCK in text
    for officer in window.desk.store.read(officers):
        assert officer.surname in text, officer.surname


def test_the_command_line_is_the_same_door(block, tmp_path, monkeypatch, capsys):
    """What the window wrote, the command line opens with the same password."""
    path = block.desk.store.path
    block.close()
    settle()
    monkeypatch.setenv("OPENBLOCK_PASSWORD", PASSWORD)
    assert command(["check", "--database", str(path), "--language", "en"]) == 0, capsys.readouterr()
