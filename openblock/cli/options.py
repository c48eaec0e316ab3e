"""The options of the sheets ``openblock print`` makes, by the names the sheets ask for them."""

from __future__ import annotations

from typing import Any

from openblock.cli.grounds import COPIES, USUAL
from openblock.cli.written import day_of, month_of, number, version_of, week_of
from openblock.i18n import _


def sheet_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheets of the command line may be told, by the names they use there."""
    day: dict[str, Any] = {"type": day_of, "metavar": "2026-11-24"}
    who: dict[str, Any] = {"type": number, "dest": "resident", "metavar": _("NUMBER")}
    person = _("the person's number")
    return {
        "date": ("--date", {**day, "dest": "day", "help": _("the day it shows, today without it")}),
        "from": ("--from", {**day, "dest": "first", "help": _("the first day")}),
        "to": ("--to", {**day, "dest": "last", "help": _("the last day")}),
        "room": ("--room", {"metavar": _("NUMBER"), "help": _("only the door of this room")}),
        "resident": ("--resident", {**who, "help": person}),
        "person": ("--resident", {**who, "help": person, "required": True}),
        "copy": (
            "--copy",
            {
                "choices": ("wall", "duty"),
                "help": _("surname and initial for the wall, or everything duty needs"),
            },
        ),
        **_practice_options(),
        **_grounds_options(),
        **_roster_options(),
    }


def _practice_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheets of practice may be told besides."""
    week = _("the week it shows, this one without it")
    course = _("only this course, by its name or number")
    return {
        "week": ("--week", {"type": week_of, "metavar": "2026-W48", "help": week}),
        "month": ("--month", {"type": month_of, "metavar": "2026-11", "help": _("a whole month")}),
        "paper": ("--paper", {"choices": ("A4", "A3"), "help": _("the paper of a month")}),
        "course": ("--course", {"metavar": _("COURSE"), "help": course}),
        "trainee": ("--trainee", trainee_option()),
    }


def _grounds_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheet of the grounds may be told besides; ``--date`` is what other sheets say."""
    day = _("the list of this day, to be ticked at the door")
    names = _("no resident’s name, surname and initial, or whole names")
    return {
        "day": (
            "--day --date",
            {"type": day_of, "metavar": "2026-11-24", "dest": "day", "help": day},
        ),
        "area": ("--area", {"metavar": _("AREA"), "help": area_help()}),
        "fair-use": ("--fair-use", {"action": "store_true", "help": _("who used them how long")}),
        "names": ("--copy", {"choices": COPIES, "default": USUAL, "help": names}),
    }


def _roster_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheets of the roster may be told besides."""
    whole: dict[str, Any] = {"type": month_of, "metavar": "2026-11", "required": True}
    shown = _("the week of this day, this one without it")
    badge = _("the officer's badge number")
    since = _("the version it is compared with, the one posted last without it")
    until = _("the version it ends with, what stands now without it")
    return {
        "in-week": (
            "--date",
            {"type": day_of, "metavar": "2026-11-24", "dest": "day", "help": shown},
        ),
        "of-month": ("--month", {**whole, "help": _("the month it shows")}),
        "badge": ("--badge", {"metavar": _("BADGE"), "required": True, "help": badge}),
        "since": ("--since", version_option(since, "since")),
        "until": ("--until", version_option(until, "until")),
        "ics": ("--format", _format_option("ics", _("a sheet, or a calendar file"))),
        "xlsx": ("--format", _format_option("xlsx", _("a sheet, or a workbook"))),
    }


def version_option(said: str, dest: str = "of_version") -> dict[str, Any]:
    """The number of one version of a month."""
    return {"type": version_of, "metavar": _("NUMBER"), "dest": dest, "help": said}


def _format_option(other: str, said: str) -> dict[str, Any]:
    return {"choices": ("pdf", other), "default": "pdf", "dest": "file_format", "help": said}


def area_help() -> str:
    """What naming an area does."""
    return _("only this area, by its name or number")


def trainee_option() -> dict[str, Any]:
    """The number of a trainee."""
    said = _("the trainee's number; a trainee's own without it")
    return {"type": number, "metavar": _("NUMBER"), "help": said}
