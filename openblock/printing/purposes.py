"""Why a sheet leaves the programme: the purposes the log keeps as a code, and their words."""

from __future__ import annotations

from openblock.i18n import _


def purposes() -> tuple[tuple[str, str], ...]:
    """The purposes of SEC-03, code and words, the usual one first."""
    return (
        ("duty", _("Duty need")),
        ("inspection", _("Inspection")),
        ("handover", _("Handover to the next shift")),
        ("request", _("Request no.")),
        ("other", _("Other purpose")),
    )


def purpose_words(stored: str) -> str:
    """A purpose as the log keeps it, in words: a code, and what was said of it after a colon."""
    code, _colon, explained = stored.partition(": ")
    return f"{dict(purposes()).get(code, code)} {explained}".strip()
