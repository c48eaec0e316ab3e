"""How the entries of a person's timeline read: a few bold words, what belongs to them, a picture.

Kinds of every feature stand here, for one list of words is looked over as one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from openblock.clock import FOREVER
from openblock.features.residents.queries import Event
from openblock.features.residents.words import (
    admission_kinds,
    alert_kinds,
    discharge_kinds,
    levels,
    said,
    uses,
)
from openblock.i18n import _, format_day, format_moment, format_time

Facts = Mapping[str, object]

#: What the timeline can be narrowed to, and the kinds of each.
STAYS, ROOMS, GROUNDS, NOTES, MARKS = "stays", "rooms", "grounds", "notes", "marks"
_ARROW = "\N{RIGHTWARDS ARROW}"

_LOOKS: Mapping[str, tuple[str, str]] = {
    "admission-planned": (STAYS, "calendar"),
    "admitted": (STAYS, "block"),
    "discharged": (STAYS, "leave"),
    "transferred": (STAYS, "arrow"),
    "sentence-end": (STAYS, "calendar"),
    "alert-set": (MARKS, "warning"),
    "alert-ends": (MARKS, "ok"),
    "apart-opened": (MARKS, "people"),
    "apart-closed": (MARKS, "people"),
    "note-fact": (NOTES, "note"),
    "note-assessment": (NOTES, "edit"),
    "placed": (ROOMS, "room"),
    "placement-planned": (ROOMS, "room"),
    "moved": (ROOMS, "swap"),
    "move-planned": (ROOMS, "swap"),
    "left-bed": (ROOMS, "remove"),
    "booked": (GROUNDS, "calendar"),
    "on-grounds": (GROUNDS, "grounds"),
    "booking-missed": (GROUNDS, "warning"),
}


def group_of(kind: str) -> str:
    """Which group of the filter a kind belongs to; an unknown one to none."""
    return _LOOKS.get(kind, ("", ""))[0]


def drawing_of(kind: str) -> str:
    """The icon of a kind."""
    return _LOOKS.get(kind, ("", "information"))[1]


def groups() -> tuple[tuple[str, str], ...]:
    """The filter's choices, everything first."""
    return (
        ("", _("All kinds")),
        (STAYS, _("Stays")),
        (ROOMS, _("Rooms")),
        (GROUNDS, _("Grounds")),
        (NOTES, _("Notes")),
        (MARKS, _("Cautions")),
    )


def heading_of(event: Event) -> str:
    """The bold words of an entry; an unknown kind stands for itself."""
    wording = _HEADINGS.get(event.kind)
    return event.kind if wording is None else wording(event.facts)


def detail_of(event: Event) -> str:
    """What belongs to the entry, in one line; empty when there is nothing to add."""
    wording = _DETAILS.get(event.kind)
    return "" if wording is None else wording(event.facts)


# Headings

_HEADINGS: Mapping[str, Callable[[Facts], str]] = {
    "admission-planned": lambda _facts: _("Arrival planned"),
    "admitted": lambda _facts: _("Admitted"),
    "discharged": lambda _facts: _("Released"),
    "transferred": lambda _facts: _("Transferred"),
    "sentence-end": lambda _facts: _("End of the sentence"),
    "alert-set": lambda facts: _("Mark: {kind}").format(kind=_alert(facts)),
    "alert-ends": lambda facts: _("Mark ends: {kind}").format(kind=_alert(facts)),
    "apart-opened": lambda facts: _("To be kept apart: {name}").format(name=_text(facts, "name")),
    "apart-closed": lambda facts: _("Kept apart no more: {name}").format(name=_text(facts, "name")),
    "note-fact": lambda _facts: _("Note: fact"),
    "note-assessment": lambda _facts: _("Note: assessment"),
    "placed": lambda facts: _("Placed in {bed}").format(bed=_text(facts, "bed")),
    "placement-planned": lambda facts: _("To be placed in {bed}").format(bed=_text(facts, "bed")),
    "moved": lambda facts: _("Moved {beds}").format(beds=_beds(facts)),
    "move-planned": lambda facts: _("Move planned {beds}").format(beds=_beds(facts)),
    "left-bed": lambda facts: _("Left bed {bed}").format(bed=_text(facts, "bed")),
    "booked": lambda facts: _text(facts, "area"),
    "on-grounds": lambda facts: _text(facts, "area"),
    "booking-missed": lambda facts: _text(facts, "area"),
}


def _beds(facts: Facts) -> str:
    return f"{_text(facts, 'from_bed')} {_ARROW} {_text(facts, 'bed')}"


def _alert(facts: Facts) -> str:
    return said(alert_kinds(), _text(facts, "kind", "alert")).lower()


# What belongs to them


def _admission(facts: Facts) -> str:
    kind, origin = _text(facts, "kind", "admission_kind"), _text(facts, "admitted_from", "prison")
    if origin:
        return _("from {place}").format(place=origin)
    return said(admission_kinds(), kind)


def _discharge(facts: Facts) -> str:
    return said(discharge_kinds(), _text(facts, "kind", "discharge_kind"))


def _transfer(facts: Facts) -> str:
    goal = _text(facts, "transferred_to", "prison")
    return _("to {place}").format(place=goal) if goal else ""


def _note(facts: Facts) -> str:
    author = _text(facts, "written_by", "by")
    text = " ".join(_text(facts, "text").split())
    return f"{author}: {text}" if author and text else text or author


def _pair(facts: Facts) -> str:
    parts = (said(levels(), _text(facts, "level")), _text(facts, "reason", "close_reason"))
    return ", ".join(part for part in parts if part)


def _placement(facts: Facts) -> str:
    parts = [placement_reason(_text(facts, "reason"))]
    if decision := _text(facts, "decision", "decision_number"):
        parts.append(_("decision {number}").format(number=decision))
    until = facts.get("until")
    if isinstance(until, datetime) and until != FOREVER:
        parts.append(_("until {moment}").format(moment=format_moment(until)))
    return ", ".join(part for part in parts if part)


def _use(kind: str) -> Callable[[Facts], str]:
    """What somebody was on the grounds for, from when until when, and whether they came."""

    def worded(facts: Facts) -> str:
        start, end = facts.get("start"), facts.get("end")
        parts = [said(uses(), kind), _text(facts, "purpose")]
        if isinstance(start, datetime) and isinstance(end, datetime):
            parts.insert(0, f"{format_time(start)}–{format_time(end)}")
        return ", ".join(part for part in parts if part)

    return worded


_DETAILS: Mapping[str, Callable[[Facts], str]] = {
    "admission-planned": _admission,
    "admitted": _admission,
    "discharged": _discharge,
    "transferred": _transfer,
    "alert-set": lambda facts: _text(facts, "text"),
    "alert-ends": lambda facts: _text(facts, "text"),
    "apart-opened": _pair,
    "apart-closed": _pair,
    "note-fact": _note,
    "note-assessment": _note,
    "placed": _placement,
    "placement-planned": _placement,
    "moved": _placement,
    "move-planned": _placement,
    "left-bed": _placement,
    "booked": _use("booked"),
    "on-grounds": _use("on-grounds"),
    "booking-missed": _use("booking-missed"),
}


def placement_reason(code: str) -> str:
    """Why somebody came into a bed, as it reads inside a line; an unknown code for itself."""
    return {
        "admission": _("on admission"),
        "commission": _("decision of the placement commission"),
        "request": _("at the resident's own request"),
        "keep_apart": _("to be kept apart"),
        "closure": _("room out of service"),
        "health": _("for health"),
        "safety": _("for safety"),
        "swap": _("swap"),
        "correction": _("correction of an entry"),
        "other": _("other reason"),
    }.get(code, code)


def _text(facts: Facts, *names: str) -> str:
    """The first fact there is of ``names``, as it is read; nothing for nothing."""
    value = next((facts[name] for name in names if facts.get(name) not in (None, "")), "")
    if isinstance(value, datetime):
        return format_moment(value)
    return format_day(value) if isinstance(value, date) else str(value)
