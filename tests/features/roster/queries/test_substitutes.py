"""RO-11: the offers of substitutes and swaps, held against what the commands then accept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from openblock.clock import at, standing_at
from openblock.errors import RuleBroken, Severity
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    ChangeLimits,
    change_cells,
    change_limits,
)
from openblock.features.roster.commands.posts import save_post
from openblock.features.roster.commands.requests import SavePost
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.substitutes import (
    substitute_problems,
    substitutes,
    swap_offers,
    swap_problems,
)
from openblock.features.roster.rules import Limits
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence

DAY = date(2026, 11, 20)
NEXT = DAY + timedelta(days=1)
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture
def people(store):
    """Four officers of two teams; the first has a whole day of duty."""
    with_templates(store)
    found = [
        with_officer(store, str(n), surname, team=1 + n // 2, post="vārti")
        for n, surname in enumerate(["Bērziņš", "Kalniņš", "Liepa", "Ozols"])
    ]
    with_duty(store, found[0], DAY)
    return found


def offered(store, officer, day=DAY):
    return store.read(substitutes, store.read(open_duty, officer, day))


def asked(store, question, *facts):
    """What a command is told: nothing that anybody else could ask for."""
    with Session(store.engine.execution_options(readonly=True)) as session:
        return question(session, *facts)


def codes(offer):
    return [each.code for each in offer.problems]


def test_ro_11_everybody_but_its_officer_is_offered_the_own_team_first(store, people):
    found = offered(store, people[0])
    assert [each.name.partition(" ")[0] for each in found] == ["Kalniņš", "Liepa", "Ozols"]
    assert {"same-team", "free-that-day", "least-overtime"} <= {r.code for r in found[0].reasons}
    assert "same-team" not in {reason.code for reason in found[1].reasons}


def test_ro_11_who_is_away_or_on_duty_stands_last_with_why(store, people):
    with_absence(store, people[1], DAY)
    with_duty(store, people[2], DAY, "D")
    first, *rest = offered(store, people[0])
    assert first.officer_id == people[3]
    assert [(each.is_suitable, codes(each)) for each in rest] == [
        (False, ["officer-absent"]),
        (False, ["duty-that-day"]),
    ]


def test_ro_11_who_does_not_serve_then_is_not_offered(store, people):
    with_officer(store, "9", "Gone", last_day=DAY - timedelta(days=1))
    assert len(offered(store, people[0])) == 3


def test_ro_11_a_short_rest_and_a_missing_qualification_are_reasons_to_ask_for_one(store, people):
    store.run(save_post, SavePost("Vārti", ()))
    outsider = with_officer(store, "8", "Zariņš", post="birojs")
    with_duty(store, people[1], NEXT, "D")
    found = {each.officer_id: each for each in offered(store, people[0])}
    assert codes(found[people[1]]) == ["rest-too-short"]
    assert codes(found[outsider]) == ["post-not-held"]
    assert found[outsider].is_suitable
    assert "holds-post" in {each.code for each in found[people[2]].reasons}


def test_a_command_is_told_the_same_with_the_name(store, people):
    duty = store.read(open_duty, people[0], DAY)
    with_duty(store, people[2], DAY, "D")
    (problem,) = asked(store, substitute_problems, duty, people[2])
    assert (problem.code, problem.facts["name"], problem.field) == (
        "duty-that-day",
        "Liepa Jānis",
        "substitute_id",
    )
    (problem,) = asked(store, substitute_problems, duty, people[0])
    assert problem.code == "exchange-same-officer"
    assert asked(store, substitute_problems, duty, people[3]) == ()


def test_swaps_are_offered_with_what_is_still_to_come_first_and_the_nearest(store, people):
    before = DAY - timedelta(days=4)
    for officer, day in ((1, before), (2, DAY + timedelta(days=3)), (3, DAY + timedelta(days=9))):
        with_duty(store, people[officer], day)
    with standing_at(NOW):
        found = store.read(swap_offers, people[0], DAY)
    assert [(each.officer_id, each.day) for each in found] == [
        (people[2], DAY + timedelta(days=3)),
        (people[3], DAY + timedelta(days=9)),
        (people[1], before),
    ]
    assert all(each.is_suitable and not each.problems for each in found)


def test_a_swap_is_judged_as_it_ends_not_as_it_begins(store, people):
    # Each has a duty the day before the other's: only together can they change places.
    with_duty(store, people[1], NEXT, "D")
    given, returned = (store.read(open_duty, people[n], day) for n, day in ((0, DAY), (1, NEXT)))
    assert asked(store, substitute_problems, given, people[1])[0].code == "rest-too-short"
    assert asked(store, swap_problems, given, returned) == ()


def test_a_swap_that_hurts_the_asker_says_whose_rest_it_is(store, people):
    with_duty(store, people[0], DAY + timedelta(days=2), "8")
    with_duty(store, people[1], DAY + timedelta(days=3), "D")
    given = store.read(open_duty, people[0], DAY)
    returned = store.read(open_duty, people[1], DAY + timedelta(days=3))
    assert asked(store, swap_problems, given, returned) == ()
    with_duty(store, people[0], DAY + timedelta(days=2), "N")
    (problem,) = asked(store, swap_problems, given, returned)
    assert (problem.code, problem.facts["name"], problem.field) == (
        "rest-too-short",
        "Bērziņš Jānis",
        "other_day",
    )


def test_a_lost_duty_is_not_swapped(store, people):
    with_absence(store, people[0], DAY)
    assert store.read(swap_offers, people[0], DAY) == ()


def test_the_same_hours_are_nothing_to_swap_for(store, people):
    with_duty(store, people[1], DAY)
    assert store.read(swap_offers, people[0], DAY) == ()


def statements(store, query, *facts):
    asked = []

    def note(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        store.read(query, *facts)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(asked)


def test_more_officers_cost_not_one_question_more(store, people):
    duty = store.read(open_duty, people[0], DAY)
    few = statements(store, substitutes, duty), statements(store, swap_offers, people[0], DAY)
    for n in range(10, 22):
        with_duty(store, with_officer(store, str(n), f"Name{n}"), DAY + timedelta(days=n % 7))
    many = statements(store, substitutes, duty), statements(store, swap_offers, people[0], DAY)
    assert many == few


days = st.integers(-3, 3).map(lambda n: DAY + timedelta(days=n))
lines = st.dictionaries(days, st.sampled_from(["24", "D", "N", "8"]), max_size=4)


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(lines, min_size=3, max_size=3), st.sampled_from(["24", "D", "N"]))
def test_ro_11_no_suitable_offer_breaks_ro_03_or_ro_04_when_it_is_put_in(store, people, rows, code):
    """And none that is not suitable can be put in: the list and the commands say the same."""
    store.run(change_limits, ChangeLimits(Limits()))
    _lay(store, people, [{DAY: code}, *map(_possible, rows)])
    strict = replace(Limits(), rest_severity=Severity.ERROR)
    store.run(change_limits, ChangeLimits(strict))
    for offer in offered(store, people[0]):
        if "duty-that-day" in codes(offer):
            # Writing into that cell would replace the duty; that an offer says so is all there is.
            assert not offer.is_suitable
            continue
        edits = (CellEdit(people[0], DAY, None), CellEdit(offer.officer_id, DAY, code))
        assert _is_taken(store, edits) is offer.is_suitable


def _possible(line):
    """The line without duties that would overlap the one before."""
    found = {}
    for day, code in sorted(line.items()):
        before = found.get(day - timedelta(days=1))
        if not (before in {"24", "N"} and code == "8"):
            found[day] = code
    return found


def _lay(store, people, rows):
    around = [DAY + timedelta(days=n) for n in range(-3, 4)]
    edits = [
        CellEdit(officer, day, row.get(day))
        for officer, row in zip(people, rows, strict=True)
        for day in around
    ]
    store.run(change_cells, ChangeCells(tuple(edits)))


def _is_taken(store, edits):
    """Whether the command takes it; what it did is undone again."""
    try:
        done = store.run(change_cells, ChangeCells(edits))
    except RuleBroken:
        return False
    store.run(done.undo.command, done.undo.request)
    return True


def test_a_lost_part_of_a_duty_is_offered_with_its_own_hours(store, people):
    with_absence(store, people[0], DAY, NEXT, from_minute=22 * 60)
    duty = store.read(open_duty, people[0], DAY)
    assert duty.starts_at == at(DAY, 22 * 60)
    with_duty(store, people[1], DAY, "8")
    found = {each.officer_id: each for each in store.read(substitutes, duty)}
    assert codes(found[people[1]]) == ["duty-that-day"]
    assert found[people[2]].is_suitable
