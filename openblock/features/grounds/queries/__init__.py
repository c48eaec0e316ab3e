"""Reads of the grounds: areas, their calendar and state, bookings and what is wrong with them."""

from openblock.features.grounds.queries.areas import areas, find_areas
from openblock.features.grounds.queries.card import booking_card
from openblock.features.grounds.queries.daylight import light_of
from openblock.features.grounds.queries.joining import OF_RESIDENTS, ON_DUTIES
from openblock.features.grounds.queries.judging import Judge, WishedBooking, risks_of_booking
from openblock.features.grounds.queries.limits import grounds_limits, lights
from openblock.features.grounds.queries.mending import mending_number, to_mend
from openblock.features.grounds.queries.officers import supervisor_offers
from openblock.features.grounds.queries.rows import (
    AreaDayRow,
    AreaNow,
    AreaOffer,
    AreaRow,
    BookingCard,
    BookingRow,
    ClosureRow,
    DayFrame,
    EarlierGroup,
    FairLine,
    FairUse,
    FoundArea,
    FreeTime,
    ParticipantRow,
    SeriesDate,
    SeriesRow,
    SupervisorOffer,
    Week,
)
from openblock.features.grounds.queries.state import grounds_now
from openblock.features.grounds.queries.week import WeekAsked, week

__all__ = [
    "OF_RESIDENTS",
    "ON_DUTIES",
    "AreaDayRow",
    "AreaNow",
    "AreaOffer",
    "AreaRow",
    "BookingCard",
    "BookingRow",
    "ClosureRow",
    "DayFrame",
    "EarlierGroup",
    "FairLine",
    "FairUse",
    "FoundArea",
    "FreeTime",
    "Judge",
    "ParticipantRow",
    "SeriesDate",
    "SeriesRow",
    "SupervisorOffer",
    "Week",
    "WeekAsked",
    "WishedBooking",
    "areas",
    "booking_card",
    "find_areas",
    "grounds_limits",
    "grounds_now",
    "light_of",
    "lights",
    "mending_number",
    "risks_of_booking",
    "supervisor_offers",
    "to_mend",
    "week",
]
