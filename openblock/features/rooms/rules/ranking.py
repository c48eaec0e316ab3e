"""Why one free bed is better than another for a person: reasons with weights, in words later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openblock.errors import Problem, Severity
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.facts import BedFacts, Facts, PersonFacts

# What a reason is worth; a warning costs more than any reason brings.
WEIGHTS = {
    "reason-held-for-person": 60,
    "reason-meets-needs": 40,
    "reason-designated": 20,
    "reason-empty-room": 8,
    "reason-company": 4,
    "reason-special-bed": -25,
}
WARNING_COST = 100
LIMITED_COST = 15


def reasons_for(
    facts: Facts, person: PersonFacts, bed: BedFacts, content: AssignmentContent
) -> tuple[Problem, ...]:
    """What speaks for (and, by its weight, against) a bed nothing rules out, weightiest first."""
    found = [
        *_held(person, bed, content),
        *_needs(person, bed),
        *_designated(bed),
        *_company(facts, bed, content),
    ]
    return tuple(sorted(found, key=lambda each: -WEIGHTS[each.code]))


def score_of(
    reasons: Iterable[Problem],
    problems: Iterable[Problem],
    limited: bool,  # noqa: FBT001 - one of three figures that make the score
) -> int:
    """The rank of a bed: reasons, less its warnings, less where it is needed again."""
    score = sum(WEIGHTS[each.code] for each in reasons)
    score -= sum(WARNING_COST for each in problems if each.severity is not Severity.INFORMATION)
    return score - LIMITED_COST if limited else score


def _held(person: PersonFacts, bed: BedFacts, content: AssignmentContent) -> Iterator[Problem]:
    for kept in bed.kept:
        if kept.resident_id == person.resident_id and kept.span.meets(
            content.starts_at, content.ends_at
        ):
            yield _reason("reason-held-for-person")


def _needs(person: PersonFacts, bed: BedFacts) -> Iterator[Problem]:
    met = tuple(need for need in person.needs if need in bed.attributes)
    if met:
        yield _reason("reason-meets-needs", needs=met)
    # A place few people need is kept for those who do.
    spare = tuple(
        sorted(each for each in bed.attributes if each == "accessible" and each not in person.needs)
    )
    if spare:
        yield _reason("reason-special-bed", needs=spare)


def _designated(bed: BedFacts) -> Iterator[Problem]:
    if bed.sex:
        yield _reason("reason-designated", sex=bed.sex)


def _company(facts: Facts, bed: BedFacts, content: AssignmentContent) -> Iterator[Problem]:
    mates = {
        each.content.resident_id
        for each in facts.sleeps
        if facts.beds[each.content.bed_id].room_id == bed.room_id
        and each.span.meets(content.starts_at, content.ends_at)
        and each.content.resident_id != content.resident_id
    }
    names = tuple(sorted(facts.name_of(number) for number in mates))
    if names:
        yield _reason("reason-company", people=names, number=len(names))
    else:
        yield _reason("reason-empty-room")


def _reason(code: str, **facts: object) -> Problem:
    return Problem(code, Severity.INFORMATION, facts)
