"""What the rules of practice say, as plain functions that return every problem they find."""

from openblock.features.shadowing.rules.codes import codes_of, mentor_codes, plain_code
from openblock.features.shadowing.rules.hours import (
    Tally,
    counted,
    hours_of,
    progress_problems,
)
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS, PracticeLimits
from openblock.features.shadowing.rules.parts import usual_part
from openblock.features.shadowing.rules.planning import (
    clearance_problems,
    course_problems,
    duty_problems,
    mentor_problems,
    nearest_duty,
    night_problems,
    overlap_problems,
    places_problems,
    plan_problems,
    strain_problems,
)
from openblock.features.shadowing.rules.standing import standing_of, upset_of
from openblock.features.shadowing.rules.strain import rest_before
from openblock.features.shadowing.rules.wish import Busy, Mentor, Neighbour, Wish

__all__ = [
    "DEFAULT_LIMITS",
    "Busy",
    "Mentor",
    "Neighbour",
    "PracticeLimits",
    "Tally",
    "Wish",
    "clearance_problems",
    "codes_of",
    "counted",
    "course_problems",
    "duty_problems",
    "hours_of",
    "mentor_codes",
    "mentor_problems",
    "nearest_duty",
    "night_problems",
    "overlap_problems",
    "places_problems",
    "plain_code",
    "plan_problems",
    "progress_problems",
    "rest_before",
    "standing_of",
    "strain_problems",
    "upset_of",
    "usual_part",
]
