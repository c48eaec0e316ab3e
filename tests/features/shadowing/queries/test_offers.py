"""Mentors of a day, best first with reasons; those who will not do, with what speaks against."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import KnownError, Severity
from openblock.features.shadowing.commands import PlanShadowing, plan_shadowing
from openblock.features.shadowing.queries import mentor_offers
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.words import reason_words
from tests.factories import with_duty, with_mentor
from tests.features.shadowing.practising import NOW, on
from tests.features.shadowing.queries.asking import alter_course, alter_officer, statements

SATURDAY = date(2026, 3, 28)


def offers(block, trainee, day=SATURDAY, **options):
    return block.store.read(mentor_offers, block.trainees[trainee], day, NOW, **options)


def named(found):
    return [each.name.split()[0] for each in found]


def problems(found):
    return {each.name.split()[0]: [one.code for one in each.problems] for each in found}


def reasons(offer):
    return [each.code for each in offer.reasons]


def test_offered_are_those_on_duty_who_may_and_refused_those_who_may_not(block):
    found = offers(block, "arturs")
    assert named(found.fit) == ["Liepa", "Vītola"]
    assert problems(found.unfit) == {
        "Zīle": ["practice-mentor-expired"],
        "Grīnbergs": ["practice-no-mentor"],
    }
    assert (found.trainee.trainee_id, found.day) == (block.arturs, SATURDAY)
    assert {each.severity for offer in found.unfit for each in offer.problems} == {Severity.ERROR}


def test_a_fit_offer_says_which_part_of_which_duty_and_how_many_places_are_taken(block):
    agnese = offers(block, "arturs").fit[0]
    assert agnese.duty == Span(on(28, 9), on(29, 9))
    assert agnese.span == Span(on(28, 9), on(28, 21))
    assert (agnese.code, agnese.taken, agnese.places) == ("AL", 1, 2)
    block.plan(block.sintija, block.agnese, 28, (9, 15))
    assert offers(block, "arturs").fit[0].taken == 1


def test_tr_13_whoever_was_not_the_mentor_yet_comes_before_whoever_was(block):
    thursday = date(2026, 3, 26)
    block.duty(block.agnese, 26, "24")
    found = offers(block, "elina", thursday, instead_of=block.next)
    assert named(found.fit) == ["Bērziņš", "Lācis", "Liepa"]
    assert reasons(found.fit[0]) == ["new-mentor", "rest-before"]
    last = found.fit[-1].reasons[0]
    assert (last.code, last.facts) == ("been-mentor", {"times": 1, "last": date(2026, 3, 4)})


def test_tr_13_fewer_beside_the_mentor_come_first(block):
    thursday = date(2026, 3, 26)
    block.duty(block.ilze, 26, "D")
    found = offers(block, "arturs", thursday)
    assert named(found.fit) == ["Kalniņa", "Bērziņš"]
    alter_officer(block, block.oskars, is_mentor=True, mentor_certified_until=date(2027, 1, 1))
    found = offers(block, "arturs")
    assert named(found.fit) == ["Grīnbergs", "Liepa", "Vītola"]


def test_who_is_at_the_same_time_with_the_mentor_is_named_and_alone_is_who_is_alone(block):
    thursday = date(2026, 3, 26)
    found = {
        each.name: each for each in offers(block, "elina", thursday, instead_of=block.next).fit
    }
    beside = {each.code: each.facts for each in found["Lācis Normunds"].reasons}["beside"]
    assert beside == {"names": ("Balode Sintija",)}
    # Sintija is in the block then, though with another mentor: nobody is alone.
    assert "alone" not in reasons(found["Bērziņš Andris"])
    assert "alone" in reasons(offers(block, "elina", date(2026, 4, 7)).fit[0])


def test_tr_13_what_is_lacking_and_covered_comes_first_and_is_named(block):
    saturday = offers(block, "elina", SATURDAY).fit[0]
    covers = next(each for each in saturday.reasons if each.code == "covers")
    assert covers.facts["situations"] == (block.situation("second", "weekend"),)
    assert reason_words(covers) == "Covers what is missing: weekend."
    friday = offers(block, "arturs", date(2026, 4, 7)).fit
    assert all("covers" in reasons(each) for each in friday)


def test_what_needs_a_reason_comes_last_and_keeps_its_warning(block):
    found = offers(block, "sintija")
    assert named(found.fit)[-1] == "Vītola"
    assert [each.code for each in found.fit[-1].problems] == ["practice-mentor-expired"]
    assert found.fit[0].problems == ()


def test_a_full_mentor_is_refused_and_it_is_said_who_has_the_places(block):
    found = offers(block, "arturs", date(2026, 3, 26))
    assert named(found.fit) == ["Bērziņš"]
    full = found.unfit[0]
    assert (full.name, full.taken, full.places) == ("Lācis Normunds", 2, 2)
    assert full.problems[0].facts["trainees"] == ("Zariņa Elīna", "Balode Sintija")


def test_where_the_usual_part_is_taken_the_rest_of_the_duty_is_offered(block):
    alter_course(block, block.third, first_day=date(2026, 3, 2))
    found = offers(block, "gatis", date(2026, 3, 26))
    normunds = next(each for each in found.fit if each.officer_id == block.normunds)
    # Both places are taken until 21:00; from then on the night is free for this course.
    assert normunds.span == Span(on(26, 21), on(27, 9))


def test_a_day_with_nobody_on_duty_has_no_offers(block):
    found = offers(block, "elina", date(2026, 6, 1))
    assert (found.fit, found.unfit) == ((), ())


def test_tr_02_who_is_not_cleared_is_refused_everywhere_for_that(block):
    found = offers(block, "marta")
    assert found.fit == ()
    assert all(
        "practice-not-cleared" in codes for codes in list(problems(found.unfit).values())[:3]
    )


def test_wanted_hours_are_judged_as_they_are_with_whoever_is_on_duty_then(block):
    wanted = Span(on(29, 6), on(29, 9))
    found = offers(block, "sintija", date(2026, 3, 29), wanted=wanted)
    assert named(found.fit) == ["Liepa"]
    assert found.fit[0].span == wanted
    assert named(found.unfit) == ["Grīnbergs"]
    longer = Span(on(29, 6), on(29, 10))
    found = offers(block, "sintija", date(2026, 3, 29), wanted=longer)
    assert found.fit == ()
    assert "practice-outside-duty" in problems(found.unfit)["Liepa"]


def test_of_two_duties_that_meet_wanted_hours_the_one_that_shares_more_is_shown(block):
    block.duty(block.agnese, 29, "D")
    wanted = Span(on(29, 8), on(29, 12))
    found = offers(block, "sintija", date(2026, 3, 29), wanted=wanted)
    agnese = [each for each in found.unfit if each.officer_id == block.agnese]
    assert [each.duty for each in agnese] == [Span(on(29, 9), on(29, 21))]


def test_a_shift_that_is_moved_is_not_in_its_own_way(block):
    thursday = date(2026, 3, 26)
    there = offers(block, "elina", thursday)
    assert there.fit == ()
    moved = offers(block, "elina", thursday, instead_of=block.next)
    assert block.normunds in [each.officer_id for each in moved.fit]
    assert next(each.taken for each in moved.fit if each.officer_id == block.normunds) == 1


def test_what_is_offered_can_be_planned_as_it_is_offered(block):
    for offer in offers(block, "arturs").fit:
        request = PlanShadowing(
            block.arturs, offer.officer_id, offer.span.start, offer.span.end, reason="as offered"
        )
        done = block.store.run(plan_shadowing, request)
        block.store.run(done.undo.command, done.undo.request, undoes=True)


def test_a_trainee_nobody_knows_is_said_to_be_unknown(block):
    with pytest.raises(KnownError) as refused:
        block.store.read(mentor_offers, 99, SATURDAY, NOW)
    assert refused.value.code == "trainee-unknown"


def test_every_mentor_of_a_day_is_judged_in_as_many_statements_as_one(block):
    few = statements(block.store, mentor_offers, block.arturs, SATURDAY, NOW)
    for place in range(8):
        with_duty(block.store, with_mentor(block.store, f"M{place}", f"Ozols{place}"), SATURDAY)
    assert len(offers(block, "arturs").fit) == 10
    assert statements(block.store, mentor_offers, block.arturs, SATURDAY, NOW) == few
