"""A list of rooms adds and corrects; it moves nothing people live by."""

from __future__ import annotations

from openblock.resources import resource
from tests.factories import with_house
from tests.features.rooms.lists import LIST, bring_in, csv, previewed, rooms, told


def test_rooms_are_recognised_by_their_number_in_their_building(store, tmp_path):
    with_house(store)
    with_house(store, {"101": ("A",)}, building="Otrais korpuss")
    text = "Ēka;Stāvs;Nodaļa;Telpa;Platība\nkorpuss;1;A;101;9\nOtrais korpuss;1;a;102;9\n"
    found = previewed(store, csv(tmp_path, text))
    assert [row.outcome for row in found.rows] == ["changed", "new"]
    assert found.rows[0].changes == {"area": (0, 900)}


def test_where_there_are_several_buildings_the_list_has_to_say_which(store, tmp_path):
    with_house(store)
    with_house(store, {"101": ("A",)}, building="Otrais korpuss")
    found = previewed(store, csv(tmp_path))
    assert [column.key for column in found.missing] == ["building"]


def test_the_only_building_need_not_be_named(store, tmp_path):
    with_house(store)
    found = previewed(store, csv(tmp_path, "Stāvs;Nodaļa;Telpa\n1;A;101\n"))
    assert [row.outcome for row in found.rows] == ["unchanged"]


def test_a_number_of_beds_adds_letters_and_keeps_those_there_are(store, tmp_path):
    with_house(store, {"101": ("A", "1")})
    text = "Stāvs;Nodaļa;Telpa;Gultas\n1;A;101;4\n"
    assert previewed(store, csv(tmp_path, text)).rows[0].values["beds"] == ("A", "1", "B", "C")
    bring_in(store, csv(tmp_path, text))
    assert rooms(store)["101"].room.content.beds == ("A", "1", "B", "C")


def test_the_same_beds_in_another_order_are_no_change(store, tmp_path):
    with_house(store)
    found = previewed(store, csv(tmp_path, "Stāvs;Nodaļa;Telpa;Gultas\n1;A;101;B A\n"))
    assert found.rows[0].outcome == "unchanged"


def test_a_list_takes_no_bed_away(store, tmp_path):
    with_house(store)
    text = "Stāvs;Nodaļa;Telpa;Gultas\n1;A;101;1\n1;A;102;B, C\n"
    found = previewed(store, csv(tmp_path, text))
    assert told(found) == [(2, "D", "list-beds-taken-away"), (3, "D", "list-beds-taken-away")]
    assert [each.problem.facts["beds"] for each in found.faults] == ["101 B", "102 A"]


def test_a_list_moves_no_room_to_another_floor_but_to_another_section(store, tmp_path):
    with_house(store)
    text = "Stāvs;Nodaļa;Telpa\n2;A;101\n1;B;102\n"
    found = previewed(store, csv(tmp_path, text))
    assert told(found) == [(2, "A", "list-other-floor")]
    bring_in(store, csv(tmp_path, "Stāvs;Nodaļa;Telpa\n1;B;102\n"))
    assert rooms(store)["102"].section.content.name == "B"


def test_a_section_is_for_the_same_people_in_every_row(store, tmp_path):
    found = previewed(store, csv(tmp_path, LIST + "2;B;V;202;;;;;2\n"))
    assert told(found) == [(6, "C", "list-section-sex")]
    assert found.faults[0].problem.facts == {"section": "B", "room": "201"}


def test_a_list_does_not_give_a_stored_section_to_others(store, tmp_path):
    with_house(store, sex="male")
    found = previewed(store, csv(tmp_path, "Stāvs;Nodaļa;Nodaļa ir;Telpa\n1;A;S;101\n1;A;V;102\n"))
    assert told(found) == [(2, "C", "list-stored-section-sex")]


def test_the_first_row_that_says_whom_a_section_is_for_says_it_for_all(store, tmp_path):
    text = "Stāvs;Nodaļa;Nodaļa ir;Telpa\n1;A;;101\n1;A;S;102\n"
    bring_in(store, csv(tmp_path, text))
    assert rooms(store)["101"].section.content.sex == "female"


def test_wrong_rows_are_named_by_row_column_and_reason(store, tmp_path):
    found = previewed(store, resource("samples", "rooms-with-faults.csv"))
    assert told(found) == [
        (3, "D", "import-twice"),
        (4, "D", "import-twice"),
        (5, "G", "cell-not-a-decimal"),
        (6, "H", "cell-not-one-of"),
        (7, "I", "list-no-beds"),
        (8, "A", "text-missing"),
        (9, "C", "list-section-sex"),
        (10, "I", "beds-in-other-room"),
        (11, "E", "cell-not-one-of"),
        (12, "B", "cell-ditto"),
        (13, "G", "cell-number-out-of-range"),
    ]


def test_both_samples_bring_the_same_24_rooms(store):
    kept = [
        [dict(row.values) for row in previewed(store, resource("samples", name)).rows]
        for name in ("rooms.csv", "rooms.xlsx")
    ]
    assert kept[0] == kept[1]
    assert sum(each["kind"] == "living" for each in kept[0]) == 24
    assert sum(len(each["beds"]) for each in kept[0]) == 48
