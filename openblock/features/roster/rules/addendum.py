"""What a correction to a closed month's time-sheet must be: some minutes, a day of it, a reason."""

from __future__ import annotations

from datetime import date

from openblock.errors import Problem
from openblock.features.residents.rules.names import unseen_problems
from openblock.features.residents.rules.reasons import LONGEST_REASON, SHORTEST_REASON
from openblock.features.roster.rules.limits import HOUR

#: The day of 25 hours.
MOST_MINUTES = 25 * HOUR


def addendum_problems(
    month: date, day: date, minutes: int, night_minutes: int, reason: str
) -> tuple[Problem, ...]:
    """What is wrong with a correction, by field; minutes are more than were counted, or fewer.

    Of the hours of a day, more may be of the night than were added to the day: then hours that
    were counted were at another time.
    """
    found = []
    if day.replace(day=1) != month:
        found.append(Problem("addendum-day", facts={"month": month}, field="day"))
    if minutes == 0 and night_minutes == 0:
        found.append(Problem("addendum-nothing", field="minutes"))
    for field, value in (("minutes", minutes), ("night_minutes", night_minutes)):
        if abs(value) > MOST_MINUTES:
            facts = {"most": MOST_MINUTES}
            found.append(Problem("addendum-too-much", facts=facts, field=field))
    if not SHORTEST_REASON <= len(reason.strip()) <= LONGEST_REASON:
        facts = {"least": SHORTEST_REASON, "most": LONGEST_REASON}
        found.append(Problem("addendum-reason", facts=facts, field="reason"))
    return (*found, *unseen_problems("reason", " ".join(reason.split())))
