"""Text that a spreadsheet would take for a formula, made harmless in CSV and read back as it was.

A leading = + - @ TAB or CR gets an apostrophe before it. Text that already looks guarded gets one
more, so that reading back takes away exactly what writing put there.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"['\s]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'['\s]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def with_guard(text: str) -> str:
    """``text`` as it may stand in a CSV file."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def without_guard(text: str) -> str:
    """``text`` as it was before :func:`with_guard`."""
    return text[1:] if _GUARDED.match(text) else text
