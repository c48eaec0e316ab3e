"""What people are meant to be at is read by person and time, and clashes with what is wanted."""

from __future__ import annotations

from openblock.features.diary.queries import clashes, commitments, in_parts
from openblock.storage.store import Done
from tests.features.diary.keeping import held, keep, kept

MORNING, NOON, EVENING = held(540, 600, 1), held(600, 660, 2), held(900, 960, 3)
DUTY = held(540, 1440, 1, "officer:3", "duty")


def asked(store, question):
    """What a question finds inside a command, where no rights are asked."""
    found = []

    def look(work, _request):
        found.append(question(work.session))
        return Done()

    look.__module__, look.__name__ = keep.__module__, keep.__name__
    store.run(look, None)
    return found[0]


def between(start, end, *people, but=()):
    span = held(start, end)
    return lambda session: commitments(session, people, span.start, span.end, but=but)


def test_commitments_are_read_by_person_and_time_in_order(store):
    kept(store, EVENING, MORNING, DUTY, NOON)
    assert asked(store, between(0, 1440, "trainee:3")) == (MORNING, NOON, EVENING)
    assert asked(store, between(600, 900, "trainee:3")) == (NOON,)
    assert asked(store, between(599, 901, "trainee:3")) == (MORNING, NOON, EVENING)
    assert asked(store, between(0, 1440, "trainee:3", "officer:3"))[0:2] == (MORNING, DUTY)
    assert asked(store, between(0, 1440)) == ()
    assert asked(store, between(0, 1440, "officer:3", but=("duty",))) == ()


def test_so_many_people_that_one_question_is_not_enough_are_all_found(store):
    everyone = [held(540, 600, number, f"trainee:{number}") for number in range(1, 1102)]
    kept(store, *everyone[::50])
    people = [each.person for each in everyone]
    assert set(asked(store, between(0, 1440, *people))) == set(everyone[::50])


def test_clashes_are_found_with_what_is_stored_but_the_row_itself(store):
    kept(store, MORNING, DUTY)
    wanted = held(570, 630, 9)
    assert asked(store, lambda session: clashes(session, [wanted])) == ((wanted, MORNING),)
    moved = held(570, 630, 1)
    assert asked(store, lambda session: clashes(session, [moved])) == ()
    assert asked(store, lambda session: clashes(session, [])) == ()
    assert asked(store, lambda session: clashes(session, [wanted], but=["class"])) == ()


def test_names_are_asked_about_in_parts_and_in_order():
    assert list(in_parts(["b", "a"])) == [["a", "b"]]
    assert [len(each) for each in in_parts(range(1001))] == [500, 500, 1]
    assert list(in_parts([])) == []
