"""What the rules of practice say, as plain functions that return every problem they find."""

from openblock.features.shadowing.rules.codes import codes_of, mentor_codes, plain_code
from openblock.features.shadowing.rules.confirming import (
    Settling,
    addendum_problems,
    confirm_problems,
    confirm_until,
    is_late,
    miss_problems,
)
from openblock.features.shadowing.rules.courses import (
    class_problems,
    cleaned_class,
    cleaned_course,
    course_content_problems,
    item_problems,
    situation_problems,
)
from openblock.features.shadowing.rules.hours import (
    Tally,
    counted,
    hours_of,
    progress_problems,
)
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS, PracticeLimits
from openblock.features.shadowing.rules.offers import Candidate, ranking, reasons_of
from openblock.features.shadowing.rules.parts import usual_part
from openblock.features.shadowing.rules.planning import (
    clearance_problems,
    course_problems,
    duty_problems,
    fullest,
    mentor_problems,
    nearest_duty,
    night_problems,
    overlap_problems,
    places_problems,
    plan_problems,
    strain_problems,
)
from openblock.features.shadowing.rules.situations import offered
from openblock.features.shadowing.rules.standing import standing_of, upset_of
from openblock.features.shadowing.rules.strain import rest_before
from openblock.features.shadowing.rules.trainees import (
    cleaned_trainee,
    clearance_day_problems,
    trainee_content_problems,
    unavailability_problems,
)
from openblock.features.shadowing.rules.wish import Busy, Mentor, Neighbour, Wish

__all__ = [
    "DEFAULT_LIMITS",
    "Busy",
    "Candidate",
    "Mentor",
    "Neighbour",
    "PracticeLimits",
    "Settling",
    "Tally",
    "Wish",
    "addendum_problems",
    "class_problems",
    "cleaned_class",
    "cleaned_course",
    "cleaned_trainee",
    "clearance_day_problems",
    "clearance_problems",
    "codes_of",
    "confirm_problems",
    "confirm_until",
    "counted",
    "course_content_problems",
    "course_problems",
    "duty_problems",
    "fullest",
    "hours_of",
    "is_late",
    "item_problems",
    "mentor_codes",
    "mentor_problems",
    "miss_problems",
    "nearest_duty",
    "night_problems",
    "offered",
    "overlap_problems",
    "places_problems",
    "plain_code",
    "plan_problems",
    "progress_problems",
    "ranking",
    "reasons_of",
    "rest_before",
    "situation_problems",
    "standing_of",
    "strain_problems",
    "trainee_content_problems",
    "unavailability_problems",
    "upset_of",
    "usual_part",
]
