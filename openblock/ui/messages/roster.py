"""Words for what the roster's rules find and its commands refuse, with the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from openblock.clock import day_of
from openblock.i18n import (
    _,
    format_hours,
    format_moment,
    format_short_day,
    format_time,
    n_,
)
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _hours(facts: Facts, name: str) -> str:
    return format_hours(int(str(facts[name])))


def _moment(facts: Facts, name: str) -> datetime:
    value = facts[name]
    if not isinstance(value, datetime):
        raise TypeError(name)
    return value


def _short(moment: datetime) -> str:
    return f"{format_short_day(day_of(moment))} {format_time(moment)}"


def of_cell(facts: Facts, sentence: str) -> str:
    """The sentence, after whose cell it is about where a refusal names that."""
    who = str(facts.get("name", ""))
    day = facts.get("day")
    if not who:
        return sentence
    about = f"{who}, {format_short_day(day)}" if isinstance(day, date) else who
    return f"{about}: {sentence}"


def _duty_overlaps(facts: Facts) -> str:
    sentence = _(
        "The duty starts {start} while another runs from {other} to {end}. Shorten or move one."
    )
    return of_cell(
        facts,
        sentence.format(
            start=_short(_moment(facts, "start")),
            other=_short(_moment(facts, "other_start")),
            end=_short(_moment(facts, "other_end")),
        ),
    )


def _rest_too_short(facts: Facts) -> str:
    if not int(str(facts["rest"])):
        sentence = _(
            "The next duty starts {starts}, at once: rest 0 h, needed {needed} h after {length} h."
        )
    else:
        sentence = _("Rest {rest} h from {ended} to {starts}, needed {needed} h after {length} h.")
    return of_cell(
        facts,
        sentence.format(
            rest=_hours(facts, "rest"),
            needed=_hours(facts, "needed"),
            length=_hours(facts, "length"),
            ended=_short(_moment(facts, "ended")),
            starts=_short(_moment(facts, "starts")),
        ),
    )


def _weekly_rest_missing(facts: Facts) -> str:
    return of_cell(
        facts,
        _("No free {needed} h in a row within {days} days since {since}.").format(
            needed=_hours(facts, "needed"),
            days=facts["window_days"],
            since=_short(_moment(facts, "since")),
        ),
    )


def _staffing_gap(facts: Facts) -> str:
    start, end = _moment(facts, "start"), _moment(facts, "end")
    post = str(facts.get("post", ""))
    sentence = (
        _("{start}–{end}: {present} on duty at {post}, {needed} needed.")
        if post
        else _("{start}–{end}: {present} on duty, {needed} needed.")
    )
    return sentence.format(
        start=format_time(start),
        end=format_time(end),
        present=facts["present"],
        needed=facts["needed"],
        post=post,
    )


def _officer_not_active(facts: Facts) -> str:
    last = facts.get("last_day")
    first = facts.get("first_day")
    if isinstance(last, date) and isinstance(first, date):
        sentence = _("Serves only from {first} to {last}.").format(
            first=fact(facts, "first_day"), last=fact(facts, "last_day")
        )
    else:
        sentence = _("Serves only from {first}.").format(first=fact(facts, "first_day"))
    return of_cell(facts, sentence)


def _duty_length(facts: Facts) -> str:
    return of_cell(
        facts,
        _("The duty is {hours} h long; {least} to {most} h are allowed.").format(
            hours=_hours(facts, "minutes"), least=_hours(facts, "least"), most=_hours(facts, "most")
        ),
    )


def _unknown_code(facts: Facts) -> str:
    return _(
        "No shift has the code “{code}”. The codes are on the buttons over the grid; new ones are "
        "made in Roster settings."
    ).format(code=facts["code"])


def _cell_changed(facts: Facts) -> str:
    theirs = str(facts["theirs"]) or _("empty")
    yours = str(facts["yours"]) or _("empty")
    who, when = str(facts.get("who", "")), facts.get("when")
    if who and isinstance(when, datetime):
        return _(
            "{name}, {day}: {who} has set this cell to {theirs} ({when}); yours is {yours}. "
            "The grid shows theirs now; set yours again if it is to stand."
        ).format(
            name=facts["name"],
            day=fact(facts, "day"),
            who=who,
            theirs=theirs,
            when=format_moment(when),
            yours=yours,
        )
    return _(
        "{name}, {day}: somebody has changed this cell to {theirs} meanwhile; yours is {yours}. "
        "The grid shows theirs now; set yours again if it is to stand."
    ).format(name=facts["name"], day=fact(facts, "day"), theirs=theirs, yours=yours)


def _cells_too_many(facts: Facts) -> str:
    return n_(
        "More than {number} cell at once. Paste a smaller block.",
        "More than {number} cells at once. Paste a smaller block.",
        int(str(facts["most"])),
    )


def _cycle_no_team(_facts: Facts) -> str:
    return _("Choose at least one team to lay the cycle for.")


def _cycle_pattern(facts: Facts) -> str:
    return _("A pattern has at least one duty and at most {most} days.").format(most=facts["most"])


def _days_backwards(_facts: Facts) -> str:
    return _("The last day is before the first.")


def _days_too_many(facts: Facts) -> str:
    return n_(
        "More than {number} day at once. Choose a shorter time.",
        "More than {number} days at once. Choose a shorter time.",
        int(str(facts["most"])),
    )


def _day_name_missing(_facts: Facts) -> str:
    return _("Say what day it is: the name stands over the roster and in the calendar.")


def _too_long(facts: Facts) -> str:
    return _("At most {most} characters.").format(most=facts["most"])


def _named(facts: Facts) -> str:
    return _("Needs a name of at most {most} characters.").format(most=facts["most"])


def _minimum_name_taken(facts: Facts) -> str:
    return _("“{name}” is already in the list. Give it another name.").format(name=facts["name"])


def _minimum_time(_facts: Facts) -> str:
    return _("Type a time from 00:00 to 23:59.")


def _minimum_needed(facts: Facts) -> str:
    return _("A number from 0 to {most}.").format(most=facts["most"])


def _template_code(facts: Facts) -> str:
    return _("1 to {most} capital letters or figures, such as 24 or D8.").format(most=facts["most"])


def _template_code_reserved(facts: Facts) -> str:
    return _("{code} means a day kept free. Choose another code.").format(code=facts["code"])


def _template_code_taken(facts: Facts) -> str:
    return _("{code} is already the code of another shift.").format(code=facts["code"])


def _template_start(_facts: Facts) -> str:
    return _("Type a time from 00:00 to 23:59.")


def _template_length(facts: Facts) -> str:
    return _("From {least} to {most} hours.").format(
        least=_hours(facts, "least"), most=_hours(facts, "most")
    )


def _reason_length(facts: Facts) -> str:
    return _("Give a reason of {least} to {most} characters; it stands beside the warning.").format(
        least=facts["least"], most=facts["most"]
    )


def _minimum_weekdays(_facts: Facts) -> str:
    return _("Choose at least one day of the week.")


WORDS = {
    "duty-overlaps": _duty_overlaps,
    "rest-too-short": _rest_too_short,
    "weekly-rest-missing": _weekly_rest_missing,
    "staffing-gap": _staffing_gap,
    "officer-not-active": _officer_not_active,
    "duty-length": _duty_length,
    "unknown-code": _unknown_code,
    "cell-changed-meanwhile": _cell_changed,
    "cells-too-many": _cells_too_many,
    "cycle-no-team": _cycle_no_team,
    "cycle-pattern": _cycle_pattern,
    "days-backwards": _days_backwards,
    "days-too-many": _days_too_many,
    "day-name-missing": _day_name_missing,
    "day-name-long": _too_long,
    "minimum-name": _named,
    "minimum-name-taken": _minimum_name_taken,
    "minimum-time": _minimum_time,
    "minimum-weekdays": _minimum_weekdays,
    "minimum-needed": _minimum_needed,
    "template-code": _template_code,
    "template-code-reserved": _template_code_reserved,
    "template-code-taken": _template_code_taken,
    "template-name": _named,
    "template-start": _template_start,
    "template-length": _template_length,
    "reason-length": _reason_length,
}
