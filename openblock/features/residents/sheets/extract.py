"""One person's own extract: everything held about them, and nothing about anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import FOREVER
from openblock.features.accounts.words import role_words
from openblock.features.residents.queries import Event, PairRow, ResidentCard, StayRow
from openblock.features.residents.queries.extract import Extract
from openblock.features.residents.sheets.words import needs, sex, sheet
from openblock.features.residents.words import (
    admission_kinds,
    alert_kinds,
    discharge_kinds,
    levels,
    note_kinds,
    placement_reason,
    said,
    uses,
)
from openblock.i18n import _, format_day, format_moment, format_number
from openblock.printing.purposes import purpose_words

_ARROW = "\N{RIGHTWARDS ARROW}"
_DASH = "\N{EN DASH}"
#: What features above say of where the person slept (``residents.queries.joined``).
_PLACED = frozenset({"placed", "placement-planned", "moved", "move-planned", "left-bed"})
#: And of where on the grounds the person was, or was to be.
_OUT = frozenset({"booked", "on-grounds", "booking-missed"})

Lines = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ExtractSheet:
    """The extract as it is printed; every line holds the words of its columns.

    ``stays``: from, until, how it began, sentence, how it ended. ``placements``: from, until,
    bed, why. ``uses`` of the grounds: from, until, area, what became of it. ``alerts``: from,
    until, kind, text. ``apart``: from, until, level. ``notes``: when, kind, text. ``looks``: day,
    role, times. ``given``: when, what, why, to whom.
    """

    at: datetime
    person: tuple[tuple[str, str], ...]
    stays: Lines
    placements: Lines
    uses: Lines
    alerts: Lines
    apart: Lines
    notes: Lines
    looks: Lines
    given: Lines


def extract_sheet(extract: Extract, at: datetime) -> ExtractSheet:
    """The sheet of what :func:`resident_extract` read at ``at``."""
    card = extract.card
    return ExtractSheet(
        at=at,
        person=_person(card, extract.personal_code),
        stays=tuple(_stay(each) for each in card.stays),
        placements=tuple(_placement(each) for each in card.events if each.kind in _PLACED),
        uses=tuple(_use(each) for each in card.events if each.kind in _OUT),
        alerts=tuple(
            (
                format_day(each.content.first_day),
                _day(each.content.last_day),
                said(alert_kinds(), each.content.kind),
                each.content.text,
            )
            for each in card.alerts
        ),
        apart=tuple(_apart(each) for each in card.pairs),
        notes=_notes(card),
        looks=tuple(
            (format_day(each.day), role_words(each.role), format_number(each.times))
            for each in extract.looks
        ),
        given=tuple(
            (
                format_moment(each.at),
                sheet(each.what),
                purpose_words(each.purpose),
                each.recipient,
            )
            for each in extract.given
        ),
    )


def hyphenated(code: str) -> str:
    """Eleven digits as a personal code is written: 161175-19997."""
    return f"{code[:6]}-{code[6:]}" if code else ""


def _person(card: ResidentCard, code: str) -> tuple[tuple[str, str], ...]:
    content = card.content
    lines = (
        (_("Surname"), content.surname),
        (_("Given name"), content.given_name),
        # In full: it is the person's own copy, and a mask would hide a mistake in it from them.
        (_("Personal code"), hyphenated(code)),
        (_("Date of birth"), _day(content.birth_date)),
        (_("Sex"), sex(content.sex)),
        (_("Needs of a room"), needs(content.needs)),
        (_("Contact person"), card.contact_officer),
        (
            _("Photograph"),
            "" if card.photo is None else _("held; a copy is given with this extract"),
        ),
    )
    return tuple((label, value or _DASH) for label, value in lines)


def _stay(stay: StayRow) -> tuple[str, ...]:
    content = stay.content
    begun = (said(admission_kinds(), content.admission_kind), stay.admitted_from)
    ended = (said(discharge_kinds(), content.discharge_kind), stay.transferred_to)
    sentence = ""
    if content.sentence_start or content.sentence_end:
        sentence = f"{_day(content.sentence_start)}{_DASH}{_day(content.sentence_end)}"
    return (
        format_moment(content.admitted),
        _moment(content.discharged),
        ", ".join(part for part in begun if part),
        sentence,
        ", ".join(part for part in ended if part),
    )


def _placement(event: Event) -> tuple[str, ...]:
    facts = {key: str(value) for key, value in event.facts.items() if value is not None}
    before, bed = facts.get("from_bed", ""), facts.get("bed", "")
    where = f"{before} {_ARROW} {bed}" if before else bed
    if event.kind == "left-bed":
        where = _("left {bed}").format(bed=bed)
    why = [placement_reason(facts.get("reason", "")), facts.get("remark", "")]
    if number := facts.get("decision", ""):
        why.append(_("decision No. {number}").format(number=number))
    until = event.facts.get("until")
    return (
        format_moment(event.at),
        format_moment(until) if isinstance(until, datetime) else "",
        where,
        ", ".join(part for part in why if part),
    )


def _use(event: Event) -> tuple[str, ...]:
    """What a booking says of this one; who else took part is theirs."""
    start, end = event.facts.get("start"), event.facts.get("end")
    what = (said(uses(), event.kind), str(event.facts.get("purpose", "")))
    return (
        format_moment(start) if isinstance(start, datetime) else "",
        format_moment(end) if isinstance(end, datetime) else "",
        str(event.facts.get("area", "")),
        ", ".join(part for part in what if part),
    )


def _apart(pair: PairRow) -> tuple[str, ...]:
    """Since when and how far, and nothing of the other person.

    Whom somebody is kept apart from is the other person's data, and telling it may put them in
    danger: the right to one's own data ends where it would (LED Art. 15). The reasons are left
    out with the name, for they are written in free words and name the other as a rule.
    """
    return format_moment(pair.opened_at), _moment(pair.closed_at), said(levels(), pair.level)


def _notes(card: ResidentCard) -> Lines:
    """Each note with its kind; who wrote it is the officer's data and stays out."""
    written = {each.note_id: each.written_at for each in card.notes}
    lines = []
    for note in card.notes:
        kind = said(note_kinds(), note.kind)
        corrected = written.get(note.corrects_id) if note.corrects_id is not None else None
        if corrected is not None:
            kind = _("{kind}, corrects the note of {moment}").format(
                kind=kind, moment=format_moment(corrected)
            )
        lines.append((format_moment(note.written_at), kind, note.text))
    return tuple(lines)


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day)


def _moment(moment: datetime) -> str:
    return "" if moment == FOREVER else format_moment(moment)
