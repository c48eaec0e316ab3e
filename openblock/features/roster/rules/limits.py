"""The figures the roster is judged by: defaults that an administrator can change, never law."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.errors import Problem, Severity

HOUR = 60
REFERENCE_MONTHS = (1, 2, 3, 4, 6, 12)
MOST_OVERTIME = 2000 * HOUR


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit of the roster's rules, in minutes unless its name says otherwise.

    ``rest_table`` holds pairs (shift no longer than, rest needed after it), shortest first (RO-04).
    ``night_from`` and ``night_to`` are minutes of the day; the night crosses midnight (RO-02).
    """

    night_from: int = 22 * HOUR
    night_to: int = 6 * HOUR
    shortest_shift: int = 1 * HOUR
    longest_shift: int = 25 * HOUR
    rest_table: tuple[tuple[int, int], ...] = ((13 * HOUR, 11 * HOUR), (25 * HOUR, 24 * HOUR))
    rest_severity: Severity = Severity.WARNING
    weekly_rest: int = 35 * HOUR
    weekly_window_days: int = 7
    working_day: int = 8 * HOUR
    #: RO-06: minutes in seven days, on average over the reference period.
    average_week: int = 48 * HOUR
    #: RO-06, RO-07: the reference period in months, and the month one of them begins in.
    reference_months: int = 4
    reference_anchor: int = 1
    #: RO-07: minutes of overtime over one reference period.
    overtime_limit: int = 144 * HOUR
    #: RO-09: whether too few on duty forbid to publish.
    block_publish: bool = False


DEFAULT_LIMITS = Limits()


def limits_problems(limits: Limits) -> tuple[Problem, ...]:
    """Every figure that cannot be a limit, by field."""
    found = []
    if not 0 <= limits.night_to < limits.night_from < 24 * HOUR:
        found.append(Problem("night-not-across-midnight", field="night_from"))
    if not 0 < limits.shortest_shift <= limits.longest_shift <= 25 * HOUR:
        found.append(Problem("shift-limits-backwards", field="longest_shift"))
    lengths = [length for length, _rest in limits.rest_table]
    rests = [rest for _length, rest in limits.rest_table]
    if not lengths or lengths != sorted(set(lengths)) or lengths[-1] < limits.longest_shift:
        found.append(Problem("rest-table-incomplete", field="rest_table"))
    if any(not 0 <= rest <= 7 * 24 * HOUR for rest in rests):
        found.append(Problem("rest-out-of-range", field="rest_table"))
    if not 1 <= limits.weekly_window_days <= 14:
        found.append(Problem("weekly-window-out-of-range", field="weekly_window_days"))
    if not 0 <= limits.weekly_rest <= 72 * HOUR:
        found.append(Problem("rest-out-of-range", field="weekly_rest"))
    if not HOUR <= limits.working_day <= 12 * HOUR:
        found.append(Problem("working-day-out-of-range", field="working_day"))
    return (*found, *_working_time_problems(limits))


def _working_time_problems(limits: Limits) -> tuple[Problem, ...]:
    """A reference period fits the year, so that one begins in the same months every year."""
    found = []
    if not HOUR <= limits.average_week <= 7 * 24 * HOUR:
        found.append(Problem("average-out-of-range", field="average_week"))
    if limits.reference_months not in REFERENCE_MONTHS:
        found.append(Problem("reference-months", field="reference_months"))
    if not 1 <= limits.reference_anchor <= 12:
        found.append(Problem("reference-anchor", field="reference_anchor"))
    if not 0 <= limits.overtime_limit <= MOST_OVERTIME:
        most = MOST_OVERTIME
        found.append(Problem("overtime-limit", facts={"most": most}, field="overtime_limit"))
    return tuple(found)
