"""Offers of officers as entries of a list: the best first with reasons, the unfit below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from openblock.features.roster.queries.rows import OpenDuty, Reason, SubstituteOffer, SwapOffer
from openblock.features.roster.ui.offer_words import reason_words
from openblock.features.roster.ui.problems import unbroken
from openblock.i18n import _, format_short_day, format_time, n_
from openblock.ui.entries import MOST_NUMBERED, EntryLine
from openblock.ui.messages import words

Offer = SubstituteOffer | SwapOffer
One = TypeVar("One", SubstituteOffer, SwapOffer)


def substitute_lines(offers: Sequence[SubstituteOffer]) -> tuple[EntryLine, ...]:
    """Who could take the duty over; ``what`` is the officer's number."""
    return _under_heading(
        [_line(each, each.officer_id, place, _aside(each)) for place, each in _numbered(offers)],
        [_line(each, each.officer_id, 0, each.rank) for each in offers if not each.is_suitable],
    )


def swap_lines(offers: Sequence[SwapOffer]) -> tuple[EntryLine, ...]:
    """Whose duty could be had in return; ``what`` is the officer's number and the day."""
    return _under_heading(
        [_line(each, _cell(each), place, duty_hours(each)) for place, each in _numbered(offers)],
        [_line(each, _cell(each), 0, duty_hours(each)) for each in offers if not each.is_suitable],
    )


def duty_hours(duty: SwapOffer | OpenDuty) -> str:
    """24, 22 Nov 09:00–09:00."""
    day = format_short_day(duty.day)
    return f"{duty.code}, {day} {hours_words(duty.starts_at, duty.ends_at)}"


def hours_words(start: datetime, end: datetime) -> str:
    """09:00–21:00, by the wall clock."""
    return f"{format_time(start)}\N{EN DASH}{format_time(end)}"


def _cell(offer: SwapOffer) -> tuple[int, str]:
    return offer.officer_id, offer.day.isoformat()


def _numbered(offers: Sequence[One]) -> list[tuple[int, One]]:
    fit = [each for each in offers if each.is_suitable]
    return [(place if place <= MOST_NUMBERED else 0, each) for place, each in enumerate(fit, 1)]


def _under_heading(fit: list[EntryLine], unfit: list[EntryLine]) -> tuple[EntryLine, ...]:
    if not unfit:
        return tuple(fit)
    title = n_("{number} unsuitable", "{number} unsuitable", len(unfit))
    return (*fit, EntryLine(None, 0, title, fit=False), *unfit)


def _line(offer: Offer, what: int | tuple[int, str], number: int, aside: str) -> EntryLine:
    against = unbroken(" ".join(words(each) for each in offer.problems))
    if not offer.is_suitable:
        return EntryLine(what, 0, offer.name, aside, against, fit=False)
    return EntryLine(what, number, offer.name, aside, _reasons(offer.reasons), against)


def _reasons(reasons: Sequence[Reason]) -> str:
    return unbroken(" ".join(filter(None, map(reason_words, reasons))))


def _aside(offer: SubstituteOffer) -> str:
    if offer.team is None:
        return offer.rank
    team = _("team {number}").format(number=offer.team)
    return f"{offer.rank}, {team}" if offer.rank else team
