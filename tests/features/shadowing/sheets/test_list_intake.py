from __future__ import annotations

from datetime import date

import pytest

from openblock.features.shadowing.rules.content import TraineeContent
from openblock.features.shadowing.sheets.list_intake import trainees_import
from openblock.importing.preview import Outcome
from openblock.resources import resource
from tests.features.shadowing.lists import a_trainee, csv, previewed, roll, told

SAMPLES = ("trainees.csv", "trainees.xlsx", "trainees-windows-1257.csv")


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_brings_14_trainees_without_a_fault(name):
    found = previewed(resource("samples", name), roll())
    assert len(found.of(Outcome.NEW)) == 14
    assert found.faults == ()
    request = trainees_import(found, roll(), name, {"grupa": "group", "nr": ""})
    assert (request.course_id, request.file_name) == (1, name)
    assert request.headings == (("grupa", "group"), ("nr", ""))
    first = request.trainees[0]
    assert (first.name, first.group, first.phone) == ("Āboltiņzara Ieva", "A", "6000 0101")
    days = (date(2026, 9, 7), date(2026, 9, 7), date(2026, 9, 8))
    assert tuple(first.clearances.values()) == days
    assert request.trainees[12].clearances == {}


def test_the_samples_hold_the_same_trainees_and_every_latvian_letter():
    kept = [
        [row.values for row in previewed(resource("samples", name), roll()).rows]
        for name in SAMPLES
    ]
    assert kept[0] == kept[1] == kept[2]
    letters = "".join(f"{values['surname']}{values['given_name']}" for values in kept[0])
    assert set("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ") <= set(letters)


def test_the_faulty_sample_shows_every_fault_by_row_and_column():
    found = previewed(resource("samples", "trainees-with-faults.csv"), roll())
    assert told(found) == [
        (2, "B", "text-missing"),
        (3, "F", "cell-no-such-date"),
        (4, "G", "practice-clearance-future"),
        (5, "D", "text-too-long"),
        (6, "B", "import-twice"),
        (7, "B", "import-twice"),
        (8, "H", "cell-not-a-date"),
        (9, "E", "text-too-long"),
        (10, "B", "list-trainee-alike"),
        (11, "B", "list-trainee-alike"),
    ]
    assert found.to_write == ()


def test_who_is_on_the_course_already_is_recognised_and_left_alone(tmp_path):
    known = a_trainee(7, "Zariņa", "Elīna", phone="2600 0001", clearances={1: date(2026, 9, 7)})
    lines = ("zarina;ELINA;a;;7.9.2026", "Ābola;Anna;A;;")
    found = previewed(csv(tmp_path, *lines), roll(known))
    assert [row.outcome for row in found.rows] == [Outcome.UNCHANGED, Outcome.NEW]
    assert told(found) == []
    request = trainees_import(found, roll(known))
    assert request.trainees == (TraineeContent(1, "Ābola", "Anna", "A"),)


def test_a_row_that_says_otherwise_of_who_is_known_is_a_fault_beside_what_differs(tmp_path):
    known = a_trainee(7, "Zariņa", "Elīna", phone="2600 0001")
    line = "Zariņa;Elīna;;2600 0002;7.9.2026"
    found = previewed(csv(tmp_path, line), roll(known))
    assert told(found) == [(2, "D", "list-trainee-known"), (2, "E", "list-trainee-known")]
    assert found.to_write == ()


def test_somebody_known_who_changed_the_group_is_a_fault_beside_the_group(tmp_path):
    known = a_trainee(7, "Kalniņa", "Anna", "A")
    found = previewed(csv(tmp_path, "Kalniņa;Anna;B;;"), roll(known))
    assert told(found) == [(2, "C", "list-trainee-known")]


def test_of_two_known_by_one_name_the_group_says_who_is_meant(tmp_path):
    known = a_trainee(7, "Kalniņa", "Anna", "A"), a_trainee(8, "Kalniņa", "Anna", "B")
    lines = ("Kalniņa;Anna;A;;", "Kalniņa;Anna;B;;", "Kalniņa;Anna;C;;", "Kalniņa;Anna;;;")
    found = previewed(csv(tmp_path, *lines), roll(*known))
    assert [row.outcome for row in found.rows[:2]] == [Outcome.UNCHANGED] * 2
    assert [fault[2] for fault in told(found) if fault[0] == 4] == ["list-trainee-alike"]
    assert found.to_write == ()


def test_two_new_ones_of_one_name_are_left_to_be_entered_by_hand(tmp_path):
    found = previewed(csv(tmp_path, "Kalniņa;Anna;A;;", "kalnina;Anna;B;;"), roll())
    assert told(found) == [(2, "A", "list-trainee-alike"), (3, "A", "list-trainee-alike")]


def test_somebody_who_left_before_the_course_began_is_a_fault(tmp_path):
    path = csv(tmp_path, "Zariņa;Elīna;A;;")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Instruktāža", "Atskaitīts").replace("A;;", "A;;31.8.2026"), encoding="utf-8"
    )
    assert told(previewed(path, roll())) == [(2, "E", "practice-left-before-course")]
    path.write_text(path.read_text(encoding="utf-8").replace("31.8", "1.9"), encoding="utf-8")
    assert told(previewed(path, roll())) == []
