"""How the facts of a refusal read: dates, moments, waits and sizes in the language spoken now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from openblock.i18n import format_day, format_moment, language, n_


def fact(facts: Mapping[str, object], name: str) -> str:
    """The fact ``name`` as text: days and aware moments by the block's calendar; KeyError."""
    value = facts[name]
    if isinstance(value, datetime):
        return format_moment(value)
    if isinstance(value, date):
        return format_day(value)
    return str(value)


def wait(seconds: int) -> str:
    """A wait in words: 45 seconds, 5 minutes (rounded up)."""
    if seconds < 60:
        return n_("{number} second", "{number} seconds", seconds)
    return n_("{number} minute", "{number} minutes", -(-seconds // 60))


def size(count: int) -> str:
    """A file's size: 640 kB, 12,4 MB in Latvian, 12.4 MB in English."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    megabytes = f"{count / 1_000_000:.1f} MB"
    return megabytes.replace(".", ",") if language() == "lv" else megabytes
