"""One officer's own month, to be handed over: every day, what stands on it, and the sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from openblock.clock import minutes_between
from openblock.features.roster.queries.figures import OwnShifts
from openblock.features.roster.rules.absence import AbsenceKind, Letters
from openblock.features.roster.rules.versions import CellContent
from openblock.features.roster.sheets.corrections import signed
from openblock.features.roster.sheets.words import DASH, version_words
from openblock.features.roster.words import content_letter, kind_name
from openblock.i18n import _, format_hours, format_month, format_time, n_


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One day: the code or letter, from when to when, where or why, and how long in minutes."""

    day: date
    letter: str
    times: str
    where: str
    minutes: int
    changed: bool


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A month of one officer as it is handed over."""

    name: str
    badge: str
    period: str
    state: str
    state_detail: str
    days: tuple[OwnDay, ...]
    sums: tuple[tuple[str, str], ...]


def own_of(own: OwnShifts, letters: Mapping[AbsenceKind, Letters]) -> OwnSheet:
    """The sheet of shifts that have been read already."""
    # How many days changed is told of the officer's own: those of others are not on the sheet.
    changed = sum(1 for _day_of, _content, is_changed in own.days if is_changed)
    state, detail = version_words(replace(own.state, changed=changed))
    return OwnSheet(
        name=own.name,
        badge=own.badge,
        period=format_month(own.month),
        state=state,
        state_detail=detail,
        days=tuple(_day(each, letters) for each in own.days),
        sums=_sums(own),
    )


def _day(read: tuple[date, CellContent, bool], letters: Mapping[AbsenceKind, Letters]) -> OwnDay:
    day, content, changed = read
    if content.starts_at is None or content.ends_at is None:
        return OwnDay(day, content_letter(content, letters), "", _why(content), 0, changed)
    times = f"{format_time(content.starts_at)}{DASH}{format_time(content.ends_at)}"
    where = ", ".join(filter(None, (content.post, _why(content))))
    minutes = minutes_between(content.starts_at, content.ends_at)
    return OwnDay(day, content.code, times, where, minutes, changed)


def _why(content: CellContent) -> str:
    """Why nothing is worked that day, or not the whole of it."""
    if not content.absence:
        return _("kept free") if content.free else ""
    known = content.absence in set(AbsenceKind)
    return kind_name(AbsenceKind(content.absence) if known else None)


def _sums(own: OwnShifts) -> tuple[tuple[str, str], ...]:
    """The figures of the month, and overtime of the period up to it."""
    found = own.sum
    duties = sum(1 for _day_of, content, _changed in own.days if content.code)
    norm = _("{hours} h").format(hours=format_hours(found.norm))
    if found.absent_working_days:
        fewer = n_(
            "{number} working day away", "{number} working days away", found.absent_working_days
        )
        norm = f"{norm} ({fewer})"
    sums = [
        (_("Duties"), str(duties)),
        (_("Hours of the month"), _("{hours} h").format(hours=format_hours(found.worked))),
        (_("of them at night"), _("{hours} h").format(hours=format_hours(found.night))),
        (_("Norm"), norm),
    ]
    if found.corrected:
        corrected = _("{hours} h").format(hours=signed(found.corrected))
        sums.append((_("Corrected by addenda"), corrected))
    overtime, period = signed(found.overtime), signed(own.period_overtime)
    sums.append((_("Over the norm"), _("{hours} h").format(hours=overtime)))
    sums.append((_("Over the norm in the period so far"), _("{hours} h").format(hours=period)))
    return tuple(sums)


def own_number(own: OwnShifts) -> str:
    """The number an officer's sheet is found by: DM-2026-11-7."""
    return f"DM-{own.month:%Y-%m}-{own.officer_id}"
