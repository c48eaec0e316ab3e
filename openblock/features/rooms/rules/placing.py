"""May this person have this bed then? Every problem of a placement, by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from openblock.clock import FOREVER, local
from openblock.errors import Problem, Severity
from openblock.features.residents.rules.keep_apart import Level, TooNear, Whereabouts, too_near
from openblock.features.residents.rules.names import LINES, unseen_problems
from openblock.features.rooms.rules.content import AssignmentContent, PlacementReason
from openblock.features.rooms.rules.facts import (
    AT_ONCE,
    BedFacts,
    Facts,
    Limits,
    PersonFacts,
    Sleep,
)

REMARK_LENGTH = 500
DECISION_LENGTH = 40


def placement_problems(facts: Facts, new: Iterable[Sleep]) -> tuple[Problem, ...]:
    """All that is wrong with ``new``, judged by ``facts.sleeps``, the final state with them in it.

    Errors and warnings of ROOM-02..08, ROOM-15 and KAP-03; the moment and the reason are judged
    by :func:`moment_problems` and :func:`reason_problems`. A problem two placements share (two
    people swapped into one room who must be apart) is told once.
    """
    placed = tuple(new)
    found: list[Problem] = []
    for sleep in placed:
        person = facts.people[sleep.content.resident_id]
        bed = facts.beds[sleep.content.bed_id]
        found.extend(overlap_problems(facts, sleep))
        found.extend(stay_problems(person, sleep))
        found.extend(closure_problems(person, bed, sleep))
        found.extend(sex_problems(person, bed))
        found.extend(need_problems(person, bed))
        found.extend(hold_problems(person, bed, sleep))
    found.extend(apart_problems(facts, placed))
    return tuple({_told(each): each for each in found}.values())


def added_time(
    before: AssignmentContent | None, after: AssignmentContent
) -> tuple[AssignmentContent, ...]:
    """The parts of ``after`` that ``before`` did not hold: all of it in another bed.

    What somebody has already is not judged again when it is made shorter or longer.
    """
    if before is None or before.bed_id != after.bed_id:
        return (after,)
    earlier = replace(after, ends_at=min(after.ends_at, before.starts_at))
    later = replace(after, starts_at=max(after.starts_at, before.ends_at))
    return tuple(each for each in (earlier, later) if each.starts_at < each.ends_at)


def kind_of(problem: Problem) -> tuple[str, ...]:
    """What makes a problem the same one at another time: the rule, the bed and the people."""
    named = (problem.facts.get(name, "") for name in ("bed", "name", "other", "level"))
    return (problem.code, *map(str, named))


def overlap_problems(facts: Facts, sleep: Sleep) -> Iterator[Problem]:
    """ROOM-02: one bed, one person, at any instant; says who has the bed, or which bed it is."""
    for other in facts.sleeps:
        if other is sleep or _same(other, sleep) or not other.span.meets(*_ends(sleep)):
            continue
        if other.content.bed_id == sleep.content.bed_id:
            yield Problem("bed-taken", facts=_clash(facts, other), field="bed_id")
        elif other.content.resident_id == sleep.content.resident_id:
            yield Problem("resident-has-bed", facts=_clash(facts, other), field="resident_id")


def stay_problems(person: PersonFacts, sleep: Sleep) -> Iterator[Problem]:
    """ROOM-03: an assignment lies within one stay."""
    start, end = _ends(sleep)
    if not any(stay.start <= start and end <= stay.end for stay in person.stays):
        near = next((stay for stay in person.stays if stay.meets(start, end)), None)
        facts = {
            "name": person.name,
            "admitted": near.start if near else None,
            "discharged": near.end if near else None,
        }
        yield Problem("outside-stay", facts=facts, field="at")


def closure_problems(person: PersonFacts, bed: BedFacts, sleep: Sleep) -> Iterator[Problem]:
    """ROOM-04: nobody sleeps in what is out of service."""
    for shut in bed.shut:
        if shut.span.meets(*_ends(sleep)):
            facts = {
                "bed": bed.bed,
                "name": person.name,
                "named": shut.named,
                "reason": shut.reason,
                "start": shut.span.start,
                "end": shut.span.end,
            }
            yield Problem("bed-closed", facts=facts, field="bed_id")


def sex_problems(person: PersonFacts, bed: BedFacts) -> Iterator[Problem]:
    """ROOM-06: who is placed is of the sex the room or its section is for."""
    if bed.sex and bed.sex != person.sex:
        code = "sex-differs" if person.sex else "sex-not-entered"
        facts = {"name": person.name, "bed": bed.bed, "sex": bed.sex}
        yield Problem(code, facts=facts, field="bed_id")


def need_problems(person: PersonFacts, bed: BedFacts) -> Iterator[Problem]:
    """ROOM-08: a need the room does not meet."""
    missing = tuple(need for need in person.needs if need not in bed.attributes)
    if missing:
        facts = {"name": person.name, "bed": bed.bed, "needs": missing}
        yield Problem("need-unmet", Severity.WARNING, facts, "bed_id")


def hold_problems(person: PersonFacts, bed: BedFacts, sleep: Sleep) -> Iterator[Problem]:
    """ROOM-15: the bed is kept for somebody or something else."""
    for kept in bed.kept:
        if kept.resident_id != person.resident_id and kept.span.meets(*_ends(sleep)):
            facts = {"bed": bed.bed, "named": kept.named, "end": kept.span.end}
            yield Problem("bed-held", Severity.WARNING, facts, "bed_id")


def apart_problems(facts: Facts, new: Iterable[Sleep]) -> Iterator[Problem]:
    """KAP-03: two who must be kept apart: an error in one room, farther off by the setting."""
    placed = tuple(new)
    ours = {sleep.content.resident_id for sleep in placed}
    pairs = [pair for pair in facts.pairs if ours & {pair.first_id, pair.second_id}]
    # Most people have nobody to be kept from; only whom a pair names is looked for.
    named = {number for pair in pairs for number in (pair.first_id, pair.second_id)}
    here = [_whereabouts(facts, each) for each in placed if each.content.resident_id in named]
    there = [each for each in facts.sleeps if each.content.resident_id in named] if named else ()
    others = [_whereabouts(facts, sleep) for sleep in there]
    for near in too_near(pairs, here, others):
        yield _apart(facts, near)


def moment_problems(
    limits: Limits, *, starts: Iterable[datetime] = (), ends: Iterable[datetime] = ()
) -> Iterator[Problem]:
    """ROOM-11, ROOM-12: how far ahead a start lies, and how far back what is changed.

    Days ahead are the calendar's, to the same time of day; hours back are elapsed hours.
    """
    starts = tuple(starts)
    latest = (local(limits.now) + timedelta(days=limits.most_future_days)).astimezone(UTC)
    for moment in starts:
        if moment > latest:
            facts = {"days": limits.most_future_days, "latest": latest}
            yield Problem("too-far-ahead", facts=facts, field="at")
            break
    earliest = min((each for each in (*starts, *ends) if each != FOREVER), default=limits.now)
    yield from _backdating(limits, earliest)


def _backdating(limits: Limits, earliest: datetime) -> Iterator[Problem]:
    if limits.counted_at is not None and earliest < limits.counted_at:
        facts: dict[str, object] = {"counted_at": limits.counted_at}
        yield Problem("before-headcount", facts=facts, field="at")
    if earliest < limits.now - timedelta(hours=limits.backdate_hours):
        facts = {"hours": limits.backdate_hours, "at": earliest}
        yield Problem("too-far-back", facts=facts, field="at")
    elif earliest < limits.now - AT_ONCE:
        yield Problem("back-dated", Severity.WARNING, {"at": earliest}, "at")


def reason_problems(limits: Limits, content: AssignmentContent) -> Iterator[Problem]:
    """ROOM-09: a reason of the list, "other" with a remark, the decision where it is asked for."""
    if content.reason not in set(PlacementReason):
        yield Problem("placement-reason-missing", field="reason")
    if content.reason == PlacementReason.OTHER and not content.remark.strip():
        yield Problem("placement-remark-missing", field="remark")
    if limits.decision_required and not content.decision_number.strip():
        yield Problem("decision-missing", field="decision_number")
    for name, text, limit in (
        ("remark", content.remark, REMARK_LENGTH),
        ("decision_number", content.decision_number, DECISION_LENGTH),
        ("override", content.override, REMARK_LENGTH),
    ):
        if len(text) > limit:
            facts = {"length": len(text), "limit": limit}
            yield Problem("text-too-long", facts=facts, field=name)
        yield from unseen_problems(name, text, LINES)


def _ends(sleep: Sleep) -> tuple[datetime, datetime]:
    return sleep.content.starts_at, sleep.content.ends_at


def _same(one: Sleep, other: Sleep) -> bool:
    return one.assignment_id is not None and one.assignment_id == other.assignment_id


def _clash(facts: Facts, other: Sleep) -> dict[str, object]:
    content = other.content
    return {
        "bed": facts.beds[content.bed_id].bed if content.bed_id in facts.beds else "",
        "name": facts.name_of(content.resident_id),
        "start": content.starts_at,
        "end": content.ends_at,
        "by": content.decided_by,
    }


def _whereabouts(facts: Facts, sleep: Sleep) -> Whereabouts:
    bed = facts.beds[sleep.content.bed_id]
    return Whereabouts(
        sleep.content.resident_id,
        bed.room_id,
        bed.section_id,
        bed.building_id,
        *_ends(sleep),
    )


def _apart(facts: Facts, near: TooNear) -> Problem:
    told = {
        "name": facts.name_of(near.pair.first_id),
        "other": facts.name_of(near.pair.second_id),
        "level": near.shared.value,
        "start": near.start,
        "end": near.end,
    }
    error = near.shared is Level.ROOM or facts.limits.section_is_error
    severity = Severity.ERROR if error else Severity.WARNING
    code = "apart-in-room" if near.shared is Level.ROOM else "apart-nearby"
    return Problem(code, severity, told, "bed_id")


def _told(problem: Problem) -> tuple[object, ...]:
    return (problem.code, tuple(sorted(map(repr, problem.facts.items()))))
