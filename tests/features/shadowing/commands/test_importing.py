"""A list of trainees comes in as a whole or not at all, and goes again in one step."""

from __future__ import annotations

from datetime import timedelta

from openblock.features.shadowing.commands import (
    ImportTrainees,
    SaveClasses,
    import_trainees,
    save_classes,
)
from openblock.features.shadowing.queries import items, remembered_columns, trainees
from openblock.features.shadowing.rules.content import ItemKind, TraineeContent
from tests.features.shadowing.commands.doing import (
    lesson,
    problems,
    refusal,
    refused,
    standing,
)
from tests.features.shadowing.practising import TODAY


def listed(surname, given_name="Una", **facts):
    return TraineeContent(0, surname, given_name, **facts)


def bring(deeds, *contents, course=None, headings=()):
    number = deeds.block.third if course is None else course
    request = ImportTrainees(number, contents, "grupa.csv", headings)
    return deeds.run(import_trainees, request)


def test_a_whole_list_comes_in_with_its_clearance_and_its_classes(block, deeds):
    first = deeds.store.read(items, ItemKind.CLEARANCE)[0].item_id
    (number,) = deeds.run(save_classes, SaveClasses((lesson(block.third, 27),))).value
    before = len(deeds.at_class(number))
    done = bring(
        deeds,
        listed(" Ozola ", group="A", phone="112"),
        listed("Ābele", "Uldis", clearances={first: TODAY}),
    )
    assert done.value == 2
    rows = {row.name: row for row in block.store.read(trainees, block.third)}
    assert rows["Ozola Una"].content.group == "A"
    assert dict(rows["Ābele Uldis"].content.clearances) == {first: TODAY}
    assert len(deeds.at_class(number)) == before + 2
    (logged, *_rest) = deeds.log("shadowing.import_trainees")
    assert logged.reason == "grupa.csv"
    assert ("trainee", str(rows["Ozola Una"].trainee_id)) in logged.subjects


def test_one_bad_row_keeps_out_all_and_every_problem_says_whose_it_is(block, deeds):
    before = standing(block.store)
    tomorrow = TODAY + timedelta(days=1)
    first = deeds.store.read(items, ItemKind.CLEARANCE)[0].item_id
    error = refusal(
        bring,
        deeds,
        listed("Ozola"),
        listed("Liepa", " "),
        listed("Ābele", clearances={first: tomorrow}),
    )
    told = [(each.code, each.facts["trainee"], each.facts["row"]) for each in problems(error)]
    assert told == [
        ("text-missing", "Liepa", 2),
        ("practice-clearance-future", "Ābele Una", 3),
    ]
    assert standing(block.store) == before


def test_somebody_on_the_course_already_or_twice_in_the_list_is_refused(block, deeds):
    error = refusal(
        bring,
        deeds,
        listed("STRAUME", "Gatis"),
        listed("Ozola"),
        listed("Ozola "),
    )
    told = [(each.code, each.facts["row"]) for each in problems(error)]
    assert told == [("practice-trainee-known", 1), ("practice-trainee-known", 3)]
    bring(deeds, listed("Straume", "Gatis"), course=block.second)


def test_a_list_for_a_course_or_an_item_that_is_not_there_is_refused(block, deeds):
    assert refused(lambda: bring(deeds, listed("Ozola"), course=99)) == ["course-unknown"]
    assert refused(bring, deeds, listed("Ozola", clearances={99: TODAY})) == ["item-unknown"]


def test_headings_are_remembered_beside_those_of_earlier_lists(block, deeds):
    columns = (("uzvards", "surname"), ("tālrunis", "phone"))
    deeds.store.run(
        import_trainees, ImportTrainees(block.third, (listed("Ozola"),), "a.csv", columns)
    )
    later = (("tālrunis", ""), ("vārds", "given_name"))
    deeds.store.run(
        import_trainees, ImportTrainees(block.third, (listed("Ābele"),), "b.csv", later)
    )
    assert block.store.read(remembered_columns) == {
        "uzvards": "surname",
        "tālrunis": "",
        "vārds": "given_name",
    }


def test_an_empty_list_brings_nobody(block, deeds):
    done = bring(deeds)
    assert (done.value, done.undo) == (0, None)
