"""How the log names deeds about the grounds and their bookings, and what they are about."""

from __future__ import annotations

from openblock.i18n import _


def grounds_words() -> dict[str, str]:
    """Every deed about the grounds, by the name the rights know it by."""
    return {
        "grounds.save_area": _("saved an area of the grounds"),
        "grounds.remove_area": _("took out an area of the grounds"),
        "grounds.move_on_plan": _("changed the plan of the grounds"),
        "grounds.save_area_day": _("changed the hours of an area on a day"),
        "grounds.remove_area_day": _("gave an area its usual hours back"),
        "grounds.book_area": _("booked an area, or changed a booking"),
        "grounds.book_series": _("booked an area repeatedly"),
        "grounds.cancel_booking": _("cancelled a booking"),
        "grounds.approve_booking": _("approved a booking"),
        "grounds.name_supervisor": _("named who watches over a booking"),
        "grounds.start_booking": _("ticked a group out"),
        "grounds.finish_booking": _("ticked a group in"),
        "grounds.no_show": _("noted that nobody came to a booking"),
        "grounds.close_area": _("closed an area of the grounds"),
        "grounds.open_area": _("opened an area of the grounds"),
        "grounds.restore_bookings": _("took back: bookings"),
        "grounds.restore_areas": _("took back: areas of the grounds"),
    }


def grounds_kinds() -> dict[str, str]:
    """What such a deed can be about."""
    return {
        "area": _("area of the grounds"),
        "booking": _("booking"),
        "grounds": _("sheet of the grounds"),
        "series": _("repeating booking"),
    }
