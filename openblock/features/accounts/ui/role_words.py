"""The roles in words, and what each may do, for lists and choices."""

from __future__ import annotations

from openblock.features.accounts.rights import DOOR, Role
from openblock.i18n import _


def role_words(role: str) -> str:
    """The name of a role; an unknown one as it is stored."""
    words = {
        Role.DUTY_OFFICER: _("Duty officer"),
        Role.SENIOR_OFFICER: _("Senior officer"),
        Role.PRACTICE_COORDINATOR: _("Practice coordinator"),
        Role.PROGRAMME_COORDINATOR: _("Programme coordinator"),
        Role.ADMINISTRATOR: _("Administrator"),
        Role.AUDITOR: _("Auditor"),
        Role.TRAINEE: _("Trainee"),
        DOOR: _("Nobody yet"),
    }
    return {str(key): value for key, value in words.items()}.get(role, role)


def role_explained(role: str) -> str:
    """What the role is for, in one sentence."""
    words = {
        Role.DUTY_OFFICER: _("Reads and prints; plans nothing."),
        Role.SENIOR_OFFICER: _("Plans the roster and keeps the staff list."),
        Role.PRACTICE_COORDINATOR: _("Reads and prints; plans the shadowing of trainees."),
        Role.PROGRAMME_COORDINATOR: _("Reads and prints; plans the programmes."),
        Role.ADMINISTRATOR: _("May do everything, gives passwords, reads the log."),
        Role.AUDITOR: _("Reads everything and the log; changes nothing."),
        Role.TRAINEE: _("Reads the roster only."),
    }
    return {str(key): value for key, value in words.items()}.get(role, "")


def role_choices() -> tuple[tuple[str, str], ...]:
    """Every role with its name, in the order of the table of rights."""
    return tuple((str(role), role_words(role)) for role in Role)
