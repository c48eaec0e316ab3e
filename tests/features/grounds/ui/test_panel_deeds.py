"""Which buttons the panel of a booking has, by state, hour and role."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from openblock.features.accounts.rights import Role, may
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.ui.panel_deeds import (
    APPROVE,
    BACK,
    CANCEL,
    CHANGE,
    EXTEND,
    KEYS,
    MISSING,
    OUT,
    REPEAT,
    WATCH,
    deeds_for,
    in_menu,
)
from openblock.ui import shortcuts
from tests.features.grounds.outside import on

START, END = on(16, 15), on(16, 16)
AHEAD = (EXTEND, CHANGE, CANCEL, WATCH, REPEAT)


def row(state: State, **facts: object) -> BookingRow:
    begun = START if state in {State.IN_USE, State.FINISHED} else None
    made = BookingRow(
        *(1, 1, 1, "Field", Span(START, END), 2, 12, 12, "", "", None, "", state, (1, 2)),
        started_at=begun,
    )
    return replace(made, **facts)


def names(state: State, now: datetime, role: Role = Role.ADMINISTRATOR, **facts: object):
    deeds = deeds_for(row(state, **facts), now, lambda operation: may(role, operation))
    return tuple(each.name for each in deeds)


@pytest.mark.parametrize(
    ("state", "minutes", "offered"),
    [
        (State.APPROVED, -16, AHEAD),
        (State.APPROVED, -15, (OUT, *AHEAD)),
        (State.APPROVED, 0, (OUT, MISSING, *AHEAD)),
        (State.APPROVED, 59, (OUT, MISSING, *AHEAD)),
        (State.APPROVED, 60, (MISSING, *AHEAD)),
        (State.REQUESTED, -100, (APPROVE, *AHEAD)),
        (State.IN_USE, 30, (BACK, EXTEND, WATCH, REPEAT)),
        (State.FINISHED, 90, (REPEAT,)),
        (State.CANCELLED, 0, (REPEAT,)),
        (State.NO_SHOW, 30, (REPEAT,)),
    ],
)
def test_the_state_and_the_hour_say_what_can_be_done(
    state: State, minutes: int, offered: tuple[str, ...]
) -> None:
    assert names(state, START + timedelta(minutes=minutes)) == offered


def test_who_may_not_approve_or_book_is_offered_what_is_left() -> None:
    assert APPROVE not in names(State.REQUESTED, START, Role.DUTY_OFFICER)
    assert names(State.APPROVED, START, Role.AUDITOR) == ()
    assert OUT not in names(State.APPROVED, START, Role.PROGRAMME_COORDINATOR)


def test_a_date_of_a_series_is_not_repeated_again() -> None:
    assert REPEAT not in names(State.APPROVED, START, series_id=3)


def test_with_large_text_only_the_next_step_is_a_button() -> None:
    deeds = deeds_for(row(State.APPROVED), START, lambda _operation: True)
    assert [each.name for each in in_menu(deeds) if not each.in_menu] == [OUT]


def test_every_key_stands_in_the_one_list() -> None:
    assert all(shortcuts.native(key) for key in KEYS.values())
