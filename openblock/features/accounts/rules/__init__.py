"""What an account, a password and a setting must be: pure answers to "may this be?"."""

from __future__ import annotations

from openblock.features.accounts.rules.people import (
    NAME_LENGTH,
    PASSWORD_LONGEST,
    PASSWORD_SHORTEST,
    TEXT_SIZES,
    THEMES,
    Strength,
    administrator_problems,
    name_key,
    name_problems,
    password_problems,
    plain_password,
    same_password,
    strength,
    tidy_name,
)

__all__ = [
    "NAME_LENGTH",
    "PASSWORD_LONGEST",
    "PASSWORD_SHORTEST",
    "TEXT_SIZES",
    "THEMES",
    "Strength",
    "administrator_problems",
    "name_key",
    "name_problems",
    "password_problems",
    "plain_password",
    "same_password",
    "strength",
    "tidy_name",
]
