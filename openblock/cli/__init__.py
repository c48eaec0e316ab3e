"""The command line: starts the window, prints without one, checks, backs up and restores."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from openblock.cli.arguments import Arguments, parse
from openblock.cli.keeping import back_up_now, check_now, restore_now
from openblock.cli.papers import print_sheet, write_calendar
from openblock.cli.selftest import self_test
from openblock.errors import KnownError
from openblock.i18n import LANGUAGES, set_language, system_language
from openblock.needs import window_trouble

FINE, REFUSED, USAGE = 0, 1, 2

Deed = Callable[[Arguments], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the exit code: 0 done, 1 refused, 2 not understood."""
    written = sys.argv[1:] if argv is None else list(argv)
    set_language(_language_in(written) or system_language())
    arguments = parse(written)
    deeds: dict[str, Deed] = {
        "": _open_window,
        "print": print_sheet,
        "calendar": write_calendar,
        "check": check_now,
        "backup": back_up_now,
        "restore": restore_now,
        "self-test": self_test,
    }
    try:
        return deeds[arguments.deed](arguments)
    except KnownError as refusal:
        from openblock.ui.messages import words  # noqa: PLC0415  only a refusal needs its words

        print(words(refusal), file=sys.stderr)
        return REFUSED
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return REFUSED


def _language_in(written: Sequence[str]) -> str:
    """The language asked for, known before anything is read: help and refusals speak it too."""
    for word, following in zip(written, [*written[1:], ""], strict=True):
        name, equals, value = word.partition("=")
        asked = value if equals else following
        if name == "--language" and asked in LANGUAGES:
            return asked
    return ""


def _open_window(arguments: Arguments) -> int:
    trouble = window_trouble()
    if trouble:
        print(trouble, file=sys.stderr)
        return USAGE
    # Qt is loaded only where a window is opened: printing works on a computer without it.
    from openblock.app import run  # noqa: PLC0415

    return run(arguments.database, demonstration=arguments.demo, language=arguments.language)
