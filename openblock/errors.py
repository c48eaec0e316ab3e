"""Refusals a user can be told about: codes and facts, no words.

The words stand in one place, :mod:`openblock.ui.messages`, in every language of the programme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem stops: an error is refused, a warning needs a reason, the rest is said."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule: its code (``rest-too-short``), and the facts its sentence is made of.

    ``field`` names the request's field that the refusal belongs beside, if there is one.
    Facts are plain values (names, dates, aware UTC instants, minutes), never finished sentences.
    """

    code: str
    severity: Severity = Severity.ERROR
    facts: Mapping[str, object] = field(default_factory=dict)
    field: str = ""


class KnownError(Exception):
    """Something a user can be told about and can mend; everything else is a bug."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts


class RuleBroken(KnownError):
    """A command refused its request; carries *all* problems, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("rule-broken")
        self.problems = problems

    def __str__(self) -> str:
        return ", ".join(f"{each.code} {dict(each.facts)}" for each in self.problems)


class NotAllowed(KnownError):
    """The signed-in role may not run this command or query (SEC-01)."""

    def __init__(self, operation: str, role: str) -> None:
        super().__init__("not-allowed", operation=operation, role=role)


class StorageTrouble(KnownError):
    """The file, the disk or the backup is in a state the user must be told about."""
