"""What can be done to the booking on the panel now: as its state, the hour and the role allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from dataclasses import replace
from datetime import datetime

from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules import (
    Ticking,
    approve_problems,
    change_problems,
    finish_problems,
    no_show_problems,
    start_problems,
)
from openblock.features.grounds.rules.content import State
from openblock.features.residents.ui.card_deeds import CardDeed
from openblock.i18n import _, p_

#: Names of deeds.
OUT, BACK, MISSING, APPROVE = "out", "back", "missing", "approve"
EXTEND, CHANGE, CANCEL = "extend", "change", "cancel"
WATCH, REPEAT = "watch", "repeat"
#: The one to do next, which is drawn so.
FIRST = (OUT, BACK, APPROVE)

#: Deed → the key of the list of shortcuts that does it.
KEYS = {
    OUT: "group-out",
    BACK: "group-back",
    MISSING: "group-missing",
    APPROVE: "booking-approve",
    EXTEND: "booking-extend",
    CHANGE: "change-entry",
    CANCEL: "bar-cancel",
    WATCH: "booking-supervisor",
}

_RIGHTS = {
    OUT: "grounds.start_booking",
    BACK: "grounds.finish_booking",
    MISSING: "grounds.no_show",
    APPROVE: "grounds.approve_booking",
    EXTEND: "grounds.book_area",
    CHANGE: "grounds.book_area",
    CANCEL: "grounds.cancel_booking",
    WATCH: "grounds.name_supervisor",
    REPEAT: "grounds.book_series",
}


def deeds_for(row: BookingRow, now: datetime, may: Callable[[str], bool]) -> tuple[CardDeed, ...]:
    """What fits the booking at ``now`` and the role; the rules that refuse it are asked."""
    return tuple(deed for deed in _all() if may(_RIGHTS[deed.name]) and _fits(deed.name, row, now))


def in_menu(deeds: tuple[CardDeed, ...]) -> tuple[CardDeed, ...]:
    """The same with only the next one as a button."""
    return tuple(replace(each, in_menu=each.name not in FIRST) for each in deeds)


def _fits(name: str, row: BookingRow, now: datetime) -> bool:
    ticking = Ticking(row.state, row.span, now, row.started_at)
    refusals: dict[str, Callable[[], Sized]] = {
        OUT: lambda: start_problems(ticking, now),
        BACK: lambda: finish_problems(ticking, now),
        MISSING: lambda: no_show_problems(ticking),
        APPROVE: lambda: approve_problems(row.state),
        EXTEND: lambda: () if row.state is State.IN_USE else change_problems(row.state),
        WATCH: lambda: () if row.state is State.IN_USE else change_problems(row.state),
        REPEAT: lambda: (row.series_id,) if row.series_id is not None else (),
    }
    refused = refusals.get(name, lambda: change_problems(row.state))
    return not refused()


def _all() -> Iterator[CardDeed]:
    yield CardDeed(OUT, p_("booking", "Out"), "leave", KEYS[OUT])
    yield CardDeed(BACK, p_("booking", "Back"), "check", KEYS[BACK])
    yield CardDeed(APPROVE, _("Approve"), "ok", KEYS[APPROVE])
    yield CardDeed(MISSING, _("Nobody came"), "remove", KEYS[MISSING])
    yield CardDeed(EXTEND, _("Extend…"), "clock", KEYS[EXTEND])
    yield CardDeed(CHANGE, _("Move…"), "edit", KEYS[CHANGE])
    yield CardDeed(CANCEL, _("Cancel…"), "close", KEYS[CANCEL])
    yield CardDeed(WATCH, _("Another supervisor…"), "staff", KEYS[WATCH], in_menu=True)
    yield CardDeed(REPEAT, _("Repeat…"), "cycle", in_menu=True)
