"""The roles in words, the same on the screen and on paper."""

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
