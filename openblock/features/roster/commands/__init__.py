"""What a planner can do to the roster; each is one transaction and gives its own way back."""

from openblock.features.roster.commands.acceptance import (
    AcceptProblem,
    WithdrawAcceptance,
    accept_problem,
    withdraw_acceptance,
)
from openblock.features.roster.commands.calendar import (
    RefreshCalendar,
    RemoveCalendarDay,
    SaveCalendarDay,
    refresh_calendar,
    remove_calendar_day,
    save_calendar_day,
)
from openblock.features.roster.commands.cells import (
    CellEdit,
    ChangeCells,
    change_cells,
    restore_cells,
)
from openblock.features.roster.commands.content import RestoreCells
from openblock.features.roster.commands.cycle import (
    LayCycle,
    RestoreCycle,
    lay_cycle,
    restore_cycle,
)
from openblock.features.roster.commands.limits import ChangeLimits, change_limits
from openblock.features.roster.commands.settings import (
    RemoveMinimum,
    RetireTemplate,
    SaveMinimum,
    SaveTemplate,
    remove_minimum,
    retire_template,
    save_minimum,
    save_template,
)
from openblock.features.roster.commands.start import StartRoster, start_roster

__all__ = [
    "AcceptProblem",
    "CellEdit",
    "ChangeCells",
    "ChangeLimits",
    "LayCycle",
    "RefreshCalendar",
    "RemoveCalendarDay",
    "RemoveMinimum",
    "RestoreCells",
    "RestoreCycle",
    "RetireTemplate",
    "SaveCalendarDay",
    "SaveMinimum",
    "SaveTemplate",
    "StartRoster",
    "WithdrawAcceptance",
    "accept_problem",
    "change_cells",
    "change_limits",
    "lay_cycle",
    "refresh_calendar",
    "remove_calendar_day",
    "remove_minimum",
    "restore_cells",
    "restore_cycle",
    "retire_template",
    "save_calendar_day",
    "save_minimum",
    "save_template",
    "start_roster",
    "withdraw_acceptance",
]
