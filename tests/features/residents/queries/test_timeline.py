"""What a person's timeline is made of."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from openblock.clock import FOREVER, at
from openblock.features.residents.queries.rows import AlertRow, NoteRow, PairRow, StayRow
from openblock.features.residents.queries.timeline import events_of
from openblock.features.residents.rules.content import AlertContent, StayContent
from openblock.features.residents.rules.keep_apart import Level
from tests.features.residents.doing import DAY, MINUTE, NOW

PAIR = PairRow(5, 1, 10, "A", 20, "B", Level.ROOM, "why", NOW, "Anna", FOREVER, "", "")


def told(stays=(), alerts=(), notes=(), pairs=()) -> list[tuple[str, datetime]]:
    found = events_of(NOW, 20, stays, alerts, notes, pairs)
    return [(each.kind, each.at) for each in found]


def stay(content: StayContent) -> StayRow:
    return StayRow(3, 1, content, "Tālais cietums", "Cits cietums")


@pytest.mark.parametrize(("shift", "kind"), [(0 * DAY, "admitted"), (MINUTE, "admission-planned")])
def test_an_admission_is_planned_until_it_has_come(shift, kind):
    assert told([stay(StayContent(NOW + shift))]) == [(kind, NOW + shift)]


@pytest.mark.parametrize(
    ("how", "kind"),
    [("released", "discharged"), ("died", "discharged"), ("transferred", "transferred")],
)
def test_the_end_of_a_stay_says_how(how, kind):
    content = StayContent(NOW - DAY, NOW, "court", discharge_kind=how)
    came, went = events_of(NOW, 20, [stay(content)], (), (), ())
    assert (came.facts, came.subject_id) == ({"kind": "court", "prison": "Tālais cietums"}, 3)
    assert (went.kind, went.facts) == (kind, {"kind": how, "prison": "Cits cietums"})


@pytest.mark.parametrize(
    ("end", "discharged", "shown"),
    [
        (date(2026, 11, 21), FOREVER, False),
        (date(2026, 11, 22), FOREVER, True),
        (date(2027, 5, 5), FOREVER, True),
        (date(2027, 5, 5), NOW + DAY, False),
        (None, FOREVER, False),
    ],
)
def test_the_end_of_a_sentence_is_shown_while_it_lies_ahead(end, discharged, shown):
    content = StayContent(NOW - DAY, discharged, sentence_end=end)
    ahead = [each for each in told([stay(content)]) if each[0] == "sentence-end"]
    assert ahead == ([("sentence-end", at(end))] if shown else [])


def test_an_alert_is_set_at_the_start_of_a_day_and_ends_with_one():
    day = date(2026, 11, 22)
    open_one = AlertRow(4, 1, AlertContent("health", "kāpēc", day))
    ending = AlertRow(4, 1, AlertContent("health", "kāpēc", day, day))
    assert told(alerts=[open_one]) == [("alert-set", at(day))]
    assert told(alerts=[ending])[1] == ("alert-ends", datetime(2026, 11, 22, 21, 59, tzinfo=UTC))


@pytest.mark.parametrize("kind", ["fact", "assessment"])
def test_a_note_stands_at_its_time_as_what_it_is(kind):
    note = NoteRow(6, kind, "Ieradās.", NOW, "Anna", 2)
    (event,) = events_of(NOW, 20, (), (), [note], ())
    assert (event.kind, event.at, event.subject_id) == (f"note-{kind}", NOW, 6)
    assert event.facts == {"text": "Ieradās.", "by": "Anna", "corrects_id": 2}


def test_a_pair_is_opened_and_closed_with_the_other_named():
    closed = PairRow(
        *(5, 1, 10, "A", 20, "B", Level.ROOM, "why", NOW, "Anna", NOW + DAY, "Ilze", "over")
    )
    (opened,) = events_of(NOW, 20, (), (), (), [PAIR])
    assert opened.facts == {
        "other_id": 10,
        "name": "A",
        "level": "room",
        "reason": "why",
        "by": "Anna",
    }
    _opened, over = events_of(NOW, 10, (), (), (), [closed])
    assert (over.kind, over.at, over.facts["reason"]) == ("apart-closed", NOW + DAY, "over")
    assert (over.facts["other_id"], over.facts["by"]) == (20, "Ilze")
