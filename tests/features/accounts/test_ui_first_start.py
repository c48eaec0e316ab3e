"""The first start, driven by keyboard from the first question to the signed-in administrator."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from openblock.features.accounts import queries
from openblock.features.accounts.ui.door import Door
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.first_start import FirstStartPage
from openblock.features.accounts.ui.new_password_form import NewPasswordForm, advice
from openblock.i18n import set_language
from openblock.ui.block import Block
from openblock.ui.theme import apply
from openblock.ui.window.house import Doorway
from tests.features.accounts.conftest import door

PASSWORD = "tris zali kaki"


@pytest.fixture
def stores(qapp):
    apply(qapp, "light", 100)
    opened = []
    yield opened
    for store in opened:
        store.close()


@pytest.fixture
def entrance(tmp_path):
    return door(tmp_path / "block.openblock")


@pytest.fixture
def begin(entrance, stores, qtbot):
    """Shows the door of a computer without a block; again with what was typed, as the window."""
    calls = []
    facts = DoorFacts(Block(), "1.0", demonstration=lambda: calls.append("demonstration"))
    made = Door(entrance, lambda: facts)

    def go():
        doorway = Doorway(stores.append, calls.append, calls.append, lambda: None)
        page = made.page(doorway)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        page.calls = calls
        return page

    return go


def enter(qtbot, page, *texts):
    """Type each text into the field that has the keyboard, Tab between them, Enter at the end."""
    for place, text in enumerate(texts):
        if place:
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        if text:
            page.focusWidget().selectAll()
            qtbot.keyClicks(page.focusWidget(), text)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def answer_up_to_the_key(qtbot, page):
    enter(qtbot, page)
    enter(qtbot, page, "Model block", "08:00")
    enter(qtbot, page)
    enter(qtbot, page, "O'Brien <b>", PASSWORD, PASSWORD)


def test_the_whole_first_start_is_done_by_keyboard(begin, entrance, stores, qtbot, tmp_path):
    page = begin()
    assert isinstance(page, FirstStartPage)
    answer_up_to_the_key(qtbot, page)
    assert entrance.is_new
    page.card.save_to(tmp_path / "key.pdf")
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    groups = [page.card.groups[number - 1] for number in page.card.asked]
    enter(qtbot, page, *groups)
    (store,) = stores
    assert (store.actor.name, store.actor.role) == ("O'Brien <b>", "administrator")
    settings = store.read(queries.settings)
    assert (settings["block_name"], settings["shift_start"]) == ("Model block", 480)
    assert settings["backup_folder"] == str(tmp_path / "backups")
    assert (tmp_path / "backups").is_dir()
    assert not entrance.is_new


def test_nothing_is_made_until_two_groups_are_typed_back_right(begin, entrance, stores, qtbot):
    page = begin()
    answer_up_to_the_key(qtbot, page)
    first = page.card.form.fields[f"group{page.card.asked[0]}"]
    first.setFocus()
    enter(qtbot, page, "WRONG1", "WRONG2")
    first = page.card.form.fields[f"group{page.card.asked[0]}"]
    assert "not the groups" in first.problem()
    assert first.value() == "WRONG1"
    assert stores == []
    assert entrance.is_new


def test_a_step_with_something_missing_is_not_left_and_loses_nothing(begin, qtbot):
    page = begin()
    enter(qtbot, page)
    enter(qtbot, page, "", "25:99")
    assert page.pages.currentWidget() is page.block
    assert page.block.form.fields["block_name"].problem()
    assert page.block.form.fields["shift_start"].problem()
    assert page.block.form.fields["shift_start"].editor.text() == "25:99"


def test_a_backup_place_that_cannot_be_is_told_beside_its_field(begin, qtbot, tmp_path):
    page = begin()
    step = page.backups
    step.form.fill({"backup_folder": str(tmp_path / "a" / "b" / "c")})
    assert not step.accepts()
    assert "no folder" in step.form.fields["backup_folder"].problem()
    same = str(tmp_path / "backups")
    step.form.fill({"backup_folder": same, "second_backup_folder": same})
    assert not step.accepts()
    assert step.form.fields["second_backup_folder"].problem()
    step.form.fill({"second_backup_folder": str(tmp_path / "other")})
    assert step.accepts()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"password": "short", "again": "short"}, "password"),
        ({"again": "another one"}, "again"),
    ],
)
def test_what_is_wrong_with_the_administrator_stands_beside_the_field(begin, typed, field):
    page = begin()
    step = page.administrator
    step.fill({"name": "Anna", "password": PASSWORD, "again": PASSWORD, **typed})
    assert not step.accepts()
    shown = step.names.fields.get(field) or step.passwords.fields[field]
    assert shown.problem()


def test_esc_goes_back_and_keeps_what_was_typed(begin, entrance, qtbot):
    page = begin()
    answer_up_to_the_key(qtbot, page)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.pages.currentWidget() is page.administrator
    assert page.card is None
    assert list(entrance.path.parent.glob("*.setup")) == []
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.block.form.fields["block_name"].value() == "Model block"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.pages.currentIndex() == 0


def test_another_language_keeps_the_step_and_what_was_typed(begin, qtbot):
    page = begin()
    enter(qtbot, page)
    enter(qtbot, page, "Model block", "08:00")
    buttons = {each.text(): each for each in page.findChildren(QAbstractButton)}
    buttons["Latviešu"].click()
    assert page.calls == ["lv"]
    set_language("en")
    again = begin()
    assert again.pages.currentWidget() is again.backups
    assert again.block.values() == {"block_name": "Model block", "shift_start": 480}


def test_the_demonstration_is_one_step_away(begin, qtbot):
    page = begin()
    buttons = {each.text(): each for each in page.findChildren(QAbstractButton)}
    buttons["Look at the demonstration block"].click()
    assert page.calls == ["demonstration"]


def test_a_folder_that_vanished_meanwhile_is_told_at_the_end(begin, stores, qtbot, tmp_path):
    page = begin()
    enter(qtbot, page)
    enter(qtbot, page, "Model block", "")
    (tmp_path / "stick").mkdir()
    page.backups.form.fill({"backup_folder": str(tmp_path / "stick" / "backups")})
    enter(qtbot, page)
    enter(qtbot, page, "Anna", PASSWORD, PASSWORD)
    (tmp_path / "stick").rmdir()
    for number in page.card.asked:
        page.card.form.fill({f"group{number}": page.card.groups[number - 1]})
    page.card.confirm()
    assert "no folder" in page.card.refusal.text()
    assert stores == []


def test_a_computer_without_a_printer_says_to_save_the_key(begin, qtbot, monkeypatch):
    page = begin()
    answer_up_to_the_key(qtbot, page)
    monkeypatch.setenv("PATH", "")
    page.card.print_key()
    assert "No printer" in page.card.refusal.text()


def test_a_key_that_cannot_be_saved_says_so(begin, qtbot, tmp_path):
    page = begin()
    answer_up_to_the_key(qtbot, page)
    page.card.save_to(tmp_path / "nowhere" / "key.pdf")
    assert page.card.refusal.text()


def test_a_block_that_appeared_meanwhile_is_not_written_over(begin, entrance, stores, qtbot):
    page = begin()
    enter(qtbot, page)
    enter(qtbot, page, "Model block", "")
    enter(qtbot, page)
    entrance.path.write_bytes(b"somebody else's")
    enter(qtbot, page, "Anna", PASSWORD, PASSWORD)
    assert "already a file" in page.administrator.refusal.text()
    assert entrance.path.read_bytes() == b"somebody else's"


def test_every_field_of_the_first_start_has_an_accessible_name(begin):
    page = begin()
    fields = [
        each for each in page.findChildren(QLineEdit) if each.objectName() != "qt_spinbox_lineedit"
    ]
    assert fields
    assert [each for each in fields if not each.accessibleName()] == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_first_start_fits_the_window_at_any_text_size(begin, qapp, percent):
    apply(qapp, "night", percent)
    page = begin()
    assert page.minimumSizeHint().width() <= 1366
    apply(qapp, "light", 100)


def test_advice_on_a_password_changes_while_it_is_typed(qtbot):
    form = NewPasswordForm("Anna")
    qtbot.addWidget(form)
    said = []
    for text in ("", "abc", "12345678901", "zaļš kaķis", "trīs zaļi kaķi uz jumta", ""):
        form.fill({"password": text})
        said.append(next(each.text() for each in form.findChildren(QWidget, "advice")))
    assert said[0] == said[-1]
    assert len(set(said)) == 5
    assert advice("x" * 9, "")[0] == "1 character more is needed."
