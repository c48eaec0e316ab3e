"""One officer's own November 2026 as the query would read it."""

from __future__ import annotations

from openblock.features.roster.queries.figures import MonthSum, OwnShifts
from openblock.features.roster.rules.versions import NOTHING, CellContent
from tests.features.roster.living_rosters import MONTH, content, duty, on, state


def own_month() -> OwnShifts:
    """On duty on the 1st, sick on the 2nd, which is changed, kept free on the 3rd."""
    stands = {
        1: content(duty(1, on(1))),
        2: content(absence="sick"),
        3: CellContent(free=True),
        28: content(duty(1, on(28), "N", (21, 33))),
    }
    return OwnShifts(
        officer_id=1,
        badge="A-1",
        name="Žagars Edvīns",
        month=MONTH,
        state=state(),
        days=tuple((on(day), stands.get(day, NOTHING), day == 2) for day in range(1, 31)),
        sum=MonthSum(MONTH, 183 * 60, 58 * 60, 168 * 60, 160 * 60, 1, 1),
        period_overtime=-450,
    )
