"""The sign-in page, off-screen and by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.features.accounts import commands, queries
from openblock.features.accounts.session import change_block_setting
from openblock.features.accounts.ui.door import Door, block_known_from, key_sheet
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.other_panes import MustChangePane, TroublePane
from openblock.features.accounts.ui.people_list import PeopleModel, Person, initials
from openblock.features.accounts.ui.recovery_pane import RecoveryPane
from openblock.features.accounts.ui.sign_in import SignInPage
from openblock.i18n import set_language
from openblock.storage import keys
from openblock.storage.slots import key_file_of
from openblock.ui.block import Block
from openblock.ui.preferences import Preferences
from openblock.ui.theme import apply
from openblock.ui.window.house import Doorway, Left
from tests.conftest import CHEAP, PASSWORD

NEW = "trīs zaļi kaķi"


class Window:
    """Takes what the door hands over, as the window would."""

    def __init__(self):
        self.stores = []
        self.spoken = []
        self.painted = []
        self.closed = 0

    def doorway(self, **change):
        return Doorway(
            signed_in=self.stores.append,
            speak=self.spoken.append,
            paint=self.painted.append,
            close=self._close,
            **change,
        )

    def _close(self):
        self.closed += 1


@pytest.fixture
def window(qapp):
    apply(qapp, "light", 100)
    made = Window()
    yield made
    for store in made.stores:
        store.close()
    apply(qapp, "light", 100)


@pytest.fixture
def show(block, window, qtbot):
    def go(facts=None, **change):
        page = SignInPage(
            block.entrance,
            window.doorway(**change),
            facts or DoorFacts(Block("Model block"), "1.0"),
            lambda key: key_sheet("Model block", key),
        )
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return page

    return go


@pytest.fixture
def colleagues(anna):
    for name in ("Bērziņš Andris", "Šķēle Ģirts", "O'Brien <b>"):
        slot = keys.add_slot(anna.path, anna.dek, name, NEW, cost=CHEAP)
        request = commands.AddAccount(slot.slot_id, name, "duty_officer", "lv")
        anna.run(commands.add_account, request)
    return anna


def press(qtbot, page, key):
    qtbot.keyClick(page.focusWidget(), key)


def typed(qtbot, page, text):
    qtbot.keyClicks(page.focusWidget(), text)


def test_the_only_person_types_the_password_and_presses_enter(show, window, qtbot):
    page = show()
    assert page.focusWidget() is page.pane.password
    typed(qtbot, page, PASSWORD)
    press(qtbot, page, Qt.Key.Key_Return)
    assert [store.actor.name for store in window.stores] == ["Anna Bērziņa"]
    assert page.pane.password.text() == ""


def test_a_surname_typed_without_diacritics_finds_the_person(colleagues, show, window, qtbot):
    page = show()
    assert page.focusWidget() is page.search
    typed(qtbot, page, "skele")
    assert page.search.text() == "skele"
    assert page.pane.person.name == "Šķēle Ģirts"
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.pane.password


def test_a_name_nobody_has_is_told_as_such(colleagues, show, qtbot):
    page = show()
    page.search.setText("zzz")
    assert page.unknown.isVisible()
    assert page.pane.person is None
    page.search.setFocus()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.filter.rowCount() == 4


def test_the_arrow_goes_from_the_search_to_the_list(colleagues, show, qtbot):
    page = show()
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.focusWidget() is page.list
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.pane.person.name == "Bērziņš Andris"
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.pane.password


def test_letters_typed_on_the_list_go_into_the_search(colleagues, show, qtbot):
    page = show()
    page.list.setFocus()
    typed(qtbot, page, "s")
    assert page.search.text() == "s"
    assert page.focusWidget() is page.search


def test_a_wrong_password_stays_selected_beside_its_refusal(show, window, qtbot):
    page = show()
    typed(qtbot, page, "not this one")
    press(qtbot, page, Qt.Key.Key_Return)
    assert window.stores == []
    assert "not right" in page.pane.field.problem()
    assert page.pane.password.selectedText() or page.pane.password.hasSelectedText()
    assert page.pane.password.text() == "not this one"


def test_an_empty_password_is_asked_for_and_does_not_count_as_wrong(show, block, qtbot):
    page = show()
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.pane.field.problem() == "Type the password."
    for _time in range(9):
        press(qtbot, page, Qt.Key.Key_Return)
    assert block.entrance.seconds_left(block.slot_id) == 0


def test_the_wait_is_counted_down_in_words_and_ends_by_itself(show, window, qtbot):
    now = clock.now()
    page = show()
    with clock.standing_at(now):
        for _time in range(5):
            page.pane.password.setText("not this one")
            page.pane.confirm()
        assert "Try again in 1 second" in page.pane.field.problem()
        page.pane.password.setText(PASSWORD)
        page.pane.confirm()
        assert window.stores == []
    with clock.standing_at(now + timedelta(seconds=9)):
        qtbot.waitUntil(page.pane.enter.isEnabled, timeout=3000)
        assert page.pane.field.problem() == "You may try again now."
        page.pane.confirm()
    assert len(window.stores) == 1


def test_caps_lock_is_noticed_from_what_the_keys_produce(show, qtbot):
    page = show()
    qtbot.keyClick(page.pane.password, "A", Qt.KeyboardModifier.NoModifier)
    assert page.pane.caps_row.isVisible()
    qtbot.keyClick(page.pane.password, "a", Qt.KeyboardModifier.NoModifier)
    assert not page.pane.caps_row.isVisible()
    qtbot.keyClick(page.pane.password, Qt.Key.Key_CapsLock)
    assert page.pane.caps_row.isVisible()


def test_the_eye_shows_the_password_and_hides_it_again(show):
    page = show()
    (eye,) = [each for each in page.pane.password.actions() if isinstance(each, QAction)]
    eye.trigger()
    assert page.pane.password.echoMode() == QLineEdit.EchoMode.Normal
    eye.trigger()
    assert page.pane.password.echoMode() == QLineEdit.EchoMode.Password


def test_who_locked_stands_first_with_the_work_kept(colleagues, show, block):
    block.entrance.sign_in(block.slot_id, PASSWORD).store.close()
    left = Left(1, clock.at(clock.today(), 4 * 60 + 41), "Roster, November 2026")
    page = show(left=left)
    assert page.model.people[0] == Person(block.slot_id, "Anna Bērziņa", "locked at 04:41", True)
    assert "Roster, November 2026" in page.pane.kept.text()
    assert page.pane.enter.text() == "Continue"
    assert page.focusWidget() is page.pane.password


def test_changing_the_officer_chooses_nobody(colleagues, show, block):
    block.entrance.sign_in(block.slot_id, PASSWORD).store.close()
    left = Left(1, clock.now(), "Roster")
    page = show(left=left, changing=True)
    assert page.pane.person is None
    assert not page.pane.enter.isVisible()


def test_another_person_finds_an_empty_password_field(colleagues, show):
    page = show()
    page.list.setCurrentIndex(page.filter.index(0, 0))
    page.pane.password.setText("half typed")
    page.list.setCurrentIndex(page.filter.index(1, 0))
    assert page.pane.password.text() == ""


def test_where_names_are_not_listed_the_whole_name_is_typed(anna, show, window, qtbot):
    change_block_setting(anna, commands.ChangeSetting("list_names", value=False))
    page = show()
    assert not page.list.isVisible()
    typed(qtbot, page, "anna")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.unknown.isVisible()
    typed(qtbot, page, " berzina")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.pane.person is None
    page.search.setText("Anna Bērziņa")
    press(qtbot, page, Qt.Key.Key_Return)
    typed(qtbot, page, PASSWORD)
    press(qtbot, page, Qt.Key.Key_Return)
    assert len(window.stores) == 1


def test_a_given_password_is_changed_before_the_work_begins(colleagues, show, window, qtbot):
    page = show()
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


def test_leaving_the_change_of_a_given_password_signs_out_again(colleagues, show, window, qtbot):
    page = show()
    page.search.setText("berzins")
    page.pane.password.setText(NEW)
    page.pane.confirm()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.right.currentWidget() is page.pane
    assert window.stores == []
    assert colleagues.read(queries.log_choices).operations.count("sign-out") == 1


def test_the_recovery_key_leads_through_a_new_password_and_a_new_key(block, show, window, qtbot):
    page = show()
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


def test_going_back_from_the_recovery_key_closes_the_file(block, show, qtbot):
    page = show()
    page.pane.recovery.click()
    pane = page.right.currentWidget()
    pane.key.setText(block.recovery_key)
    pane.confirm()
    store = pane.recovered.store
    press(qtbot, page, Qt.Key.Key_Escape)
    with pytest.raises(StorageTrouble):
        _ = store.dek
    assert page.right.currentWidget() is page.pane


def test_a_bad_file_shows_why_and_the_ways_out(block, show, window):
    key_file_of(block.entrance.path).write_bytes(b"spoilt")
    calls = []
    facts = DoorFacts(
        Block("Model block"),
        "1.0",
        restore=lambda: calls.append("restore"),
        open_other=lambda: calls.append("other"),
    )
    page = show(facts)
    pane = page.right.currentWidget()
    assert isinstance(pane, TroublePane)
    for way in pane.ways:
        way.click()
    assert calls == ["restore", "other"]
    assert isinstance(page.right.currentWidget(), TroublePane)


def test_a_mended_file_lets_the_page_be_made_anew(block, show, window, qtbot):
    good = key_file_of(block.entrance.path).read_bytes()
    key_file_of(block.entrance.path).write_bytes(b"spoilt")
    page = show()
    key_file_of(block.entrance.path).write_bytes(good)
    page.right.currentWidget().ways[-1].click()
    qtbot.waitUntil(lambda: window.painted == ["light"])


def test_a_file_that_turns_out_bad_after_the_password_is_told_too(block, show, window):
    page = show()
    block.entrance.path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 8000)
    page.pane.password.setText(PASSWORD)
    page.pane.confirm()
    assert isinstance(page.right.currentWidget(), TroublePane)
    assert window.stores == []


def test_language_theme_and_close_are_handed_to_the_window(show, window):
    page = show()
    buttons = {each.text(): each for each in page.findChildren(QAbstractButton)}
    buttons["Latviešu"].click()
    buttons["Night"].click()
    buttons["Close"].click()
    assert (window.spoken, window.painted, window.closed) == (["lv"], ["night"], 1)


def test_the_age_of_the_last_backup_is_told_and_warned_of(show):
    facts = DoorFacts(Block("B"), "1.0", last_backup=clock.now() - timedelta(minutes=38))
    assert "38 min" in " ".join(_labels(show(facts)))
    old = DoorFacts(Block("B"), "1.0", last_backup=clock.now() - timedelta(days=3))
    assert "3 days" in " ".join(_labels(show(old)))


def _labels(page):
    return [each.text() for each in page.findChildren(type(page.time))]


def test_every_control_of_the_door_has_an_accessible_name(colleagues, show):
    page = show()
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


def test_tab_goes_through_the_door_in_reading_order(colleagues, show, qtbot):
    page = show()
    page.list.setCurrentIndex(page.filter.index(0, 0))
    page.list.setFocus()
    seen = []
    for _step in range(5):
        seen.append(page.focusWidget())
        press(qtbot, page, Qt.Key.Key_Tab)
    expected = [page.list, page.search, page.pane.password, page.pane.enter, page.pane.recovery]
    assert seen == expected


@pytest.mark.parametrize("theme", ["light", "dark", "night"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_door_fits_its_window_in_every_theme_and_size(
    colleagues, show, qapp, window, theme, percent
):
    apply(qapp, theme, percent)
    set_language("en")
    page = show()
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
