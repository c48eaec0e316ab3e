"""Proves that an installation is whole: resources, cipher, demonstration, paper, Qt."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from openblock import clock
from openblock.cli.arguments import Arguments
from openblock.cli.papers import print_roster
from openblock.i18n import LANGUAGES, _, set_language
from openblock.needs import missing_libraries, missing_packages
from openblock.resources import resource

FINE, REFUSED = 0, 1
CARRIED = (
    ("fonts", "NotoSans-Regular.ttf"),
    ("fonts", "NotoSans-Bold.ttf"),
    ("icons",),
    ("manual",),
    ("samples", "officers.csv"),
    ("samples", "officers.xlsx"),
    ("locale", "lv", "LC_MESSAGES", "openblock.mo"),
)


def self_test(arguments: Arguments) -> int:
    """Try each part once; exit code 1 and the part's name where one is missing."""
    missing = [*missing_packages()]
    for parts in CARRIED:
        try:
            resource(*parts)
        except FileNotFoundError:
            missing.append("/".join(parts))
    if missing:
        print(_("Missing: {names}").format(names=", ".join(missing)))
        return REFUSED
    for language in LANGUAGES:
        _print_demonstration(replace(arguments, language=language))
    if not missing_libraries():
        _draw_a_page()
    print(_("This installation is complete."))
    return FINE


def _print_demonstration(arguments: Arguments) -> None:
    set_language(arguments.language)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "roster.pdf"
        month = clock.today().replace(day=1)
        print_roster(replace(arguments, demo=True, month=month, output=output))
        if not output.read_bytes().startswith(b"%PDF"):
            raise ValueError(output)


def _draw_a_page() -> None:
    """Qt with its PDF module loads, and the window's own modules with it."""
    # Only here: the self-test also runs on a computer that is to print without a window.
    import openblock.app  # noqa: F401, PLC0415
