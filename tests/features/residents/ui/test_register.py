"""The register: who is shown, how somebody is found, what is noted beside a name."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.residents.queries import residents
from openblock.features.residents.ui.register_lines import (
    EXPECTED,
    HERE,
    LEFT,
    WITHOUT_BED,
    lines_of,
    meant_by,
    register_columns,
)
from tests.factories import with_house, with_placement, with_resident
from tests.features.residents.ui.screen import NOW, focus, shown_names
from tests.rig import settle

TODAY = date(2026, 11, 22)


def lines(store, rooms=None, today=TODAY):
    rows = store.read(residents, NOW, with_discharged=True)
    return {line.row.surname: line for line in lines_of(rows, rooms or {}, today)}


def chips(tab) -> list[str]:
    return [each.text() for each in tab.register.chips.buttons() if not each.isHidden()]


def test_those_who_are_here_stand_by_the_latvian_alphabet(ids, show_tab):
    assert shown_names(show_tab()) == ["Ābols", "Čakāns", "Rudzītis", "Žagars"]


def test_each_chip_shows_its_people_and_counts_them(ids, show_tab):
    tab = show_tab()
    assert chips(tab) == ["Here 4", "Expected 1", "Without bed 4", "Earlier 1"]
    for chip, names in (
        (EXPECTED, ["Zariņš"]),
        (WITHOUT_BED, ["Ābols", "Čakāns", "Rudzītis", "Žagars"]),
        (LEFT, ["Bite"]),
        (HERE, ["Ābols", "Čakāns", "Rudzītis", "Žagars"]),
    ):
        tab.register.set_chip(chip)
        assert shown_names(tab) == names
    assert tab.register.count.text() == "4 people"


def test_a_chip_nobody_belongs_to_takes_no_room(store, show_tab):
    with_resident(store, "Viens")
    assert chips(show_tab()) == ["Here 1", "Without bed 1"]


def test_the_room_comes_from_the_feature_that_knows_it(store, ids, show_tab):
    house = with_house(store)
    with_placement(store, ids["Ābols"], house.beds["101 B"], NOW)
    tab = show_tab()
    row = tab.register.model.row_of(ids["Ābols"])
    assert tab.register.model.index(row, 1).data() == "101 B"
    assert "Without bed 3" in chips(tab)


@pytest.mark.parametrize("typed", ["rudz", "RUDZITIS", "rudzits", "aigar rud", "dzit"])
def test_somebody_is_found_as_the_search_finds(typed, ids, show_tab):
    tab = show_tab()
    tab.register.search.setText(typed)
    assert shown_names(tab) == ["Rudzītis"]
    assert tab.register.count.text() == "Shown: 1 of 4 people"


def test_a_room_finds_who_lives_there(store, ids):
    line = lines(store, {ids["Rudzītis"]: "105 A"})["Rudzītis"]
    assert meant_by("105 a", [line]) == [line]
    assert meant_by("106", [line]) == []


def test_nobody_found_says_where_else_to_look(ids, show_tab):
    tab = show_tab()
    tab.register.search.setText("bite")
    assert shown_names(tab) == []
    assert "other chips" in tab.register.count.text()


def test_the_note_says_what_is_unusual(store, ids):
    found = lines(store, dict.fromkeys(ids.values(), "101 A"))
    assert found["Žagars"].note == ""
    assert found["Ābols"].note == "until 3 Dec"
    assert (found["Čakāns"].note, found["Čakāns"].tone) == ("ended 20 Nov", "bad")
    assert found["Zariņš"].note == "arrives 24 Nov"
    assert found["Bite"].note == "01/10/2026"


def test_the_end_of_a_sentence_is_noted_a_month_before_and_not_sooner(store, ids):
    rooms = dict.fromkeys(ids.values(), "101 A")
    assert lines(store, rooms, date(2026, 11, 3))["Ābols"].note == "until 3 Dec"
    assert lines(store, rooms, date(2026, 11, 2))["Ābols"].note == ""


def test_a_reader_hears_the_marks_the_list_has_no_room_for(store, ids):
    line = lines(store)["Rudzītis"]
    where, note = register_columns()[2:]
    assert where.show(line) == "inside"
    assert note.spoken(line) == "no bed"


def test_the_down_key_goes_into_the_list_and_enter_opens_the_card(qtbot, ids, show_tab):
    tab = show_tab()
    tab.focus_first()
    assert tab.register.search.hasFocus()
    qtbot.keyClick(tab.register.search, Qt.Key.Key_Down)
    assert tab.register.table.hasFocus()
    qtbot.keyClick(tab.register.table, Qt.Key.Key_Return)
    assert tab.card.shown.row.surname == "Ābols"
    assert focus() is tab.card.timeline


def test_three_letters_and_enter_open_a_card(qtbot, ids, show_tab):
    tab = show_tab()
    tab.focus_first()
    qtbot.keyClicks(tab.register.search, "zag")
    qtbot.keyClick(tab.register.search, Qt.Key.Key_Return)
    assert tab.card.shown.row.surname == "Žagars"
    assert tab.card.timeline.hasFocus()


def test_passing_over_a_name_opens_no_card_and_resting_on_it_does(qtbot, ids, show_tab):
    tab = show_tab()
    for number in (ids["Ābols"], ids["Čakāns"], ids["Rudzītis"]):
        tab.register.choose(number)
    assert tab.card.shown is None
    qtbot.waitUntil(lambda: tab.card.shown is not None)
    assert tab.card.shown.row.surname == "Rudzītis"


def test_somebody_behind_a_search_and_a_chip_comes_out(ids, show_tab):
    tab = show_tab()
    tab.register.search.setText("abols")
    tab.open_card(ids["Zariņš"])
    assert tab.register.chip() == EXPECTED
    assert tab.register.search.text() == ""
    assert tab.register.chosen_id() == ids["Zariņš"]


def test_the_order_is_kept_for_the_next_time(desk, ids, show_tab):
    tab = show_tab()
    tab.register.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert shown_names(tab)[0] == "Žagars"
    assert show_tab().register.order() == [0, 1]
    tab.register.set_order([9, 7])
    assert tab.register.order() == [0, 1]


def test_the_models_keep_qt_s_contract(ids, show_tab):
    tab = show_tab()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(tab.register.model, mode)
    QAbstractItemModelTester(tab.register.table.proxy, mode)
    tab.register.set_chip(LEFT)
    tab.register.search.setText("bi")
    tab.refresh()
    settle()


def test_a_name_is_shown_as_it_is_written(store, show_tab):
    number = with_resident(store, "O'Braiens-Ļoti", "Gārais")
    tab = show_tab()
    assert tab.register.model.rows[0].row.name == "O'Braiens-Ļoti Gārais"
    tab.open_card(number)
    assert tab.card.heading.name.text() == "O'Braiens-Ļoti Gārais"
    assert tab.card.heading.name.textFormat() == Qt.TextFormat.PlainText
