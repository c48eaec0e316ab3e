"""The lines of the search: headings that cannot be chosen, hits that say all they show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.storage.searching import Rank
from openblock.ui.search import MOST, Hit
from openblock.ui.search.finding import Group
from openblock.ui.search.model import LINE_ROLE, HitsModel, lines_of
from tests.ui.searching import source

PEOPLE = source("people", ())
ROOMS = source("rooms", ())
ANNA = Hit("Bērziņa Anna", "room 101", "residents", {"resident_id": 1}, Rank.SURNAME)
JANIS = Hit("Bērziņš Jānis", "", "residents", {"resident_id": 2}, Rank.NEARLY)
ROOM = Hit("101", "4 beds", "rooms", {"room_id": 3}, Rank.WORD)
GROUPS = (Group(PEOPLE, (ANNA, JANIS), more=True), Group(ROOMS, (ROOM,)))


def test_each_kind_has_its_heading_and_says_when_there_are_more():
    lines = lines_of(GROUPS)
    assert [each.title for each in lines] == [
        *("People", "Bērziņa Anna", "Bērziņš Jānis", "Rooms", "101"),
    ]
    assert lines[0].detail == f"the first {MOST}"
    assert lines[3].detail == ""


def test_a_hit_with_a_wrong_letter_says_so_in_words():
    lines = lines_of(GROUPS)
    assert [lines[row].spoken for row in (1, 2)] == [
        "Bērziņa Anna, room 101",
        "Bērziņš Jānis, similar",
    ]


def test_nothing_found_is_said_in_one_line_that_cannot_be_chosen():
    model = HitsModel()
    model.set_lines(lines_of(()))
    assert model.index(0).data() == "Nothing found"
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.next_hit(-1, 1) == -1


def test_the_model_keeps_the_rules_of_item_models():
    model = HitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for groups in (GROUPS, GROUPS[1:], ()):
        model.set_lines(lines_of(groups))
    model.set_lines(())
    assert model.rowCount() == 0
    assert model.rowCount(model.index(0)) == 0
    assert tester.model() is model


def test_only_hits_are_chosen_and_steps_pass_over_headings():
    model = HitsModel()
    model.set_lines(lines_of(GROUPS))
    assert [bool(model.flags(model.index(row))) for row in range(5)] == [
        *(False, True, True, False, True)
    ]
    assert [model.next_hit(row, 1) for row in (-1, 1, 2, 4)] == [1, 2, 4, -1]
    assert [model.next_hit(row, -1) for row in (4, 2, 1)] == [2, 1, -1]


def test_a_line_is_heard_as_it_is_seen():
    model = HitsModel()
    model.set_lines(lines_of(GROUPS))
    index = model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bērziņa Anna, room 101"
    assert index.data(LINE_ROLE).hit is ANNA
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(9).data() is None
