"""The practice diary: shift by shift what was seen and how it went, with lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openblock import clock
from openblock.features.shadowing.queries.rows import (
    Hours,
    ItemRow,
    ShadowingRow,
    TraineeCard,
)
from openblock.features.shadowing.rules.content import Mark, Span, Standing
from openblock.features.shadowing.sheets.times import real_span, situations_named
from openblock.features.shadowing.words import item_name, marks
from openblock.i18n import _, format_day

_LETTERS = "ABCDEFGHIJKLMNOPRSTUVZ"


@dataclass(frozen=True, slots=True)
class DiaryLine:
    """One shift: its hours, the mentor, what was seen and said, the marks; signed where it was.

    ``missed``: the trainee did not come, and nobody signs.
    """

    span: Span
    minutes: int
    mentor: str
    seen: str
    marks: str
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Diary:
    """All shifts of one trainee, and what letters and figures of the marks mean."""

    trainee_id: int
    name: str
    course: str
    lines: tuple[DiaryLine, ...]
    hours: Hours
    competences: tuple[tuple[str, str], ...]
    grades: tuple[tuple[str, str], ...]
    at: datetime


def diary(card: TraineeCard, at: datetime) -> Diary:
    """Every shift that stands, by time; what needs planning anew is none yet."""
    used = {number for row in card.shadowings for number in _evaluation(row)}
    asked = [each for each in card.competences if each.active or each.item_id in used]
    rows = [row for row in card.shadowings if row.standing is not Standing.REPLAN]
    return Diary(
        trainee_id=card.line.trainee.trainee_id,
        name=card.line.trainee.name,
        course=card.course.content.name,
        lines=tuple(_line(card, row, asked) for row in sorted(rows, key=real_span)),
        hours=card.line.hours,
        competences=tuple(
            (competence_letter(at), item_name(each.code, each.name))
            for at, each in enumerate(asked)
        ),
        grades=tuple((str(number), words) for number, (_code, words) in enumerate(marks(), 1)),
        at=at,
    )


def competence_letter(place: int) -> str:
    """A for the first competence of the list; AA after the last letter."""
    again, at = divmod(place, len(_LETTERS))
    return _LETTERS[at] * (again + 1)


def _evaluation(row: ShadowingRow) -> dict[int, Mark]:
    return dict(row.settled.evaluation) if row.settled is not None else {}


def _line(card: TraineeCard, row: ShadowingRow, asked: Sequence[ItemRow]) -> DiaryLine:
    missed = row.standing is Standing.MISSED
    span = real_span(row)
    return DiaryLine(
        span=span,
        minutes=span.minutes,
        mentor=row.mentor,
        seen=_seen(card, row),
        marks="" if missed else _marks(row, asked),
        missed=missed,
    )


def _seen(card: TraineeCard, row: ShadowingRow) -> str:
    if row.settled is None:
        return ""
    parts = []
    if row.standing is Standing.MISSED:
        parts.append(_("did not come"))
    parts.append(", ".join(situations_named(card.course, row.settled.situations)))
    parts.append(row.settled.remark)
    parts += [
        _("added {day}: {words}").format(day=format_day(clock.day_of(each.at)), words=each.words)
        for each in card.addenda.get(row.shadowing_id, ())
    ]
    return "\n".join(part for part in parts if part)


def _marks(row: ShadowingRow, asked: Sequence[ItemRow]) -> str:
    """A3 B2; A:__ to write on where the shift waits for its mentor."""
    given = _evaluation(row)
    order = [code for code, _words in marks()]
    waits = row.standing is not Standing.CONFIRMED
    found = []
    for place, each in enumerate(asked):
        grade = str(order.index(given[each.item_id]) + 1) if each.item_id in given else ""
        if grade or waits:
            found.append(f"{competence_letter(place)}{grade or BLANK}")
    return "  ".join(found)


#: Where a mentor writes a figure.
BLANK = ":__"
