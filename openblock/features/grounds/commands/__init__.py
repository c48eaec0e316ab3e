"""What may be done on the grounds; every one of it can be undone."""

from openblock.features.grounds.commands.areas import (
    move_on_plan,
    remove_area,
    remove_area_day,
    save_area,
    save_area_day,
)
from openblock.features.grounds.commands.booking import book_area, name_supervisor
from openblock.features.grounds.commands.closing import close_area, open_area
from openblock.features.grounds.commands.leaving import end_of_stay
from openblock.features.grounds.commands.ledger import (
    RestoreAreas,
    RestoreBookings,
    restore_areas,
    restore_bookings,
)
from openblock.features.grounds.commands.requests import (
    ApproveBooking,
    BookArea,
    BookSeries,
    CancelBooking,
    CloseArea,
    FinishBooking,
    Hit,
    MoveOnPlan,
    NameSupervisor,
    NoShow,
    OpenArea,
    RemoveArea,
    RemoveAreaDay,
    SaveArea,
    SaveAreaDay,
    StartBooking,
)
from openblock.features.grounds.commands.series import book_series
from openblock.features.grounds.commands.settling import (
    approve_booking,
    cancel_booking,
    finish_booking,
    no_show,
    start_booking,
)

__all__ = [
    "ApproveBooking",
    "BookArea",
    "BookSeries",
    "CancelBooking",
    "CloseArea",
    "FinishBooking",
    "Hit",
    "MoveOnPlan",
    "NameSupervisor",
    "NoShow",
    "OpenArea",
    "RemoveArea",
    "RemoveAreaDay",
    "RestoreAreas",
    "RestoreBookings",
    "SaveArea",
    "SaveAreaDay",
    "StartBooking",
    "approve_booking",
    "book_area",
    "book_series",
    "cancel_booking",
    "close_area",
    "end_of_stay",
    "finish_booking",
    "move_on_plan",
    "name_supervisor",
    "no_show",
    "open_area",
    "remove_area",
    "remove_area_day",
    "restore_areas",
    "restore_bookings",
    "save_area",
    "save_area_day",
    "start_booking",
]
