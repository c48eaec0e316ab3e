"""Writes appointments as an iCalendar file, the one room that knows icalendar: bytes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event

_MAKER = "-//OpenBlock//OpenBlock//EN"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar, ``[starts_at, ends_at)`` aware.

    ``uid`` stays the same as long as it is the same appointment, and ``revision`` grows when it
    changes: a calendar that is given the file again changes its entry instead of adding another.
    ``is_open``: it does not stand yet as it is written; ``is_cancelled``: it does not take place,
    and stays in the file so that a calendar which has it strikes it out.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    title: str
    details: str = ""
    revision: int = 0
    is_open: bool = False
    is_cancelled: bool = False


def calendar_file(name: str, appointments: Sequence[Appointment], made_at: datetime) -> bytes:
    """The appointments as an ``.ics`` file that calls itself ``name``; equal input, equal bytes.

    Instants are written in UTC: no calendar has to know which offset Riga had on that day.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for each in sorted(appointments, key=lambda one: (one.starts_at, one.uid)):
        calendar.add_component(_event(each, made_at))
    return bytes(calendar.to_ical())


def _event(each: Appointment, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", _utc(made_at))
    event.add("sequence", each.revision)
    event.add("dtstart", _utc(each.starts_at))
    event.add("dtend", _utc(each.ends_at))
    event.add("summary", each.title)
    if each.details:
        event.add("description", each.details)
    event.add("status", _status(each))
    # Whoever shares a calendar with others shows them that time is taken, not what for.
    event.add("class", "PRIVATE")
    return event


def _status(each: Appointment) -> str:
    if each.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if each.is_open else "CONFIRMED"


def _utc(moment: datetime) -> datetime:
    # The format knows no parts of a second.
    return moment.astimezone(UTC).replace(microsecond=0)
