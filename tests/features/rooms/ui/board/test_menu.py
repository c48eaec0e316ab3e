"""What the menu offers for each kind of piece, and only to who may do it."""

from __future__ import annotations

import pytest

from openblock.features.rooms.ui.board.menu import Offers, menu_of
from tests.features.rooms.ui.board.invented import moment


def lines(shown, piece):
    asked = []
    offers = Offers(shown.desk, shown.deeds, lambda room, who: asked.append((room, who)))
    line = shown.canvas.sheet.picture.lines[piece.line]
    groups = offers.of(piece, line)
    return {choice.words: choice for group in groups for choice in group}, asked


@pytest.mark.parametrize(
    ("name", "kind", "first"),
    [
        ("Bērziņš", "present", ["Move…", "Swap…", "Other dates…"]),
        ("Vanags", "planned", ["Other dates…", "Cancel the plan…"]),
        ("Lūsis", "past", ["Other dates…"]),
        ("R ", "held", ["Place somebody in 107 C…", "End the reservation"]),
        ("S Repair", "closed", ["Change reason or date…", "Back in service now"]),
    ],
)
def test_each_kind_of_piece_has_its_own_lines(shown, name, kind, first):
    found, _asked = lines(shown, shown.choose(name, kind))
    assert list(found)[: len(first)] == first


def test_every_line_calls_its_deed(shown):
    house = shown.house
    found, _asked = lines(shown, shown.choose("Bērziņš"))
    for words in ("Move…", "Swap…", "Other dates…", "Leave the bed without another…"):
        found[words].act()
    person, bed = house.people["Bērziņš"], house.beds["101 A"]
    deeds = [asked[0] for asked in shown.deeds.asked]
    assert deeds == ["place", "swap", "stretch", "vacate"]
    assert shown.deeds.asked[0] == ("place", person, None, None, None)
    assert shown.deeds.asked[2][2:4] == (bed, moment(9, 1))


def test_a_free_bed_can_be_given_reserved_and_shut(shown):
    canvas = shown.canvas
    line = canvas.sheet.picture.line_of(shown.house.beds["103 A"])
    found, _asked = lines(shown, canvas.sheet.picture.stops(line)[0])
    for words in ("Place somebody in 103 A…", "Reserve…", "Shut bed 103 A…", "Shut room 103…"):
        found[words].act()
    bed, room = shown.house.beds["103 A"], shown.house.rooms["103"]
    assert shown.deeds.asked[1:] == [
        ("hold", bed),
        ("close", "bed", bed),
        ("close", "room", room),
    ]


def test_holds_and_closures_are_ended_by_their_own_number(shown):
    hold, closure = shown.choose("R "), shown.choose("S Repair")
    lines(shown, hold)[0]["End the reservation"].act()
    lines(shown, closure)[0]["Back in service now"].act()
    lines(shown, closure)[0]["Change reason or date…"].act()
    assert shown.deeds.asked == [
        ("end_hold", hold.key[1]),
        ("open_again", closure.key[1]),
        ("change_closure", closure.key[1]),
    ]


def test_the_past_of_the_room_and_of_the_person_is_offered(shown, qtbot):
    found, asked = lines(shown, shown.choose("Bērziņš"))
    found["Where the person has slept"].act()
    found["Who has slept in room 101"].act()
    assert asked == [
        (None, shown.house.people["Bērziņš"]),
        (shown.house.rooms["101"], None),
    ]
    with qtbot.waitSignal(shown.desk.tab_wanted) as wanted:
        found["Open the person's card"].act()
    assert wanted.args == ["residents", {"resident_id": shown.house.people["Bērziņš"]}]


def test_who_may_only_read_is_offered_only_to_read(shown_as):
    shown = shown_as("auditor")
    found, _asked = lines(shown, shown.choose("Bērziņš"))
    assert list(found) == [
        "Open the person's card",
        "Where the person has slept",
        "Who has slept in room 101",
    ]


def test_the_usual_line_is_chosen_when_the_menu_opens(shown):
    piece = shown.choose("Bērziņš")
    offers = Offers(shown.desk, shown.deeds, lambda _room, _who: None)
    menu = menu_of(offers.of(piece, shown.canvas.sheet.picture.lines[0]), shown.view)
    assert menu.activeAction().text() == "Move…"
