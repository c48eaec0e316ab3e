"""A person's timeline: what the stays, alert marks, notes and pairs say, each at its instant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from openblock.clock import FOREVER, MINUTES_OF_DAY, day_of
from openblock.clock import at as instant
from openblock.features.residents.queries.rows import (
    AlertRow,
    Event,
    NoteRow,
    PairRow,
    StayRow,
)
from openblock.features.residents.rules.content import DischargeKind

_LAST_MINUTE = MINUTES_OF_DAY - 1


def events_of(
    at: datetime,
    resident_id: int,
    stays: Iterable[StayRow],
    alerts: Iterable[AlertRow],
    notes: Iterable[NoteRow],
    pairs: Iterable[PairRow],
) -> tuple[Event, ...]:
    """The events of residents' own rows, not in order yet; ``at`` parts the planned from the rest.

    Days without a time stand at their beginning, ends of days in their last minute.
    """
    return (
        *(event for each in stays for event in _of_stay(each, at)),
        *(event for each in alerts for event in _of_alert(each)),
        *(_of_note(each) for each in notes),
        *(event for each in pairs for event in _of_pair(each, resident_id)),
    )


def _of_stay(stay: StayRow, at: datetime) -> Iterator[Event]:
    content = stay.content
    planned = content.admitted > at
    facts = {"kind": content.admission_kind, "prison": stay.admitted_from}
    yield Event(
        content.admitted, "admission-planned" if planned else "admitted", facts, stay.stay_id
    )
    if content.discharged < FOREVER:
        went = {"kind": content.discharge_kind, "prison": stay.transferred_to}
        moved = content.discharge_kind == DischargeKind.TRANSFERRED
        yield Event(
            content.discharged, "transferred" if moved else "discharged", went, stay.stay_id
        )
    end = content.sentence_end
    if end is not None and end >= day_of(at) and content.discharged > instant(end):
        yield Event(instant(end), "sentence-end", {}, stay.stay_id)


def _of_alert(alert: AlertRow) -> Iterator[Event]:
    content = alert.content
    facts = {"kind": content.kind, "text": content.text}
    yield Event(instant(content.first_day), "alert-set", facts, alert.alert_id)
    if content.last_day is not None:
        yield Event(instant(content.last_day, _LAST_MINUTE), "alert-ends", facts, alert.alert_id)


def _of_note(note: NoteRow) -> Event:
    facts = {"text": note.text, "by": note.written_by, "corrects_id": note.corrects_id}
    return Event(note.written_at, f"note-{note.kind}", facts, note.note_id)


def _of_pair(pair: PairRow, resident_id: int) -> Iterator[Event]:
    other_id, name = pair.other(resident_id)
    facts = {"other_id": other_id, "name": name, "level": str(pair.level)}
    opened = {**facts, "reason": pair.reason, "by": pair.opened_by}
    yield Event(pair.opened_at, "apart-opened", opened, pair.pair_id)
    if not pair.is_open:
        closed = {**facts, "reason": pair.close_reason, "by": pair.closed_by}
        yield Event(pair.closed_at, "apart-closed", closed, pair.pair_id)
