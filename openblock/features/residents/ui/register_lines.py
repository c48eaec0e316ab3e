"""One line of the register as it is shown: the person, the room, a note, and how it is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openblock.clock import FOREVER, day_of
from openblock.features.residents.queries import ResidentRow
from openblock.features.residents.rules.content import Status
from openblock.features.residents.words import alert_kinds, said, status_word
from openblock.i18n import _, format_day, format_short_day, search_key, sort_key
from openblock.storage.searching import rank, typed_words
from openblock.ui.table_model import Column

NO_ROOM = "\N{EM DASH}"
#: The end of a sentence is noted so long before it comes.
SOON = timedelta(days=30)
#: Chips of the register, in their order.
HERE, EXPECTED, WITHOUT_BED, LEFT = "here", "expected", "without-bed", "left"


@dataclass(frozen=True, slots=True)
class Line:
    """A row with what is worked out once: its place by the alphabet, the text it is found by."""

    row: ResidentRow
    room: str
    note: str
    tone: str
    order: tuple[object, ...]
    found_by: str

    @property
    def resident_id(self) -> int:
        """The person's number."""
        return self.row.resident_id

    @property
    def without_bed(self) -> bool:
        """Whether the person is here and has no bed (ROOM-14)."""
        return self.row.status is Status.PRESENT and not self.room

    def is_among(self, chip: str) -> bool:
        """Whether the chip of the register shows this line."""
        if chip == WITHOUT_BED:
            return self.without_bed
        wanted = {HERE: Status.PRESENT, EXPECTED: Status.PLANNED, LEFT: Status.DISCHARGED}
        return self.row.status is wanted.get(chip)


def meant_by(typed: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines in which every typed word occurs; where none does, those with one letter wrong."""
    words = typed_words(typed)
    if not words:
        return lines
    found = [line for line in lines if all(word in line.found_by for word in words)]
    return found or [line for line in lines if rank(line.found_by, typed) is not None]


def lines_of(
    rows: Iterable[ResidentRow], rooms: Mapping[int, str], today: date
) -> tuple[Line, ...]:
    """The rows as lines, with their rooms; no room is known where no feature knows of rooms."""
    return tuple(_line(row, rooms.get(row.resident_id, ""), today) for row in rows)


def _line(row: ResidentRow, room: str, today: date) -> Line:
    note, tone = note_of(row, room, today)
    found_by = search_key(f"{row.name} {room} {note}")
    return Line(row, room, note, tone, sort_key(row.name), found_by)


def note_of(row: ResidentRow, room: str, today: date) -> tuple[str, str]:
    """What is unusual about a person, in a few words, and its tone."""
    if row.status is Status.PLANNED and row.admitted is not None:
        arrives = _("arrives {day}").format(day=format_short_day(day_of(row.admitted)))
        return arrives, "text2"
    if row.status is Status.DISCHARGED:
        left = "" if row.discharged == FOREVER else format_day(day_of(row.discharged))
        return left, "text2"
    notes = [words for words, _tone in _notes(row, room, today)]
    tones = [tone for _words, tone in _notes(row, room, today)]
    return ", ".join(notes), tones[0] if tones else "text2"


def _notes(row: ResidentRow, room: str, today: date) -> list[tuple[str, str]]:
    found = []
    if not room:
        found.append((_("no bed"), "warn"))
    if row.discharged != FOREVER:
        day = format_short_day(day_of(row.discharged))
        found.append((_("leaves {day}").format(day=day), "text2"))
    elif row.sentence_end is not None and row.sentence_end < today:
        day = format_short_day(row.sentence_end)
        found.append((_("ended {day}").format(day=day), "bad"))
    elif row.sentence_end is not None and row.sentence_end <= today + SOON:
        day = format_short_day(row.sentence_end)
        found.append((_("until {day}").format(day=day), "text2"))
    return found


def register_columns() -> tuple[Column, ...]:
    """The columns of the register."""
    return (
        Column(
            _("Surname, given name"),
            lambda line: line.row.name,
            sort=lambda line: line.order,
            strong=True,
        ),
        Column(
            _("Room"),
            lambda line: line.room or NO_ROOM,
            sort=lambda line: (not line.room, sort_key(line.room), line.order),
            spoken=lambda line: line.room or _("none"),
        ),
        Column(
            _("Where"),
            lambda line: status_word(line.row.status),
            sort=lambda line: (list(Status).index(line.row.status), line.order),
        ),
        Column(
            _("Note"),
            lambda line: line.note,
            sort=lambda line: (not line.note, sort_key(line.note), line.order),
            tone=lambda line: line.tone,
            tooltip=_marks,
            spoken=_marks,
        ),
    )


def _marks(line: Line) -> str:
    """The note, and the alert marks and keep-apart pairs that the list has no room for."""
    alerts = [said(alert_kinds(), kind) for kind in line.row.alerts]
    apart = [_("to be kept apart")] if line.row.apart else []
    return ", ".join(part for part in (line.note, *alerts, *apart) if part)
