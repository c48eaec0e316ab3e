"""Who may be shadowed on a day, best first and why; and who may not, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import KnownError, Severity
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.entries import CourseRow, Reason, TraineeRow
from openblock.features.shadowing.queries.learning import Lessons, free_days_of
from openblock.features.shadowing.queries.lines import HOLDING, Trainees
from openblock.features.shadowing.queries.parts import Part, best_part, judged
from openblock.features.shadowing.queries.practice import Practice
from openblock.features.shadowing.queries.rows import MentorOffer, MentorOffers, ShadowingRow
from openblock.features.shadowing.queries.wishing import Around, Planner
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.offers import Candidate, ranking, reasons_of
from openblock.features.shadowing.rules.planning import fullest, mentor_problems
from openblock.features.shadowing.rules.strain import rest_before
from openblock.features.shadowing.rules.times import whole
from openblock.features.shadowing.rules.wish import Mentor, Wish
from openblock.features.shadowing.tables import Trainee
from openblock.features.staff.tables import Officer
from openblock.i18n import sort_key


@dataclass(frozen=True, slots=True)
class _OnDuty:
    """An officer's duty that comes into question."""

    officer_id: int
    span: Span
    post: str


def mentor_offers(
    session: Session,
    trainee_id: int,
    day: date,
    at: datetime,
    *,
    wanted: Span | None = None,
    instead_of: int | None = None,
) -> MentorOffers:
    """Every officer with a duty that begins on ``day``, or one that meets ``wanted``.

    Without ``wanted`` each is offered with the part of the duty that fits best. ``instead_of`` is
    the shadowing shift that would be moved. So many statements, however many mentors there are.
    KnownError ``trainee-unknown``.
    """
    practice, planner = Practice(session, at), Planner(session)
    people = Trainees(practice, Trainee.id == trainee_id)
    if not people.rows:
        raise KnownError("trainee-unknown")
    duties = _duties(session, day, wanted)
    spans = tuple(each.span for each in duties) or (wanted or whole(day),)
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    earlier = tuple(each.row for each in people.shifts if each.row.shadowing_id != instead_of)
    course = people.course_of(people.rows[0])
    expected = (row.span for row in earlier if row.standing in HOLDING)
    lessons = Lessons(planner.limits, free_days_of(session, (*expected, span)))
    offering = _Offering(
        course=course,
        around=planner.around(trainee_id, span, instead_of),
        limits=planner.limits,
        lessons=lessons,
        earlier=earlier,
        lacking=lessons.learning(course, earlier).lacking,
        codes={number: each.code for number, each in practice.mentors.items()},
    )
    mentors = planner.mentors({each.officer_id for each in duties}, span)
    found = [offering.offer(mentors[each.officer_id], each, wanted) for each in duties]
    return offering.sorted(people.rows[0], day, found)


@dataclass(frozen=True, slots=True)
class _Judged:
    """An offer and where it stands."""

    offer: MentorOffer
    fits: bool
    place: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Offering:
    """What all mentors of a day are judged by."""

    course: CourseRow
    around: Around
    limits: PracticeLimits
    lessons: Lessons
    earlier: tuple[ShadowingRow, ...]
    lacking: tuple[int, ...]
    codes: Mapping[int, str]

    def sorted(self, trainee: TraineeRow, day: date, found: list[_Judged]) -> MentorOffers:
        """The offers in order: those that fit by their rank, the others by how near they are."""
        # What ranks those that fit and those that do not is of two kinds, and is never compared.
        found.sort(key=lambda each: (not each.fits, each.place))
        return MentorOffers(
            trainee,
            day,
            tuple(each.offer for each in found if each.fits),
            tuple(each.offer for each in found if not each.fits),
        )

    def offer(self, mentor: Mentor, duty: _OnDuty, wanted: Span | None) -> _Judged:
        """The officer as an offer, with the reasons for it or what speaks against it."""
        part = self._part(mentor, duty, wanted)
        wish = self.around.wish(mentor, part.span)
        beside = fullest(part.span, wish.with_mentor)
        candidate = self._candidate(wish, duty, part) if part.fits else None
        errors_first = sorted(part.problems, key=lambda each: each.severity is not Severity.ERROR)
        offer = MentorOffer(
            officer_id=mentor.officer_id,
            code=self.codes.get(mentor.officer_id, ""),
            name=mentor.name,
            post=duty.post,
            duty=duty.span,
            span=part.span,
            taken=len(beside),
            places=self.limits.most_per_mentor,
            reasons=self._reasons(candidate, wish) if candidate else (),
            problems=tuple(errors_first),
        )
        if candidate:
            return _Judged(offer, fits=True, place=ranking(candidate))
        place = (not mentor.is_mentor, len(part.problems), sort_key(mentor.name), duty.officer_id)
        return _Judged(offer, fits=False, place=place)

    def _part(self, mentor: Mentor, duty: _OnDuty, wanted: Span | None) -> Part:
        if wanted is not None:
            return judged(self.around, mentor, wanted, self.limits)
        if mentor.is_mentor:
            return best_part(self.around, mentor, duty.span, self.limits)
        # Whoever is no mentor is told so and nothing else: that alone is what would have to change.
        wish = self.around.wish(mentor, duty.span)
        return Part(duty.span, mentor_problems(wish, self.limits))

    def _candidate(self, wish: Wish, duty: _OnDuty, part: Part) -> Candidate:
        together = [
            row.day
            for row in self.earlier
            if row.officer_id == duty.officer_id and row.standing in HOLDING
        ]
        offered = self.lessons.offered(self.course, part.span, duty.post)
        return Candidate(
            officer_id=duty.officer_id,
            span=part.span,
            times=len(together),
            last=max(together, default=None),
            covers=tuple(number for number in self.lacking if number in offered),
            beside=tuple(each.trainee for each in fullest(part.span, wish.with_mentor)),
            rest_before=rest_before(part.span, wish.busy),
            warned=bool(part.problems),
        )

    def _reasons(self, candidate: Candidate, wish: Wish) -> tuple[Reason, ...]:
        """The reasons with what their words need; nobody is alone while others are in the block."""
        contents = {each.situation_id: each.content for each in self.course.situations}
        more = {"contents": tuple(contents[number] for number in candidate.covers)}
        return tuple(
            Reason(code, {**facts, **more} if code == "covers" else facts)
            for code, facts in reasons_of(candidate)
            if code != "alone" or not fullest(wish.span, wish.in_block)
        )


def _duties(session: Session, day: date, wanted: Span | None) -> tuple[_OnDuty, ...]:
    """One duty of each officer: of those that meet ``wanted``, the one that shares most with it."""
    asked = select(
        Duty.officer_id, Duty.starts_at, Duty.ends_at, Duty.post, Officer.post.label("usual")
    ).join(Officer, Officer.id == Duty.officer_id)
    if wanted is None:
        asked = asked.where(Duty.day == day)
    else:
        asked = asked.where(
            Duty.day.between(day_of(wanted.start) - timedelta(days=2), day_of(wanted.end)),
            Duty.starts_at < wanted.end,
            Duty.ends_at > wanted.start,
        )
    found: dict[int, _OnDuty] = {}
    for officer_id, start, end, post, usual in session.execute(asked.order_by(Duty.starts_at)):
        duty = _OnDuty(officer_id, Span(start, end), post or usual)
        kept = found.get(officer_id)
        if kept is None or (wanted and _shares(duty, wanted) > _shares(kept, wanted)):
            found[officer_id] = duty
    return tuple(found.values())


def _shares(duty: _OnDuty, wanted: Span) -> timedelta:
    return min(duty.span.end, wanted.end) - max(duty.span.start, wanted.start)
