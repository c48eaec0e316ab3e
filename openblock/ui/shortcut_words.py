"""What every keyboard shortcut does, in words: the list that the programme shows."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.i18n import _, p_


@dataclass(frozen=True, slots=True)
class Group:
    """Shortcuts that belong together in the list: (key, what it does)."""

    title: str
    lines: tuple[tuple[str, str], ...]


def groups() -> tuple[Group, ...]:
    """The whole list in words, in the language spoken now."""
    return (
        _window(),
        _grid(),
        _roster(),
        _board(),
        _rooms(),
        _practice(),
        _grounds(),
        _calendar(),
        _booking(),
        _lists(),
        _residents(),
        _forms_and_paper(),
        _looks(),
    )


def _window() -> Group:
    return Group(
        _("Window"),
        (
            ("tab", _("Open a tab by its number")),
            ("next-tab", _("Next tab")),
            ("previous-tab", _("Previous tab")),
            ("search", _("Search for people, rooms and officers")),
            ("menu", _("Open the menu")),
            ("undo", _("Take back the last change")),
            ("redo", _("Do again what was taken back")),
            ("refresh", _("Read the tab again")),
            ("close-message", _("Close the message")),
            ("back-up", _("Back up now")),
            ("lock", _("Lock")),
            ("change-officer", _("Change officer")),
            ("close", _("Close the programme")),
        ),
    )


def _grid() -> Group:
    return Group(
        _("Grid"),
        (
            ("cell-move", _("Move from cell to cell; with Shift: select")),
            ("cell-clear", _("Clear the selected cells")),
            ("cell-copy", _("Copy the selected cells")),
            ("cell-paste", _("Paste as a spreadsheet does")),
            ("earlier", _("Earlier month or week")),
            ("later", _("Later month or week")),
            ("today", _("Go to today")),
            ("week", _("Month or week")),
            ("cycle", _("Lay a team's cycle")),
            ("problems", _("Show or hide the problems")),
            ("next-problem", _("Go to the next problem")),
            ("previous-problem", _("Go to the previous problem")),
        ),
    )


def _roster() -> Group:
    return Group(
        p_("shortcuts", "Roster"),
        (
            ("absence", _("Somebody is away: leave, sickness, training…")),
            ("substitute", _("Find a substitute for the duty")),
            ("swap-duties", _("Swap the duty with another officer's")),
            ("call-out", _("Somebody was called out beside the roster")),
            ("publish", _("Publish the month")),
            ("versions", _("Versions of the month, and what differs")),
            ("exchanges", _("Swaps and substitutes that were asked for")),
            ("fairness", _("Nights, weekends and holidays of every officer")),
            ("explain", _("What an officer's working time is made of")),
        ),
    )


def _board() -> Group:
    return Group(
        _("Beds by day"),
        (
            ("bar-walk", _("Move from bar to bar and from bed to bed")),
            ("bar-open", _("What can be done with the bar")),
            ("bar-move", _("Take the bar in hand to move it; again: find a bed")),
            ("bar-stretch", _("Take the end of the bar in hand to change its dates")),
            ("bar-cancel", _("Cancel what is planned")),
            ("board-today", _("Go to today")),
        ),
    )


def _rooms() -> Group:
    return Group(
        _("Rooms"),
        (
            ("rooms-plan", _("Floor plan")),
            ("rooms-board", _("Board of beds and days")),
            ("rooms-table", _("Table of beds")),
            ("next-floor", _("Next floor")),
            ("previous-floor", _("Previous floor")),
            ("place-resident", _("Place or move a person")),
            ("swap-residents", _("Swap the beds of two people")),
            ("hold-bed", _("Reserve the bed, or end the reservation")),
            ("close-bed", _("Take the bed out of service, or put it back")),
            ("vacate-bed", _("Vacate the bed")),
        ),
    )


def _practice() -> Group:
    return Group(
        _("Practice"),
        (
            ("course", _("Choose the course")),
            ("confirm-hours", _("Hours that wait for their mentor")),
            ("trainee-card", _("The card of the trainee in the row")),
            ("to-mentors", _("Go to the mentors on duty that day; Space takes one in hand")),
            ("to-trainees", _("Go back to the trainees")),
        ),
    )


def _grounds() -> Group:
    return Group(
        _("Grounds"),
        (
            ("grounds-week", _("The week of one area")),
            ("grounds-day", _("All areas on one day")),
            ("grounds-table", _("The week as a table")),
            ("choose-area", _("Choose the area")),
            ("find-free", _("Find a free time")),
            ("close-area", _("Close the area")),
        ),
    )


def _calendar() -> Group:
    return Group(
        _("Calendar of the grounds"),
        (
            ("calendar-walk", _("Move by a quarter of an hour, or to the next day")),
            ("calendar-select", _("Select a time")),
            ("calendar-open", _("Book the selected time, or open the booking")),
            ("calendar-next", _("Go to the next booking, or back to the one before")),
            ("calendar-move", _("Move the booking; Enter puts it down, Esc gives up")),
            ("calendar-stretch", _("Make the booking longer or shorter")),
            ("calendar-cancel", _("Cancel the booking")),
            ("calendar-tick", _("The group goes out; again: it is back")),
        ),
    )


def _booking() -> Group:
    return Group(
        _("Booking an area"),
        (
            ("earlier-group", _("Take a group that was booked before, by its number")),
            ("repeat-booking", _("The same on other dates as well")),
            ("hours-below", _("The same opening hours on the days below")),
            ("group-out", _("The group has gone out")),
            ("group-back", _("The group is back")),
            ("group-missing", _("Nobody came")),
            ("booking-extend", _("Extend the booking")),
            ("booking-supervisor", _("Another supervisor for the booking")),
            ("booking-approve", _("Approve the booking")),
        ),
    )


def _lists() -> Group:
    return Group(
        _("Lists"),
        (
            ("find-in-list", _("Search in the list")),
            ("add-entry", _("Add an entry")),
            ("import-list", _("Import a list")),
            ("export-list", _("Export the list")),
            ("entry-up", _("Bring the entry up in its list")),
            ("entry-down", _("Bring the entry down in its list")),
        ),
    )


def _residents() -> Group:
    return Group(
        _("Residents"),
        (
            ("change-entry", _("Change what the card shows")),
            ("release-resident", _("Release the resident of the card")),
            ("add-note", _("Write a note")),
            ("show-code", _("Show or mask the personal code")),
        ),
    )


def _forms_and_paper() -> Group:
    return Group(
        _("Forms and paper"),
        (
            ("save-form", _("Save the form")),
            ("leave-form", _("Leave without saving")),
            ("print", _("Print the sheets of the tab")),
            ("print-shift", _("On the roster: print the list of today's shift")),
            ("save-pdf", _("Save the sheet as a PDF")),
            ("open-pdf", _("Open the sheet in another programme")),
        ),
    )


def _looks() -> Group:
    return Group(
        _("Appearance and help"),
        (
            ("zoom-in", _("Larger text")),
            ("zoom-out", _("Smaller text")),
            ("zoom-reset", _("Usual text size")),
            ("language", _("Other language")),
            ("theme", _("Next theme: light, dark, night")),
            ("manual", _("Manual page of the tab")),
            ("shortcuts", _("This list")),
        ),
    )
