"""What the tests of residents do over and over: undo, be refused, look at what stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts.queries import log_rows
from openblock.features.residents.queries import ResidentCard, resident_card
from openblock.storage.log import LogFilter, LogRow
from openblock.storage.store import Done, Store

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WHY = "tā lēma komisija"
JPEG = b"\xff\xd8\xff\xe0 a face"


def back(store: Store, done: Done) -> Done:
    """Runs the undo of what was done; what it would take to do it again."""
    return store.run(done.undo.command, done.undo.request, undoes=True)


def refusal(store: Store, command, request) -> KnownError:
    with pytest.raises(KnownError) as found:
        store.run(command, request)
    return found.value


def codes(error: KnownError) -> list[str]:
    assert isinstance(error, RuleBroken)
    return [found.code for found in error.problems]


def fields(error: KnownError) -> list[tuple[str, str]]:
    assert isinstance(error, RuleBroken)
    return [(found.field, found.code) for found in error.problems]


def card(store: Store, resident_id: int, at: datetime = NOW) -> ResidentCard:
    found = store.read(resident_card, resident_id, at)
    assert found is not None
    return found


def version(store: Store, resident_id: int) -> int:
    return card(store, resident_id).row.version


def stands(store: Store) -> tuple[object, ...]:
    """Everything that stands about the first nine people, to compare before and after.

    Versions count every save, so they are left out.
    """
    cards = (store.read(resident_card, number, NOW) for number in range(1, 10))
    return tuple(None if each is None else _plain(each) for each in cards)


def _plain(found: ResidentCard) -> tuple[object, ...]:
    return (
        found.content,
        found.has_code,
        found.contact_officer,
        tuple((each.stay_id, each.content) for each in found.stays),
        tuple((each.alert_id, each.content) for each in found.alerts),
        tuple((each.pair_id, each.level, each.reason, each.closed_at) for each in found.pairs),
        found.notes,
        found.photo,
        found.events,
        found.erased_at,
    )


def log_of(store: Store, operation: str) -> LogRow:
    (row,) = store.read(log_rows, LogFilter(operation=f"residents.{operation}"))
    return row
