"""How many are on duty in the shown days, against each minimum of staffing (RO-09)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openblock.features.roster.queries.settings import MinimumRow
from openblock.features.roster.rules import Gap, PlainDay, Shift, gaps, lowest_present


@dataclass(frozen=True, slots=True)
class StaffingLine:
    """A minimum, the fewest on duty for each shown day, and its gaps.

    A count is None on a day of the week the minimum does not begin on: nothing is asked there.
    """

    name: str
    from_minute: int
    to_minute: int
    post: str
    needed: int
    counts: tuple[int | None, ...]
    gaps: tuple[Gap, ...]

    @property
    def short_days(self) -> int:
        """On how many of the shown days fewer are on duty than needed."""
        return sum(count is not None and count < self.needed for count in self.counts)


def staffing_lines(
    rows: Iterable[MinimumRow], days: Sequence[PlainDay], shifts: Iterable[Shift]
) -> tuple[StaffingLine, ...]:
    """Each minimum against the shifts, which must reach from the day before to the day after."""
    by_day: dict[date, list[Shift]] = {}
    for each in shifts:
        by_day.setdefault(each.day, []).append(each)
    near = {each.day: _near(by_day, each.day) for each in days}
    lines = []
    for row in rows:
        wanted = row.minimum
        lines.append(
            StaffingLine(
                name=wanted.name,
                from_minute=wanted.from_minute,
                to_minute=wanted.to_minute,
                post=wanted.post,
                needed=wanted.needed,
                counts=tuple(lowest_present(wanted, day, here) for day, here in near.items()),
                gaps=tuple(gap for day, here in near.items() for gap in gaps(wanted, day, here)),
            )
        )
    return tuple(lines)


def _near(by_day: dict[date, list[Shift]], day: date) -> list[Shift]:
    """The shifts that can touch a day's minimums: begun the day before, on it, or the day after."""
    days = (day - timedelta(days=1), day, day + timedelta(days=1))
    return [shift for each in days for shift in by_day.get(each, ())]
