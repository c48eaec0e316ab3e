"""The words for what is stored of the roster as a code, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.features.roster.rules import KEEP_FREE
from openblock.features.roster.rules.absence import HIDDEN, AbsenceKind, Letters
from openblock.features.roster.rules.exchange import ExchangeState
from openblock.features.roster.rules.versions import CellContent, MonthStanding
from openblock.i18n import _, format_time, p_


def kind_name(kind: AbsenceKind | None) -> str:
    """Why somebody is away, as within a sentence; None is for who is not to know."""
    if kind is None:
        return p_("absence", "away")
    return {
        AbsenceKind.LEAVE: p_("absence", "leave"),
        AbsenceKind.SICK: p_("absence", "sickness"),
        AbsenceKind.TRAINING: p_("absence", "training"),
        AbsenceKind.TRIP: p_("absence", "official trip"),
        AbsenceKind.PAID_REST: p_("absence", "paid rest"),
        AbsenceKind.OTHER: p_("absence", "other absence"),
    }[kind]


def content_letter(content: CellContent, letters: Mapping[AbsenceKind, Letters]) -> str:
    """What is seen in a cell: a duty's code, the letter of an absence, B; "" for nothing."""
    if content.code:
        return content.code
    if content.absence:
        known = content.absence in set(AbsenceKind)
        return letters[AbsenceKind(content.absence)].code if known else HIDDEN
    return KEEP_FREE if content.free else ""


def content_words(content: CellContent, letters: Mapping[AbsenceKind, Letters]) -> str:
    """As :func:`content_letter`, with the times of a duty and a word for nothing."""
    letter = content_letter(content, letters)
    if content.code and content.starts_at is not None and content.ends_at is not None:
        times = f"{format_time(content.starts_at)}–{format_time(content.ends_at)}"
        return f"{letter} {times}"
    return letter or _("no duty")


def standing_name(standing: MonthStanding) -> str:
    """Where a month stands, as a chip and the head of a sheet have it."""
    return {
        MonthStanding.DRAFT: p_("roster", "Draft"),
        MonthStanding.PUBLISHED: p_("roster", "Published"),
        MonthStanding.CLOSED: p_("roster", "Closed"),
    }[standing]


def version_name(number: int) -> str:
    """What a version is called."""
    return _("Version {number}").format(number=number)


def version_kind_name(kind: str) -> str:
    """What made a version: it was posted, something changed in it, or it was taken back."""
    return {
        "published": p_("version", "published"),
        "changed": p_("version", "changed"),
        "withdrawn": p_("version", "publication withdrawn"),
    }[kind]


def exchange_state_name(state: str) -> str:
    """How far an exchange of duties has come."""
    return {
        ExchangeState.ASKED: p_("exchange", "asked for"),
        ExchangeState.AGREED: p_("exchange", "agreed"),
        ExchangeState.DONE: p_("exchange", "approved"),
        ExchangeState.DECLINED: p_("exchange", "declined"),
        ExchangeState.WITHDRAWN: p_("exchange", "withdrawn"),
    }[ExchangeState(state)]


def exchange_kind_name(*, is_swap: bool) -> str:
    """Whether two duties are swapped or one is taken over."""
    return p_("exchange", "swap") if is_swap else p_("exchange", "substitution")
