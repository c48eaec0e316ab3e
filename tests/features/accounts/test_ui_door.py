"""The rest of the door: recovery key, given passwords, bad files, looks, names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.features.accounts import queries
from openblock.features.accounts.ui.door import Door, block_known_from
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.other_panes import MustChangePane, TroublePane
from openblock.features.accounts.ui.people_list import PeopleModel, Person, initials
from openblock.features.accounts.ui.recovery_pane import RecoveryPane
from openblock.features.accounts.ui.sign_in import SignInPage
from openblock.i18n import set_language
from openblock.storage.slots import key_file_of
from openblock.ui.block import Block
from openblock.ui.preferences import Preferences
from openblock.ui.theme import apply
from tests.conftest import PASSWORD
from tests.features.accounts.acting import NEW, click, press, typed


def test_a_given_password_is_changed_before_the_work_begins(colleagues, show_page, window, qtbot):
    page = show_page()
    page.search.setText("berzins")
    page.pane.password.setText(NEW)
    page.pane.confirm()
    pane = page.right.currentWidget()
    assert isinstance(pane, MustChangePane)
    assert window.stores == []
    pane.form.fill({"password": "mana paša parole", "again": "mana paša"})
    pane.confirm()
    assert pane.form.fields["again"].problem()
    pane.form.fill({"again": "mana paša parole"})
    pane.confirm()
    (store,) = window.stores
    mine = store.read(queries.own_account, store.actor.account_id)
    assert not mine.must_change_password


def test_leaving_the_change_of_a_given_password_signs_out_again(
    colleagues, show_page, window, qtbot
):
    page = show_page()
    page.search.setText("berzins")
    page.pane.password.setText(NEW)
    page.pane.confirm()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.right.currentWidget() is page.pane
    assert window.stores == []
    assert colleagues.read(queries.log_choices).operations.count("sign-out") == 1


def test_the_recovery_key_leads_through_a_new_password_and_a_new_key(
    block, show_page, window, qtbot
):
    page = show_page()
    page.pane.recovery.click()
    pane = page.right.currentWidget()
    assert isinstance(pane, RecoveryPane)
    typed(qtbot, page, "abc")
    press(qtbot, page, Qt.Key.Key_Return)
    assert pane.key_form.fields["key"].problem()
    pane.key.setText(block.recovery_key)
    press(qtbot, page, Qt.Key.Key_Return)
    assert pane.who.currentText() == "Anna Bērziņa"
    pane.password_form.fill({"password": "x", "again": "x"})
    pane.confirm()
    assert pane.password_form.fields["password"].problem()
    pane.password_form.fill({"password": NEW, "again": NEW})
    pane.confirm()
    for number in pane.card.asked:
        group = pane.card.groups[number - 1]
        pane.card.form.fill({f"group{number}": f" {group.lower()} "})
    pane.card.confirm()
    assert [store.actor.name for store in window.stores] == ["Anna Bērziņa"]


def test_going_back_from_the_recovery_key_closes_the_file(block, show_page, qtbot):
    page = show_page()
    page.pane.recovery.click()
    pane = page.right.currentWidget()
    pane.key.setText(block.recovery_key)
    pane.confirm()
    store = pane.recovered.store
    press(qtbot, page, Qt.Key.Key_Escape)
    with pytest.raises(StorageTrouble):
        _ = store.dek
    assert page.right.currentWidget() is page.pane


def test_a_bad_file_shows_why_and_the_ways_out(block, show_page, window):
    key_file_of(block.entrance.path).write_bytes(b"spoilt")
    calls = []
    facts = DoorFacts(
        Block("Model block"),
        "1.0",
        restore=lambda: calls.append("restore"),
        open_other=lambda: calls.append("other"),
    )
    page = show_page(facts)
    pane = page.right.currentWidget()
    assert isinstance(pane, TroublePane)
    for way in pane.ways:
        way.click()
    assert calls == ["restore", "other"]
    assert isinstance(page.right.currentWidget(), TroublePane)


def test_a_mended_file_lets_the_page_be_made_anew(block, show_page, window, qtbot):
    good = key_file_of(block.entrance.path).read_bytes()
    key_file_of(block.entrance.path).write_bytes(b"spoilt")
    page = show_page()
    key_file_of(block.entrance.path).write_bytes(good)
    page.right.currentWidget().ways[-1].click()
    qtbot.waitUntil(lambda: window.painted == ["light"])


def test_a_file_that_turns_out_bad_after_the_password_is_told_too(block, show_page, window):
    page = show_page()
    block.entrance.path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 8000)
    page.pane.password.setText(PASSWORD)
    page.pane.confirm()
    assert isinstance(page.right.currentWidget(), TroublePane)
    assert window.stores == []


def test_language_theme_and_close_are_handed_to_the_window(show_page, window):
    page = show_page()
    buttons = {each.text(): each for each in page.findChildren(QAbstractButton)}
    buttons["Latviešu"].click()
    buttons["Night"].click()
    buttons["Close"].click()
    assert (window.spoken, window.painted, window.closed) == (["lv"], ["night"], 1)


def test_the_age_of_the_last_backup_is_told_and_warned_of(show_page):
    facts = DoorFacts(Block("B"), "1.0", last_backup=clock.now() - timedelta(minutes=38))
    assert "38 min" in " ".join(_labels(show_page(facts)))
    old = DoorFacts(Block("B"), "1.0", last_backup=clock.now() - timedelta(days=3))
    assert "3 days" in " ".join(_labels(show_page(old)))


def _labels(page):
    return [each.text() for each in page.findChildren(type(page.time))]


def test_every_control_of_the_door_has_an_accessible_name(colleagues, show_page):
    page = show_page()
    page.list.setCurrentIndex(page.filter.index(0, 0))
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    controls += page.findChildren(QListView)
    nameless = [
        each
        for each in controls
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


@pytest.mark.parametrize("theme", ["light", "dark", "night"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_door_fits_its_window_in_every_theme_and_size(
    colleagues, show_page, qapp, window, theme, percent
):
    apply(qapp, theme, percent)
    set_language("en")
    page = show_page()
    assert page.minimumSizeHint().width() <= 1366
    assert not page.grab().isNull()


def test_the_list_of_people_is_a_sound_model(qapp):
    people = [Person("a", "Anna", "line"), Person("b", "Bruno", locked=True)]
    model = PeopleModel(people)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Anna, line"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "Anna"


def test_initials_are_two_letters_of_the_name():
    assert [initials(name) for name in ("Bērziņš Andris", "šķēle", "O'Brien <b>", "")] == [
        "BA",
        "Š",
        "O",
        "",
    ]


def test_the_door_shows_signing_in_where_there_is_a_block(block, window, qtbot):
    door = Door(block.entrance, lambda: DoorFacts(Block("B"), "1.0"))
    page = door.page(window.doorway())
    qtbot.addWidget(page)
    assert isinstance(page, SignInPage)


def test_the_name_of_the_block_is_remembered_for_the_door(anna, qapp):
    block = block_known_from(Preferences(None, "w"), lambda: "open unit", lambda: "")
    assert block(None).name == ""
    assert block(anna).name == "Model block"
    assert block(None) == Block("Model block", "open unit", "")


def test_a_file_left_open_at_the_door_is_closed_after_a_while(block, show_page):
    page = show_page()
    page.pane.recovery.click()
    pane = page.right.currentWidget()
    pane.key.setText(block.recovery_key)
    pane.confirm()
    store = pane.recovered.store
    assert page.patience.isActive()
    page.patience.timeout.emit()
    with pytest.raises(StorageTrouble):
        _ = store.dek
    assert page.right.currentWidget() is page.pane
    assert not page.patience.isActive()


def test_another_theme_at_the_new_recovery_key_leaves_no_open_file(block, show_page, window):
    page = show_page()
    page.pane.recovery.click()
    pane = page.right.currentWidget()
    pane.key.setText(block.recovery_key)
    pane.confirm()
    store = pane.recovered.store
    pane.password_form.fill({"password": NEW, "again": NEW})
    pane.confirm()
    click(page, "Night")
    with pytest.raises(StorageTrouble):
        _ = store.dek
    assert window.stores == []
