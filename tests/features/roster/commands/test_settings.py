"""Templates and minimums: saved, refused by field, retired, and taken back."""

import pytest

from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    RemoveMinimum,
    RetireTemplate,
    SaveMinimum,
    SaveTemplate,
    change_cells,
    remove_minimum,
    retire_template,
    save_minimum,
    save_template,
)
from openblock.features.roster.queries import minimums, month_roster, templates
from openblock.features.roster.rules import Minimum, TemplateShape
from tests.factories import with_officer
from tests.features.roster.days import DAY

SHAPE = TemplateShape("D", "diena", 540, 720)
DAYTIME = Minimum("Diena", 540, 1260, 5)


def back(store, done):
    return store.run(done.undo.command, done.undo.request, undoes=True)


def codes(store):
    return [(each.code, each.active) for each in store.read(templates)]


def test_a_template_is_added_and_taken_back_and_added_again(store):
    done = store.run(save_template, SaveTemplate(SHAPE, post=" vārti  2 "))
    (row,) = store.read(templates)
    assert (row.template_id, row.shape, row.post, row.tint) == (done.value, SHAPE, "vārti 2", "D")
    undone = back(store, done)
    assert codes(store) == []
    back(store, undone)
    assert store.read(templates)[0].shape == SHAPE


def test_a_new_template_already_in_use_is_retired_by_undo_not_removed(store):
    done = store.run(save_template, SaveTemplate(SHAPE))
    store.run(change_cells, ChangeCells((CellEdit(with_officer(store), DAY, "D"),)))
    back(store, done)
    assert codes(store) == [("D", False)]


def test_a_changed_template_leaves_planned_duties_as_they_were(store):
    number = store.run(save_template, SaveTemplate(SHAPE)).value
    officer = with_officer(store)
    store.run(change_cells, ChangeCells((CellEdit(officer, DAY, "D"),)))
    changed = TemplateShape("DI", "diena", 480, 600)
    store.run(save_template, SaveTemplate(changed, template_id=number))
    duty = store.read(month_roster, DAY.year, DAY.month).duties[officer, DAY]
    assert (duty.code, duty.minutes) == ("D", 720)


def test_a_code_of_another_template_is_refused_beside_its_field(store):
    store.run(save_template, SaveTemplate(SHAPE))
    with pytest.raises(RuleBroken) as refused:
        store.run(save_template, SaveTemplate(SHAPE))
    assert [(p.code, p.field) for p in refused.value.problems] == [("template-code-taken", "code")]


def test_a_template_and_a_minimum_saved_from_an_old_version_are_refused(store):
    number = store.run(save_template, SaveTemplate(SHAPE)).value
    store.run(retire_template, RetireTemplate(number))
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(save_template, SaveTemplate(SHAPE, template_id=number, version=1))
    number = store.run(save_minimum, SaveMinimum(DAYTIME)).value
    newer = Minimum("Diena", 540, 1260, 6)
    store.run(save_minimum, SaveMinimum(newer, number, version=1))
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(save_minimum, SaveMinimum(DAYTIME, number, version=1))


def test_retiring_a_template_can_be_taken_back(store):
    number = store.run(save_template, SaveTemplate(SHAPE)).value
    done = store.run(retire_template, RetireTemplate(number))
    assert codes(store) == [("D", False)]
    back(store, done)
    assert codes(store) == [("D", True)]


def test_a_minimum_is_saved_changed_removed_and_every_step_taken_back(store):
    added = store.run(save_minimum, SaveMinimum(DAYTIME))
    changed = store.run(save_minimum, SaveMinimum(Minimum("Diena", 540, 1260, 6), added.value))
    removed = store.run(remove_minimum, RemoveMinimum(added.value))
    assert store.read(minimums) == ()
    back(store, removed)
    assert store.read(minimums)[0].minimum.needed == 6
    back(store, changed)
    assert store.read(minimums)[0].minimum == DAYTIME
    back(store, added)
    assert store.read(minimums) == ()


def test_the_weekdays_of_a_minimum_are_kept_and_come_back_with_undo(store):
    weekend = Minimum("Brīvdienas", 540, 1260, 3, weekdays="67")
    added = store.run(save_minimum, SaveMinimum(weekend))
    changed = store.run(save_minimum, SaveMinimum(DAYTIME, added.value))
    back(store, changed)
    assert [each.minimum for each in store.read(minimums)] == [weekend]


def test_two_minimums_of_one_name_and_one_that_makes_no_sense_are_refused(store):
    store.run(save_minimum, SaveMinimum(DAYTIME))
    with pytest.raises(RuleBroken) as refused:
        store.run(save_minimum, SaveMinimum(Minimum("Diena", 0, 60, -1)))
    assert {p.code for p in refused.value.problems} == {"minimum-name-taken", "minimum-needed"}


@pytest.mark.parametrize(
    ("start", "length", "tint"),
    [(540, 1440, "24"), (540, 720, "D"), (1200, 720, "N"), (480, 480, "other")],
)
def test_a_code_has_the_look_of_its_hours(store, start, length, tint):
    store.run(save_template, SaveTemplate(TemplateShape("Z", "z", start, length)))
    assert store.read(templates)[0].tint == tint


def test_a_template_is_for_a_post_that_can_be_read(store):
    with pytest.raises(RuleBroken) as refused:
        store.run(save_template, SaveTemplate(SHAPE, post="x" * 61))
    assert [(each.code, each.field) for each in refused.value.problems] == [("post-name", "post")]
