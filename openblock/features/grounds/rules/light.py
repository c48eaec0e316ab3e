"""When it is light enough to be out on an area that nothing lights (GR-04)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from openblock.errors import Problem, Severity
from openblock.features.grounds.rules.content import GroundsLimits, Light, Span, Wish
from openblock.features.shadowing.rules.times import days_of, merged, shared, whole


def light_span(light: Light, limits: GroundsLimits) -> Span | None:
    """The usable daylight of a date with the margin off both ends; the longest, were there two.

    None where it is never light, the whole date where it is never dark.
    """
    parts = light_parts(light, limits)
    return max(parts, key=lambda each: each.end - each.start, default=None)


def light_parts(light: Light, limits: GroundsLimits) -> tuple[Span, ...]:
    """The usable daylight of a date in order: far north the sun may set first and rise again."""
    day = whole(light.day)
    margin = timedelta(minutes=limits.margin)
    rises, sets = edges_of(light, limits)
    start = day.start if rises is None else rises + margin
    end = day.end if sets is None else sets - margin
    if rises is None and sets is None:
        return (day,) if _never_dark(light, limits) else ()
    if rises is not None and sets is not None and sets < rises:
        return _forwards(Span(day.start, end), Span(start, day.end))
    return _forwards(Span(start, end))


def edges_of(light: Light, limits: GroundsLimits) -> tuple[datetime | None, datetime | None]:
    """Between what it counts as light: sunrise and sunset, or civil dawn and dusk."""
    return (light.dawn, light.dusk) if limits.civil else (light.sunrise, light.sunset)


def _never_dark(light: Light, limits: GroundsLimits) -> bool:
    """Without dawn and dusk on an ordinary day the night is bright from end to end."""
    return light.always is True or (limits.civil and light.always is None)


def _forwards(*spans: Span) -> tuple[Span, ...]:
    return tuple(each for each in spans if each.start < each.end)


def light_problems(wish: Wish, limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-04: outdoors without floodlights only while it is light, to the minute; else no matter."""
    if not wish.area.needs_light:
        return ()
    usable = merged(part for each in wish.light for part in light_parts(each, limits))
    if any(each.holds(wish.span) for each in usable):
        return ()
    lights = {each.day: each for each in wish.light}
    for day in days_of(wish.span):
        part = shared(whole(day), wish.span)
        if part is not None and not any(each.holds(part) for each in usable):
            light = lights.get(day) or Light(day, None, None, None, None, always=False)
            return tuple(_dark_problems(wish, limits, light, part))
    return ()


def _dark_problems(
    wish: Wish, limits: GroundsLimits, light: Light, part: Span
) -> Iterator[Problem]:
    parts = light_parts(light, limits)
    if not parts:
        yield _dark(wish, limits, light, "never", None)
        return
    early = part.start < parts[0].start
    if early:
        yield _dark(wish, limits, light, "before", parts[0].start)
    if not early or part.end > parts[-1].end:
        ends = (each.end for each in reversed(parts) if each.start <= part.start)
        yield _dark(wish, limits, light, "after", next(ends, parts[-1].end))


def _dark(
    wish: Wish, limits: GroundsLimits, light: Light, which: str, limit: datetime | None
) -> Problem:
    rises, sets = edges_of(light, limits)
    names = ("dawn", "dusk") if limits.civil else ("sunrise", "sunset")
    facts = {
        "area": wish.area.name,
        "day": light.day,
        names[0]: rises,
        names[1]: sets,
        "margin": limits.margin,
        "which": which,
        "limit": limit,
    }
    severity = Severity.ERROR if limits.dark_is_error else Severity.WARNING
    field = "ends_at" if which == "after" else "starts_at"
    return Problem("outside-daylight", severity, facts, field)
