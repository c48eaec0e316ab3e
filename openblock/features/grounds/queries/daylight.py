"""Where the sun stands at the block: sunrise, sunset, civil dawn and dusk of a date (GR-04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from types import ModuleType
from typing import Any

from openblock.clock import RIGA
from openblock.features.grounds.rules.content import Light

#: The sun's middle is this many degrees below the horizon when its upper edge touches it.
TOUCHING = -0.833
ONE_DAY = timedelta(days=1)
HALF_MINUTE = timedelta(seconds=30)


@lru_cache(maxsize=4096)
def light_of(day: date, latitude: float, longitude: float) -> Light:
    """The daylight of a date of the block's calendar at a place, in degrees north and east.

    Dawn and sunrise are the last before the sun's highest point of that date, sunset and dusk the
    first after it: far in the north they may fall on the date before or after.
    """
    sun, observer = _observed(latitude, longitude)
    noon = sun.noon(observer, date=day, tzinfo=RIGA)

    def before(event: Callable[..., datetime]) -> datetime | None:
        found = _happens(event, observer, day)
        return found if found is None or found < noon else _happens(event, observer, day - ONE_DAY)

    def after(event: Callable[..., datetime]) -> datetime | None:
        found = _happens(event, observer, day)
        return found if found is None or found > noon else _happens(event, observer, day + ONE_DAY)

    sunrise, sunset = before(sun.sunrise), after(sun.sunset)
    always = None
    if sunrise is None and sunset is None:
        always = bool(sun.elevation(observer, noon, with_refraction=False) > TOUCHING)
    return Light(
        day=day,
        sunrise=_whole_minute(sunrise),
        sunset=_whole_minute(sunset),
        dawn=_whole_minute(before(sun.dawn)),
        dusk=_whole_minute(after(sun.dusk)),
        always=always,
    )


def _observed(latitude: float, longitude: float) -> tuple[ModuleType, Any]:
    from astral import Observer, sun  # noqa: PLC0415 - the start does not wait for the sun

    return sun, Observer(latitude, longitude)


def _happens(event: Callable[..., datetime], observer: object, day: date) -> datetime | None:
    """The event on the date of the block's calendar; None where it does not happen then."""
    try:
        # With the block's own zone: in UTC an evening of summer belongs to another date.
        return event(observer, date=day, tzinfo=RIGA)
    except ValueError:
        return None


def _whole_minute(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    return (moment.astimezone(UTC) + HALF_MINUTE).replace(second=0, microsecond=0)
