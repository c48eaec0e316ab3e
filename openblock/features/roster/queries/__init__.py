"""Reads of the roster: the grid of a month or week, who is on duty, and what it is planned by."""

from openblock.features.roster.queries.absence_preview import absence_preview
from openblock.features.roster.queries.absences import (
    absence_card,
    absence_days,
    absence_letters,
    absences_between,
)
from openblock.features.roster.queries.calendar import calendar_days, own_days, stale_years
from openblock.features.roster.queries.contents import cell_contents
from openblock.features.roster.queries.cycle import Difference, cycle_preview
from openblock.features.roster.queries.duties import OnDuty, RosterDuty, on_duty
from openblock.features.roster.queries.grid import Roster, RosterOfficer, month_roster, roster
from openblock.features.roster.queries.joined import DutiesChange, DutyMark, Join, join
from openblock.features.roster.queries.months import month_state
from openblock.features.roster.queries.past import version_roster
from openblock.features.roster.queries.problems import Acceptance, RosterProblem
from openblock.features.roster.queries.publishing import publish_preview, snapshot_of
from openblock.features.roster.queries.settings import (
    MinimumRow,
    TeamCycle,
    Template,
    limits,
    minimums,
    team_cycles,
    templates,
)
from openblock.features.roster.queries.staffing import StaffingLine
from openblock.features.roster.queries.versions import comparison, content_of, versions

__all__ = [
    "Acceptance",
    "Difference",
    "DutiesChange",
    "DutyMark",
    "Join",
    "MinimumRow",
    "OnDuty",
    "Roster",
    "RosterDuty",
    "RosterOfficer",
    "RosterProblem",
    "StaffingLine",
    "TeamCycle",
    "Template",
    "absence_card",
    "absence_days",
    "absence_letters",
    "absence_preview",
    "absences_between",
    "calendar_days",
    "cell_contents",
    "comparison",
    "content_of",
    "cycle_preview",
    "join",
    "limits",
    "minimums",
    "month_roster",
    "month_state",
    "on_duty",
    "own_days",
    "publish_preview",
    "roster",
    "snapshot_of",
    "stale_years",
    "team_cycles",
    "templates",
    "version_roster",
    "versions",
]
