"""Who would watch over a booking where nobody in particular has to: the best of who is on duty."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sqlalchemy.orm import Session

from openblock.errors import Severity
from openblock.features.grounds.queries.officers import (
    minutes_watched,
    offers_of,
    watched_wish,
)
from openblock.features.grounds.queries.people import Staff
from openblock.features.grounds.rules import supervisor_problems
from openblock.features.grounds.rules.content import (
    AreaContent,
    BookingContent,
    GroundsLimits,
    Span,
)


class Chooser:
    """Chooses officers for bookings of a time; who was chosen before is chosen later again."""

    def __init__(self, session: Session, staff: Staff, limits: GroundsLimits, span: Span) -> None:
        self._staff = staff
        self._limits = limits
        officers = {each.officer_id for each in staff.on_duty(span)}
        self._minutes: Counter[int] = Counter(minutes_watched(session, span, officers))

    def watched(self, content: BookingContent, area: AreaContent) -> tuple[BookingContent, str]:
        """The booking with who would watch over it, and that officer's name.

        Whoever is named already stays, if that can be; nobody is named where nobody can, or where
        nobody has to and the one named is not there.
        """
        wish = watched_wish(content, area, self._staff)
        if content.officer_id is not None:
            named = self._staff.supervisor(content.officer_id, content.span, None)
            problems = supervisor_problems(replace(wish, supervisor=named), self._limits)
            if not any(each.severity is Severity.ERROR for each in problems):
                return content, named.name
        if area.ratio:
            best = next(iter(offers_of(self._staff, self._minutes, wish, self._limits)), None)
            if best is not None and best.fits:
                return replace(content, officer_id=best.officer_id), best.name
        return replace(content, officer_id=None), ""

    def keep(self, content: BookingContent) -> None:
        """Count the time as watched: the next date goes to somebody else who is on duty."""
        if content.officer_id is not None:
            self._minutes[content.officer_id] += content.span.minutes
