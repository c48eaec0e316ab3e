"""A living roster to test with: absences, published and closed months, exchanges."""

from __future__ import annotations

from datetime import date
from typing import Any

from openblock.features.roster.commands.absences import save_absence
from openblock.features.roster.commands.publication import close_month, publish_month
from openblock.features.roster.commands.requests import CloseMonth, PublishMonth, SaveAbsence
from openblock.features.roster.queries.months import month_state
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.storage.store import Store

REASON = "as the test wants it"


def with_absence(
    store: Store,
    officer_id: int,
    first_day: date,
    last_day: date | None = None,
    kind: AbsenceKind = AbsenceKind.SICK,
    **facts: Any,
) -> int:
    """One absence of whole days, one day unless a last one is given; the number."""
    content = AbsenceContent(officer_id, kind, first_day, last_day or first_day, **facts)
    return int(store.run(save_absence, SaveAbsence(content, reason=REASON)).value)


def with_published(store: Store, month: date) -> int:
    """The month posted as its next version; that version's number."""
    seen = store.read(month_state, month).number
    return int(store.run(publish_month, PublishMonth(month, seen)).value)


def with_closed(store: Store, month: date) -> None:
    """The published month closed; the clock has to stand after it."""
    seen = store.read(month_state, month).number
    store.run(close_month, CloseMonth(month, seen))
