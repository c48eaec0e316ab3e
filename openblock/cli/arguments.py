"""What may be written after ``openblock``, and how it is read."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openblock
from openblock.cli.choices import EVERY_SHEET
from openblock.cli.grounds import COPIES, USUAL, trouble_in
from openblock.cli.sheets import Asked, period_of
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR
from openblock.i18n import LANGUAGES, _

PURPOSES = ("duty", "inspection", "handover", "request", "other")
_DAYS_AT_MOST = 366
_LARGEST = 2**62


@dataclass(frozen=True, slots=True)
class Arguments:
    """The command line as read; ``deed`` is the subcommand, "" for the window.

    ``sheet`` is what is to be printed, ``asked`` what was said of it.
    """

    deed: str
    database: Path | None
    demo: bool
    language: str
    officer: str
    month: date | None
    paper: str
    output: Path | None
    purpose: str
    recipient: str
    backup: Path | None
    folder: Path | None
    sheet: str = ""
    asked: Asked = field(default_factory=Asked)


def parse(argv: Sequence[str]) -> Arguments:
    """Read the command line; a mistake ends the process with exit code 2, as is usual."""
    parser = _parser()
    found = vars(parser.parse_args(list(argv)))
    _demand_a_period(parser, found.get("first"), found.get("last"))
    if found.get("week") and found.get("month"):
        parser.error(_("name a week or a month, not both"))
    asked = _asked(found)
    trouble = trouble_in(asked) if found.get("sheet") == "grounds" else ""
    if trouble:
        parser.error(trouble)
    return Arguments(
        deed=found["deed"] or "",
        database=found.get("database"),
        demo=found.get("demo", False),
        language=found.get("language") or "",
        officer=found.get("officer") or "",
        month=found.get("month"),
        paper=found.get("paper") or "A4",
        output=found.get("output"),
        purpose=found.get("purpose") or "duty",
        recipient=found.get("recipient") or "",
        backup=found.get("backup"),
        folder=found.get("folder"),
        sheet=found.get("sheet") or "",
        asked=asked,
    )


def _asked(found: Mapping[str, Any]) -> Asked:
    return Asked(
        day=found.get("day"),
        first=found.get("first"),
        last=found.get("last"),
        room=found.get("room") or "",
        resident=found.get("resident"),
        copy=found.get("copy") or "wall",
        week=found.get("week"),
        month=found.get("month"),
        paper=found.get("paper") or "A4",
        course=found.get("course") or "",
        trainee=found.get("trainee"),
        area=found.get("area") or "",
        fair_use=bool(found.get("fair_use")),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="openblock", description=_("Plans and prints the day of an open-prison block.")
    )
    parser.add_argument("--version", action="version", version=f"OpenBlock {openblock.__version__}")
    _add_place(parser, demo=True)
    deeds = parser.add_subparsers(dest="deed", metavar=_("COMMAND"))
    _add_print(deeds)
    _add_calendar(deeds)
    _add_keeping(deeds)
    deeds.add_parser("self-test", help=_("prove that this installation is complete"))
    return parser


Deeds = argparse._SubParsersAction  # noqa: SLF001  argparse gives its subparsers no public name


def _add_print(deeds: Deeds[argparse.ArgumentParser]) -> None:
    papers = deeds.add_parser("print", help=_("make a sheet as a PDF, without a window"))
    sheets = papers.add_subparsers(dest="sheet", required=True, metavar=_("SHEET"))
    roster = sheets.add_parser("roster", help=_("the duty roster of a month"))
    roster.add_argument("--month", type=_month, required=True, metavar="2026-11")
    roster.add_argument("--paper", choices=("A4", "A3"), default="A4")
    _add_way_out(roster)
    options = _sheet_options()
    for name, choice in EVERY_SHEET.items():
        sheet = sheets.add_parser(name, help=choice.help())
        for option in choice.options:
            flag, facts = options[option]
            sheet.add_argument(*flag.split(), **facts)
        _add_way_out(sheet)


def _sheet_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheets of ``EVERY_SHEET`` may be told, by the names they use there."""
    day: dict[str, Any] = {"type": _day, "metavar": "2026-11-24"}
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
    }


def _practice_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheets of practice may be told besides."""
    week = _("the week it shows, this one without it")
    course = _("only this course, by its name or number")
    return {
        "week": ("--week", {"type": _week, "metavar": "2026-W48", "help": week}),
        "month": ("--month", {"type": _month, "metavar": "2026-11", "help": _("a whole month")}),
        "paper": ("--paper", {"choices": ("A4", "A3"), "help": _("the paper of a month")}),
        "course": ("--course", {"metavar": _("COURSE"), "help": course}),
        "trainee": ("--trainee", _trainee_option()),
    }


def _grounds_options() -> dict[str, tuple[str, dict[str, Any]]]:
    """What the sheet of the grounds may be told besides; ``--date`` is what other sheets say."""
    day = _("the list of this day, to be ticked at the door")
    names = _("no resident’s name, surname and initial, or whole names")
    return {
        "day": (
            "--day --date",
            {"type": _day, "metavar": "2026-11-24", "dest": "day", "help": day},
        ),
        "area": ("--area", {"metavar": _("AREA"), "help": _area_help()}),
        "fair-use": ("--fair-use", {"action": "store_true", "help": _("who used them how long")}),
        "names": ("--copy", {"choices": COPIES, "default": USUAL, "help": names}),
    }


def _area_help() -> str:
    return _("only this area, by its name or number")


def _trainee_option() -> dict[str, Any]:
    said = _("the trainee's number; a trainee's own without it")
    return {"type": number, "metavar": _("NUMBER"), "help": said}


def _add_calendar(deeds: Deeds[argparse.ArgumentParser]) -> None:
    words = _("write a trainee's shifts and classes, or an area's bookings, as a calendar (.ics)")
    calendar = deeds.add_parser("calendar", help=words)
    whose = calendar.add_mutually_exclusive_group()
    whose.add_argument("--trainee", **_trainee_option())
    whose.add_argument("--area", metavar=_("AREA"), help=_area_help())
    _add_way_out(calendar)


def _add_way_out(sheet: argparse.ArgumentParser) -> None:
    """Where the sheet goes, who answers for it, and from which block it comes."""
    _add_place(sheet, demo=True)
    sheet.add_argument("--output", type=Path, required=True, metavar=_("FILE"))
    sheet.add_argument("--officer", metavar=_("NAME"), help=_("who signs in"))
    sheet.add_argument("--purpose", choices=PURPOSES, default="duty", help=_("why it is printed"))
    sheet.add_argument("--recipient", metavar=_("NAME"), help=_("who receives it"))


def _add_keeping(deeds: Deeds[argparse.ArgumentParser]) -> None:
    check = deeds.add_parser("check", help=_("check the block's file and its log"))
    backup = deeds.add_parser("backup", help=_("take a backup now"))
    restore = deeds.add_parser("restore", help=_("put a backup in the place of the block's file"))
    for each in (check, backup, restore):
        _add_place(each, demo=False)
        each.add_argument("--officer", metavar=_("NAME"), help=_("who signs in"))
    backup.add_argument("--folder", type=Path, metavar=_("FOLDER"))
    restore.add_argument("backup", type=Path, metavar=_("BACKUP"))


def _add_place(parser: argparse.ArgumentParser, *, demo: bool) -> None:
    place = parser.add_mutually_exclusive_group()
    # A subcommand's default would overwrite what was written before it, so there is none.
    nothing = argparse.SUPPRESS
    place.add_argument(
        "--database", type=Path, metavar=_("FILE"), default=nothing, help=_("the block's file")
    )
    if demo:
        place.add_argument(
            "--demo", action="store_true", default=nothing, help=_("the demonstration block")
        )
    parser.add_argument("--language", choices=LANGUAGES, default=nothing)


def number(written: str) -> int:
    """A number as the database counts; nobody has one that it cannot count to."""
    return max(-_LARGEST, min(int(written), _LARGEST))


def _month(written: str) -> date:
    year, _dash, month = written.partition("-")
    with suppress(ValueError):
        wanted = date(int(year), int(month), 1)
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a month; write it as 2026-11").format(written=written)
    )


def _day(written: str) -> date:
    with suppress(ValueError):
        wanted = date.fromisoformat(written)
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a day; write it as 2026-11-24").format(written=written)
    )


def _week(written: str) -> date:
    """The Monday of a week; date.fromisoformat knows 2026-W48-1 and refuses a week 54."""
    with suppress(ValueError):
        wanted = date.fromisoformat(f"{written}-1" if written[4:6] == "-W" else "")
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a week; write it as 2026-W48").format(written=written)
    )


def _demand_a_period(
    parser: argparse.ArgumentParser, first: date | None, last: date | None
) -> None:
    """End with a word where a period runs backwards or is longer than a report can be."""
    first, last = period_of(first, last)
    if last < first:
        parser.error(_("the last day lies before the first"))
    if (last - first).days >= _DAYS_AT_MOST:
        parser.error(_("a report covers one year at most"))
