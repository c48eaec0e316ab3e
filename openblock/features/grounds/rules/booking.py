"""Whether a booking may be: its form, hours, places and people, GR-01 to GR-12, each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from openblock.clock import local
from openblock.errors import Problem, Severity
from openblock.features.grounds.rules.areas import LONGEST_REMARK, moment_problems
from openblock.features.grounds.rules.content import SLOT, AreaKind, GroundsLimits, Wish
from openblock.features.grounds.rules.light import light_problems
from openblock.features.grounds.rules.night import count_problems, rest_problems
from openblock.features.grounds.rules.people import apart_problems, guest_problems, quota_problems
from openblock.features.grounds.rules.places import opening_problems, place_problems
from openblock.features.grounds.rules.watching import supervisor_problems
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.rules.courses import text_problems

LONGEST_PURPOSE = 80
#: What has just begun is booked without a reason: groups stand at the door unannounced.
AT_ONCE = timedelta(minutes=15)


def booking_problems(wish: Wish, limits: GroundsLimits) -> tuple[Problem, ...]:
    """Everything that speaks against the wish, by the order of the rules.

    Of a time that does not go forwards, or lies in no year of the block's, nothing else is said.
    """
    form = form_problems(wish, limits)
    if any(each.code in {"booking-backwards", "date-out-of-range"} for each in form):
        return form
    rules = (
        opening_problems,
        place_problems,
        light_problems,
        rest_problems,
        count_problems,
        supervisor_problems,
        guest_problems,
        apart_problems,
        quota_problems,
    )
    return (*form, *(problem for rule in rules for problem in rule(wish, limits)))


def form_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-01: forwards, on quarters of an hour, as long as the area allows, with somebody in it."""
    content = wish.content
    return (
        *_time_problems(wish),
        *_people_problems(wish),
        *text_problems("purpose", tidy(content.purpose), LONGEST_PURPOSE),
        *text_problems("equipment", tidy(content.equipment), LONGEST_REMARK),
    )


def _time_problems(wish: Wish) -> Iterator[Problem]:
    content = wish.content
    years = tuple(moment_problems(content.starts_at, content.ends_at))
    if years:
        yield from years
    elif content.ends_at <= content.starts_at:
        yield Problem("booking-backwards", facts={"start": content.starts_at}, field="ends_at")
    else:
        yield from _slot_problems(wish)
        yield from _length_problems(wish)
        yield from _past_problems(wish)


def _slot_problems(wish: Wish) -> Iterator[Problem]:
    for field in ("starts_at", "ends_at"):
        wall = local(getattr(wish.content, field))
        if wall.minute % SLOT or wall.second or wall.microsecond:
            yield Problem("booking-not-on-slot", facts={"minutes": SLOT}, field=field)


def _length_problems(wish: Wish) -> Iterator[Problem]:
    area, minutes = wish.area, wish.span.minutes
    facts: dict[str, object] = {"area": area.name, "minutes": minutes}
    if minutes < area.shortest:
        facts["shortest"] = area.shortest
        yield Problem("booking-too-short", facts=facts, field="ends_at")
    elif minutes > area.longest:
        facts["longest"] = area.longest
        yield Problem("booking-too-long", facts=facts, field="ends_at")


def _past_problems(wish: Wish) -> Iterator[Problem]:
    """Entered afterwards; one that began when it was to begin may be made longer without a word."""
    begun = wish.before is not None and wish.before.start == wish.span.start
    if not begun and wish.now - wish.span.start > AT_ONCE:
        facts = {"start": wish.span.start, "now": wish.now}
        yield Problem("booking-in-past", Severity.WARNING, facts, "starts_at")


def _people_problems(wish: Wish) -> Iterator[Problem]:
    if not wish.heads:
        yield Problem("booking-nobody", field="residents")
    if not wish.area.active or wish.area.kind != AreaKind.PLACE:
        yield Problem("area-not-active", facts={"area": wish.area.name}, field="area_id")
