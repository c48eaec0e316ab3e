"""The roster's tables: what is planned, who is away, which versions were posted, what counts."""

from openblock.features.roster.tables.away import Absence, AbsenceCode, CallOut, Exchange
from openblock.features.roster.tables.months import (
    Addendum,
    ClosedSheet,
    RosterChange,
    RosterMonth,
    RosterVersion,
)
from openblock.features.roster.tables.planning import (
    AcceptedProblem,
    Duty,
    KeptFree,
    LibraryDay,
    LibraryYear,
    LimitValue,
    OwnDay,
    ShiftTemplate,
    StaffingMinimum,
    TeamPattern,
)
from openblock.features.roster.tables.posts import Post, PostHolder

__all__ = [
    "Absence",
    "AbsenceCode",
    "AcceptedProblem",
    "Addendum",
    "CallOut",
    "ClosedSheet",
    "Duty",
    "Exchange",
    "KeptFree",
    "LibraryDay",
    "LibraryYear",
    "LimitValue",
    "OwnDay",
    "Post",
    "PostHolder",
    "RosterChange",
    "RosterMonth",
    "RosterVersion",
    "ShiftTemplate",
    "StaffingMinimum",
    "TeamPattern",
]
