"""A table of sunsets to hold the program's against, by the formulas of NOAA's solar calculator."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import acos, cos, degrees, radians, sin, tan

#: The sun's middle stands so far from the zenith when its upper edge touches the horizon.
ZENITH = 90.833


def sunset(day: date, latitude: float, longitude: float) -> datetime:
    """When the sun sets on a date, to a minute or so; UTC."""
    year = 2 * 3.141592653589793 / 365 * (day.timetuple().tm_yday - 1 + 6 / 24)
    equation_of_time = 229.18 * (
        0.000075
        + 0.001868 * cos(year)
        - 0.032077 * sin(year)
        - 0.014615 * cos(2 * year)
        - 0.040849 * sin(2 * year)
    )
    declination = (
        0.006918
        - 0.399912 * cos(year)
        + 0.070257 * sin(year)
        - 0.006758 * cos(2 * year)
        + 0.000907 * sin(2 * year)
        - 0.002697 * cos(3 * year)
        + 0.00148 * sin(3 * year)
    )
    north = radians(latitude)
    hour_angle = acos(
        cos(radians(ZENITH)) / (cos(north) * cos(declination)) - tan(north) * tan(declination)
    )
    minutes = 720 - 4 * (longitude - degrees(hour_angle)) - equation_of_time
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
