"""Why somebody stands where among the offers for a duty, one sentence for each reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from openblock.features.roster.queries.rows import Reason
from openblock.i18n import _, format_hours, n_

Facts = Mapping[str, object]


def reason_words(reason: Reason) -> str:
    """The reason as a sentence; nothing for one that a newer programme knows."""
    saying = _REASONS.get(reason.code)
    return saying(reason.facts) if saying else ""


def _minutes(facts: Facts) -> int:
    return int(str(facts["minutes"]))


def _rest_before(facts: Facts) -> str:
    return _("Rest before: {hours} h.").format(hours=format_hours(_minutes(facts)))


def _rest_after(facts: Facts) -> str:
    return _("Rest after: {hours} h.").format(hours=format_hours(_minutes(facts)))


def _overtime(facts: Facts) -> str:
    minutes = _minutes(facts)
    hours = format_hours(abs(minutes))
    if minutes < 0:
        return _("{hours} h below the norm.").format(hours=hours)
    return _("{hours} h of overtime.").format(hours=hours)


def _nights(facts: Facts) -> str:
    number = int(str(facts["number"]))
    return n_("{number} night in the month.", "{number} nights in the month.", number)


_REASONS: Mapping[str, Callable[[Facts], str]] = {
    "free-that-day": lambda _facts: _("No duty that day."),
    "same-team": lambda _facts: _("Same team."),
    "least-overtime": lambda _facts: _("Least overtime of all."),
    "holds-post": lambda _facts: _("Knows the post."),
    "rest-before": _rest_before,
    "rest-after": _rest_after,
    "overtime": _overtime,
    "nights": _nights,
}
