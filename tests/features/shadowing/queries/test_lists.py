"""What earlier lists of trainees called their columns is remembered."""

from __future__ import annotations

from openblock.features.shadowing.commands import ImportTrainees, import_trainees
from openblock.features.shadowing.queries import remembered_columns
from openblock.features.shadowing.rules.content import TraineeContent


def test_headings_of_an_earlier_list_are_remembered(block):
    assert block.store.read(remembered_columns) == {}
    people = (TraineeContent(block.third, "Egle", "Ieva"),)
    headings = (("uzvards", "surname"), ("piezīmes", ""))
    block.store.run(import_trainees, ImportTrainees(block.third, people, "saraksts.xlsx", headings))
    assert block.store.read(remembered_columns) == dict(headings)
