"""What may be written after ``openblock``, and how it is read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openblock
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR
from openblock.i18n import LANGUAGES, _

PURPOSES = ("duty", "inspection", "handover", "request", "other")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The command line as read; ``deed`` is the subcommand, "" for the window."""

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


def parse(argv: Sequence[str]) -> Arguments:
    """Read the command line; a mistake ends the process with exit code 2, as is usual."""
    found = vars(_parser().parse_args(list(argv)))
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
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="openblock", description=_("Plans and prints the day of an open-prison block.")
    )
    parser.add_argument("--version", action="version", version=f"OpenBlock {openblock.__version__}")
    _add_place(parser, demo=True)
    deeds = parser.add_subparsers(dest="deed", metavar=_("COMMAND"))
    _add_print(deeds)
    _add_keeping(deeds)
    deeds.add_parser("self-test", help=_("prove that this installation is complete"))
    return parser


Deeds = argparse._SubParsersAction  # noqa: SLF001  argparse gives its subparsers no public name


def _add_print(deeds: Deeds[argparse.ArgumentParser]) -> None:
    papers = deeds.add_parser("print", help=_("make a sheet as a PDF, without a window"))
    sheets = papers.add_subparsers(dest="sheet", required=True, metavar=_("SHEET"))
    roster = sheets.add_parser("roster", help=_("the duty roster of a month"))
    _add_place(roster, demo=True)
    roster.add_argument("--month", type=_month, required=True, metavar="2026-11")
    roster.add_argument("--paper", choices=("A4", "A3"), default="A4")
    roster.add_argument("--output", type=Path, required=True, metavar=_("FILE"))
    roster.add_argument("--officer", metavar=_("NAME"), help=_("who signs in"))
    roster.add_argument("--purpose", choices=PURPOSES, default="duty", help=_("why it is printed"))
    roster.add_argument("--recipient", metavar=_("NAME"), help=_("who receives it"))


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


def _month(written: str) -> date:
    year, _dash, month = written.partition("-")
    with suppress(ValueError):
        wanted = date(int(year), int(month), 1)
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a month; write it as 2026-11").format(written=written)
    )
