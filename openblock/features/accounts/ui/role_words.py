"""What each role may do in words, and the roles as choices."""

from __future__ import annotations

from openblock.features.accounts.rights import Role
from openblock.features.accounts.words import role_words
from openblock.i18n import _


def role_explained(role: str) -> str:
    """What the role is for, in one sentence."""
    words = {
        Role.DUTY_OFFICER: _("Admits, places and releases residents; plans no roster."),
        Role.SENIOR_OFFICER: _(
            "As a duty officer; also plans the roster and keeps the staff list."
        ),
        Role.PRACTICE_COORDINATOR: _("Reads and prints; plans the shadowing of trainees."),
        Role.PROGRAMME_COORDINATOR: _("Reads and prints; plans the programmes."),
        Role.ADMINISTRATOR: _("May do everything, gives passwords, reads the log."),
        Role.AUDITOR: _("Reads everything but notes, and the log; changes nothing."),
        Role.TRAINEE: _("Reads the roster only."),
    }
    return {str(key): value for key, value in words.items()}.get(role, "")


def role_choices() -> tuple[tuple[str, str], ...]:
    """Every role with its name, in the order of the table of rights."""
    return tuple((str(role), role_words(role)) for role in Role)
