"""What a reason has to be, and which warnings still want one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.names import tidy, unseen_problems

SHORTEST_REASON = 5
LONGEST_REASON = 500


def tidy_reason(text: str) -> str:
    """The reason in one line, without stray spaces."""
    return tidy(" ".join(text.split()))


def reason_problems(reason: str, field: str = "reason") -> tuple[Problem, ...]:
    """Why a tidied reason does not do."""
    return (*_length_problems(reason, field, SHORTEST_REASON), *unseen_problems(field, reason))


def unfit_problems(reason: str, field: str = "reason") -> tuple[Problem, ...]:
    """Why a tidied reason cannot be kept, also where none is needed: the log holds it for good."""
    return (*_length_problems(reason, field, 0), *unseen_problems(field, reason))


def _length_problems(reason: str, field: str, least: int) -> tuple[Problem, ...]:
    if least <= len(reason) <= LONGEST_REASON:
        return ()
    facts = {"least": SHORTEST_REASON, "most": LONGEST_REASON}
    return (Problem("reason-needed", facts=facts, field=field),)


def unanswered(
    found: Iterable[Problem], before: Iterable[Problem], accepted: Mapping[str, str]
) -> tuple[Problem, ...]:
    """The warnings nobody has given a reason for.

    One that was there ``before`` with the same facts, and has a reason, is not asked about again.
    """
    known = [each for each in before if each.code in accepted]
    return tuple(each for each in found if each.severity is Severity.WARNING and each not in known)
