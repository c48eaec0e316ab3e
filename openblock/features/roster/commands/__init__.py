"""What a planner can do to the roster; each is one transaction and gives its own way back."""

from openblock.features.roster.commands.absence_codes import (
    save_absence_code,
)
from openblock.features.roster.commands.absences import (
    remove_absence,
    save_absence,
)
from openblock.features.roster.commands.acceptance import (
    AcceptProblem,
    WithdrawAcceptance,
    accept_problem,
    withdraw_acceptance,
)
from openblock.features.roster.commands.addenda import (
    add_addendum,
)
from openblock.features.roster.commands.calendar import (
    RefreshCalendar,
    RemoveCalendarDay,
    SaveCalendarDay,
    refresh_calendar,
    remove_calendar_day,
    save_calendar_day,
)
from openblock.features.roster.commands.call_outs import (
    remove_call_out,
    save_call_out,
)
from openblock.features.roster.commands.cells import (
    CellEdit,
    ChangeCells,
    change_cells,
    restore_cells,
)
from openblock.features.roster.commands.content import (
    RestoreCells,
)
from openblock.features.roster.commands.cycle import (
    LayCycle,
    RestoreCycle,
    lay_cycle,
    restore_cycle,
)
from openblock.features.roster.commands.exchanges import (
    agree_exchange,
    approve_exchange,
    ask_exchange,
    decline_exchange,
    put_in_substitute,
    swap_duties,
    withdraw_exchange,
)
from openblock.features.roster.commands.ledger import (
    RestoreExchange,
    RestoreLiving,
    restore_exchange,
    restore_living,
)
from openblock.features.roster.commands.limits import (
    ChangeLimits,
    change_limits,
)
from openblock.features.roster.commands.posts import (
    remove_post,
    save_post,
)
from openblock.features.roster.commands.publication import (
    WithdrawPublication,
    close_month,
    publish_month,
    withdraw_publication,
)
from openblock.features.roster.commands.requests import (
    AddAddendum,
    AgreeExchange,
    ApproveExchange,
    AskExchange,
    CloseMonth,
    DeclineExchange,
    PublishMonth,
    PutInSubstitute,
    RemoveAbsence,
    RemoveCallOut,
    RemovePost,
    SaveAbsence,
    SaveAbsenceCode,
    SaveCallOut,
    SavePost,
    SwapDuties,
    WithdrawExchange,
)
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
from openblock.features.roster.commands.start import (
    StartRoster,
    start_roster,
)

__all__ = [
    "AcceptProblem",
    "AddAddendum",
    "AgreeExchange",
    "ApproveExchange",
    "AskExchange",
    "CellEdit",
    "ChangeCells",
    "ChangeLimits",
    "CloseMonth",
    "DeclineExchange",
    "LayCycle",
    "PublishMonth",
    "PutInSubstitute",
    "RefreshCalendar",
    "RemoveAbsence",
    "RemoveCalendarDay",
    "RemoveCallOut",
    "RemoveMinimum",
    "RemovePost",
    "RestoreCells",
    "RestoreCycle",
    "RestoreExchange",
    "RestoreLiving",
    "RetireTemplate",
    "SaveAbsence",
    "SaveAbsenceCode",
    "SaveCalendarDay",
    "SaveCallOut",
    "SaveMinimum",
    "SavePost",
    "SaveTemplate",
    "StartRoster",
    "SwapDuties",
    "WithdrawAcceptance",
    "WithdrawExchange",
    "WithdrawPublication",
    "accept_problem",
    "add_addendum",
    "agree_exchange",
    "approve_exchange",
    "ask_exchange",
    "change_cells",
    "change_limits",
    "close_month",
    "decline_exchange",
    "lay_cycle",
    "publish_month",
    "put_in_substitute",
    "refresh_calendar",
    "remove_absence",
    "remove_calendar_day",
    "remove_call_out",
    "remove_minimum",
    "remove_post",
    "restore_cells",
    "restore_cycle",
    "restore_exchange",
    "restore_living",
    "retire_template",
    "save_absence",
    "save_absence_code",
    "save_calendar_day",
    "save_call_out",
    "save_minimum",
    "save_post",
    "save_template",
    "start_roster",
    "swap_duties",
    "withdraw_acceptance",
    "withdraw_exchange",
    "withdraw_publication",
]
