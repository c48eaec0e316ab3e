"""What is wrong with a booking where a week is shown: no resident is named to who only looks."""

from __future__ import annotations

from openblock.errors import Problem
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import AreaState
from openblock.features.grounds.words import area_state_words
from openblock.i18n import _
from openblock.ui.messages import words


def wrong_with(row: BookingRow) -> str:
    """Everything that is wrong with a booking, as sentences."""
    return " ".join(faults(row))


def faults(row: BookingRow) -> tuple[str, ...]:
    """Everything that is wrong with a booking, a sentence each.

    Residents are not named: who is meant stands on the panel, and looking there is logged.
    """
    problems = ([row.lost] if row.lost is not None else []) + list(row.warnings)
    return tuple(map(_sentence, problems))


def _sentence(problem: Problem) -> str:
    if not problem.code.startswith("guest"):
        return words(problem)
    said = skip_word(problem.code)
    return f"{said[:1].upper()}{said[1:]}."


def skip_word(code: str) -> str:
    """Why a date was left out, in as few words as a list has room for."""
    return {
        "outside-daylight": area_state_words(AreaState.DARK),
        "booking-outside-hours": area_state_words(AreaState.SHUT),
        "area-closed": area_state_words(AreaState.CLOSED),
        "area-full": _("full"),
        "area-taken": _("taken"),
        "in-night-rest": _("night rest"),
        "over-count": _("headcount"),
        "supervisor-missing": _("no supervisor"),
        "supervisor-off-duty": _("supervisor not on duty"),
        "supervisor-overloaded": _("too many for the supervisor"),
        "guest-absent": _("a participant is away"),
        "guest-busy": _("a participant is busy"),
        "guests-apart": _("to be kept apart"),
        "guest-over-quota": _("over the quota"),
    }.get(code, _("not possible"))
