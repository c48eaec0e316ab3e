"""What the roster's rules say, as plain functions that return every problem they find."""

from openblock.features.roster.rules.calendar import DayKind, PlainDay, norm_minutes
from openblock.features.roster.rules.cycle import (
    CYCLE_PRESETS,
    cycle_code,
    pattern_of,
    pattern_problems,
)
from openblock.features.roster.rules.hours import (
    hours_by_day,
    minutes_within,
    night_minutes,
    night_minutes_within,
)
from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.rules.rest import (
    needed_rest,
    overlap_problems,
    rest_problems,
    weekly_rest_problems,
)
from openblock.features.roster.rules.shift import (
    KEEP_FREE,
    Shift,
    TemplateShape,
    length_problems,
    template_problems,
)
from openblock.features.roster.rules.staffing import (
    Gap,
    Minimum,
    gaps,
    interval_of,
    lowest_present,
    minimum_problems,
)

__all__ = [
    "CYCLE_PRESETS",
    "KEEP_FREE",
    "DayKind",
    "Gap",
    "Limits",
    "Minimum",
    "PlainDay",
    "Shift",
    "TemplateShape",
    "cycle_code",
    "gaps",
    "hours_by_day",
    "interval_of",
    "length_problems",
    "lowest_present",
    "minimum_problems",
    "minutes_within",
    "needed_rest",
    "night_minutes",
    "night_minutes_within",
    "norm_minutes",
    "overlap_problems",
    "pattern_of",
    "pattern_problems",
    "rest_problems",
    "template_problems",
    "weekly_rest_problems",
]
