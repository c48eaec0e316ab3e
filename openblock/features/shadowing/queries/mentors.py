"""Officers as mentors: the letters they are known by, and their duties with the places beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from openblock.clock import MINUTES_OF_DAY, at, day_of
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.live import held_from, held_in, held_to, live
from openblock.features.shadowing.queries.rows import MentorDuty, MentorLine
from openblock.features.shadowing.rules.codes import mentor_codes
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.wish import Mentor
from openblock.features.shadowing.tables import Shadowing
from openblock.features.staff.tables import Officer
from openblock.i18n import sort_key


@dataclass(frozen=True, slots=True)
class KnownMentor:
    """An officer who is a mentor, or was one: whoever has a trainee's shift keeps the letters."""

    as_mentor: Mentor
    code: str
    post: str

    @property
    def name(self) -> str:
        """Surname first."""
        return self.as_mentor.name


def known_mentors(session: Session) -> Mapping[int, KnownMentor]:
    """Everybody who is or was a mentor, by number."""
    has_trainee = exists().where(Shadowing.officer_id == Officer.id)
    asked = select(
        Officer.id,
        Officer.surname,
        Officer.given_name,
        Officer.is_mentor,
        Officer.mentor_certified_until,
        Officer.active_from,
        Officer.last_day,
        Officer.post,
    ).where(or_(Officer.is_mentor, has_trainee))
    rows = session.execute(asked).all()
    codes = mentor_codes((row.id, row.surname, row.given_name) for row in rows)
    return {
        row.id: KnownMentor(
            Mentor(
                officer_id=row.id,
                name=f"{row.surname} {row.given_name}",
                is_mentor=row.is_mentor,
                certified_until=row.mentor_certified_until,
                active_from=row.active_from,
                last_day=row.last_day,
            ),
            code=codes[row.id],
            post=row.post,
        )
        for row in rows
    }


def may_mentor(mentor: Mentor, first: date, last: date, limits: PracticeLimits) -> bool:
    """Whether the officer may mentor on one of these days at least (TR-03)."""
    until = mentor.certified_until
    if not mentor.is_mentor or until is None:
        return False
    # An expired certificate is a warning only for so many days, so until then it may be planned.
    ends = [last, until + timedelta(days=limits.expired_days - 1)]
    if mentor.last_day is not None:
        ends.append(mentor.last_day)
    return max(first, mentor.active_from) <= min(ends)


def mentor_lines(
    session: Session,
    mentors: Mapping[int, KnownMentor],
    first: date,
    last: date,
    limits: PracticeLimits,
) -> tuple[MentorLine, ...]:
    """Who may mentor on the days shown, by the Latvian alphabet, with the duties in sight."""
    shown = {
        number: each
        for number, each in mentors.items()
        if may_mentor(each.as_mentor, first, last, limits)
    }
    days = Span(at(first), at(last, MINUTES_OF_DAY))
    taken = _taken(session, days)
    duties = _duties(session, sorted(shown), days)
    lines = (
        MentorLine(
            officer_id=number,
            code=each.code,
            name=each.name,
            post=each.post,
            certified_until=each.as_mentor.certified_until,
            duties=tuple(
                MentorDuty(
                    day,
                    code,
                    span,
                    taken=most_at_once(span, taken.get(number, ())),
                    places=limits.most_per_mentor,
                )
                for day, code, span in duties.get(number, ())
            ),
        )
        for number, each in shown.items()
    )
    return tuple(sorted(lines, key=lambda line: (sort_key(line.name), line.officer_id)))


def most_at_once(within: Span, spans: Iterable[Span]) -> int:
    """How many of ``spans`` there are at most at one instant of ``within``."""
    here = [each for each in spans if each.meets(within)]
    return max(
        (sum(other.start <= each.start < other.end for other in here) for each in here), default=0
    )


def _duties(
    session: Session, officer_ids: Sequence[int], days: Span
) -> Mapping[int, Sequence[tuple[date, str, Span]]]:
    """The duties that touch the days, by officer and start; few columns, for there are many."""
    found: dict[int, list[tuple[date, str, Span]]] = defaultdict(list)
    first, last = day_of(days.start) - timedelta(days=2), day_of(days.end)
    asked = (
        select(Duty.officer_id, Duty.day, Duty.code, Duty.starts_at, Duty.ends_at)
        .where(
            Duty.officer_id.in_(officer_ids),
            Duty.day.between(first, last),
            Duty.ends_at > days.start,
            Duty.starts_at < days.end,
        )
        .order_by(Duty.starts_at)
    )
    for officer_id, day, code, start, end in session.execute(asked):
        found[officer_id].append((day, code, Span(start, end)))
    return found


def _taken(session: Session, days: Span) -> Mapping[int, Sequence[Span]]:
    """The times at which anybody stands beside a mentor around the days shown, by mentor.

    A duty that begins on the last day reaches beyond it.
    """
    around = Span(days.start - timedelta(days=1), days.end + timedelta(days=1))
    found: dict[int, list[Span]] = defaultdict(list)
    asked = select(Shadowing.officer_id, held_from, held_to).where(held_in(around), live())
    for officer_id, start, end in session.execute(asked):
        found[officer_id].append(Span(start, end))
    return found
