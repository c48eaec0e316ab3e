"""Words for what a roster in force finds and refuses: absences, exchanges, call-outs, versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from openblock.clock import day_of, local
from openblock.i18n import _, format_month, format_short_day, n_
from openblock.ui.messages.facts import fact
from openblock.ui.messages.roster import of_cell
from openblock.ui.messages.shadowing import Facts, hours, moment, times

Saying = Callable[[Facts], str]


def spell(facts: Facts, first: str = "start", last: str = "end") -> str:
    """An absence in few words: 22 Nov, 22 Nov – 28 Nov for whole days, else with its times."""
    start, end = facts[first], facts[last]
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        raise TypeError(first)
    if not (_is_midnight(start) and _is_midnight(end)):
        return times(facts, first, last)
    began, ended = day_of(start), day_of(end) - timedelta(days=1)
    if began == ended:
        return format_short_day(began)
    return f"{format_short_day(began)} \N{EN DASH} {format_short_day(ended)}"


def _is_midnight(instant: datetime) -> bool:
    wall = local(instant)
    return not wall.hour and not wall.minute


def _month(facts: Facts) -> str:
    month = facts["month"]
    if not isinstance(month, date):
        raise TypeError("month")
    said = format_month(month)
    return said[:1].upper() + said[1:]


def _plain(sentence: Callable[[], str]) -> Saying:
    return lambda _facts: sentence()


def _counted(sentence: Callable[[], str], *names: str) -> Saying:
    """A sentence with facts that read as they are."""
    return lambda facts: sentence().format(**{name: fact(facts, name) for name in names})


# Absences


def _absence_too_long(facts: Facts) -> str:
    return n_(
        "An absence lasts {number} day at most. Enter the rest as another one.",
        "An absence lasts {number} days at most. Enter the rest as another one.",
        int(str(facts["most"])),
    )


def _officer_absent(facts: Facts) -> str:
    return of_cell(facts, _("Away {time}.").format(time=spell(facts)))


# Substitutes and exchanges


def _duty_that_day(facts: Facts) -> str:
    sentence = _("Has a duty of the same day already, {time}: one duty a day.")
    return of_cell({**facts, "day": None}, sentence.format(time=times(facts)))


def _post_not_held(facts: Facts) -> str:
    sentence = _("Does not hold the qualification for {post}.")
    return of_cell(facts, sentence.format(post=fact(facts, "post")))


def _exchange_too_late(facts: Facts) -> str:
    return _(
        "This duty has begun ({starts}). Who plans the roster can still put in a substitute."
    ).format(starts=moment(facts, "starts"))


def _exchange_settled(facts: Facts) -> str:
    sentences = {
        "asked": _("Nobody has agreed to this yet."),
        "agreed": _("This has been agreed to already."),
        "done": _("This has been carried out already."),
        "declined": _("This has been declined already. Ask anew if it is to be after all."),
        "withdrawn": _("This has been withdrawn already. Ask anew if it is to be after all."),
    }
    return sentences[str(facts["state"])]


# Working time


def _average_over(facts: Facts) -> str:
    sentence = _("{average} h in seven days on average; {limit} h are the limit.")
    return of_cell(
        facts, sentence.format(average=hours(facts, "average"), limit=hours(facts, "limit"))
    )


def _overtime_over(facts: Facts) -> str:
    sentence = _("{overtime} h of overtime in the reference period; {limit} h are the limit.")
    return of_cell(
        facts, sentence.format(overtime=hours(facts, "overtime"), limit=hours(facts, "limit"))
    )


def _call_out_too_long(facts: Facts) -> str:
    return _("A call-out lasts {most} h at most.").format(most=hours(facts, "most"))


def _addendum_day(facts: Facts) -> str:
    return _("Choose a day of the closed month: {month}.").format(month=_month(facts))


def _addendum_too_much(facts: Facts) -> str:
    return _("At most {most} h more or fewer on one day.").format(most=hours(facts, "most"))


# Months and versions


def _reason_needed(facts: Facts) -> str:
    return _(
        "{month} is published (version {number}). Say why it changes: at least {least} characters, "
        "which stand beside the change."
    ).format(month=_month(facts), number=facts["number"], least=facts.get("least", 5))


def _month_closed(facts: Facts) -> str:
    return _(
        "{month} is closed with its time-sheet. What was different is entered as a correction."
    ).format(month=_month(facts))


def _month_not_over(facts: Facts) -> str:
    return _("{month} can be closed from {ends} on: then it and its last duty are over.").format(
        month=_month(facts), ends=moment(facts, "ends")
    )


def _month_not_published(facts: Facts) -> str:
    return _("{month} is not published. Publish it first.").format(month=_month(facts))


def _month_not_closed(facts: Facts) -> str:
    return _(
        "{month} is not closed. Change the roster itself; corrections are for closed months."
    ).format(month=_month(facts))


def _month_moved(facts: Facts) -> str:
    return _(
        "Somebody has changed the roster meanwhile; it is version {number} now. Look at what has "
        "changed, and do it again."
    ).format(number=facts["number"])


WORDS: Mapping[str, Saying] = {
    "absence-backwards": _plain(lambda: _("The last day is before the first.")),
    "absence-too-long": _absence_too_long,
    "absence-time": _plain(
        lambda: _("Type a time of the day; on one day the end comes after the beginning.")
    ),
    "absence-remark-long": _counted(lambda: _("At most {most} characters."), "most"),
    "absence-letter": _counted(lambda: _("1 to {most} capital letters, such as A or DN."), "most"),
    "absence-letter-taken": _counted(
        lambda: _("{code} means something else already. Choose another letter."), "code"
    ),
    "absence-unknown": _plain(
        lambda: _("This absence is not there any more. Somebody has removed it meanwhile.")
    ),
    "officer-absent": _officer_absent,
    "duty-that-day": _duty_that_day,
    "post-not-held": _post_not_held,
    "exchange-same-officer": _plain(lambda: _("Choose another officer than whose duty it is.")),
    "exchange-too-late": _exchange_too_late,
    "exchange-unknown": _plain(lambda: _("This exchange is not there any more.")),
    "exchange-settled": _exchange_settled,
    "exchange-moved": _plain(
        lambda: _(
            "The duties are no longer those this was asked for. Withdraw it, and ask for what "
            "stands in the roster now."
        )
    ),
    "exchange-not-yours": _plain(
        lambda: _("This is for the officer whose duty it is, or for who plans the roster.")
    ),
    "average-over": _average_over,
    "overtime-over": _overtime_over,
    "call-out-backwards": _plain(lambda: _("The end is not after the beginning.")),
    "call-out-too-long": _call_out_too_long,
    "call-out-in-future": _plain(
        lambda: _("A call-out is entered when it has begun. What is planned is a duty.")
    ),
    "call-out-reason": _counted(
        lambda: _("Say why in {least} to {most} characters."), "least", "most"
    ),
    "call-out-unknown": _plain(
        lambda: _("This call-out is not there any more. Somebody has removed it meanwhile.")
    ),
    "addendum-day": _addendum_day,
    "addendum-nothing": _plain(lambda: _("Enter the hours that are to be more or fewer.")),
    "addendum-too-much": _addendum_too_much,
    "addendum-reason": _counted(
        lambda: _("Say why in {least} to {most} characters."), "least", "most"
    ),
    "roster-reason-needed": _reason_needed,
    "roster-reason-long": _counted(lambda: _("At most {most} characters."), "most"),
    "roster-moved": _plain(
        lambda: _(
            "Something has been built upon this meanwhile, so it cannot be taken back. Change what "
            "stands there now."
        )
    ),
    "month-closed": _month_closed,
    "month-not-over": _month_not_over,
    "month-not-published": _month_not_published,
    "month-not-closed": _month_not_closed,
    "month-moved": _month_moved,
}
