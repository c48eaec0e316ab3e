"""Where the sun stands at the block: sunrise, sunset, civil dawn and dusk of a date (GR-04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from openblock.features.grounds.rules.content import Light

#: The sun's middle is this many degrees below the horizon when its upper edge touches it.
TOUCHING = -0.833
#: The sun goes round so many degrees in an hour.
DEGREES_AN_HOUR = 15
HALF_MINUTE = timedelta(seconds=30)


@lru_cache(maxsize=4096)
def light_of(day: date, latitude: float, longitude: float) -> Light:
    """The daylight of a date of the block's calendar at a place, in degrees north and east."""
    from astral import Observer, sun  # noqa: PLC0415 - the start does not wait for the sun

    observer = Observer(latitude, longitude)
    # By the place's own sun: of a day that ends at its midnight there is one sunset and one dusk.
    # By the clock of the block a summer's night further north would have two, and the next none.
    own = timezone(timedelta(hours=longitude / DEGREES_AN_HOUR))

    def moment(event: Callable[..., datetime]) -> datetime | None:
        try:
            return _whole_minute(event(observer, date=day, tzinfo=own))
        except ValueError:
            return None

    sunrise, sunset = moment(sun.sunrise), moment(sun.sunset)
    always = None
    if sunrise is None and sunset is None:
        # One of the two may all but touch the horizon: only both together tell day from night.
        ends = (event(observer, date=day, tzinfo=own) for event in (sun.noon, sun.midnight))
        heights = [sun.elevation(observer, each, with_refraction=False) for each in ends]
        always = sum(heights) / len(heights) > TOUCHING
    return Light(day, sunrise, sunset, moment(sun.dawn), moment(sun.dusk), always)


def _whole_minute(moment: datetime) -> datetime:
    return (moment.astimezone(UTC) + HALF_MINUTE).replace(second=0, microsecond=0)
