"""The words for what is stored of practice as a code, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from openblock.clock import day_of
from openblock.features.residents.words import Choices, said
from openblock.features.shadowing.rules.content import (
    Mark,
    SituationContent,
    SituationKind,
    Span,
    Standing,
    Upset,
)
from openblock.i18n import _, format_hours, format_minute, format_short_day, format_time, n_

_LETTERS: Mapping[Standing, str] = {
    Standing.PLANNED: "P",
    Standing.CONFIRMED: "\N{CHECK MARK}",
    Standing.DONE: "?",
    Standing.MISSED: "\N{MULTIPLICATION X}",
    Standing.REPLAN: "\N{CLOCKWISE OPEN CIRCLE ARROW}",
}


def standings() -> Choices:
    """How a shadowing shift can stand: code and words, in the order of a legend."""
    return (
        (Standing.PLANNED, _("planned")),
        (Standing.CONFIRMED, _("confirmed")),
        (Standing.DONE, _("to confirm")),
        (Standing.MISSED, _("did not come")),
        (Standing.REPLAN, _("needs re-planning")),
    )


def standing_words(standing: str) -> str:
    """How a shadowing shift stands, in words."""
    return said(standings(), standing)


def standing_letter(standing: str) -> str:
    """The sign that says the same without colour: P, a tick, a question mark, a cross, a turn."""
    return _LETTERS[Standing(standing)]


def upsets() -> Choices:
    """Why something needs planning anew, in few words: code and words (TR-05)."""
    return (
        (Upset.DUTY_GONE, _("the duty is gone")),
        (Upset.DUTY_MOVED, _("the duty was changed")),
        (Upset.MENTOR_LEFT, _("the officer has left")),
        (Upset.NOT_MENTOR, _("no longer a mentor")),
        (Upset.TRAINEE_AWAY, _("the trainee cannot come")),
        (Upset.CLASS, _("there is a class")),
        (Upset.TRAINEE_LEFT, _("the trainee has left")),
        (Upset.OUTSIDE_COURSE, _("the course is over")),
    )


def upset_label(upset: str) -> str:
    """The few words of one cause."""
    return said(upsets(), upset)


class UpsetShift(Protocol):
    """What a sentence about a shift that needs planning anew is made of; ShadowingRow is one."""

    @property
    def upset(self) -> Upset | None: ...
    @property
    def trainee(self) -> str: ...
    @property
    def mentor(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def duty_code(self) -> str: ...
    @property
    def duty(self) -> Span: ...
    @property
    def duty_now(self) -> tuple[tuple[str, Span], ...]: ...


def upset_words(row: UpsetShift) -> str:
    """What has happened, as one sentence with names, day and hours; nothing where nothing has."""
    if row.upset is None:
        return ""
    return _SENTENCES[row.upset](row)


def hours_between(span: Span) -> str:
    """09:00–21:00, by the wall clock."""
    return f"{format_time(span.start)}\N{EN DASH}{format_time(span.end)}"


def _day(row: UpsetShift) -> str:
    return format_short_day(day_of(row.span.start))


def _duty(code: str, span: Span) -> str:
    """24 (09:00–09:00): two figures side by side would be read as one."""
    return f"{code} ({hours_between(span)})" if code else hours_between(span)


def _duty_gone(row: UpsetShift) -> str:
    return _("{mentor} is not on duty on {day} any more; it was {duty}.").format(
        mentor=row.mentor, day=_day(row), duty=_duty(row.duty_code, row.duty)
    )


def _duty_moved(row: UpsetShift) -> str:
    now = ", ".join(_duty(code, span) for code, span in row.duty_now)
    if not now:
        return _duty_gone(row)
    return _(
        "{mentor}, {day}: the duty is now {now}, it was {duty}. Practice {hours} does not fit in."
    ).format(
        mentor=row.mentor,
        day=_day(row),
        now=now,
        duty=_duty(row.duty_code, row.duty),
        hours=hours_between(row.span),
    )


def _of_mentor(sentence: Callable[[], str]) -> Callable[[UpsetShift], str]:
    return lambda row: sentence().format(mentor=row.mentor, day=_day(row))


def _of_trainee(sentence: Callable[[], str]) -> Callable[[UpsetShift], str]:
    return lambda row: sentence().format(
        trainee=row.trainee, day=_day(row), hours=hours_between(row.span)
    )


_SENTENCES: Mapping[Upset, Callable[[UpsetShift], str]] = {
    Upset.DUTY_GONE: _duty_gone,
    Upset.DUTY_MOVED: _duty_moved,
    Upset.MENTOR_LEFT: _of_mentor(lambda: _("{mentor} no longer serves on {day}.")),
    Upset.NOT_MENTOR: _of_mentor(lambda: _("{mentor} is no longer a mentor.")),
    Upset.TRAINEE_AWAY: _of_trainee(lambda: _("{trainee} cannot come on {day} at {hours}.")),
    Upset.CLASS: _of_trainee(lambda: _("{trainee} has a class on {day} at {hours}.")),
    Upset.TRAINEE_LEFT: _of_trainee(lambda: _("{trainee} has left the course before {day}.")),
    Upset.OUTSIDE_COURSE: _of_trainee(lambda: _("{day} is no longer in the course of {trainee}.")),
}


def item_name(code: str, name: str) -> str:
    """What an entry of the block's lists is called; one of the usual ones names itself."""
    return name or said(_usual_items(), code)


def _usual_items() -> Choices:
    return (
        ("briefing", _("Briefing")),
        ("confidentiality", _("Pledge of confidentiality")),
        ("work_safety", _("Work safety")),
        ("watchfulness", _("Watchfulness")),
        ("dealing", _("Dealing with residents")),
        ("rules", _("Rules and routine")),
        ("papers", _("Records and reports")),
        ("emergencies", _("Acting in an emergency")),
    )


def situation_kinds() -> Choices:
    """How a shift offers a situation: code and words, in the order they are chosen from."""
    return (
        (SituationKind.DAY, _("hours by day")),
        (SituationKind.NIGHT, _("hours at night")),
        (SituationKind.WEEKEND, _("weekend or holiday")),
        (SituationKind.TIME, _("time of the day")),
        (SituationKind.POST, _("the officer's post")),
        (SituationKind.CHANCE, _("when it happens")),
    )


def situation_name(content: SituationContent) -> str:
    """What a situation is called: by its own name, or a usual one by itself."""
    return content.name or said(_usual_situations(), content.code)


def _usual_situations() -> Choices:
    return (
        ("day", _("Day shift")),
        ("night", _("Night shift")),
        ("weekend", _("Weekend")),
        ("morning_count", _("Morning count")),
        ("evening_count", _("Evening count")),
        ("leave_desk", _("Leave desk")),
        ("admission", _("Admission")),
    )


def situation_when(content: SituationContent) -> str:
    """The hours or the post that make the situation; nothing where the kind says it all."""
    if content.kind is SituationKind.TIME:
        return f"{format_minute(content.from_minute)}\N{EN DASH}{format_minute(content.to_minute)}"
    return content.post if content.kind is SituationKind.POST else ""


def situation_list(contents: tuple[SituationContent, ...]) -> str:
    """Several of them within a sentence: weekend, evening count."""
    return ", ".join(
        each.name or situation_name(each)[:1].lower() + situation_name(each)[1:]
        for each in contents
    )


def marks() -> Choices:
    """How far somebody has come in a competence: code and words, from the first."""
    return (
        (Mark.WATCHED, _("watched")),
        (Mark.HELPED, _("helped")),
        (Mark.ALONE, _("did it alone")),
    )


def mark_words(mark: str) -> str:
    """How far, in words."""
    return said(marks(), mark)


class OfferReason(Protocol):
    """Why a mentor stands where they do; the Reason of the rows is one."""

    @property
    def code(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, object]: ...


def reason_words(reason: OfferReason) -> str:
    """One reason of an offer as a sentence; nothing for one that a newer programme knows."""
    saying = _REASONS.get(reason.code)
    return saying(reason.facts) if saying else ""


Facts = Mapping[str, object]


def _been_mentor(facts: Facts) -> str:
    times = n_("{number} shift together", "{number} shifts together", int(str(facts["times"])))
    last = facts.get("last")
    if not isinstance(last, date):
        return _("{times}.").format(times=times)
    return _("{times}, the last on {day}.").format(times=times, day=format_short_day(last))


def _covers(facts: Facts) -> str:
    contents = facts.get("contents", ())
    if isinstance(contents, tuple) and contents:
        return _("Covers what is missing: {situations}.").format(
            situations=situation_list(contents)
        )
    numbers = facts["situations"]
    count = len(numbers) if isinstance(numbers, tuple) else 0
    return n_("Covers {number} missing situation.", "Covers {number} missing situations.", count)


def _beside(facts: Facts) -> str:
    names = facts["names"]
    listed = ", ".join(map(str, names)) if isinstance(names, tuple) else str(names)
    return _("At the same time: {names}.").format(names=listed)


def _rest_before(facts: Facts) -> str:
    return _("Rest before: {hours} h.").format(hours=format_hours(int(str(facts["minutes"]))))


_REASONS: Mapping[str, Callable[[Facts], str]] = {
    "new-mentor": lambda _facts: _("Not yet on a shift together."),
    "been-mentor": _been_mentor,
    "covers": _covers,
    "alone": lambda _facts: _("No other trainee at that time."),
    "beside": _beside,
    "rest-before": _rest_before,
}
