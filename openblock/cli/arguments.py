"""What may be written after ``openblock``, and how it is read."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openblock
from openblock.cli.choices import EVERY_SHEET
from openblock.cli.grounds import trouble_in
from openblock.cli.options import area_help, sheet_options, trainee_option, version_option
from openblock.cli.sheets import Asked, period_of
from openblock.cli.written import month_of
from openblock.i18n import LANGUAGES, _

PURPOSES = ("duty", "inspection", "handover", "request", "other")
_DAYS_AT_MOST = 366


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
    asked = _asked(found)
    trouble = _contradiction(found, asked)
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


def _contradiction(found: Mapping[str, Any], asked: Asked) -> str:
    """What was written and cannot both be meant, in words; empty where nothing."""
    if found.get("week") and found.get("month"):
        return _("name a week or a month, not both")
    if asked.file_format == "xlsx" and found.get("paper"):
        return _("a workbook has no paper; leave --paper out")
    return trouble_in(asked) if found.get("sheet") == "grounds" else ""


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
        badge=found.get("badge") or "",
        since=found.get("since"),
        until=found.get("until"),
        version=found.get("of_version") or 0,
        file_format=found.get("file_format") or "pdf",
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
    roster.add_argument("--month", type=month_of, required=True, metavar="2026-11")
    roster.add_argument("--paper", choices=("A4", "A3"), default="A4")
    roster.add_argument("--of-version", **version_option(_("as this version was")))
    _add_way_out(roster)
    options = sheet_options()
    for name, choice in EVERY_SHEET.items():
        sheet = sheets.add_parser(name, help=choice.help())
        for option in choice.options:
            flag, facts = options[option]
            sheet.add_argument(*flag.split(), **facts)
        _add_way_out(sheet)


def _add_calendar(deeds: Deeds[argparse.ArgumentParser]) -> None:
    words = _("write a trainee's shifts and classes, or an area's bookings, as a calendar (.ics)")
    calendar = deeds.add_parser("calendar", help=words)
    whose = calendar.add_mutually_exclusive_group()
    whose.add_argument("--trainee", **trainee_option())
    whose.add_argument("--area", metavar=_("AREA"), help=area_help())
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


def _demand_a_period(
    parser: argparse.ArgumentParser, first: date | None, last: date | None
) -> None:
    """End with a word where a period runs backwards or is longer than a report can be."""
    first, last = period_of(first, last)
    if last < first:
        parser.error(_("the last day lies before the first"))
    if (last - first).days >= _DAYS_AT_MOST:
        parser.error(_("a report covers one year at most"))
