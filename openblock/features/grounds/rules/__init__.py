"""What may be used when, and by whom: functions that return every problem they find."""

from openblock.features.grounds.rules.areas import (
    area_day_problems,
    area_problems,
    cleaned_area,
    closure_problems,
    hours_problems,
    joined_hours,
)
from openblock.features.grounds.rules.booking import booking_problems, form_problems
from openblock.features.grounds.rules.instants import fullest
from openblock.features.grounds.rules.light import light_parts, light_problems, light_span
from openblock.features.grounds.rules.night import (
    count_problems,
    counts_on,
    night_of,
    nights_near,
    rest_problems,
)
from openblock.features.grounds.rules.people import apart_problems, guest_problems, quota_problems
from openblock.features.grounds.rules.places import open_on, opening_problems, place_problems
from openblock.features.grounds.rules.series import (
    booking_on,
    hour_problems,
    series_days,
    series_problems,
    span_on,
)
from openblock.features.grounds.rules.standing import Around, area_state
from openblock.features.grounds.rules.ticking import (
    Ticking,
    approve_problems,
    cancel_problems,
    change_problems,
    finish_problems,
    no_show_problems,
    start_problems,
)
from openblock.features.grounds.rules.watching import (
    lost_problem,
    overload_problems,
    supervisor_problems,
)

__all__ = [
    "Around",
    "Ticking",
    "apart_problems",
    "approve_problems",
    "area_day_problems",
    "area_problems",
    "area_state",
    "booking_on",
    "booking_problems",
    "cancel_problems",
    "change_problems",
    "cleaned_area",
    "closure_problems",
    "count_problems",
    "counts_on",
    "finish_problems",
    "form_problems",
    "fullest",
    "guest_problems",
    "hour_problems",
    "hours_problems",
    "joined_hours",
    "light_parts",
    "light_problems",
    "light_span",
    "lost_problem",
    "night_of",
    "nights_near",
    "no_show_problems",
    "open_on",
    "opening_problems",
    "overload_problems",
    "place_problems",
    "quota_problems",
    "rest_problems",
    "series_days",
    "series_problems",
    "span_on",
    "start_problems",
    "supervisor_problems",
]
