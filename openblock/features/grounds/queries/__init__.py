"""Reads of the grounds: areas, their calendar and state, bookings and what is wrong with them."""

from openblock.features.grounds.queries.areas import areas, find_areas
from openblock.features.grounds.queries.card import booking_card
from openblock.features.grounds.queries.closing import closure_hits
from openblock.features.grounds.queries.daylight import light_of
from openblock.features.grounds.queries.free import free_areas, free_times
from openblock.features.grounds.queries.groups import earlier_groups
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
from openblock.features.grounds.queries.series import series_preview
from openblock.features.grounds.queries.state import grounds_now
from openblock.features.grounds.queries.use import fair_use, resident_bookings
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
    "closure_hits",
    "earlier_groups",
    "fair_use",
    "find_areas",
    "free_areas",
    "free_times",
    "grounds_limits",
    "grounds_now",
    "light_of",
    "lights",
    "mending_number",
    "resident_bookings",
    "risks_of_booking",
    "series_preview",
    "supervisor_offers",
    "to_mend",
    "week",
]
