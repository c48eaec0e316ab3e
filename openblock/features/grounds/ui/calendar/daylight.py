"""When a column is dark, at dusk or light, in minutes of its day, and what is said in the dark."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.queries.rows import DayFrame
from openblock.features.grounds.rules.content import GroundsLimits, Light
from openblock.features.grounds.ui.calendar.axis import relative
from openblock.i18n import _, format_time


class Shade(NamedTuple):
    """A part of a day that is no daylight: ``step`` is dusk or night."""

    step: str
    top: int
    bottom: int


def shades(light: Light) -> tuple[Shade, ...]:
    """The dark parts of a day, from midnight to midnight; none where the sun does not set."""
    if light.always:
        return ()
    marks = tuple(_minute(light.day, each) for each in _in_order(light))
    dawn, sunrise, sunset, dusk = marks
    if sunrise is None or sunset is None:
        return _without_sun(dawn, dusk)
    # Where the twilight lasts all night, it has neither beginning nor end.
    found = (
        Shade("night", 0, dawn or 0),
        Shade("dusk", dawn or 0, sunrise),
        Shade("dusk", sunset, MINUTES_OF_DAY if dusk is None else dusk),
        Shade("night", MINUTES_OF_DAY if dusk is None else dusk, MINUTES_OF_DAY),
    )
    return tuple(each for each in found if each.top < each.bottom)


def _without_sun(dawn: int | None, dusk: int | None) -> tuple[Shade, ...]:
    if dawn is None or dusk is None:
        return (Shade("night", 0, MINUTES_OF_DAY),)
    return (
        Shade("night", 0, dawn),
        Shade("dusk", dawn, dusk),
        Shade("night", dusk, MINUTES_OF_DAY),
    )


def sun_marks(light: Light) -> tuple[int, ...]:
    """The minutes of sunrise and sunset, those there are."""
    marks = (_minute(light.day, light.sunrise), _minute(light.day, light.sunset))
    return tuple(each for each in marks if each is not None)


def rests(frame: DayFrame) -> tuple[tuple[int, int], ...]:
    """The night's rest in minutes of the day."""
    spans = ((relative(frame.day, s.start), relative(frame.day, s.end)) for s in frame.night)
    cut = ((max(start, 0), min(end, MINUTES_OF_DAY)) for start, end in spans)
    return tuple((start, end) for start, end in cut if start < end)


def sun_words(light: Light) -> str:
    """08:18 – 16:03, or in words that it does not rise or set."""
    if light.sunrise is not None and light.sunset is not None:
        return f"{format_time(light.sunrise)}–{format_time(light.sunset)}"
    return _("no sunset") if light.always else _("no sunrise")


def dark_words(limits: GroundsLimits) -> str:
    """Why nothing can be booked where it is dark, and until when it can."""
    if limits.margin:
        end = _("civil dusk") if limits.civil else _("sunset")
        return _("Dark, not lit: it can be booked until {minutes} min before {end}").format(
            minutes=limits.margin, end=end
        )
    if limits.civil:
        return _("Dark, the field is not lit: it can be booked until civil dusk")
    return _("Dark, the field is not lit: it can be booked until sunset")


def _in_order(light: Light) -> tuple[datetime | None, ...]:
    return light.dawn, light.sunrise, light.sunset, light.dusk


def _minute(day: date, moment: datetime | None) -> int | None:
    return None if moment is None else min(max(relative(day, moment), 0), MINUTES_OF_DAY)
