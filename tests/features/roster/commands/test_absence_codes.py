"""RO-13: letters of absences are the block's to choose, and mean one thing only."""

import pytest

from openblock.errors import RuleBroken
from openblock.features.roster.commands import SaveTemplate, save_template
from openblock.features.roster.commands.absence_codes import save_absence_code
from openblock.features.roster.commands.requests import SaveAbsenceCode
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.rules import TemplateShape
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, AbsenceKind, Letters

SICK, LEAVE = AbsenceKind.SICK, AbsenceKind.LEAVE


def back(store, done):
    return store.run(done.undo.command, done.undo.request, undoes=True)


def letters(store, kind=SICK):
    return store.read(absence_letters)[kind]


def save(store, code, sheet, kind=SICK):
    return store.run(save_absence_code, SaveAbsenceCode(kind, Letters(code, sheet)))


def test_letters_are_changed_put_back_to_the_usual_ones_and_every_step_taken_back(store):
    first = save(store, " sl ", "sl")
    assert letters(store) == Letters("SL", "SL")
    second = save(store, "Z", "DN")
    third = save(store, *("S", "DN"))
    assert letters(store) == DEFAULT_LETTERS[SICK]
    back(store, third)
    assert letters(store) == Letters("Z", "DN")
    back(store, second)
    back(store, first)
    assert letters(store) == DEFAULT_LETTERS[SICK]


@pytest.mark.parametrize(
    ("code", "sheet", "fields"),
    [
        ("D", "DN", ["code"]),
        ("B", "DN", ["code"]),
        ("X", "DN", ["code"]),
        ("A", "A", ["code", "sheet_code"]),
        ("S", "SLIM", ["sheet_code"]),
        ("8", "DN", ["code"]),
    ],
)
def test_ro_13_a_letter_that_means_something_else_already_is_refused(store, code, sheet, fields):
    store.run(save_template, SaveTemplate(TemplateShape("D", "diena", 540, 720)))
    with pytest.raises(RuleBroken) as refused:
        save(store, code, sheet)
    assert [each.field for each in refused.value.problems] == fields


@pytest.mark.parametrize("code", ["S", "X"])
def test_ro_13_a_shift_may_not_have_the_letter_of_an_absence(store, code):
    with pytest.raises(RuleBroken, match="template-code-absence"):
        store.run(save_template, SaveTemplate(TemplateShape(code, "svētki", 540, 720)))


def test_a_letter_an_absence_gave_up_is_free_for_a_shift_and_the_new_one_is_not(store):
    save(store, "SL", "SL")
    store.run(save_template, SaveTemplate(TemplateShape("S", "svētki", 540, 720)))
    with pytest.raises(RuleBroken, match="template-code-absence"):
        store.run(save_template, SaveTemplate(TemplateShape("SL", "slēgts", 540, 720)))


def test_a_shift_that_had_a_letter_before_it_was_one_can_still_be_changed(store):
    save(store, "SL", "SL")
    shape = TemplateShape("S", "svētki", 540, 720)
    number = store.run(save_template, SaveTemplate(shape)).value
    with pytest.raises(RuleBroken):
        save(store, "S", "DN")
    longer = TemplateShape("S", "svētki", 540, 780)
    assert store.run(save_template, SaveTemplate(longer, template_id=number)).value == number


def test_letters_somebody_else_has_chosen_since_they_were_seen_are_refused(store):
    save(store, "SL", "DN")
    usual = DEFAULT_LETTERS[SICK]
    with pytest.raises(RuleBroken, match="letters-moved"):
        store.run(save_absence_code, SaveAbsenceCode(SICK, Letters("Z", "DN"), usual))
    seen = Letters("SL", "DN")
    store.run(save_absence_code, SaveAbsenceCode(SICK, Letters("Z", "DN"), seen))
    assert letters(store) == Letters("Z", "DN")


def test_an_undo_that_would_give_one_letter_two_meanings_is_refused(store):
    changed = save(store, "SL", "DN")
    shift = store.run(save_template, SaveTemplate(TemplateShape("S", "svētki", 540, 720)))
    with pytest.raises(RuleBroken, match="absence-letter-taken"):
        back(store, changed)
    undone = back(store, shift)
    back(store, changed)
    with pytest.raises(RuleBroken, match="template-code-absence"):
        back(store, undone)
    assert letters(store) == DEFAULT_LETTERS[SICK]
