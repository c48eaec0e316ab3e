"""What a call-out beside the roster must be: over or begun, a day long at most, with a reason."""

from __future__ import annotations

from datetime import datetime

from openblock.clock import minutes_between
from openblock.errors import Problem
from openblock.features.residents.rules.names import unseen_problems
from openblock.features.residents.rules.reasons import SHORTEST_REASON
from openblock.features.roster.rules.limits import HOUR

LONGEST_CALL_OUT = 25 * HOUR
LONGEST_REASON = 200


def call_out_problems(
    start: datetime, end: datetime, reason: str, now: datetime
) -> tuple[Problem, ...]:
    """What is wrong with a call-out ``[start, end)``, aware UTC, by field.

    It is written down when it happens or afterwards: one that is planned is a duty.
    """
    found = []
    if end <= start:
        found.append(Problem("call-out-backwards", field="ends_at"))
    elif minutes_between(start, end) > LONGEST_CALL_OUT:
        found.append(
            Problem("call-out-too-long", facts={"most": LONGEST_CALL_OUT}, field="ends_at")
        )
    if start > now:
        found.append(Problem("call-out-in-future", field="starts_at"))
    if not SHORTEST_REASON <= len(reason.strip()) <= LONGEST_REASON:
        facts = {"least": SHORTEST_REASON, "most": LONGEST_REASON}
        found.append(Problem("call-out-reason", facts=facts, field="reason"))
    return (*found, *unseen_problems("reason", " ".join(reason.split())))
