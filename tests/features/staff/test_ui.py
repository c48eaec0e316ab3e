from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock import clock
from openblock.features.accounts.queries import own_draft
from openblock.features.staff.queries import officers
from openblock.features.staff.ui.fields import team_options
from openblock.features.staff.ui.officers_list import LEFT, NO_TEAM, SERVING
from openblock.ui.importing import ImportDialog
from tests.features.staff.officers import add, stored


def badges(tab) -> list[str]:
    return [row.badge for row in tab.list.shown_rows()]


def test_an_empty_block_is_offered_the_import_first(qtbot, show_tab):
    tab = show_tab()
    assert tab.pages.currentWidget() is tab.empty
    tab.focus_first()
    assert tab.empty.import_button.hasFocus()
    qtbot.keyClick(tab.empty.import_button, Qt.Key.Key_Space)
    dialog = tab.findChild(type(tab.open_import()))
    assert dialog is not None
    dialog.reject()


def test_another_tab_can_ask_for_the_import_at_once(qtbot, show_tab):
    tab = show_tab()
    tab.go_to({"import": True})
    dialog = tab.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_the_down_key_goes_from_the_search_into_the_list(qtbot, people, show_tab):
    tab = show_tab()
    tab.focus_first()
    qtbot.keyClick(tab.list.search, Qt.Key.Key_Down)
    assert tab.list.table.hasFocus()
    assert tab.list.chosen_row() == tab.list.shown_rows()[0]


def test_a_card_of_nobody_says_so_at_its_top(people, show_tab):
    tab = show_tab()
    assert tab.card.shown is None
    assert tab.card.heading.height() < tab.card.height() / 3


def test_search_finds_without_case_and_diacritics(qtbot, people, show_tab):
    tab = show_tab()
    tab.focus_first()
    qtbot.keyClicks(tab.list.search, "ciekur")
    assert badges(tab) == ["A-3"]
    assert "1 of 4 officers shown" in tab.list.count.text()
    qtbot.keyClick(tab.list.search, Qt.Key.Key_Return)
    assert tab.card.heading.name.text() == "Čiekurzars Jānis"
    tab.list.search.setText("team 2 kap")
    assert badges(tab) == []


def test_filters_show_a_team_and_who_serves(people, show_tab):
    with clock.standing_at(clock.at(date(2026, 11, 22), 300)):
        tab = show_tab()
        tab.list.team.set_value(2)
        assert sorted(badges(tab)) == ["A-3", "A-4"]
        tab.list.set_service_filter(SERVING)
        assert badges(tab) == ["A-4"]
        tab.list.set_service_filter(LEFT)
        assert badges(tab) == ["A-3"]
        tab.list.team.set_value(NO_TEAM)
        assert badges(tab) == []


def test_a_chosen_officer_comes_out_from_behind_a_filter(people, show_tab):
    tab = show_tab()
    tab.list.search.setText("zagz")
    hidden = next(row for row in tab.list.model.rows if row.badge == "A-2")
    tab.go_to({"officer_id": hidden.officer_id})
    assert tab.place() == {"officer_id": hidden.officer_id}
    assert tab.list.search.text() == ""


def test_the_order_is_kept_for_the_next_time(people, desk, show_tab):
    tab = show_tab()
    tab.list.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert badges(tab)[-1] == "A-2"
    tab.list.set_service_filter(SERVING)
    again = show_tab()
    assert again.list.order() == [3, 1]
    assert again.list.service_filter() == SERVING
    again.list.set_order([99, 5])
    assert again.list.order() == [3, 1]


def test_names_stand_by_the_latvian_alphabet(people, show_tab):
    tab = show_tab()
    tab.list.set_order([0, 0])
    assert badges(tab) == ["A-2", "A-4", "A-3", "A-1"]


def test_the_list_marks_a_certificate_that_ended(people, show_tab):
    tab = show_tab()
    model = tab.list.model
    place = next(n for n, row in enumerate(model.rows) if row.badge == "A-4")
    spoken = model.index(place, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "no valid certificate" in spoken
    assert model.index(place, 5).data() == "01/03/2026"


def test_the_models_keep_qt_s_contract(people, show_tab):
    tab = show_tab()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(tab.list.model, mode)
    QAbstractItemModelTester(tab.list.table.proxy, mode)
    tab.list.search.setText("a-4")
    tab.list.set_service_filter(LEFT)
    tab.refresh()


def test_a_new_officer_is_added_by_keyboard(qtbot, people, show_tab, store):
    tab = show_tab()
    qtbot.keyClick(tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    fields = tab.card.form.fields
    assert fields["badge"].editor.hasFocus()
    assert not fields["badge"].problem()
    for name, text in (("badge", "B-1"), ("surname", "Ūdris-Ņemme"), ("given_name", "Ģirts")):
        fields[name].editor.insert(text)  # QTest types nothing beyond ASCII
    qtbot.keyClick(fields["given_name"].editor, Qt.Key.Key_Return)
    assert "Ūdris-Ņemme Ģirts" in {each.name for each in stored(store).values()}
    assert tab.list.chosen_row().badge == "B-1"
    assert not tab.card.adding


def test_a_new_officer_lacking_what_is_needed_is_told_so(qtbot, people, show_tab, store):
    tab = show_tab()
    tab.add()
    fields = tab.card.form.fields
    qtbot.keyClicks(fields["badge"].editor, "B-1")
    qtbot.keyClick(fields["badge"].editor, Qt.Key.Key_Return)
    assert fields["surname"].problem()
    assert len(stored(store)) == 4
    qtbot.keyClick(fields["badge"].editor, Qt.Key.Key_Escape)
    assert tab.card.shown is None


def test_a_card_half_typed_is_not_thrown_away_for_another(qtbot, people, desk, show_tab):
    tab = show_tab()
    notices = []
    desk.noticed.connect(notices.append)
    first, second = tab.list.model.rows[:2]
    tab.list.choose(first.officer_id)
    tab.card.form.fields["phone"].set_value("6000 0042")
    tab.list.choose(second.officer_id)
    assert tab.card.shown == first
    assert tab.list.chosen_row() == first
    assert first.name in notices[-1].sentence
    tab.add()
    assert tab.card.shown == first
    notices[-1].actions[0].do()
    tab.list.choose(second.officer_id)
    assert tab.card.shown == second


def test_what_was_half_typed_comes_back_after_a_lock(qtbot, people, desk, store, show_tab):
    tab = show_tab()
    row = tab.list.model.rows[0]
    tab.list.choose(row.officer_id)
    tab.card.form.fields["last_day"].set_value(date(2026, 12, 24))
    tab.keep_draft()
    with qtbot.waitSignal(desk.noticed) as said:
        again = show_tab()
    assert "not saved" in said.args[0].sentence
    assert again.list.chosen_row() == row
    assert again.card.shown == row
    assert again.card.form.fields["last_day"].value() == date(2026, 12, 24)
    assert again.card.save()
    assert store.read(own_draft, 1, "staff.officer") is None


def test_a_half_typed_addition_comes_back_too(desk, show_tab):
    tab = show_tab()
    tab.add()
    tab.card.form.fields["surname"].set_value("Ūdris")
    tab.keep_draft()
    again = show_tab()
    assert again.card.adding
    assert again.card.form.fields["surname"].value() == "Ūdris"


def test_as_many_teams_are_offered_as_there_are(people, store):
    assert [team for team, _words in team_options(())] == [None, *range(1, 9)]
    add(store, "T", surname="T", team=12)
    assert team_options(store.read(officers))[-1] == (12, "Team 12")
