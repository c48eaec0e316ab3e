"""Reads of the grounds: areas, their calendar and state, bookings and what is wrong with them."""

from openblock.features.grounds.queries.areas import areas, find_areas
from openblock.features.grounds.queries.daylight import light_of
from openblock.features.grounds.queries.judging import Judge, WishedBooking, risks_of_booking
from openblock.features.grounds.queries.limits import grounds_limits, lights
from openblock.features.grounds.queries.mending import mending_number, to_mend
from openblock.features.grounds.queries.state import grounds_now
from openblock.features.grounds.queries.week import WeekAsked, week

__all__ = [
    "Judge",
    "WeekAsked",
    "WishedBooking",
    "areas",
    "find_areas",
    "grounds_limits",
    "grounds_now",
    "light_of",
    "lights",
    "mending_number",
    "risks_of_booking",
    "to_mend",
    "week",
]
