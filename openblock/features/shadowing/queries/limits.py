"""The figures practice is judged by, as this block's administrator has set them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from openblock.features.accounts.queries import settings
from openblock.features.shadowing.rules.limits import HOUR, PracticeLimits


def practice_limits(session: Session) -> PracticeLimits:
    """The limits in force (TR-04 to TR-14), the night being the roster's own (RO-02)."""
    block = settings(session)

    def number(key: str) -> int:
        return int(block[key])

    return PracticeLimits(
        shortest=number("shadow_shortest_hours") * HOUR,
        longest=number("shadow_longest_hours") * HOUR,
        rest=number("shadow_rest_hours") * HOUR,
        weekly_rest=number("shadow_weekly_rest_hours") * HOUR,
        week=number("shadow_week_hours") * HOUR,
        most_per_mentor=number("shadow_most_per_mentor"),
        most_per_block=number("shadow_most_per_block"),
        confirm_days=number("shadow_confirm_days"),
        warn_days=number("shadow_warn_days"),
        deduct_breaks=bool(block["shadow_deduct_breaks"]),
        night_from=number("night_from"),
        night_to=number("night_to"),
    )
