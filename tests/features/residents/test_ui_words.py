"""Every entry of a timeline, also of what joins residents, has words and a picture."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock.clock import FOREVER
from openblock.features.residents.queries import Event, OpenMatter
from openblock.features.residents.ui import event_words
from openblock.features.residents.ui.matter_words import matter_words
from openblock.features.rooms.rules.content import PlacementReason
from openblock.ui.icons import pixmap

AT = datetime(2026, 11, 3, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
FACTS = {
    "admitted": {"kind": "transfer", "prison": "Jelgavas cietums"},
    "admission-planned": {"kind": "court", "prison": ""},
    "discharged": {"kind": "conditional", "prison": ""},
    "transferred": {"kind": "transferred", "prison": "Olaines cietums"},
    "sentence-end": {},
    "alert-set": {"kind": "health", "text": "alerģija"},
    "alert-ends": {"kind": "escape", "text": ""},
    "note-fact": {"text": "Atgriezās\nlaikā.", "by": "Vītola K.", "corrects_id": None},
    "note-assessment": {"text": "Mierīgs.", "by": "Vītola K.", "corrects_id": 3},
    "apart-opened": {"name": "Ozols M.", "level": "section", "reason": "draudi", "by": "A"},
    "apart-closed": {"name": "Ozols M.", "level": "room", "reason": "samierinājušies"},
    "placed": {"bed": "105 A", "reason": "admission", "decision": "", "until": None},
    "placement-planned": {"bed": "105 A", "reason": "request", "until": AT},
    "moved": {"bed": "105 A", "from_bed": "104 A", "reason": "closure", "decision": "38/2026"},
    "move-planned": {"bed": "1 A", "from_bed": "2 A", "reason": "health", "until": FOREVER},
    "left-bed": {"bed": "105 A"},
    "booked": {"area": "Sporta laukums", "start": AT, "end": AT + HOUR, "purpose": "futbols"},
    "on-grounds": {"area": "Sporta laukums", "start": AT, "end": AT + HOUR, "purpose": ""},
    "booking-missed": {"area": "Dārzs", "start": AT, "end": AT + HOUR, "purpose": ""},
}


def said(kind: str) -> tuple[str, str]:
    event = Event(AT, kind, FACTS[kind])
    return event_words.heading_of(event), event_words.detail_of(event)


def test_a_code_nobody_knows_stands_for_itself():
    assert event_words.heading_of(Event(AT, "teleported")) == "teleported"
    assert event_words.detail_of(Event(AT, "teleported")) == ""
    assert matter_words(OpenMatter("visit", {})) == "visit"


@pytest.mark.parametrize("kind", FACTS)
def test_every_event_has_words_a_picture_and_a_group(kind, qapp):
    heading, _detail = said(kind)
    assert heading
    assert heading != kind
    assert not pixmap(event_words.drawing_of(kind)).isNull()
    assert event_words.group_of(kind) in dict(event_words.groups())


def test_events_read_as_an_officer_would_say_them():
    assert said("admitted") == ("Admitted", "from Jelgavas cietums")
    assert said("admission-planned") == ("Arrival planned", "Straight from court")
    assert said("discharged") == ("Released", "Conditional early release")
    assert said("transferred") == ("Transferred", "to Olaines cietums")
    assert said("note-fact") == ("Note: fact", "Vītola K.: Atgriezās laikā.")
    assert said("apart-opened") == ("To be kept apart: Ozols M.", "Not in one section, draudi")
    assert said("alert-set") == ("Mark: health", "alerģija")
    assert said("moved") == ("Moved 104 A → 105 A", "room out of service, decision 38/2026")
    assert said("move-planned") == ("Move planned 2 A → 1 A", "for health")
    assert said("placement-planned") == (
        "To be placed in 105 A",
        "at the resident's own request, until 03/11/2026 09:00",
    )
    assert said("left-bed") == ("Left bed 105 A", "")
    assert said("booked") == ("Sporta laukums", "09:00–10:00, booked, futbols")
    assert said("on-grounds") == ("Sporta laukums", "09:00–10:00, took part")
    assert said("booking-missed") == ("Dārzs", "09:00–10:00, did not come")


def test_every_reason_of_a_placement_has_words():
    words = {event_words.placement_reason(reason) for reason in PlacementReason}
    assert len(words) == len(list(PlacementReason))
    assert words.isdisjoint(set(PlacementReason) - {"swap"})


def test_what_a_release_ends_is_said_in_words():
    facts = {"bed": "105 A", "start": AT, "end": FOREVER}
    assert matter_words(OpenMatter("bed", facts)) == "Bed 105 A is left."
    assert matter_words(OpenMatter("planned-placement", facts)) == (
        "The placement in bed 105 A planned from 03/11/2026 09:00 is cancelled."
    )
    assert "no longer held" in matter_words(OpenMatter("hold", facts))


def test_a_booking_a_release_takes_somebody_out_of_says_what_becomes_of_the_others():
    facts = {"area": "Sporta laukums", "start": AT, "end": AT + HOUR}
    assert matter_words(OpenMatter("booking", facts)) == (
        "Sporta laukums, 03/11/2026 09:00–10:00: taken out of the booking, the others stay in it."
    )
    assert "is cancelled" in matter_words(OpenMatter("last-of-booking", facts))


def test_bookings_of_half_a_year_are_one_line_of_a_release():
    facts = {"area": "Dārzs", "start": AT, "end": AT + HOUR, "number": 9, "last": AT + 900 * HOUR}
    assert matter_words(OpenMatter("booking", facts)) == (
        "Dārzs, 03/11/2026 to 10/12/2026: taken out of so many bookings: 9; the others stay."
    )
    assert "cancelled: 9" in matter_words(OpenMatter("last-of-booking", facts))
